#pragma once

#include "core/workspace/backupkeeper.h"

#include <QList>

namespace letopis::test {

class FakeWorkspace;

// Backups of a FakeWorkspace, in memory: places with files, a plan, a restore that lies ready. What a job would bring is
// scripted; passphrases are compared, as the real one would by trying.
class FakeBackupKeeper final : public BackupKeeper
{
    Q_OBJECT

public:
    explicit FakeBackupKeeper(FakeWorkspace &workspace);

    // Scripts. None emits anything but announce().
    BackupStatus &now() { return m_status; }
    void put(const BackupDestination &place, const QList<BackupFile> &files);
    void setPassphrase(const QString &passphrase) { m_passphrase = passphrase; } // of the encrypted ones
    void setPreview(const RestorePreview &preview) { m_preview = preview; }
    void announce() { Q_EMIT changed(); }
    // Ends the job of the last startCheck() or startRestore() as the real one would.
    void finishReading();
    void finishBackup(JobId job, const BackupReport &report);

    // What was asked.
    const BackupDestination &lastDestination() const { return m_lastDestination; }
    const std::optional<SecretText> &lastPassphrase() const { return m_lastPassphrase; }
    bool isConfirmed() const { return m_status.pending.has_value(); }

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
    JobId startReading(JobKind kind, const BackupLocation &backup, const std::optional<SecretText> &passphrase);
    const BackupFile *find(const BackupLocation &backup) const;

    FakeWorkspace &m_workspace;
    BackupStatus m_status;
    QList<std::pair<BackupDestination, QList<BackupFile>>> m_places;
    QString m_passphrase;
    RestorePreview m_preview;
    JobId m_reading;
    JobKind m_readingKind = JobKind::BackupCheck;
    BackupLocation m_readingWhat;
    BackupDestination m_lastDestination;
    std::optional<SecretText> m_lastPassphrase;
};

} // namespace letopis::test
