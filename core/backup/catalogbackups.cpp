#include "core/backup/catalogbackups.h"

#include "core/backup/backupfile.h"
#include "core/backup/backupworkplace.h"
#include "core/backup/catalogsnapshot.h"
#include "core/base/whendone.h"

#include <QFileInfo>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

CatalogBackups::CatalogBackups(CatalogBackupsParts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_scheduler(m_parts.clock, m_parts.settings, [this](const BackupPlan &plan) {
        return m_scheduledRun ? m_scheduledRun(plan) : runPlan(plan);
    })
{
    m_executor.post([catalog = m_parts.files.catalog] {
        BackupWorkplace::removeLeftovers(catalog);
        return Result<>();
    });
}

CatalogBackups::~CatalogBackups()
{
    m_stop.request_stop(); // the executor waits for what runs
}

// work(stop) → Result<T>, stopped by the caller and by the end of this object.
template <typename F>
auto CatalogBackups::inBackground(std::stop_token stop, F work)
{
    return m_executor.post([own = m_stop.get_token(), stop = std::move(stop), work = std::move(work)]() mutable {
        std::stop_source either;
        const auto pass = [&either] { either.request_stop(); };
        const std::stop_callback ofOwner(own, pass);
        const std::stop_callback ofCaller(stop, pass);
        return work(either.get_token());
    });
}

template <typename T, typename F>
QFuture<Result<T>> CatalogBackups::onServer(const QString &serverUuid, std::stop_token stop, F work)
{
    return chain(m_parts.openServer(serverUuid), this, [this, stop, work](const BackupServer &server) {
        return inBackground(stop, [server, work](std::stop_token either) -> Result<T> {
            return work(*server.files, backupsBelow(server.dataRoot), either);
        });
    });
}

QFuture<Result<BackupReport>> CatalogBackups::create(const BackupDestination &destination,
                                                     const std::optional<SecretText> &passphrase,
                                                     std::shared_ptr<ProgressCounters> progress, std::stop_token stop)
{
    // What was changed in this program a moment ago belongs into the backup's copy.
    m_parts.settings.save();
    const BackupRequest request{.files = m_parts.files,
                                .backupFile = destination.where,
                                .passphrase = passphrase,
                                .application = m_parts.application,
                                .now = m_parts.clock.now()};
    const int keep = backupPlan(m_parts.settings).keep;
    switch (destination.kind) {
    case BackupDestination::Kind::Server:
        return onServer<BackupReport>(destination.where, stop,
                                      [request, keep, progress](FileTransport &files, const RemotePath &folder,
                                                                std::stop_token either) {
                                          return createBackupOn(files, folder, request, keep, *progress, either);
                                      });
    case BackupDestination::Kind::Folder:
        return inBackground(stop, [request, keep, progress](std::stop_token either) {
            const Result<BackupReport> made = createBackupIn(request.backupFile, request, *progress, either);
            const auto name = made ? backupNameFrom(QFileInfo(made->file).fileName()) : std::nullopt;
            if (name) // what could not be removed is no error
                static_cast<void>(pruneBackups(request.backupFile, *name, keep));
            return made;
        });
    case BackupDestination::Kind::File: break;
    }
    return inBackground(stop, [request, progress](std::stop_token either) {
        return createBackup(request, *progress, either);
    });
}

QFuture<Result<QList<BackupFile>>> CatalogBackups::list(const BackupDestination &destination, std::stop_token stop)
{
    if (destination.kind == BackupDestination::Kind::Server)
        return onServer<QList<BackupFile>>(destination.where, stop,
                                           [](FileTransport &files, const RemotePath &folder, std::stop_token either) {
                                               return backupsOn(files, folder, either);
                                           });
    return inBackground(stop, [folder = destination.where](std::stop_token) { return backupsIn(folder); });
}

QFuture<Result<>> CatalogBackups::fetch(const QString &serverUuid, const BackupName &name, const QString &localFile,
                                        std::shared_ptr<ProgressCounters> progress, std::stop_token stop)
{
    return onServer<void>(serverUuid, stop,
                          [=](FileTransport &files, const RemotePath &folder, std::stop_token either) {
                              return fetchBackup(files, folder, name, localFile, *progress, either);
                          });
}

QFuture<Result<BackupFile>> CatalogBackups::describe(const QString &file, std::stop_token stop)
{
    return inBackground(stop, [file](std::stop_token) -> Result<BackupFile> {
        const Result<bool> isEncrypted = isEncryptedBackup(file);
        if (!isEncrypted)
            return isEncrypted.error();
        const QFileInfo info(file);
        BackupName name = backupNameFrom(info.fileName()).value_or(BackupName{{}, info.lastModified().toUTC(), false});
        name.isEncrypted = *isEncrypted;
        return BackupFile{name, info.size()};
    });
}

template <typename T, typename F>
QFuture<Result<T>> CatalogBackups::onFile(const BackupDestination &place, const QString &fileName,
                                          std::shared_ptr<ProgressCounters> progress, std::stop_token stop, F work)
{
    const QString local = place.kind == BackupDestination::Kind::File ? place.where : place.where + u'/' + fileName;
    if (place.kind != BackupDestination::Kind::Server)
        return inBackground(stop, [local, work](std::stop_token either) -> Result<T> { return work(local, either); });
    const std::optional<BackupName> name = backupNameFrom(fileName);
    if (!name)
        return readyFuture(Result<T>(Error{ErrorKind::InvalidInput, u"no name of a backup"_s, fileName, {}}));
    return onServer<T>(place.where, stop,
                       [=, catalog = m_parts.files.catalog](FileTransport &files, const RemotePath &folder,
                                                            std::stop_token either) -> Result<T> {
                           const auto beside = BackupWorkplace::beside(catalog, u"backup-fetch"_s);
                           if (!beside)
                               return beside.error();
                           const QString here = (*beside)->file(fileName);
                           if (Result<> fetched = fetchBackup(files, folder, *name, here, *progress, either); !fetched)
                               return fetched.error();
                           progress->done = 0;
                           return work(here, either);
                       });
}

QFuture<Result<BackupReport>> CatalogBackups::check(const BackupDestination &place, const QString &fileName,
                                                    const std::optional<SecretText> &passphrase,
                                                    std::shared_ptr<ProgressCounters> progress, std::stop_token stop)
{
    return onFile<BackupReport>(place, fileName, progress, stop,
                                [passphrase, progress, catalog = m_parts.files.catalog](const QString &file, std::stop_token either) {
                                    return verifyBackup(file, passphrase, *progress, either, catalog);
                                });
}

QFuture<Result<std::shared_ptr<StagedRestore>>> CatalogBackups::stage(const BackupDestination &place,
                                                                      const QString &fileName,
                                                                      const std::optional<SecretText> &passphrase,
                                                                      std::shared_ptr<ProgressCounters> progress,
                                                                      std::stop_token stop)
{
    return onFile<std::shared_ptr<StagedRestore>>(
        place, fileName, progress, stop,
        [passphrase, progress, into = m_parts.files](const QString &file, std::stop_token either) {
            return stageRestore({file, passphrase, into, true, {}}, *progress, either);
        });
}

QFuture<Result<>> CatalogBackups::keep(std::shared_ptr<StagedRestore> staged)
{
    return inBackground({}, [staged, catalog = m_parts.files.catalog](std::stop_token) {
        return keepForNextStart(*staged, catalog);
    });
}

QFuture<Result<>> CatalogBackups::drop(std::shared_ptr<StagedRestore> staged, bool alsoKept)
{
    return inBackground({}, [staged = std::move(staged), alsoKept, catalog = m_parts.files.catalog](std::stop_token) mutable {
        staged.reset(); // its files go with it
        if (alsoKept)
            dropPendingRestore(catalog);
        return Result<>();
    });
}

QFuture<Result<QString>> CatalogBackups::catalogId()
{
    return inBackground({}, [catalog = m_parts.files.catalog](std::stop_token) -> Result<QString> {
        const Result<CatalogIdentity> identity = identityOf(catalog);
        return identity ? Result<QString>(identity->catalogId) : Result<QString>(identity.error());
    });
}

QFuture<Result<>> CatalogBackups::setPlan(const BackupPlan &plan, const std::optional<SecretText> &passphrase)
{
    const auto keep = [this, plan] {
        storeBackupPlan(m_parts.settings, plan);
        const bool isSaved = m_parts.settings.save();
        const Error failed{ErrorKind::PermissionDenied, u"the settings cannot be written"_s, m_parts.settings.filePath(), {}};
        return readyFuture(isSaved ? Result<>() : Result<>(failed));
    };
    if (!plan.isEncrypted || plan.interval == BackupInterval::Off)
        return keep();
    if (passphrase && !passphrase->isEmpty())
        return chain(m_parts.secrets().write(backupPassphrase(), *passphrase), this, keep);
    return chain(m_parts.secrets().read(backupPassphrase()), this, [keep](const SecretText &) { return keep(); });
}

void CatalogBackups::startSchedule()
{
    m_scheduler.start();
}

QFuture<Result<>> CatalogBackups::runPlan(const BackupPlan &plan)
{
    const QList<BackupDestination> destinations = plan.destinations();
    if (!plan.isEncrypted)
        return createAt(destinations, std::nullopt);
    return chain(m_parts.secrets().read(backupPassphrase()), this, [this, destinations](const SecretText &passphrase) {
        return createAt(destinations, passphrase);
    });
}

// One after the other; the first failure ends it, and the scheduler tries them all again.
QFuture<Result<>> CatalogBackups::createAt(QList<BackupDestination> destinations,
                                           const std::optional<SecretText> &passphrase)
{
    if (destinations.isEmpty())
        return readyFuture(Result<>());
    const BackupDestination first = destinations.takeFirst();
    return chain(create(first, passphrase, std::make_shared<ProgressCounters>(), {}), this,
                 [this, destinations, passphrase](const BackupReport &) { return createAt(destinations, passphrase); });
}

} // namespace letopis
