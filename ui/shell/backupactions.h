#pragma once

#include "core/workspace/backupkeeper.h"
#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class BackupPage;
class MessageBar;

// Backups of the catalog in the window: their page, and what the person should hear of wherever they are: a planned one that
// failed, a restore that was done at this start.
class BackupActions final : public QObject
{
    Q_OBJECT

public:
    BackupActions(const WindowParts &parts, Actions &actions, MessageBar &messages, QWidget *window);

    BackupPage &page() const { return *m_page; } // the window takes it
    void start();

Q_SIGNALS:
    void pageRequested();
    void jobsRequested();
    void restartRequested();
    void problemChanged(const QString &problem); // empty: all is well

private:
    void read();
    void showProblem(const BackupStatus &status);
    void showRestored(const Result<RestoreReport> &restored);

    const WindowParts &m_parts;
    MessageBar &m_messages;
    BackupPage *m_page;
    QDateTime m_shownFailure; // said once
    bool m_isRestoreShown = false;
};

} // namespace letopis
