#include "core/workspace/local/localworkspace.h"

#include "core/base/whendone.h"
#include "core/jobs/catalogsyncjob.h"
#include "core/jobs/downloadjob.h"
#include "core/journal/profileanchor.h"
#include "core/workspace/local/connectioncheck.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int parallelJobs = 4;

ConferenceServer nameOnly(const ConferenceServer &server)
{
    ConferenceServer bare;
    bare.id = server.id;
    bare.uuid = server.uuid;
    bare.name = server.name;
    bare.lastSyncAt = server.lastSyncAt;
    bare.isRemoved = server.isRemoved;
    return bare;
}

FileStore materialStore(const LocalWorkspaceParts &parts)
{
    return FileStore(parts.materialsDirectory.isEmpty() ? parts.database.path() + u".materials"_s : parts.materialsDirectory);
}

// Whether the catalog is the one that this profile left: an older copy in its place deletes nothing.
RetentionBook::Genuineness genuineness(const LocalWorkspaceParts &parts)
{
    if (parts.anchorFile.isEmpty())
        return {};
    return [anchor = parts.anchorFile, catalog = parts.database.path()](Connection &) -> Result<bool> {
        const Result<CatalogAgeReport> age = catalogAge(anchor, catalog);
        return age ? Result<bool>(age->isTrustworthy()) : Result<bool>(age.error());
    };
}
} // namespace

