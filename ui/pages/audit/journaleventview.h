#pragma once

#include "core/domain/audit.h"
#include "ui/text/audittext.h"

#include <QTextEdit>

#include <optional>

namespace letopis {

// All of one event: who, when, where; what was and became, the difference marked; its hash and place in the chain. Built from
// pieces of plain text: nothing of it is ever read as HTML.
class JournalEventView final : public QTextEdit
{
    Q_OBJECT

public:
    explicit JournalEventView(QWidget *parent = nullptr);

    void showEntry(const AuditEntry &entry, const AuditNames &names, qint64 headSequence);
    void showNothing();

private:
    QString m_shown; // as text: what is shown already stays where one reads it
};

// The same as lines, for the clipboard.
QString auditEventAsText(const AuditEntry &entry, const AuditNames &names);

} // namespace letopis
