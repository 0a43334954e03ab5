#pragma once

#include "core/backup/backupschedule.h"
#include "core/backup/backupserver.h"
#include "core/backup/catalogrestore.h"
#include "core/base/serialexecutor.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace letopis {

// A server's disk, opened with the stored secrets.
struct BackupServer
{
    std::shared_ptr<FileTransport> files;
    QString dataRoot;
};

// What the backups of a profile need; all of it outlives them.
struct CatalogBackupsParts
{
    CatalogFiles files;
    Settings &settings;
    const Clock &clock;
    std::function<SecretStore &()> secrets; // where the profile keeps them now
    std::function<QFuture<Result<BackupServer>>(const QString &serverUuid)> openServer;
    QString application; // "letopis 0.1.0"
};

// The backups of one profile, on request and by its plan. Main thread; the work is done one after the other in a thread of its
// own. Destroying it stops what runs.
class CatalogBackups : public QObject
{
    Q_OBJECT

public:
    explicit CatalogBackups(CatalogBackupsParts parts, QObject *parent = nullptr);
    ~CatalogBackups() override;

    // Errors of createBackup() and createBackupOn().
    QFuture<Result<BackupReport>> create(const BackupDestination &destination, const std::optional<SecretText> &passphrase,
                                         std::shared_ptr<ProgressCounters> progress, std::stop_token stop);
    // Newest first, of every catalog.
    QFuture<Result<QList<BackupFile>>> list(const BackupDestination &destination, std::stop_token stop);
    // From a server to a file here.
    QFuture<Result<>> fetch(const QString &serverUuid, const BackupName &name, const QString &localFile,
                            std::shared_ptr<ProgressCounters> progress, std::stop_token stop);

    // One file, named as far as its name says. Errors of isEncryptedBackup().
    QFuture<Result<BackupFile>> describe(const QString &file, std::stop_token stop);
    // Errors of verifyBackup() and fetchBackup(); what is on a server is brought beside the catalog first.
    QFuture<Result<BackupReport>> check(const BackupDestination &place, const QString &fileName,
                                        const std::optional<SecretText> &passphrase,
                                        std::shared_ptr<ProgressCounters> progress, std::stop_token stop);
    // Errors of stageRestore() and fetchBackup().
    QFuture<Result<std::shared_ptr<StagedRestore>>> stage(const BackupDestination &place, const QString &fileName,
                                                          const std::optional<SecretText> &passphrase,
                                                          std::shared_ptr<ProgressCounters> progress, std::stop_token stop);
    // As keepForNextStart(), and the end of what was staged or kept; either may be null or missing.
    QFuture<Result<>> keep(std::shared_ptr<StagedRestore> staged);
    QFuture<Result<>> drop(std::shared_ptr<StagedRestore> staged, bool alsoKept);
    // Whose backups are this profile's.
    QFuture<Result<QString>> catalogId();
    const CatalogFiles &files() const { return m_parts.files; }
    Settings &settings() const { return m_parts.settings; }
    // The plan's; SecretMissing.
    QFuture<Result<SecretText>> storedPassphrase() { return m_parts.secrets().read(backupPassphrase()); }

    // The plan is in the settings, its passphrase in the secret store; both are kept from the next look on. SecretMissing where
    // it is encrypted, no passphrase is given and none is stored; nothing is changed then.
    QFuture<Result<>> setPlan(const BackupPlan &plan, const std::optional<SecretText> &passphrase);
    BackupPlan plan() const { return backupPlan(m_parts.settings); }
    // From now on backups are made when they are due.
    void startSchedule();
    BackupScheduler &scheduler() { return m_scheduler; }
    // What the schedule calls instead of runPlan().
    void setScheduledRun(BackupScheduler::Run run) { m_scheduledRun = std::move(run); }
    // To all of the plan's destinations. SecretMissing where the plan says encrypted and no passphrase is stored: never
    // unencrypted instead.
    QFuture<Result<>> runPlan(const BackupPlan &plan);

private:
    QFuture<Result<>> createAt(QList<BackupDestination> destinations, const std::optional<SecretText> &passphrase);
    template <typename T, typename F>
    QFuture<Result<T>> onServer(const QString &serverUuid, std::stop_token stop, F work);
    // work(path, stop) → Result<T>, with a file that is here.
    template <typename T, typename F>
    QFuture<Result<T>> onFile(const BackupDestination &place, const QString &fileName,
                              std::shared_ptr<ProgressCounters> progress, std::stop_token stop, F work);
    template <typename F>
    auto inBackground(std::stop_token stop, F work);

    CatalogBackupsParts m_parts;
    BackupScheduler::Run m_scheduledRun;
    std::stop_source m_stop;
    SerialExecutor m_executor{"backup"};
    BackupScheduler m_scheduler;
};

} // namespace letopis
