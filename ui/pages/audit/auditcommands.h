#pragma once

#include "core/base/result.h"
#include "core/domain/audit.h"
#include "ui/pages/audit/auditparts.h"

#include <QObject>

class QWidget;

namespace letopis {

class AuditProgress;
class MessageBar;

// What is done with the journal as a whole: checked, taken out of the program, anchored. One long piece of work at a time.
class AuditCommands final : public QObject
{
    Q_OBJECT

public:
    AuditCommands(const AuditParts &parts, MessageBar &messages, AuditProgress &progress, QWidget *window);

    void verify(const QString &anchorFile = {});
    void verifyAgainst(); // asks for the anchor
    void exportEvents(const AuditQuery &query, const QString &subject); // asks how and where to
    void saveAnchor();
    void mailAnchor();

Q_SIGNALS:
    void journalGrew(); // each of these leaves its own line

private:
    void write(const AuditQuery &query, AuditFileFormat format, const QString &file, bool isSigned);
    void onWritten(const Result<AuditExportReport> &report, const std::function<void()> &withoutSigning);
    void showFailure(const Error &error);

    const AuditParts m_parts;
    MessageBar &m_messages;
    AuditProgress &m_progress;
    QWidget *m_window;
};

} // namespace letopis
