#pragma once

#include "core/retention/retentionanswers.h"
#include "ui/forms/access/accessparts.h"
#include "ui/text/errortext.h"

#include <QObject>

#include <functional>

namespace letopis {

// What is done about when recordings go, of one or of several: their own date, holds. Whoever asks shows how it ended.
class RetentionCommands final : public QObject
{
    Q_OBJECT

public:
    RetentionCommands(const AccessParts &parts, QWidget *window);

    void changeOwn(const QList<RecordingId> &recordings, const QString &title); // the title of a single one
    void hold(const QList<RecordingId> &recordings, const QString &title);
    void release(const LegalHold &hold);
    void undo(); // what done() said could be undone

Q_SIGNALS:
    void done(const QString &text, bool canUndo);
    void failed(const letopis::ErrorText &text);

private:
    void openOwn(const QList<RecordingId> &recordings, const QString &title, const std::optional<OwnRetention> &stored, const QByteArray &zone);
    void onOwnSet(const QList<RecordingId> &recordings, const std::optional<OwnRetention> &before, const OwnRetention &after);

    const AccessParts m_parts;
    QWidget *m_window;
    std::function<void()> m_undo;
};

} // namespace letopis
