#pragma once

#include "core/backup/catalogbackups.h"
#include "core/jobs/functionjob.h"
#include "core/jobs/jobrunner.h"
#include "core/workspace/backupkeeper.h"
#include "core/workspace/local/gate.h"

namespace letopis {

// Backups of this profile's catalog, as jobs: on request and by the plan.
class LocalBackupKeeper final : public BackupKeeper
{
    Q_OBJECT

public:
    struct Parts
    {
        AccessControl access;
        CatalogBackups *backups = nullptr; // null: none are made
        const Clock &clock;
        JobRunner &runner;
        std::function<ConferenceServer(const QString &uuid)> server; // as last read: names of jobs
        std::optional<Result<RestoreReport>> restored;               // at this start
    };

    explicit LocalBackupKeeper(Parts parts, QObject *parent = nullptr);
    ~LocalBackupKeeper() override;

    QFuture<Result<BackupStatus>> status(const Actor &actor) override;
    QFuture<Result<QList<BackupFile>>> backups(const Actor &actor, const BackupDestination &place) override;
    JobId startBackup(const Actor &actor, const BackupDestination &to, const std::optional<SecretText> &passphrase) override;
    QList<JobId> startPlannedBackup(const Actor &actor) override;
    JobId startCheck(const Actor &actor, const BackupLocation &backup, const std::optional<SecretText> &passphrase) override;
    JobId startRestore(const Actor &actor, const BackupLocation &backup,
                       const std::optional<SecretText> &passphrase) override;
    QFuture<Result<>> confirmRestore(const Actor &actor) override;
    QFuture<Result<>> discardRestore(const Actor &actor) override;
    QFuture<Result<>> setPlan(const Actor &actor, const BackupPlan &plan,
                              const std::optional<SecretText> &passphrase) override;

private:
    using Passphrase = std::optional<SecretText>;
    // How each attempt gets its passphrase.
    using AskPassphrase = std::function<QFuture<Result<Passphrase>>()>;

    // What is under way to the plan's destinations; the schedule waits for the end of all.
    struct Round
    {
        BackupPlan plan;
        QList<std::pair<BackupDestination, QDateTime>> done; // not again before the plan wants the next, or all have theirs
        QHash<qint64, BackupDestination> jobs; // since the last round that succeeded: a failed one may be tried again by hand
        QSet<qint64> running;
        std::optional<BackupFailure> failure;
        std::vector<std::shared_ptr<QPromise<Result<>>>> waiting;
    };

    bool isDone(const BackupDestination &place) const;
    JobId submit(const Actor &actor, JobKind kind, const BackupDestination &place, const QString &subject,
                 const std::function<QFuture<Result<>>(JobId, std::shared_ptr<ProgressCounters>, std::stop_token)> &run);
    JobId submitPlanned(const Actor &actor);
    JobId submitBackup(const Actor &actor, const BackupDestination &to, const AskPassphrase &ask);
    QString subjectOf(const BackupDestination &place) const;
    ServerId serverOf(const BackupDestination &place) const;
    AskPassphrase stored(bool isWanted) const;
    AskPassphrase givenOrStored(const BackupLocation &backup, const Passphrase &given) const;
    QList<JobId> startRound();
    QFuture<Result<>> runScheduled(const BackupPlan &plan);
    void onJobChanged(const JobStatus &job);
    void endRound();
    void remember(const BackupDestination &to, const BackupReport &report);
    QFuture<Result<BackupStatus>> readStatus();
    std::optional<LastBackup> last() const;

    const Parts m_parts;
    const Gate m_gate;
    Round m_round;
    std::optional<BackupFailure> m_failure;
    std::shared_ptr<StagedRestore> m_staged;
};

} // namespace letopis
