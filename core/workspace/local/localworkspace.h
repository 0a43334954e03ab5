#pragma once

#include "core/base/clock.h"
#include "core/domain/eventorigin.h"
#include "core/jobs/jobrunner.h"
#include "core/jobs/syncrun.h"
#include "core/jobs/workerpool.h"
#include "core/journal/accesscontrol.h"
#include "core/journal/serverregistry.h"
#include "core/media/mediacache.h"
#include "core/storage/contentstore.h"
#include "core/storage/recordingrepository.h"
#include "core/workspace/local/credentials.h"
#include "core/workspace/local/gate.h"
#include "core/workspace/local/localaccessdesk.h"
#include "core/workspace/local/localattendancebook.h"
#include "core/workspace/local/localaudittrail.h"
#include "core/workspace/local/localdraftbook.h"
#include "core/workspace/local/localfolderlibrary.h"
#include "core/workspace/local/localbackupkeeper.h"
#include "core/workspace/local/localmaterialshelf.h"
#include "core/workspace/local/localpeopledirectory.h"
#include "core/workspace/local/localrecordingeditor.h"
#include "core/workspace/local/localretentiondesk.h"
#include "core/workspace/local/localserverreality.h"
#include "core/workspace/local/mediaopener.h"
#include "core/workspace/local/syncscheduler.h"
#include "core/workspace/workspace.h"

namespace letopis {

// What a LocalWorkspace is made of; all of it outlives it.
struct LocalWorkspaceParts
{
    Database &database;
    ContentStore store;
    ConferenceServiceFactory &services;
    SecretStore &keychain;
    SecretStore &secretFile;
    bool usesSecretFile = false;
    std::function<void()> rememberSecretFile; // keeps the choice for the next start
    MediaCache &media;
    const Clock &clock;
    bool hasBackgroundSync = false;
    FileTransportFactory *transports = nullptr; // null: no server's disk can be reached
    QString materialsRoot = {};                 // on the servers, absolute; empty or not absolute: <data root>/letopis
    std::function<void(const QString &)> rememberMaterialsRoot = {}; // for the next start
    QString materialsDirectory = {};            // contents of materials; empty: beside the catalog
    CatalogBackups *backups = nullptr;          // null: none are made
    std::optional<Result<RestoreReport>> restored = {}; // before the catalog was opened
    QString anchorFile = {};                    // the profile's anchor of the journal; empty: none is kept
    QString application = {};                   // "letopis 0.5", for what is exported
    std::shared_ptr<EventOrigin> eventOrigin = {}; // the database's; null: it has none
};

// The workspace in process: catalog, jobs and servers of this profile.
class LocalWorkspace final : public Workspace
{
    Q_OBJECT

public:
    explicit LocalWorkspace(LocalWorkspaceParts parts, QObject *parent = nullptr);
    ~LocalWorkspace() override;

    QFuture<Result<RecordingPage>> recordings(const Actor &actor, const RecordingQuery &query, const QByteArray &after,
                                              int limit) override;
    QFuture<Result<qint64>> countRecordings(const Actor &actor, const RecordingQuery &query) override;
    QFuture<Result<RecordingDetails>> recording(const Actor &actor, RecordingId id) override;
    QFuture<Result<RecordingId>> findRecording(const Actor &actor, const QString &text) override;
    QFuture<Result<QList<Participant>>> participants(const Actor &actor, RecordingId id) override;
    QFuture<Result<QList<TimelineEntry>>> timeline(const Actor &actor, RecordingId id) override;
    QFuture<Result<QStringList>> knownFormats(const Actor &actor) override;
    QFuture<Result<>> markSeen(const Actor &actor, RecordingId id) override;
    RecordingEditor &editor() override { return m_editor; }
    AttendanceBook &attendance() override { return m_attendance; }
    MaterialShelf &materials() override { return m_materials; }
    DraftBook &drafts() override { return m_drafts; }
    PeopleDirectory &people() override { return m_people; }
    FolderLibrary &folders() override { return m_folders; }
    AccessDesk &access() override { return m_access; }
    RetentionDesk &retention() override { return m_retention; }
    ServerReality &reality() override { return m_reality; }
    AuditTrail &audit() override { return m_audit; }
    BackupKeeper &backups() override { return m_backups; }

