#pragma once

#include "core/workspace/workspace.h"
#include "tests/support/fakeaccessdesk.h"
#include "tests/support/fakeattendancebook.h"
#include "tests/support/fakeaudittrail.h"
#include "tests/support/fakedraftbook.h"
#include "tests/support/fakefolderlibrary.h"
#include "tests/support/fakebackupkeeper.h"
#include "tests/support/fakematerialshelf.h"
#include "tests/support/fakepeopledirectory.h"
#include "tests/support/fakerecordingeditor.h"
#include "tests/support/fakeretentiondesk.h"
#include "tests/support/fakeserverreality.h"

#include <QHash>
#include <QMap>
#include <QPromise>

#include <deque>
#include <functional>

namespace letopis::test {

// A workspace that behaves: an in-memory catalog with search, filters, sorting, keyset pages, servers, jobs. Answers come
// through the event loop as the real one's do; a test can hold them back, release them in any order, or make calls fail.
class FakeWorkspace final : public Workspace
{
    Q_OBJECT

public:
    struct Entry
    {
        RecordingDetails details;
        QList<Participant> participants;
        QList<TimelineEntry> timeline;
    };

    explicit FakeWorkspace(QObject *parent = nullptr);

    // What the catalog holds. These emit nothing; see announce…().
    RecordingId addEntry(Entry entry); // gives it an id
    Entry *entry(RecordingId id);
    void removeEntry(RecordingId id);
    ServerId putServer(ConferenceServer server); // adds or replaces
    void announceChange(const CatalogChange &change) { Q_EMIT catalogChanged(change); }
    void announceServers() { Q_EMIT serversChanged(); }
    QList<ConferenceServer> serverList() const { return m_servers.values(); }
    qsizetype entryCount() const { return m_entries.size(); }
    QList<RecordingId> recordingIds() const { return m_entries.keys(); }
    RecordingDetails detailsOf(RecordingId id) const { return m_entries.value(id).details; }

    // Scripts.
    void failNext(const QString &call, Error error); // "recordings", "recording", "addServer" …: once
    void setHoldsAnswers(bool holds);                // false: releases what is held, in order
    void releaseAnswer(int index);                   // out of order
    int heldAnswers() const { return static_cast<int>(m_held.size()); }
    void setConnectionReport(const ConnectionReport &report) { m_connectionReport = report; }
    void setSecretStoreError(const std::optional<Error> &error) { m_secretStoreError = error; }
    void setMedia(std::function<Result<MediaSource>(RecordingId, const QString &)> open) { m_openMedia = std::move(open); }
    void setJob(const JobStatus &status); // adds or replaces, and emits
    void finishJob(JobId id, const std::optional<Error> &error = {}, const std::optional<SyncReport> &report = {});

    // What was asked.
    const QStringList &calls() const { return m_calls; }
    void forgetCalls() { m_calls.clear(); }
    const RecordingQuery &lastQuery() const { return m_lastQuery; }
    const ServerCredentials &lastCredentials() const { return m_lastCredentials; }
    const std::optional<ConferenceServer> &lastServer() const { return m_lastServer; }

    // Workspace.
    QFuture<Result<RecordingPage>> recordings(const Actor &actor, const RecordingQuery &query, const QByteArray &after,
                                              int limit) override;
    QFuture<Result<qint64>> countRecordings(const Actor &actor, const RecordingQuery &query) override;
    QFuture<Result<RecordingDetails>> recording(const Actor &actor, RecordingId id) override;
    QFuture<Result<RecordingId>> findRecording(const Actor &actor, const QString &text) override;
    QFuture<Result<QList<Participant>>> participants(const Actor &actor, RecordingId id) override;
    QFuture<Result<QList<TimelineEntry>>> timeline(const Actor &actor, RecordingId id) override;
    QFuture<Result<QStringList>> knownFormats(const Actor &actor) override;
    QFuture<Result<>> markSeen(const Actor &actor, RecordingId id) override;
    FakeRecordingEditor &editor() override { return m_editor; }
    FakeAttendanceBook &attendance() override { return m_attendance; }
    FakeMaterialShelf &materials() override { return m_materials; }
    FakeDraftBook &drafts() override { return m_drafts; }
    FakePeopleDirectory &people() override { return m_people; }
    FakeFolderLibrary &folders() override { return m_folders; }
    FakeRetentionDesk &retention() override { return m_retention; }
    FakeServerReality &reality() override { return m_reality; }
    FakeAuditTrail &audit() override { return m_audit; }
    FakeAccessDesk &access() override { return m_access; }
    FakeBackupKeeper &backups() override { return m_backups; }
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
    JobId startDownload(const Actor &actor, RecordingId id, const QString &format, const QString &localFile) override;
    QList<JobStatus> jobs() const { return m_jobs.values(); } // everybody's
    QList<JobStatus> jobs(const Actor &actor) const override;
    void cancelJob(const Actor &actor, JobId id) override;
    void retryJob(const Actor &actor, JobId id) override;
    void dismissJob(const Actor &actor, JobId id) override;
    QFuture<Result<MediaSource>> openMedia(const Actor &actor, RecordingId id, const QString &format) override;

    // For the fakes of the workspace's parts. Makes the answer now, or fails as scripted, and delivers it through the event
    // loop.
    template<typename T>
    QFuture<Result<T>> answer(const QString &call, std::function<Result<T>()> make)
    {
        m_calls.append(call);
        const auto failure = m_failures.constFind(call);
        Result<T> result = failure == m_failures.constEnd() ? make() : Result<T>(*failure);
        m_failures.remove(call);
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        deliver([promise, result = std::move(result)] {
            promise->addResult(result);
            promise->finish();
        });
        return promise->future();
    }
    JobId startFakeJob(JobKind kind, ServerId id, const QString &subject = {}); // joins the one already running

private:
    QList<RecordingRow> matching(const RecordingQuery &query) const;
    ConferenceServer *server(ServerId id);
    void deliver(std::function<void()> answer);

    QMap<RecordingId, Entry> m_entries;
    QMap<ServerId, ConferenceServer> m_servers;
    QMap<JobId, JobStatus> m_jobs;
    QHash<QString, Error> m_failures;
    std::deque<std::function<void()>> m_held;
    bool m_holdsAnswers = false;
    bool m_usesSecretFile = false;
    ConnectionReport m_connectionReport;
    std::optional<Error> m_secretStoreError;
    std::function<Result<MediaSource>(RecordingId, const QString &)> m_openMedia;
    QStringList m_calls;
    RecordingQuery m_lastQuery;
    ServerCredentials m_lastCredentials;
    std::optional<ConferenceServer> m_lastServer;
    qint64 m_nextId = 1;
    FakeRecordingEditor m_editor{*this};
    FakeAttendanceBook m_attendance{*this};
    FakeMaterialShelf m_materials{*this};
    FakeDraftBook m_drafts{*this};
    FakePeopleDirectory m_people{*this};
    FakeAccessDesk m_access{*this};
    FakeRetentionDesk m_retention{*this};
    FakeServerReality m_reality;
    FakeAuditTrail m_audit{*this};
    FakeFolderLibrary m_folders{*this}; // tells the desk of its folders
    FakeBackupKeeper m_backups{*this};
};

// Two servers and a dozen recordings in Russian and English with participants and timelines: what the gallery shows. `nowUtc` dates them.
void fillWithSamples(FakeWorkspace &workspace, const QDateTime &nowUtc);
// `count` plain recordings, an hour apart, for paging.
void fillWithMany(FakeWorkspace &workspace, int count, const QDateTime &nowUtc);

} // namespace letopis::test
