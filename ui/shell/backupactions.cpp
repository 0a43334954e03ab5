#include "ui/shell/backupactions.h"

#include "core/base/whendone.h"
#include "core/workspace/workspace.h"
#include "ui/pages/backups/backuppage.h"
#include "ui/shell/actions.h"
#include "ui/text/backuptext.h"
#include "ui/text/dates.h"
#include "ui/widgets/messagebar.h"

#include <QDir>

namespace letopis {

BackupActions::BackupActions(const WindowParts &parts, Actions &actions, MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_messages(messages)
    , m_page(new BackupPage({parts.workspace, parts.actor, parts.questions, parts.clock, true}, window))
{
    connect(m_page, &BackupPage::jobsRequested, this, &BackupActions::jobsRequested);
    connect(m_page, &BackupPage::restartRequested, this, &BackupActions::restartRequested);
    connect(actions[Actions::ShowBackups], &QAction::triggered, this, &BackupActions::pageRequested);
    connect(actions[Actions::BackUpNow], &QAction::triggered, this, [this] {
        Q_EMIT pageRequested();
        m_page->backUpNow();
    });
    connect(&parts.workspace.backups(), &BackupKeeper::changed, this, &BackupActions::read);
}

void BackupActions::start()
{
    read();
}

void BackupActions::read()
{
    whenDone(m_parts.workspace.backups().status(m_parts.actor), this, [this](const Result<BackupStatus> &status) {
        if (!status)
            return;
        showProblem(*status);
        if (status->restored && !std::exchange(m_isRestoreShown, true))
            showRestored(*status->restored);
    });
}

void BackupActions::showProblem(const BackupStatus &status)
{
    if (!status.failure) {
        Q_EMIT problemChanged({});
        return;
    }
    const bool isOnServer = status.failure->destination.kind == BackupDestination::Kind::Server;
    const ErrorText text = backupErrorText(status.failure->error, JobKind::Backup, isOnServer);
    Q_EMIT problemChanged(text.sentence);
    if (m_shownFailure == status.failure->at)
        return;
    m_shownFailure = status.failure->at;
    m_messages.showMessage(MessageBar::Level::Error, tr("The planned backup of the catalog failed. %1").arg(text.sentence), text.advice);
    m_messages.addAction(tr("Show &backups"), [this] { Q_EMIT pageRequested(); });
}

void BackupActions::showRestored(const Result<RestoreReport> &restored)
{
    if (!restored) {
        const ErrorText text = backupErrorText(restored.error(), JobKind::Restore, false);
        m_messages.showMessage(MessageBar::Level::Error, tr("The backup was not restored; the catalog is as it was. %1").arg(text.sentence),
                               text.advice);
        m_messages.addAction(tr("Show &backups"), [this] { Q_EMIT pageRequested(); });
        return;
    }
    const QString kept = restored->keptCatalog.isEmpty()
        ? QString()
        : tr("The catalog that was here before is kept as %1.").arg(QDir::toNativeSeparators(restored->keptCatalog));
    m_messages.showMessage(MessageBar::Level::Success,
                           tr("The catalog of %1 is restored.").arg(absoluteDate(restored->manifest.createdAt)), kept);
}

} // namespace letopis