LocalWorkspace::LocalWorkspace(LocalWorkspaceParts parts, QObject *parent)
    : Workspace(parent)
    , m_parts(std::move(parts))
    , m_visibility(std::make_shared<Visibility>(m_parts.clock))
    , m_gate(AccessControl(m_parts.database, m_visibility), this)
    , m_serverRows(m_parts.database, m_parts.clock)
    , m_registry(m_serverRows, m_parts.clock)
    , m_recordingRows(m_parts.database, m_visibility)
    , m_meetingRows(m_parts.database, m_parts.store, m_parts.clock)
    , m_credentials(m_parts.usesSecretFile ? m_parts.secretFile : m_parts.keychain)
    , m_media(m_recordingRows, m_serverRows, m_parts.media, [this](ServerId id) { return openServer(id); }, m_pool)
    , m_runner(m_parts.clock, parallelJobs, RetryPolicy{})
    , m_editor({.access = m_gate.access(),
                .database = m_parts.database,
                .clock = m_parts.clock,
                .runner = m_runner,
                .pool = m_pool,
                .open = [this](ServerId id) { return openServer(id); },
                .serverName = [this](ServerId id) { return m_servers.value(id).name; },
                .pushesByItself = m_parts.hasBackgroundSync})
    , m_attendance(m_gate.access(), m_parts.database, m_parts.clock)
    , m_materials({.access = m_gate.access(),
                   .materials = MaterialRepository(m_parts.database, materialStore(m_parts), m_parts.clock),
                   .clock = m_parts.clock,
                   .runner = m_runner,
                   .pool = m_pool,
                   .open = [this](ServerId id) { return openDisk(id); },
                   .server = [this](ServerId id) { return m_servers.value(id); },
                   .serverFolder = [this] { return m_parts.materialsRoot; },
                   .setServerFolder = [this](const QString &folder) { setMaterialsRoot(folder); },
                   .exchangesByItself = m_parts.hasBackgroundSync,
                   .note = [this](const Actor &actor, const AuditNote &note) { m_audit.note(actor, note); }})
    , m_drafts(m_gate.access(), m_parts.database, m_parts.clock)
    , m_people(m_gate.access(), m_parts.database, m_parts.clock)
    , m_folders(m_parts.database, m_visibility)
    , m_access(m_parts.database, m_visibility, m_pool)
    , m_retention(m_parts.database, m_visibility, genuineness(m_parts))
    , m_reality({.access = m_gate.access(),
                 .database = m_parts.database,
                 .materials = MaterialRepository(m_parts.database, materialStore(m_parts), m_parts.clock),
                 .clock = m_parts.clock,
                 .runner = m_runner,
                 .pool = m_pool,
                 .open = [this](ServerId id) { return openServer(id); },
                 .openDisk = [this](ServerId id) { return openDisk(id); },
                 .serverName = [this](ServerId id) { return m_servers.value(id).name; },
                 .media = m_parts.media,
                 .isGenuine = genuineness(m_parts)})
    , m_audit({.access = m_gate.access(),
               .database = m_parts.database,
               .clock = m_parts.clock,
               .pool = m_pool,
               .secrets = [this]() -> SecretStore & { return m_credentials.store(); },
               .anchorFile = m_parts.anchorFile,
               .program = m_parts.application})
    , m_backups({.access = m_gate.access(),
                 .backups = m_parts.backups,
                 .clock = m_parts.clock,
                 .runner = m_runner,
                 .server = [this](const QString &uuid) { return serverOf(uuid); },
                 .restored = m_parts.restored})
    , m_scheduler(m_parts.clock, [this](ServerId id) { startSync(programActor(), id); })
{
    connect(&m_runner, &JobRunner::changed, this, &Workspace::jobChanged);
    connect(&m_runner, &JobRunner::dismissed, this, &Workspace::jobDismissed);
    connect(&m_runner, &JobRunner::changed, this, [this](const JobStatus &job) {
        if (job.kind == JobKind::Sync && job.state == Job::State::Finished && !job.error) {
            m_editor.afterSync(job.server);
            m_materials.afterSync(job.server);
            m_access.afterSync(job.server);
            m_retention.afterSync();
            compareClocks(job.server);
        }
    });
    connect(&m_runner, &JobRunner::dismissed, this, [this](JobId id) { m_downloads.remove(id.value); });
    connect(&m_editor, &LocalRecordingEditor::catalogChanged, this, &Workspace::catalogChanged);
    connect(&m_attendance, &LocalAttendanceBook::catalogChanged, this, &Workspace::catalogChanged);
    connect(&m_folders, &LocalFolderLibrary::catalogChanged, this, &Workspace::catalogChanged);
    connect(&m_reality, &LocalServerReality::catalogChanged, this, &Workspace::catalogChanged);
    connect(&m_reality, &ServerReality::carriedOut, &m_retention, &RetentionDesk::plansChanged);
    connect(&m_folders, &LocalFolderLibrary::accessChanged, &m_access, &AccessDesk::accessChanged);
    connect(&m_people, &PeopleDirectory::peopleChanged, &m_access, &AccessDesk::accessChanged); // roles, groups, who is blocked
    connect(&m_people, &PeopleDirectory::peopleChanged, &m_folders, &FolderLibrary::foldersChanged); // personal ones
    connect(this, &Workspace::serversChanged, this, &LocalWorkspace::refreshServers);
    refreshServers();
    if (m_parts.hasBackgroundSync)
        m_scheduler.start();
}

LocalWorkspace::~LocalWorkspace() = default;

QFuture<Result<RecordingPage>> LocalWorkspace::recordings(const Actor &actor, const RecordingQuery &query,
                                                          const QByteArray &after, int limit)
{
    return m_recordingRows.page(query, after, limit, {}, AccessControl::viewer(actor));
}

QFuture<Result<qint64>> LocalWorkspace::countRecordings(const Actor &actor, const RecordingQuery &query)
{
    return m_recordingRows.count(query, {}, AccessControl::viewer(actor));
}

QFuture<Result<RecordingDetails>> LocalWorkspace::recording(const Actor &actor, RecordingId id)
{
    return m_recordingRows.details(id, AccessControl::viewer(actor));
}

QFuture<Result<RecordingId>> LocalWorkspace::findRecording(const Actor &actor, const QString &text)
{
    return m_recordingRows.find(text, AccessControl::viewer(actor));
}

