#include "core/base/turn.h"
#include "core/base/whendone.h"
#include "core/secrets/filesecretstore.h"
#include "core/secrets/memorysecretstore.h"
#include "core/storage/auditrepository.h"
#include "core/workspace/local/localworkspace.h"
#include "core/workspace/recordingeditor.h"
#include "tests/support/answer.h"
#include "tests/support/fakeconferenceservice.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

const Actor admin = ownerActor(u"admin"_s, u"Admin"_s);

// A computer without a keychain.
class NoKeychain final : public SecretStore
{
public:
    QFuture<Result<SecretText>> read(const SecretRef &) override { return readyFuture(Result<SecretText>(none())); }
    QFuture<Result<>> write(const SecretRef &, const SecretText &) override { return readyFuture(Result<>(none())); }
    QFuture<Result<>> remove(const SecretRef &) override { return readyFuture(Result<>(none())); }
    QString description() const override { return u"none"_s; }

private:
    static Error none() { return {ErrorKind::SecretStoreUnavailable, u"no D-Bus"_s, {}, {}}; }
};

// Takes the first secret and no other.
class FullKeychain final : public SecretStore
{
public:
    QFuture<Result<SecretText>> read(const SecretRef &ref) override { return m_store.read(ref); }
    QFuture<Result<>> write(const SecretRef &ref, const SecretText &secret) override
    {
        if (written)
            return readyFuture(Result<>(Error{ErrorKind::SecretStoreUnavailable, u"full"_s, {}, {}}));
        written = ref;
        return m_store.write(ref, secret);
    }
    QFuture<Result<>> remove(const SecretRef &ref) override { return m_store.remove(ref); }
    QString description() const override { return u"full"_s; }

    std::optional<SecretRef> written;

private:
    MemorySecretStore m_store;
};

// Refuses to remove the first of a server's secrets.
class StubbornKeychain final : public SecretStore
{
public:
    QFuture<Result<SecretText>> read(const SecretRef &ref) override { return m_store.read(ref); }
    QFuture<Result<>> write(const SecretRef &ref, const SecretText &secret) override { return m_store.write(ref, secret); }
    QFuture<Result<>> remove(const SecretRef &ref) override
    {
        if (ref.purpose == u"api-secret")
            return readyFuture(Result<>(Error{ErrorKind::SecretStoreUnavailable, u"locked"_s, {}, {}}));
        return m_store.remove(ref);
    }
    QString description() const override { return u"stubborn"_s; }

private:
    MemorySecretStore m_store;
};

struct Fixture
{
    explicit Fixture(std::unique_ptr<SecretStore> keychainStore = std::make_unique<MemorySecretStore>())
        : keychain(std::move(keychainStore))
        , database(Database::open(directory.filePath(u"catalog.sqlite"_s)).value())
        , secretFile(directory.filePath(u"secrets.json"_s))
        , media(directory.filePath(u"media"_s), 1 << 30)
        , workspace({.database = *database,
                     .store = ContentStore(directory.filePath(u"store"_s)),
                     .services = factory,
                     .keychain = *keychain,
                     .secretFile = secretFile,
                     .usesSecretFile = false,
                     .rememberSecretFile = [this] { ++rememberedSecretFile; },
                     .media = media,
                     .clock = clock,
                     .hasBackgroundSync = false})
    {}

    Result<ServerId> addServer(const QString &name = u"university"_s)
    {
        ConferenceServer server;
        server.name = name;
        server.apiUrl = QUrl(u"https://%1.example/bigbluebutton/api/"_s.arg(name));
        ServerCredentials credentials;
        credentials.apiSecret = SecretText("canary-secret-0451");
        return answerOf(workspace.addServer(admin, server, credentials));
    }

    JobStatus run(JobId id)
    {
        const auto status = [&] {
            for (const JobStatus &each : workspace.jobs(admin)) {
                if (each.id == id)
                    return each;
            }
            return JobStatus{};
        };
        (void)QTest::qWaitFor([&] { return status().state == Job::State::Finished; }, 30'000);
        return status();
    }

    QTemporaryDir directory;
    SystemClock clock;
    int rememberedSecretFile = 0;
    std::shared_ptr<FakeConference> conference = std::make_shared<FakeConference>();
    FakeServiceFactory factory{conference};
    std::unique_ptr<SecretStore> keychain;
    std::unique_ptr<Database> database;
    FileSecretStore secretFile;
    MediaCache media;
    LocalWorkspace workspace;
};

} // namespace

class TestLocalWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayWhatChangesWithPeople()
    {
        Fixture f;
        QSignalSpy told(&f.workspace.access(), &AccessDesk::accessChanged);
        Person vera;
        vera.name = u"Vera"_s;
        QVERIFY(answerOf(f.workspace.people().add(admin, vera)));
        QTRY_VERIFY(!told.isEmpty());
    }

    void aFailedSyncIsNotRunAgainBesideAnother()
    {
        Fixture f;
        f.conference->recordings = {sampleSnapshot(1)};
        f.conference->failAtPage = 0;
        f.conference->failsOnce = true;
        f.conference->failure = {ErrorKind::AuthenticationRefused, u"no"_s, {}, {}};
        const Result<ServerId> id = f.addServer();
        QVERIFY(id);
        const JobId failed = f.workspace.startSync(admin, *id);
        QVERIFY(f.run(failed).canRetry);
        f.conference->hangs = true;
        const JobId other = f.workspace.startSync(admin, *id);
        f.workspace.retryJob(admin, failed);
        QCOMPARE(f.workspace.jobs(admin).at(0).id, failed);
        QCOMPARE(f.workspace.jobs(admin).at(0).state, Job::State::Finished);
        f.workspace.cancelJob(admin, other);
        QVERIFY(f.run(other).canRetry);
        f.conference->hangs = false;
        f.workspace.retryJob(admin, failed);
        QVERIFY(!f.run(failed).error);
    }

    void aServerIsAddedSyncedAndReadOffline()
    {
        Fixture f;
        f.conference->recordings = {sampleSnapshot(1), sampleSnapshot(2)};
        const Result<ServerId> id = f.addServer();
        QVERIFY(id);
        QSignalSpy changed(&f.workspace, &Workspace::catalogChanged);
        const JobStatus sync = f.run(f.workspace.startSync(admin, *id));
        QVERIFY(!sync.error);
        QCOMPARE(sync.report->added, 2);
        QVERIFY(changed.count() > 0);
        const RecordingPage page = answerOf(f.workspace.recordings(admin, {}, {}, 10)).value();
        QCOMPARE(page.rows.size(), 2);
        QCOMPARE(page.rows.first().serverName, u"university"_s);
        QCOMPARE(answerOf(f.workspace.countRecordings(admin, {})).value(), 2);
    }

    void aSecondSyncOfAServerJoinsTheRunningOne()
    {
        Fixture f;
        f.conference->recordings = {sampleSnapshot(1)};
        f.conference->hangs = true;
        const ServerId id = f.addServer().value();
        const JobId first = f.workspace.startSync(admin, id);
        QCOMPARE(f.workspace.startSync(admin, id), first);
        f.workspace.cancelJob(admin, first);
        QCOMPARE(f.run(first).error->kind, ErrorKind::Cancelled);
    }

    void aServerThatBreaksTheRulesIsRefusedBeforeItsSecretsAreKept()
    {
        Fixture f;
        const ServerId id = f.addServer().value();
        const ConferenceServer before = answerOf(f.workspace.servers(admin)).value().first();
        ConferenceServer broken = before;
        broken.apiUrl = QUrl(u"http://university.example/bigbluebutton/api/"_s);
        ServerCredentials other;
        other.apiSecret = SecretText("another secret");
        const Result<> updated = answerOf(f.workspace.updateServer(admin, broken, other));
        QCOMPARE(updated.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(updated.error().subject, broken.name);
        QVERIFY(updated.error().detail.contains(u"unencrypted"_s));
        QCOMPARE(answerOf(f.workspace.servers(admin)).value().first(), before);
        QCOMPARE(answerOf(f.keychain->read({before.uuid, u"api-secret"_s})).value().reveal(),
                 QByteArray("canary-secret-0451"));

        broken.name = QString(201, u'x');
        QCOMPARE(answerOf(f.workspace.addServer(admin, broken, other)).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(answerOf(f.workspace.servers(admin)).value().size(), 1);
        TlsException exception{u"university.example"_s, QByteArray(32, '\x11'), {CertificateProblem::SelfSigned}, {},
                               f.clock.now().addDays(-1)};
        QCOMPARE(answerOf(f.workspace.grantTlsException(admin, id, exception)).error().kind, ErrorKind::InvalidInput);
    }

    void aNameThatAnotherServerHasIsRefusedBeforeSecretsAreKept()
    {
        Fixture f;
        const ServerId id = f.addServer(u"university"_s).value();
        QVERIFY(f.addServer(u"academy"_s));
        const auto serverOf = [&f](ServerId wanted) {
            const QList<ConferenceServer> servers = answerOf(f.workspace.servers(admin)).value();
            for (const ConferenceServer &server : servers) {
                if (server.id == wanted)
                    return server;
            }
            return ConferenceServer{};
        };
        const ConferenceServer before = serverOf(id);
        ServerCredentials other;
        other.apiSecret = SecretText("another secret");
        ConferenceServer renamed = before;
        renamed.name = u" Academy"_s; // case and space make no other name
        const Result<> refused = answerOf(f.workspace.updateServer(admin, renamed, other));
        QCOMPARE(refused.error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(refused.error().subject, u"Academy"_s);
        QCOMPARE(serverOf(id), before);
        QCOMPARE(answerOf(f.keychain->read({before.uuid, u"api-secret"_s})).value().reveal(),
                 QByteArray("canary-secret-0451"));

        renamed.name = u"University"_s; // its own, in other letters
        QVERIFY(answerOf(f.workspace.updateServer(admin, renamed, other)));
        QCOMPARE(serverOf(id).name, u"University"_s);
        QCOMPARE(answerOf(f.keychain->read({before.uuid, u"api-secret"_s})).value().reveal(), QByteArray("another secret"));
    }

    void secretsAreOnlyInTheSecretStore()
    {
        Fixture f;
        const ServerId id = f.addServer().value();
        QVERIFY(!f.run(f.workspace.startSync(admin, id)).error);
        for (const QFileInfo &info : QDir(f.directory.path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary-secret-0451"), qUtf8Printable(info.fileName()));
        }
    }

    void aServerThatIsNotAddedLeavesNoSecretBehind()
    {
        auto keychain = std::make_unique<FullKeychain>();
        const FullKeychain &full = *keychain;
        Fixture f(std::move(keychain));
        ConferenceServer server;
        server.name = u"university"_s;
        server.apiUrl = QUrl(u"https://university.example/bigbluebutton/api/"_s);
        ServerCredentials credentials;
        credentials.apiSecret = SecretText("canary-secret-0451");
        credentials.sshPassword = SecretText("canary-password");
        QCOMPARE(answerOf(f.workspace.addServer(admin, server, credentials)).error().kind,
                 ErrorKind::SecretStoreUnavailable);
        QVERIFY(full.written);
        QTRY_COMPARE(answerOf(f.keychain->read(*full.written)).has_value(), false);
        QVERIFY(answerOf(f.workspace.servers(admin)).value().isEmpty());
    }

    void everySecretIsRemovedThoughOneRefuses()
    {
        StubbornKeychain store;
        Credentials credentials(store);
        ServerCredentials secrets;
        secrets.apiSecret = SecretText("one");
        secrets.sshPassword = SecretText("two");
        QVERIFY(answerOf(credentials.save(u"uuid"_s, secrets)));
        QCOMPARE(answerOf(credentials.removeAll(u"uuid"_s)).error().detail, u"locked"_s);
        QCOMPARE(answerOf(store.read({u"uuid"_s, u"ssh-password"_s})).error().kind, ErrorKind::SecretMissing);
    }

    void withoutAKeychainNothingIsKeptUntilTheFileIsAskedFor()
    {
        Fixture f(std::make_unique<NoKeychain>());
        QCOMPARE(answerOf(f.workspace.checkSecretStore(admin)).error().kind, ErrorKind::SecretStoreUnavailable);
        QCOMPARE(f.addServer().error().kind, ErrorKind::SecretStoreUnavailable);
        QVERIFY(answerOf(f.workspace.servers(admin)).value().isEmpty());
        QVERIFY(!QFile::exists(f.directory.filePath(u"secrets.json"_s)));

        QVERIFY(answerOf(f.workspace.useSecretFile(admin)));
        QCOMPARE(f.rememberedSecretFile, 1);
        QVERIFY(f.addServer());
        const QString file = f.directory.filePath(u"secrets.json"_s);
        QVERIFY(QFile::exists(file));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void aRemovedServerLosesItsSecretsAndKeepsItsRecordings()
    {
        Fixture f;
        f.conference->recordings = {sampleSnapshot(1)};
        const ServerId id = f.addServer().value();
        QVERIFY(!f.run(f.workspace.startSync(admin, id)).error);
        const QString uuid = answerOf(f.workspace.servers(admin)).value().first().uuid;
        QVERIFY(answerOf(f.workspace.removeServer(admin, id)));
        QVERIFY(answerOf(f.workspace.servers(admin)).value().isEmpty());
        QCOMPARE(answerOf(f.keychain->read({uuid, u"api-secret"_s})).error().kind, ErrorKind::SecretMissing);
        QCOMPARE(answerOf(f.workspace.countRecordings(admin, {})).value(), 1);
    }

    void aServerWhoseSecretsStayIsGoneAllTheSame()
    {
        Fixture f(std::make_unique<StubbornKeychain>());
        const ServerId id = f.addServer().value();
        QSignalSpy changed(&f.workspace, &Workspace::serversChanged);
        const Result<> removed = answerOf(f.workspace.removeServer(admin, id));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, ErrorKind::SecretStoreUnavailable);
        QVERIFY(!changed.isEmpty()); // windows and the schedule let it go
        QVERIFY(answerOf(f.workspace.servers(admin)).value().isEmpty());
    }

    void aRemovedServersPushIsCancelled()
    {
        Fixture f;
        const ServerId id = f.addServer().value();
        auto other = takeTurn(u"%1.push-%2.lock"_s.arg(f.database->path()).arg(id.value), {});
        QVERIFY(other);
        const JobId push = f.workspace.editor().startPush(admin, id);
        QVERIFY(answerOf(f.workspace.removeServer(admin, id)));
        const JobStatus status = f.run(push); // while the other program still holds its turn
        QVERIFY(status.error);
        QCOMPARE(status.error->kind, ErrorKind::Cancelled);
    }

    void aTlsExceptionIsGrantedAndRevokedAndBothAreInTheJournal()
    {
        Fixture f;
        const ServerId id = f.addServer().value();
        TlsException exception;
        exception.host = u"university.example"_s;
        exception.sha256 = QByteArray(32, '\x11');
        exception.problems = {CertificateProblem::SelfSigned};
        exception.grantedAt = f.clock.now();
        exception.expiresAt = f.clock.now().addDays(30);
        QVERIFY(answerOf(f.workspace.grantTlsException(admin, id, exception)));
        QCOMPARE(answerOf(f.workspace.servers(admin)).value().first().tlsExceptions.size(), 1);
        QVERIFY(answerOf(f.workspace.revokeTlsException(admin, id, exception.sha256)));
        QVERIFY(answerOf(f.workspace.servers(admin)).value().first().tlsExceptions.isEmpty());
        QStringList actions;
        const auto events = answerOf(AuditRepository(*f.database).page(0, 100)).value();
        for (const AuditEvent &event : events)
            actions.append(event.action);
        QCOMPARE(actions.filter(u"xception"_s).size(), 2);
    }

    void playingReadsThroughTheCacheAndThenWithoutTheServer()
    {
        Fixture f;
        f.conference->recordings = {sampleSnapshot(1)};
        QByteArray content;
        for (int i = 0; i < 5000; ++i)
            content.append(char(i * 13));
        f.conference->files[sampleSnapshot(1).formats.first().url] = content;
        const ServerId id = f.addServer().value();
        QVERIFY(!f.run(f.workspace.startSync(admin, id)).error);
        const RecordingId recording = answerOf(f.workspace.findRecording(admin, sampleSnapshot(1).externalId)).value();
        {
            const MediaSource source = answerOf(f.workspace.openMedia(admin, recording, u"video"_s)).value();
            QTRY_VERIFY(source.cache->isComplete());
            QCOMPARE(source.device->readAll(), content);
        }
        f.conference->files.clear(); // the server has nothing any more
        const MediaSource offline = answerOf(f.workspace.openMedia(admin, recording, u"video"_s)).value();
        QCOMPARE(offline.device->readAll(), content);
        QCOMPARE(answerOf(f.workspace.openMedia(admin, recording, u"podcast"_s)).error().kind, ErrorKind::NotFound);
    }

    void aRemovedServersCachedMediaGoesWithIt()
    {
        Fixture f;
        f.conference->recordings = {sampleSnapshot(1)};
        f.conference->files[sampleSnapshot(1).formats.first().url] = QByteArray(4321, 'v');
        const ServerId id = f.addServer().value();
        QVERIFY(!f.run(f.workspace.startSync(admin, id)).error);
        const RecordingId recording = answerOf(f.workspace.findRecording(admin, sampleSnapshot(1).externalId)).value();
        {
            const MediaSource source = answerOf(f.workspace.openMedia(admin, recording, u"video"_s)).value();
            QTRY_VERIFY(source.cache->isComplete());
        }
        QTRY_VERIFY(f.media.usedBytes() > 0);
        QVERIFY(answerOf(f.workspace.removeServer(admin, id)));
        QCOMPARE(f.media.usedBytes(), 0);
    }

    void aDownloadEndsAsAFileUnderItsName()
    {
        Fixture f;
        f.conference->recordings = {sampleSnapshot(1)};
        f.conference->files[sampleSnapshot(1).formats.first().url] = QByteArray(4321, 'v');
        const ServerId id = f.addServer().value();
        QVERIFY(!f.run(f.workspace.startSync(admin, id)).error);
        const RecordingId recording = answerOf(f.workspace.findRecording(admin, sampleSnapshot(1).externalId)).value();
        const QString file = f.directory.filePath(u"saved.m4v"_s);
        const JobStatus done = f.run(f.workspace.startDownload(admin, recording, u"video"_s, file));
        QVERIFY(!done.error);
        QCOMPARE(QFileInfo(file).size(), 4321);

        // From now on it plays from there, also without the server …
        f.conference->files.clear();
        QTRY_COMPARE(answerOf(f.workspace.openMedia(admin, recording, u"video"_s)).has_value(), true);
        {
            const MediaSource saved = answerOf(f.workspace.openMedia(admin, recording, u"video"_s)).value();
            QVERIFY(!saved.cache);
            QCOMPARE(saved.device->readAll(), QByteArray(4321, 'v'));
        }
        // … unless somebody changed it.
        QFile changed(file);
        QVERIFY(changed.open(QIODevice::Append) && changed.write("x") == 1);
        changed.close();
        QCOMPARE(answerOf(f.workspace.openMedia(admin, recording, u"video"_s)).error().kind, ErrorKind::NotFound);
    }

    void twoDownloadsNeverWriteOneFile()
    {
        Fixture f;
        f.conference->recordings = {sampleSnapshot(1), sampleSnapshot(2)};
        const QByteArray content(4321, 'v');
        f.conference->files[sampleSnapshot(1).formats.first().url] = content;
        f.conference->files[sampleSnapshot(2).formats.first().url] = QByteArray(4321, 'w');
        const ServerId id = f.addServer().value();
        QVERIFY(!f.run(f.workspace.startSync(admin, id)).error);
        const RecordingId one = answerOf(f.workspace.findRecording(admin, sampleSnapshot(1).externalId)).value();
        const RecordingId two = answerOf(f.workspace.findRecording(admin, sampleSnapshot(2).externalId)).value();
        const QString file = f.directory.filePath(u"saved.m4v"_s);
        const JobId first = f.workspace.startDownload(admin, one, u"video"_s, file);
        QCOMPARE(f.workspace.startDownload(admin, one, u"video"_s, f.directory.filePath(u"./saved.m4v"_s)), first);
        const JobId other = f.workspace.startDownload(admin, two, u"video"_s, file);
        QVERIFY(other != first);
        QCOMPARE(f.run(other).error->kind, ErrorKind::AlreadyExists);
        QVERIFY(!f.run(first).error);
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), content);
    }

    void newRecordingsAreAnnouncedButNotThoseOfTheFirstSync()
    {
        Fixture f;
        f.conference->recordings = {sampleSnapshot(1)};
        const ServerId id = f.addServer().value();
        QSignalSpy announced(&f.workspace, &Workspace::newRecordingsFound);
        QSignalSpy servers(&f.workspace, &Workspace::serversChanged);
        QVERIFY(!f.run(f.workspace.startSync(admin, id)).error);
        QTRY_VERIFY(answerOf(f.workspace.servers(admin)).value().first().lastSyncAt.isValid());
        QCOMPARE(announced.count(), 0);
        f.conference->recordings.push_back(sampleSnapshot(2));
        QVERIFY(!f.run(f.workspace.startSync(admin, id)).error);
        QTRY_COMPARE(announced.count(), 1);
        QCOMPARE(announced[0][1].toLongLong(), 1);
    }

    void destroyingTheWorkspaceDuringASyncIsQuick()
    {
        auto f = std::make_unique<Fixture>();
        f->conference->recordings = {sampleSnapshot(1)};
        f->conference->hangs = true;
        const ServerId id = f->addServer().value();
        f->workspace.startSync(admin, id);
        const std::shared_ptr<FakeConference> conference = f->conference;
        QTRY_COMPARE(conference->listings.load(), 1);
        f.reset(); // would hang here if stop were not passed on
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspace)
#include "tst_localworkspace.moc"