    QFuture<Result<QList<ConferenceServer>>> servers(const Actor &actor) override;
    QFuture<Result<QList<ConferenceServer>>> serversOfCatalog(const Actor &actor) override;
    QFuture<Result<ConnectionReport>> checkConnection(const Actor &actor, const ConferenceServer &draft,
                                                      const ServerCredentials &credentials, std::stop_token stop) override;
    QFuture<Result<ConnectionReport>> checkServer(const Actor &actor, ServerId id, const QByteArray &acceptHostKeySha256,
                                                  std::stop_token stop) override;
    QFuture<Result<ServerId>> addServer(const Actor &actor, const ConferenceServer &server,
                                        const ServerCredentials &credentials) override;
    QFuture<Result<>> updateServer(const Actor &actor, const ConferenceServer &server,
                                   const ServerCredentials &credentials) override;
    QFuture<Result<>> removeServer(const Actor &actor, ServerId id) override;
    QFuture<Result<>> grantTlsException(const Actor &actor, ServerId id, const TlsException &exception) override;
    QFuture<Result<>> revokeTlsException(const Actor &actor, ServerId id, const QByteArray &sha256) override;

    QFuture<Result<>> checkSecretStore(const Actor &actor) override;
    QFuture<Result<>> useSecretFile(const Actor &actor) override;
    QString secretStoreDescription() const override;

    JobId startSync(const Actor &actor, ServerId id) override;
    JobId startDownload(const Actor &actor, RecordingId id, const QString &format, const QString &saveAs) override;
    QList<JobStatus> jobs(const Actor &actor) const override;
    void cancelJob(const Actor &actor, JobId id) override;
    void retryJob(const Actor &actor, JobId id) override;
    void dismissJob(const Actor &actor, JobId id) override;

    QFuture<Result<MediaSource>> openMedia(const Actor &actor, RecordingId id, const QString &format) override;

private:
    QFuture<Result<OpenedServer>> openServer(ServerId id);
    QFuture<Result<OpenedDisk>> openDisk(ServerId id);
    // Passes the result on and, where it succeeded, tells that the servers changed.
    template<typename T>
    QFuture<Result<T>> thenServersChanged(const QFuture<Result<T>> &future);
    void refreshServers();
    void compareClocks(ServerId server);
    void setMaterialsRoot(const QString &folder);
    ConferenceServer serverOf(const QString &uuid) const; // as last read
    QFuture<Result<QList<ConferenceServer>>> listServers(const Actor &actor, bool withRemoved);
    std::optional<JobStatus> followedJob(const Actor &actor, JobId id) const;

    LocalWorkspaceParts m_parts;
    std::shared_ptr<Visibility> m_visibility;
    Gate m_gate;
    ServerRepository m_serverRows;
    ServerRegistry m_registry;
    RecordingRepository m_recordingRows;
    MeetingRepository m_meetingRows;
    Credentials m_credentials;
    QHash<ServerId, ConferenceServer> m_servers; // as last read: names for jobs, no decision rests on it
    QHash<qint64, std::pair<RecordingId, QString>> m_downloads; // by job: whether another asks for the same
    WorkerPool m_pool{8};
    MediaOpener m_media;
    JobRunner m_runner; // before the pool in destruction: jobs are told to stop, then the pool waits for them
    LocalRecordingEditor m_editor;
    LocalAttendanceBook m_attendance;
    LocalMaterialShelf m_materials;
    LocalDraftBook m_drafts;
    LocalPeopleDirectory m_people;
    LocalFolderLibrary m_folders;
    LocalAccessDesk m_access;
    LocalRetentionDesk m_retention;
    LocalServerReality m_reality;
    LocalAuditTrail m_audit;
    LocalBackupKeeper m_backups;
    SyncScheduler m_scheduler;
};

} // namespace letopis