QFuture<Result<QList<Participant>>> LocalWorkspace::participants(const Actor &actor, RecordingId id)
{
    return m_gate.pass(actor, Capability::ViewRecording, id, [=, this] { return m_meetingRows.participants(id); });
}

QFuture<Result<QList<TimelineEntry>>> LocalWorkspace::timeline(const Actor &actor, RecordingId id)
{
    return m_gate.pass(actor, Capability::ViewRecording, id, [=, this] { return m_meetingRows.timeline(id); });
}

QFuture<Result<QStringList>> LocalWorkspace::knownFormats(const Actor &actor)
{
    return m_gate.pass(actor, Capability::ViewRecording, [this] { return m_recordingRows.knownFormats(); });
}

QFuture<Result<>> LocalWorkspace::markSeen(const Actor &actor, RecordingId id)
{
    return m_gate.pass(actor, Capability::ViewRecording, id, [=, this] {
        if (actor.onlyLooks)
            return readyFuture(Result<>());
        return chain(m_recordingRows.markSeen(id), this, [this, id] {
            Q_EMIT catalogChanged({.server = {}, .added = {}, .updated = {id}, .isLarge = false});
            return readyFuture(Result<>());
        });
    });
}

QFuture<Result<QList<ConferenceServer>>> LocalWorkspace::servers(const Actor &actor)
{
    return listServers(actor, false);
}

QFuture<Result<QList<ConferenceServer>>> LocalWorkspace::serversOfCatalog(const Actor &actor)
{
    return listServers(actor, true);
}

// Who does not manage them learns their names, not how they are reached.
QFuture<Result<QList<ConferenceServer>>> LocalWorkspace::listServers(const Actor &actor, bool withRemoved)
{
    return m_gate.pass(actor, Capability::ViewRecording, [=, this] {
        return chain(m_gate.access().standing(actor), this, [=, this](const Standing &standing) {
            if (may(standing, Capability::ManageServers, {}))
                return m_serverRows.list(withRemoved);
            return chain(m_serverRows.list(withRemoved), this, [](QList<ConferenceServer> servers) {
                for (ConferenceServer &server : servers)
                    server = nameOnly(server);
                return readyFuture(Result<QList<ConferenceServer>>(std::move(servers)));
            });
        });
    });
}

QFuture<Result<ConnectionReport>> LocalWorkspace::checkConnection(const Actor &actor, const ConferenceServer &draft,
                                                                  const ServerCredentials &credentials, std::stop_token stop)
{
    return m_gate.pass(actor, Capability::ManageServers, [=, this] {
        const std::shared_ptr<ConferenceService> service = m_parts.services.create(draft, credentials);
        return m_pool.run([service, draft, stop] { return checkConnectionOf(*service, draft, stop); });
    });
}

QFuture<Result<ConnectionReport>> LocalWorkspace::checkServer(const Actor &actor, ServerId id,
                                                              const QByteArray &acceptHostKeySha256, std::stop_token stop)
{
    const auto found = m_gate.pass(actor, Capability::ManageServers, [=, this] { return m_serverRows.find(id); });
    return chain(found, this, [=, this](const ConferenceServer &server) {
        return chain(m_credentials.load(server.uuid), this, [=, this](ServerCredentials credentials) {
            credentials.acceptHostKeySha256 = acceptHostKeySha256;
            return checkConnection(actor, server, credentials, stop);
        });
    });
}

