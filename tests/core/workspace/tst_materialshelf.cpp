#include "core/base/whendone.h"
#include "core/secrets/filesecretstore.h"
#include "core/secrets/memorysecretstore.h"
#include "core/transport/sftptransport.h"
#include "core/workspace/local/localworkspace.h"
#include "tests/core/transport/sftptesting.h"
#include "tests/support/answer.h"
#include "tests/support/fakeconferenceservice.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {
// A profile of one person with a server whose disk is a real sshd's, or that has none.
class Profile
{
public:
    Profile(const QString &login, const QString &dataRoot, std::optional<SshEndpoint> ssh, bool isByItself = false,
            const QString &materialsDirectory = {})
        : actor(ownerActor(login, login))
        , m_database(Database::open(m_directory.filePath(u"catalog.sqlite"_s)).value())
        , m_secretFile(m_directory.filePath(u"secrets.json"_s))
        , m_media(m_directory.filePath(u"media"_s), 1 << 30)
        , materialsFolder(materialsDirectory.isEmpty() ? m_directory.filePath(u"materials"_s) : materialsDirectory)
        , workspace({.database = *m_database,
                     .store = ContentStore(m_directory.filePath(u"store"_s)),
                     .services = m_services,
                     .keychain = m_keychain,
                     .secretFile = m_secretFile,
                     .usesSecretFile = false,
                     .rememberSecretFile = {},
                     .media = m_media,
                     .clock = m_clock,
                     .hasBackgroundSync = isByItself,
                     .transports = &m_transports,
                     .rememberMaterialsRoot = [this](const QString &folder) { rememberedFolder = folder; },
                     .materialsDirectory = materialsFolder})
        , shelf(workspace.materials())
    {
        m_conference->recordings = {sampleSnapshot(1)};
        ConferenceServer description;
        description.name = u"university"_s;
        description.apiUrl = QUrl(u"https://university.example/bigbluebutton/api/"_s);
        description.dataRoot = dataRoot;
        description.ssh = ssh;
        description.syncIntervalMinutes = 0;
        ServerCredentials credentials;
        credentials.apiSecret = SecretText("secret");
        server = answerOf(workspace.addServer(actor, description, credentials)).value();
        sync();
        recording = answerOf(workspace.recordings(actor, {}, {}, 1)).value().rows.first().id;
    }

    void sync() { run(workspace.startSync(actor, server)); }
    JobStatus run(JobId id)
    {
        const auto status = [&] {
            for (const JobStatus &each : workspace.jobs(actor)) {
                if (each.id == id)
                    return each;
            }
            return JobStatus{};
        };
        (void)QTest::qWaitFor([&] { return status().state == Job::State::Finished; }, 60'000);
        return status();
    }
    QByteArray outcome(JobId id)
    {
        const JobStatus status = run(id);
        return status.error ? errorKindName(status.error->kind).toLatin1()
                            : status.state == Job::State::Finished ? QByteArray("done") : QByteArray("unfinished");
    }
    QString file(const QString &name, const QByteArray &content)
    {
        QDir().mkpath(m_directory.filePath(u"desk"_s));
        const QString path = m_directory.filePath(u"desk/"_s + name);
        write(path, content);
        return path;
    }
    QString desk(const QString &name) { return m_directory.filePath(u"desk/"_s + name); }
    QList<Material> materials() { return answerOf(shelf.materials(actor, recording, true)).value_or({}); }
    // How many files are under the folder of contents, in whatever state.
    int storedFiles() const
    {
        int count = 0;
        for (QDirIterator files(materialsFolder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext(); ++count)
            files.next();
        return count;
    }

    Actor actor;
    ServerId server;
    RecordingId recording;

private:
    QTemporaryDir m_directory;
    SystemClock m_clock;
    std::shared_ptr<FakeConference> m_conference = std::make_shared<FakeConference>();
    FakeServiceFactory m_services{m_conference};
    MemorySecretStore m_keychain;
    std::unique_ptr<Database> m_database;
    FileSecretStore m_secretFile;
    MediaCache m_media;
    SftpTransportFactory m_transports;

public:
    QString materialsFolder;
    QString rememberedFolder;
    LocalWorkspace workspace;
    MaterialShelf &shelf;
};
} // namespace

// Materials from one person's desk to another's, over a real server's disk.
class MaterialShelfTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_sshdFolder;
    std::unique_ptr<TestSshd> m_sshd;
    std::unique_ptr<QTemporaryDir> m_disk;

