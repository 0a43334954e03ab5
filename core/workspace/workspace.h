#pragma once

#include "core/domain/actor.h"
#include "core/domain/jobstatus.h"
#include "core/domain/participant.h"
#include "core/domain/ports/conferenceservice.h"
#include "core/domain/ports/recordingdisk.h"
#include "core/domain/recordingquery.h"
#include "core/domain/timeline.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace letopis {

class AccessDesk;
class AttendanceBook;
class AuditTrail;
class BackupKeeper;
class CachedByteSource;
class DraftBook;
class FolderLibrary;
class MaterialShelf;
class PeopleDirectory;
class RecordingEditor;
class RetentionDesk;
class ServerReality;

// How each step of a connection test ended. A step that was not reached has neither value nor error.
struct ConnectionReport
{
    std::optional<Result<ApiIdentity>> api;
    std::optional<Result<DiskIdentity>> disk; // not tried without an SSH account
    std::optional<Result<DiskAbility>> deletion; // likewise

    bool isUsable() const { return api && *api; }
};

// Something to play: a device of this thread that never blocks, over a downloaded file or a cache that our own HTTPS stack
// fills. Never a URL: engines do not check certificates as we do (player.md).
struct MediaSource
{
    std::shared_ptr<QIODevice> device; // random access, open; belongs to the main thread
    std::shared_ptr<CachedByteSource> cache; // the same object where it is filled from the network, else null
    QString name;
    QString mimeType;
};

// The seam between windows or command line and the catalog, in process or behind a team service. Main thread only; nothing
// blocks. Every call says who asks.
class Workspace : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // The catalog.
    virtual QFuture<Result<RecordingPage>> recordings(const Actor &actor, const RecordingQuery &query,
                                                      const QByteArray &after, int limit) = 0;
    virtual QFuture<Result<qint64>> countRecordings(const Actor &actor, const RecordingQuery &query) = 0;
    virtual QFuture<Result<RecordingDetails>> recording(const Actor &actor, RecordingId id) = 0;
    // By the server's recordID or the catalog's own number. NotFound.
    virtual QFuture<Result<RecordingId>> findRecording(const Actor &actor, const QString &text) = 0;
    virtual QFuture<Result<QList<Participant>>> participants(const Actor &actor, RecordingId id) = 0;
    virtual QFuture<Result<QList<TimelineEntry>>> timeline(const Actor &actor, RecordingId id) = 0;
    virtual QFuture<Result<QStringList>> knownFormats(const Actor &actor) = 0;
    virtual QFuture<Result<>> markSeen(const Actor &actor, RecordingId id) = 0;

    // The workspace's parts, as long as itself. General information and its outbox:
    virtual RecordingEditor &editor() = 0;
    // Who took part, with people's corrections over the automatic list:
    virtual AttendanceBook &attendance() = 0;
    // Files that people add to recordings:
    virtual MaterialShelf &materials() = 0;
    // What was typed into forms and not applied:
    virtual DraftBook &drafts() = 0;
    // People and groups:
    virtual PeopleDirectory &people() = 0;
    // Folders, and the rules that file recordings into them:
    virtual FolderLibrary &folders() = 0;
    // Who may do what, and why:
    virtual AccessDesk &access() = 0;
    // When recordings go:
    virtual RetentionDesk &retention() = 0;
    // Whether the servers are as the catalog says:
    virtual ServerReality &reality() = 0;
    // Who did what:
    virtual AuditTrail &audit() = 0;
    // Backups of the catalog:
    virtual BackupKeeper &backups() = 0;

    // Servers. Removed ones keep their recordings in the catalog.
    virtual QFuture<Result<QList<ConferenceServer>>> servers(const Actor &actor) = 0;
    virtual QFuture<Result<QList<ConferenceServer>>> serversOfCatalog(const Actor &actor) = 0; // also the removed ones
    virtual QFuture<Result<ConnectionReport>> checkConnection(const Actor &actor, const ConferenceServer &draft,
                                                              const ServerCredentials &credentials,
                                                              std::stop_token stop) = 0;
    // The same with the stored secrets; `acceptHostKeySha256` after a person accepted an unknown host key.
    virtual QFuture<Result<ConnectionReport>> checkServer(const Actor &actor, ServerId id,
                                                          const QByteArray &acceptHostKeySha256, std::stop_token stop) = 0;
    virtual QFuture<Result<ServerId>> addServer(const Actor &actor, const ConferenceServer &server,
                                                const ServerCredentials &credentials) = 0;
    // Secrets that are empty stay as they are.
    virtual QFuture<Result<>> updateServer(const Actor &actor, const ConferenceServer &server,
                                           const ServerCredentials &credentials) = 0;
    virtual QFuture<Result<>> removeServer(const Actor &actor, ServerId id) = 0;
    virtual QFuture<Result<>> grantTlsException(const Actor &actor, ServerId id, const TlsException &exception) = 0;
    virtual QFuture<Result<>> revokeTlsException(const Actor &actor, ServerId id, const QByteArray &sha256) = 0;

    // Where secrets are kept, and whether that works here. A file is used only after useSecretFile().
    virtual QFuture<Result<>> checkSecretStore(const Actor &actor) = 0;
    virtual QFuture<Result<>> useSecretFile(const Actor &actor) = 0;
    virtual QString secretStoreDescription() const = 0;

    // Long work.
    virtual JobId startSync(const Actor &actor, ServerId id) = 0; // joins the one already running
    // Joins one of the same into the same file; another into that file ends with AlreadyExists.
    virtual JobId startDownload(const Actor &actor, RecordingId id, const QString &format, const QString &localFile) = 0;
    virtual QList<JobStatus> jobs(const Actor &actor) const = 0; // mayFollow()
    // Of those the actor may follow; others stay as they are.
    virtual void cancelJob(const Actor &actor, JobId id) = 0;
    virtual void retryJob(const Actor &actor, JobId id) = 0;
    virtual void dismissJob(const Actor &actor, JobId id) = 0;

    // Playing. Offline where the file is downloaded or wholly cached.
    virtual QFuture<Result<MediaSource>> openMedia(const Actor &actor, RecordingId id, const QString &format) = 0;

Q_SIGNALS:
    void catalogChanged(const letopis::CatalogChange &change);
    void serversChanged();
    void jobChanged(const letopis::JobStatus &status); // also for a new one; windows show those that their actor may follow
    void jobDismissed(letopis::JobId id);
    // After any sync but a server's first, asked for or not, that added recordings. Who may see them asks for their titles.
    void newRecordingsFound(letopis::ServerId server, qint64 count);
};

} // namespace letopis