QFuture<Result<ServerId>> LocalWorkspace::addServer(const Actor &actor, const ConferenceServer &server,
                                                    const ServerCredentials &credentials)
{
    const auto saveSecrets = [=, this](const ConferenceServer &added) {
        auto promise = std::make_shared<QPromise<Result<ServerId>>>();
        promise->start();
        const auto answer = [promise](const Result<ServerId> &result) {
            promise->addResult(result);
            promise->finish();
        };
        whenDone(m_credentials.save(added.uuid, credentials), this, [=, this](const Result<> &saved) {
            if (saved)
                return answer(added.id);
            // A server without its secret is of no use, nor are secrets without their server.
            whenDone(m_serverRows.remove(actor, added.id), this, [=, this](const Result<> &) {
                whenDone(m_credentials.removeAll(added.uuid), this, [=](const Result<> &) { answer(saved.error()); });
            });
        });
        return promise->future();
    };
    const auto added = m_gate.pass(actor, Capability::ManageServers, [=, this] { return m_registry.add(actor, server); });
    const auto addedRow = chain(added, this, [this](ServerId id) { return m_serverRows.find(id); });
    return thenServersChanged(chain(addedRow, this, saveSecrets));
}

QFuture<Result<>> LocalWorkspace::updateServer(const Actor &actor, const ConferenceServer &server,
                                               const ServerCredentials &credentials)
{
    if (const Result<> fine = m_registry.check(server); !fine)
        return readyFuture(fine);
    const auto free = m_gate.pass(actor, Capability::ManageServers,
                                  [=, this] { return m_serverRows.checkName(server.name.trimmed(), server.id); });
    const auto named = chain(free, this, [=, this] { return m_serverRows.find(server.id); });
    // Secrets before the row: should the keychain refuse, nothing has changed yet.
    const auto saved = chain(named, this, [=, this](const ConferenceServer &old) {
        return m_credentials.save(old.uuid, credentials);
    });
    return thenServersChanged(chain(saved, this, [=, this] { return m_registry.update(actor, server); }));
}

QFuture<Result<>> LocalWorkspace::removeServer(const Actor &actor, ServerId id)
{
    const auto found = m_gate.pass(actor, Capability::ManageServers, [=, this] { return m_serverRows.find(id); });
    return chain(found, this, [=, this](const ConferenceServer &server) {
        for (const JobStatus &job : m_runner.statuses()) {
            if (job.server == id && job.state != Job::State::Finished)
                m_runner.cancel(job.id);
        }
        return chain(thenServersChanged(m_serverRows.remove(actor, id)), this, [=, this] {
            m_parts.media.removeServer(server.uuid);
            return m_credentials.removeAll(server.uuid); // should the keychain refuse, the server is gone all the same
        });
    });
}

QFuture<Result<>> LocalWorkspace::grantTlsException(const Actor &actor, ServerId id, const TlsException &exception)
{
    return thenServersChanged(m_gate.pass(actor, Capability::ManageServers,
                                          [=, this] { return m_registry.grantTlsException(actor, id, exception); }));
}

QFuture<Result<>> LocalWorkspace::revokeTlsException(const Actor &actor, ServerId id, const QByteArray &sha256)
{
    return thenServersChanged(m_gate.pass(actor, Capability::ManageServers,
                                          [=, this] { return m_serverRows.revokeTlsException(actor, id, sha256); }));
}

QFuture<Result<>> LocalWorkspace::checkSecretStore(const Actor &actor)
{
    return m_gate.pass(actor, Capability::ManageServers, [this] { return m_credentials.check(); });
}

QFuture<Result<>> LocalWorkspace::useSecretFile(const Actor &actor)
{
    return m_gate.pass(actor, Capability::ManageServers, [this] {
        m_credentials.use(m_parts.secretFile);
        if (m_parts.rememberSecretFile)
            m_parts.rememberSecretFile();
        return m_credentials.check();
    });
}

QString LocalWorkspace::secretStoreDescription() const
{
    return m_credentials.storeDescription();
}