    std::optional<SshEndpoint> ssh() const { return m_sshd->endpoint(); }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = TestSshd::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        qunsetenv("SSH_AUTH_SOCK");
        m_sshd = std::make_unique<TestSshd>(m_sshdFolder.path());
        QVERIFY2(m_sshd->start(), qPrintable(m_sshd->error()));
    }

    void init() { m_disk = std::make_unique<QTemporaryDir>(); }

    void filesGoFromOneDeskToAnother()
    {
        Profile anna(u"anna"_s, m_disk->path(), ssh());
        const QByteArray large = randomBytes(3'000'000);
        const QStringList files{anna.file(u"Конспект.pdf"_s, large), anna.desk(u"missing.txt"_s), anna.file(u"empty"_s, "")};
        QSignalSpy changed(&anna.shelf, &MaterialShelf::materialsChanged);
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, files)), "notFound"); // of one of them
        QVERIFY(changed.count() > 0);
        QCOMPARE(anna.materials().size(), 2);
        QCOMPARE(anna.outcome(anna.shelf.startExchange(anna.actor, anna.server)), "done");
        QVERIFY(!anna.materials().first().isWaiting);

        Profile boris(u"boris"_s, m_disk->path(), ssh());
        QCOMPARE(boris.materials().size(), 0);
        QCOMPARE(boris.outcome(boris.shelf.startExchange(boris.actor, boris.server)), "done");
        const Material found = boris.materials().value(0);
        QCOMPARE(found.name, u"Конспект.pdf"_s);
        QCOMPARE(found.newest().mimeType, u"application/pdf"_s);
        QCOMPARE(answerOf(boris.shelf.localCopy(boris.actor, found.id, 1)).error().kind, ErrorKind::NotFound);
        boris.file(u"saved.pdf"_s, "was there before");
        const JobId fetch = boris.shelf.startFetch(boris.actor, found.id, 1, boris.desk(u"saved.pdf"_s));
        QCOMPARE(boris.shelf.startFetch(boris.actor, found.id, 1, boris.desk(u"saved.pdf"_s)), fetch); // joined
        QCOMPARE(boris.outcome(fetch), "done");
        QVERIFY(contentOf(boris.desk(u"saved.pdf"_s)) == large);
        const auto copy = answerOf(boris.shelf.localCopy(boris.actor, found.id, 1));
        QVERIFY(copy);
        QCOMPARE(QFileInfo(*copy).fileName(), u"Конспект.pdf"_s);
        QVERIFY(contentOf(*copy) == large);
        QVERIFY(contentOf(boris.materials().first().newest().localFile) == large);
    }

    void whatSomebodyWroteIntoIsNoticedAndFetchedAgain()
    {
        Profile anna(u"anna"_s, m_disk->path(), ssh());
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a.txt"_s, "content")})), "done");
        QCOMPARE(anna.outcome(anna.shelf.startExchange(anna.actor, anna.server)), "done");
        const Material material = anna.materials().first();
        const QString stored = material.newest().localFile;
        QFile(stored).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        write(stored, "Content");
        QCOMPARE(answerOf(anna.shelf.localCopy(anna.actor, material.id, 1)).error().kind, ErrorKind::NotFound);
        QVERIFY(anna.materials().first().newest().localFile.isEmpty());
        QCOMPARE(anna.outcome(anna.shelf.startFetch(anna.actor, material.id, 1, {})), "done");
        QCOMPARE(contentOf(*answerOf(anna.shelf.localCopy(anna.actor, material.id, 1))), "content");
    }

    void whatAProgramSavedIntoAnOpenedCopyIsOfferedUntilItIsAVersion()
    {
        Profile anna(u"anna"_s, m_disk->path(), {});
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a.txt"_s, "one")})), "done");
        const MaterialId id = anna.materials().first().id;
        const QString copy = answerOf(anna.shelf.localCopy(anna.actor, id, 1)).value();
        const auto changed = [&] { return answerOf(anna.shelf.changedCopies(anna.actor, anna.recording)).value(); };
        QVERIFY(changed().isEmpty()); // opened, not changed
        write(copy, "two");
        write(QFileInfo(copy).path() + u"/a.txt.bak"_s, "its program's own");
        QCOMPARE(changed().size(), 1);
        QCOMPARE(changed().first().material, id);
        QCOMPARE(changed().first().file, copy);
        QCOMPARE(anna.outcome(anna.shelf.startAddVersion(anna.actor, id, copy)), "done");
        QCOMPARE(anna.materials().first().versions.size(), 2);
        QVERIFY(changed().isEmpty());
        QVERIFY(QFile::exists(copy)); // its program may go on with it
        write(copy, "three!");
        QCOMPARE(changed().size(), 1);
        QVERIFY(answerOf(anna.shelf.moveToTrash(anna.actor, id)));
        QVERIFY(changed().isEmpty());
    }

    void onlyWhatWasSeenIsDiscardedOfAnOpenedCopy()
    {
        Profile anna(u"anna"_s, m_disk->path(), {});
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a.txt"_s, "one")})), "done");
        const QString copy = answerOf(anna.shelf.localCopy(anna.actor, anna.materials().first().id, 1)).value();
        write(copy, "two");
        const ChangedCopy seen = answerOf(anna.shelf.changedCopies(anna.actor, anna.recording)).value().first();
        write(copy, "more than two");
        QCOMPARE(answerOf(anna.shelf.discardCopy(anna.actor, seen)).error().kind, ErrorKind::ContentMismatch);
        QCOMPARE(contentOf(copy), "more than two");
        ChangedCopy elsewhere = seen;
        elsewhere.file = anna.desk(u"a.txt"_s);
        QCOMPARE(answerOf(anna.shelf.discardCopy(anna.actor, elsewhere)).error().kind, ErrorKind::InvalidInput);
        QVERIFY(QFile::exists(elsewhere.file));
        const ChangedCopy now = answerOf(anna.shelf.changedCopies(anna.actor, anna.recording)).value().first();
        QVERIFY(answerOf(anna.shelf.discardCopy(anna.actor, now)));
        QVERIFY(!QFile::exists(copy));
        QVERIFY(answerOf(anna.shelf.changedCopies(anna.actor, anna.recording)).value().isEmpty());
        QCOMPARE(contentOf(answerOf(anna.shelf.localCopy(anna.actor, now.material, 1)).value()), "one");
    }

    void theFolderOnTheServersIsTheNextExchangesAndIsRemembered()
    {
        Profile anna(u"anna"_s, m_disk->path(), ssh());
        QTemporaryDir elsewhere;
        QCOMPARE(answerOf(anna.shelf.setServerFolder(anna.actor, u"materials"_s)).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(anna.shelf.serverFolder(), QString());
        QVERIFY(answerOf(anna.shelf.setServerFolder(anna.actor, elsewhere.path())));
        QCOMPARE(anna.shelf.serverFolder(), elsewhere.path());
        QCOMPARE(anna.rememberedFolder, elsewhere.path());
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a.txt"_s, "one")})), "done");
        QCOMPARE(anna.outcome(anna.shelf.startExchange(anna.actor, anna.server)), "done");
        QCOMPARE(QDir(elsewhere.filePath(sampleSnapshot(1).externalId + u"/materials"_s)).entryList(QDir::Files).size(), 2);
        QVERIFY(!QFile::exists(m_disk->filePath(u"letopis"_s)));
        QVERIFY(answerOf(anna.shelf.setServerFolder(anna.actor, {})));
        QCOMPARE(anna.rememberedFolder, QString());
    }

    void aFetchEndsWithItsServerAndWhatWaitsIsCounted()
    {
        Profile anna(u"anna"_s, m_disk->path(), ssh());
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a.txt"_s, "one")})), "done");
        QCOMPARE(answerOf(anna.shelf.countWaiting(anna.actor, anna.server)).value(), 1);
        QCOMPARE(anna.outcome(anna.shelf.startExchange(anna.actor, anna.server)), "done");
        QCOMPARE(answerOf(anna.shelf.countWaiting(anna.actor, anna.server)).value(), 0);
        Profile boris(u"boris"_s, m_disk->path(), ssh());
        QCOMPARE(boris.outcome(boris.shelf.startExchange(boris.actor, boris.server)), "done");
        const MaterialId id = boris.materials().first().id;
        // From now on the server takes connections and says nothing.
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ConferenceServer moved = answerOf(boris.workspace.servers(boris.actor)).value().first();
        moved.ssh->port = silent.serverPort();
        QVERIFY(answerOf(boris.workspace.updateServer(boris.actor, moved, {})));
        const JobId fetch = boris.shelf.startFetch(boris.actor, id, 1, boris.desk(u"saved"_s));
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 60'000);
        QVERIFY(answerOf(boris.workspace.removeServer(boris.actor, boris.server)));
        QCOMPARE(boris.outcome(fetch), "cancelled");
    }

    void newVersionsEditsAndTrashReachTheOtherByThemselves()
    {
        Profile anna(u"anna"_s, m_disk->path(), ssh(), true);
        Profile boris(u"boris"_s, m_disk->path(), ssh(), true);
        anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a.txt"_s, "one")});
        QTRY_VERIFY_WITH_TIMEOUT(anna.materials().size() == 1 && !anna.materials().first().isWaiting, 60'000);
        boris.sync(); // the end of a sync is when another's are looked for
        QTRY_COMPARE_WITH_TIMEOUT(boris.materials().size(), 1, 60'000);
        const MaterialId id = boris.materials().first().id;
        QCOMPARE(boris.outcome(boris.shelf.startAddVersion(boris.actor, id, boris.file(u"b.txt"_s, "two"))), "done");
        MaterialChange change;
        change.name = u"Renamed"_s;
        QVERIFY(answerOf(boris.shelf.change(boris.actor, id, change)));
        QVERIFY(answerOf(boris.shelf.moveToTrash(boris.actor, id)));
        QTRY_VERIFY_WITH_TIMEOUT(!boris.materials().first().isWaiting, 60'000);
        anna.sync();
        QTRY_COMPARE_WITH_TIMEOUT(anna.materials().first().name, u"Renamed"_s, 60'000);
        QCOMPARE(anna.materials().first().versions.size(), 2);
        QVERIFY(anna.materials().first().isTrashed);
        QCOMPARE(answerOf(anna.shelf.materials(anna.actor, anna.recording, false)).value().size(), 0);
    }

    void whatIsWrongWithOneMaterialHoldsUpNoOther()
    {
        Profile anna(u"anna"_s, m_disk->path(), ssh(), true);
        const QString folder = m_disk->filePath(u"letopis/%1/materials"_s.arg(sampleSnapshot(1).externalId));
        QVERIFY(QDir().mkpath(folder));
        write(folder + u"/6f9619ff-8b86-4011-b42d-00cf4fc964ff.json"_s, "{"); // what nobody can read
        anna.sync();
        const auto hasFailed = [&] {
            const QList<JobStatus> jobs = anna.workspace.jobs(anna.actor);
            return std::any_of(jobs.begin(), jobs.end(), [](const JobStatus &one) {
                return one.kind == JobKind::Materials && one.state == Job::State::Finished && one.error
                       && one.error->kind == ErrorKind::BadAnswer;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasFailed(), 60'000);
        anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a.txt"_s, "one")});
        QTRY_VERIFY_WITH_TIMEOUT(anna.materials().size() == 1 && !anna.materials().first().isWaiting, 60'000);
    }

    void withoutAnSshAccountTheyWaitInTheProfile()
    {
        Profile anna(u"anna"_s, m_disk->path(), {}, true);
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a.txt"_s, "x")})), "done");
        QCOMPARE(anna.outcome(anna.shelf.startExchange(anna.actor, anna.server)), "unsupported");
        QVERIFY(anna.materials().first().isWaiting);
        QCOMPARE(contentOf(*answerOf(anna.shelf.localCopy(anna.actor, anna.materials().first().id, 1))), "x");
        const qsizetype jobs = anna.workspace.jobs(anna.actor).size();
        anna.sync();
        QCOMPARE(anna.workspace.jobs(anna.actor).size(), jobs + 1); // the sync; none asks for the disk by itself
    }

    void nothingBelowTheDataRootIsReachedThroughALink()
    {
        QTemporaryDir elsewhere;
        QVERIFY(QDir().mkpath(m_disk->filePath(u"letopis"_s)));
        QVERIFY(QFile::link(elsewhere.path(), m_disk->filePath(u"letopis/"_s + sampleSnapshot(1).externalId)));
        Profile anna(u"anna"_s, m_disk->path(), ssh());
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a.txt"_s, "x")})), "done");
        QVERIFY(anna.outcome(anna.shelf.startExchange(anna.actor, anna.server)) != "done");
        QVERIFY(QDir(elsewhere.path()).isEmpty());
        QVERIFY(anna.materials().first().isWaiting);
        QVERIFY(!anna.materials().first().problem.isEmpty());
    }

    void aServerThatIsFullIsSaidAndTriedAgain()
    {
        QDir().mkpath(m_disk->filePath(u"small"_s));
        SmallDisk small(m_disk->filePath(u"small"_s), u"1m"_s);
        if (!small.isMounted())
            QSKIP("a small file system of its own needs root");
        Profile anna(u"anna"_s, m_disk->filePath(u"small"_s), ssh());
        const QByteArray content = randomBytes(3'000'000);
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a.bin"_s, content)})), "done");
        QCOMPARE(anna.outcome(anna.shelf.startExchange(anna.actor, anna.server)), "diskFull");
        QVERIFY(!anna.materials().first().problem.isEmpty());
        QVERIFY(small.grow(u"16m"_s));
        QCOMPARE(anna.outcome(anna.shelf.startExchange(anna.actor, anna.server)), "done");
        QVERIFY(!anna.materials().first().isWaiting);
        QVERIFY(anna.materials().first().problem.isEmpty());
    }

    void aProfileThatIsFullTakesNothingHalf()
    {
        QTemporaryDir folder;
        SmallDisk small(folder.path(), u"1m"_s);
        if (!small.isMounted())
            QSKIP("a small file system of its own needs root");
        Profile anna(u"anna"_s, m_disk->path(), ssh(), false, folder.path());
        const QString file = anna.file(u"a.bin"_s, randomBytes(3'000'000));
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, {file})), "diskFull");
        QCOMPARE(anna.materials().size(), 0);
        QCOMPARE(anna.storedFiles(), 0);
        QVERIFY(small.grow(u"16m"_s));
        const JobId again = anna.workspace.jobs(anna.actor).last().id;
        anna.workspace.retryJob(anna.actor, again);
        QCOMPARE(anna.outcome(again), "done");
        QCOMPARE(anna.materials().size(), 1);
    }

    void aRetryAddsOnlyWhatWasNotAdded()
    {
        Profile anna(u"anna"_s, m_disk->path(), ssh());
        const JobId job = anna.shelf.startAdd(anna.actor, anna.recording, {anna.file(u"a"_s, "x"), anna.desk(u"late"_s)});
        QCOMPARE(anna.outcome(job), "notFound");
        anna.file(u"late"_s, "y");
        anna.workspace.retryJob(anna.actor, job);
        QCOMPARE(anna.outcome(job), "done");
        QCOMPARE(anna.materials().size(), 2);
        QCOMPARE(anna.outcome(anna.shelf.startAdd(anna.actor, anna.recording, {anna.desk(u"."_s)})), "invalidInput");
    }
};

QTEST_GUILESS_MAIN(MaterialShelfTest)
#include "tst_materialshelf.moc"