JobId LocalWorkspace::startSync(const Actor &actor, ServerId id)
{
    if (const auto running = m_runner.unfinished(JobKind::Sync, id))
        return *running;
    const bool isFirst = !m_servers.value(id).lastSyncAt.isValid();
    const auto attempts = std::make_shared<SyncAttempts>();
    const auto make = [=, this](JobId job) -> std::unique_ptr<Job> {
        auto sync = std::make_unique<CatalogSyncJob>(
            id, [this](ServerId server) { return openServer(server); },
            SyncStorage{m_parts.database, m_serverRows, m_meetingRows, m_parts.clock}, actor, m_pool, attempts);
        connect(sync.get(), &CatalogSyncJob::catalogChanged, this, &Workspace::catalogChanged);
        connect(sync.get(), &CatalogSyncJob::reported, this, [=, this](const SyncReport &report) {
            m_runner.setReport(job, report);
            Q_EMIT serversChanged(); // the time of the last sync
            if (!isFirst && report.added > 0)
                Q_EMIT newRecordingsFound(id, report.added);
        });
        return sync;
    };
    return m_runner.submit({.kind = JobKind::Sync,
                            .server = id,
                            .subject = m_servers.value(id).name,
                            .make = make,
                            .admit = m_gate.admission(actor, Capability::ManageServers),
                            .startedBy = actor});
}

JobId LocalWorkspace::startDownload(const Actor &actor, RecordingId id, const QString &format, const QString &saveAs)
{
    const QString localFile = QDir::cleanPath(QFileInfo(saveAs).absoluteFilePath());
    const auto running = m_runner.unfinished(JobKind::Download, localFile);
    if (running && m_downloads.value(running->value) == std::pair(id, format) && followedJob(actor, *running))
        return *running;
    const auto describe = [=, this] {
        // Two of them would write one file.
        if (running && m_runner.unfinished(JobKind::Download, localFile) == running)
            return readyFuture(Result<AssetDownload>(
                Error{ErrorKind::AlreadyExists, u"another download writes this file"_s, localFile, {}}));
        return chain(m_media.describe(id, format), this, [localFile](AssetDownload download) {
            download.localFile = localFile;
            return readyFuture(Result<AssetDownload>(std::move(download)));
        });
    };
    const auto make = [=, this](JobId) -> std::unique_ptr<Job> {
        auto job = std::make_unique<DownloadJob>(describe, [this](ServerId server) { return openServer(server); }, m_pool);
        connect(job.get(), &Job::finished, this, [=, this](const Result<> &downloaded) {
            if (!downloaded)
                return;
            m_media.rememberSavedFile(id, format, localFile);
            m_audit.note(actor, {u"recording.downloaded"_s, id, {{u"format"_s, format}, {u"file"_s, QFileInfo(localFile).fileName()}}});
        });
        return job;
    };
    const JobId job = m_runner.submit({.kind = JobKind::Download,
                                       .server = {},
                                       .subject = localFile,
                                       .make = make,
                                       .admit = m_gate.admission(actor, Capability::DownloadRecording, {id}),
                                       .startedBy = actor});
    m_downloads.insert(job.value, {id, format});
    return job;
}

QList<JobStatus> LocalWorkspace::jobs(const Actor &actor) const
{
    QList<JobStatus> followed = m_runner.statuses();
    followed.removeIf([&actor](const JobStatus &job) { return !mayFollow(actor, job); });
    return followed;
}

std::optional<JobStatus> LocalWorkspace::followedJob(const Actor &actor, JobId id) const
{
    const QList<JobStatus> followed = jobs(actor);
    const auto job = std::find_if(followed.begin(), followed.end(), [id](const JobStatus &status) { return status.id == id; });
    return job == followed.end() ? std::nullopt : std::optional(*job);
}

void LocalWorkspace::cancelJob(const Actor &actor, JobId id)
{
    if (!actor.onlyLooks && followedJob(actor, id))
        m_runner.cancel(id);
}

void LocalWorkspace::retryJob(const Actor &actor, JobId id)
{
    const std::optional<JobStatus> job = followedJob(actor, id);
    if (!job || actor.onlyLooks)
        return;
    // Two syncs of one server would write each other's findings as changes, two downloads one file.
    const bool isOnePerServer = job->kind == JobKind::Sync || job->kind == JobKind::Push;
    if (isOnePerServer && m_runner.unfinished(job->kind, job->server))
        return;
    if (job->kind == JobKind::Download && m_runner.unfinished(JobKind::Download, job->subject))
        return;
    m_runner.retry(id);
}

void LocalWorkspace::dismissJob(const Actor &actor, JobId id)
{
    if (!actor.onlyLooks && followedJob(actor, id))
        m_runner.dismiss(id);
}

QFuture<Result<MediaSource>> LocalWorkspace::openMedia(const Actor &actor, RecordingId id, const QString &format)
{
    return m_gate.pass(actor, Capability::ViewRecording, id, [=, this] {
        return chain(m_media.open(id, format), this, [=, this](const MediaSource &source) {
            m_audit.noteViewed(actor, id, format); // written while it plays
            return readyFuture(Result<MediaSource>(source));
        });
    });
}

QFuture<Result<OpenedServer>> LocalWorkspace::openServer(ServerId id)
{
    return chain(m_serverRows.find(id), this, [this](const ConferenceServer &server) {
        return chain(m_credentials.load(server.uuid), this, [this, server](const ServerCredentials &credentials) {
            return readyFuture(Result<OpenedServer>({server, m_parts.services.create(server, credentials)}));
        });
    });
}

QFuture<Result<OpenedDisk>> LocalWorkspace::openDisk(ServerId id)
{
    return chain(m_serverRows.find(id), this, [this](const ConferenceServer &server) {
        return chain(m_credentials.load(server.uuid), this, [this, server](const ServerCredentials &credentials) {
            if (!m_parts.transports)
                return readyFuture(Result<OpenedDisk>(Error{ErrorKind::Unsupported, u"no transport to disks"_s, server.name, {}}));
            Result<std::unique_ptr<FileTransport>> files = m_parts.transports->create(server, credentials);
            const QString root = m_parts.materialsRoot.startsWith(u'/') ? m_parts.materialsRoot : QString();
            return readyFuture(files ? Result<OpenedDisk>(OpenedDisk{server, std::move(*files), root})
                                     : Result<OpenedDisk>(files.error()));
        });
    });
}

void LocalWorkspace::setMaterialsRoot(const QString &folder)
{
    m_parts.materialsRoot = folder;
    if (m_parts.rememberMaterialsRoot)
        m_parts.rememberMaterialsRoot(folder);
}

template<typename T>
QFuture<Result<T>> LocalWorkspace::thenServersChanged(const QFuture<Result<T>> &future)
{
    whenDone(future, this, [this](const Result<T> &result) {
        if (result)
            Q_EMIT serversChanged();
    });
    return future;
}

void LocalWorkspace::refreshServers()
{
    whenDone(m_serverRows.list(true), this, [this](const Result<QList<ConferenceServer>> &servers) {
        if (!servers)
            return;
        m_servers.clear();
        for (const ConferenceServer &server : *servers)
            m_servers.insert(server.id, server);
        m_scheduler.setServers(*servers);
    });
}

// Events then say whose time they tell. One cheap question after a sync, where somebody is at home all day.
void LocalWorkspace::compareClocks(ServerId id)
{
    if (!m_parts.eventOrigin || !m_parts.hasBackgroundSync)
        return;
    whenDone(openServer(id), this, [this](const Result<OpenedServer> &opened) {
        if (!opened)
            return;
        m_pool.run([origin = m_parts.eventOrigin, &clock = m_parts.clock, opened = *opened]() -> Result<> {
            const Result<QDateTime> theirs = opened.service->serverTime({});
            if (theirs)
                origin->setClockDifference(opened.server.name, theirs->secsTo(clock.now()));
            return {};
        });
    });
}

ConferenceServer LocalWorkspace::serverOf(const QString &uuid) const
{
    const auto found = std::find_if(m_servers.begin(), m_servers.end(),
                                    [&uuid](const ConferenceServer &server) { return server.uuid == uuid; });
    return found == m_servers.end() ? ConferenceServer() : *found;
}

} // namespace letopis
