#include "core/backup/catalogbackups.h"
#include "core/base/whendone.h"
#include "core/secrets/filesecretstore.h"
#include "core/secrets/memorysecretstore.h"
#include "core/workspace/local/localworkspace.h"
#include "tests/support/answer.h"
#include "tests/support/fakeconferenceservice.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

const Actor admin = ownerActor(u"admin"_s, u"Admin"_s);

class HandClock final : public Clock
{
public:
    QDateTime now() const override { return value; }
    QDateTime value = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);
};

// A program over a profile with one synced server.
struct Fixture
{
    Fixture()
        : database(Database::open(files().catalog).value())
        , settings(files().settings)
        , secretFile(directory.filePath(u"secrets.json"_s))
        , media(directory.filePath(u"media"_s), 1 << 30)
        , backups({.files = files(),
                   .settings = settings,
                   .clock = clock,
                   .secrets = [this]() -> SecretStore & { return keychain; },
                   .openServer = [](const QString &uuid) {
                       return readyFuture(Result<BackupServer>(Error{ErrorKind::HostUnreachable, u"no network"_s, uuid, {}}));
                   },
                   .application = u"letopis test"_s})
        , workspace({.database = *database,
                     .store = ContentStore(files().store),
                     .services = factory,
                     .keychain = keychain,
                     .secretFile = secretFile,
                     .usesSecretFile = false,
                     .rememberSecretFile = {},
                     .media = media,
                     .clock = clock,
                     .hasBackgroundSync = false,
                     .transports = nullptr,
                     .materialsRoot = {},
                     .materialsDirectory = files().materials,
                     .backups = &backups})
    {
        conference->recordings = {sampleSnapshot(1), sampleSnapshot(2)};
        ConferenceServer one;
        one.name = u"university"_s;
        one.apiUrl = QUrl(u"https://bbb.example/bigbluebutton/api/"_s);
        ServerCredentials credentials;
        credentials.apiSecret = SecretText("canary-secret-0451");
        server = answerOf(workspace.addServer(admin, one, credentials)).value_or({});
        run(workspace.startSync(admin, server));
    }

    CatalogFiles files() const
    {
        return {directory.filePath(u"catalog.sqlite"_s), directory.filePath(u"store"_s), directory.filePath(u"settings.ini"_s),
                directory.filePath(u"materials"_s)};
    }
    BackupKeeper &keeper() { return workspace.backups(); }
    BackupStatus status() { return answerOf(keeper().status(admin)).value_or({}); }
    BackupDestination folder() const { return {BackupDestination::Kind::Folder, target.filePath(u"backups"_s)}; }
    JobStatus statusOf(JobId id)
    {
        for (const JobStatus &each : workspace.jobs(admin)) {
            if (each.id == id)
                return each;
        }
        return {};
    }
    JobStatus run(JobId id)
    {
        static_cast<void>(QTest::qWaitFor([&] { return statusOf(id).state == Job::State::Finished; }, 60'000));
        return statusOf(id);
    }
    QList<BackupFile> list(const BackupDestination &place) { return answerOf(keeper().backups(admin, place)).value_or({}); }

    QTemporaryDir directory;
    QTemporaryDir target;
    HandClock clock;
    std::shared_ptr<FakeConference> conference = std::make_shared<FakeConference>();
    FakeServiceFactory factory{conference};
    MemorySecretStore keychain;
    std::unique_ptr<Database> database;
    Settings settings;
    FileSecretStore secretFile;
    MediaCache media;
    CatalogBackups backups;
    LocalWorkspace workspace;
    ServerId server;
};

} // namespace

class TestBackupKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBackupIsAJobAndRemembered()
    {
        Fixture f;
        QVERIFY(!f.status().last);
        QSignalSpy changed(&f.keeper(), &BackupKeeper::changed);
        const JobId id = f.keeper().startBackup(admin, f.folder(), std::nullopt);
        QCOMPARE(f.keeper().startBackup(admin, f.folder(), std::nullopt), id); // joined
        const JobStatus job = f.run(id);
        QVERIFY2(!job.error, job.error ? qPrintable(job.error->detail) : "");
        QCOMPARE(job.kind, JobKind::Backup);
        QVERIFY(job.backup && job.backup->fileBytes > 0 && !job.backup->isEncrypted);
        QCOMPARE(job.progress.unit, ProgressUnit::Bytes);
        QCOMPARE(job.progress.done, job.progress.total);
        QVERIFY(changed.size() >= 1);
        const QList<BackupFile> files = f.list(f.folder());
        QCOMPARE(files.size(), 1);
        const BackupStatus status = f.status();
        QCOMPARE(files.first().name.catalogId, status.catalogId);
        QVERIFY(status.last);
        QCOMPARE(status.last->at, f.clock.now());
        QCOMPARE(status.last->location, (BackupLocation{f.folder(), files.first().name.fileName()}));
        // One on demand is none of the plan's.
        QVERIFY(!status.nextAt.isValid());
    }

    void aPassphraseIsTriedAndAWrongOneRefused()
    {
        Fixture f;
        QVERIFY(!f.run(f.keeper().startBackup(admin, f.folder(), SecretText("correct horse"))).error);
        const BackupLocation backup{f.folder(), f.list(f.folder()).first().name.fileName()};
        JobStatus job = f.run(f.keeper().startCheck(admin, backup, std::nullopt));
        QVERIFY(job.error && job.error->kind == ErrorKind::SecretMissing);
        job = f.run(f.keeper().startCheck(admin, backup, SecretText("wrong")));
        QVERIFY(job.error && isWrongPassphrase(*job.error));
        job = f.run(f.keeper().startCheck(admin, backup, SecretText("correct horse")));
        QVERIFY(!job.error && job.backup && job.backup->isEncrypted);
        // The plan's own is tried by itself.
        const BackupPlan plan{BackupInterval::Daily, f.folder().where, {}, true, 3};
        QVERIFY(answerOf(f.keeper().setPlan(admin, plan, SecretText("correct horse"))));
        QVERIFY(!f.run(f.keeper().startCheck(admin, backup, std::nullopt)).error);
        // A copy under another name is known by its first bytes.
        const QString copy = f.target.filePath(u"from a friend"_s);
        QVERIFY(QFile::copy(f.folder().where + u'/' + backup.fileName, copy));
        const BackupDestination file{BackupDestination::Kind::File, copy};
        QVERIFY(f.list(file).size() == 1 && f.list(file).first().name.isEncrypted);
        QVERIFY(!f.run(f.keeper().startCheck(admin, {file, {}}, std::nullopt)).error);
    }

    void aPlanThatMakesNoSenseIsRefused()
    {
        Fixture f;
        const QString folder = f.folder().where;
        const auto refusal = [&f](const BackupPlan &plan) {
            const Result<> stored = answerOf(f.keeper().setPlan(admin, plan, std::nullopt));
            return stored ? QString() : errorKindName(stored.error().kind);
        };
        QCOMPARE(refusal({BackupInterval::Daily, {}, {}, false, 3}), u"invalidInput"_s);
        QCOMPARE(refusal({BackupInterval::Daily, u"relative"_s, {}, false, 3}), u"invalidInput"_s);
        QCOMPARE(refusal({BackupInterval::Daily, folder, {}, false, 0}), u"invalidInput"_s);
        QCOMPARE(refusal({BackupInterval::Daily, folder, {}, true, 3}), u"secretMissing"_s);
        QCOMPARE(f.status().plan, BackupPlan());
        QCOMPARE(refusal({BackupInterval::Off, {}, {}, true, 3}), QString());
        QCOMPARE(refusal({BackupInterval::Daily, folder, {}, false, 3}), QString());
        QCOMPARE(f.status().nextAt, f.clock.now());
    }

    void aScheduledBackupIsAJobAndItsFailureIsToldUntilOneSucceeds()
    {
        Fixture f;
        const QString blocked = f.target.filePath(u"blocked"_s);
        QVERIFY(QFile(blocked).open(QIODevice::WriteOnly)); // a file where the folder should be
        const QString folder = blocked + u"/backups"_s;
        QVERIFY(answerOf(f.keeper().setPlan(admin, {BackupInterval::Daily, folder, {}, false, 3}, std::nullopt)));
        f.backups.scheduler().look();
        QTRY_VERIFY(f.status().failure.has_value());
        BackupStatus status = f.status();
        QCOMPARE(status.failure->error.kind, ErrorKind::PermissionDenied);
        QCOMPARE(status.failure->destination.where, folder);
        const auto jobs = f.workspace.jobs(admin);
        const auto failed = std::find_if(jobs.begin(), jobs.end(), [](const JobStatus &job) { return job.kind == JobKind::Backup; });
        QVERIFY(failed != jobs.end() && failed->error && failed->canRetry);
        // Mended, and tried again from the drawer.
        QVERIFY(QFile::remove(blocked));
        f.workspace.retryJob(admin, failed->id);
        QVERIFY(!f.run(failed->id).error);
        QTRY_VERIFY(!f.status().failure);
        QCOMPARE(f.list({BackupDestination::Kind::Folder, folder}).size(), 1);
        QCOMPARE(f.status().nextAt, f.clock.now().addDays(1));
        // A day later, by itself.
        f.clock.value = f.clock.value.addDays(1);
        f.backups.scheduler().look();
        QTRY_COMPARE(f.list({BackupDestination::Kind::Folder, folder}).size(), 2);
        QTRY_COMPARE(f.status().nextAt, f.clock.now().addDays(1));
    }

    // Else an unreachable server would fill the folder with a backup an hour, and push the old ones out.
    void aPlaceThatHasItsBackupGetsNoSecondOneWhileAnotherIsTriedAgain()
    {
        Fixture f;
        const BackupPlan plan{BackupInterval::Daily, f.folder().where, u"some-server"_s, false, 14};
        QVERIFY(answerOf(f.keeper().setPlan(admin, plan, std::nullopt)));
        for (int attempt = 0; attempt < 3; ++attempt) {
            f.backups.scheduler().look();
            // Unreachable is tried again with back-off: given up here.
            QTRY_VERIFY(f.backups.scheduler().isRunning());
            QTRY_COMPARE(f.list(f.folder()).size(), 1);
            for (const JobStatus &job : f.workspace.jobs(admin)) {
                if (job.kind == JobKind::Backup && job.state != Job::State::Finished)
                    f.workspace.cancelJob(admin, job.id);
            }
            QTRY_VERIFY(!f.backups.scheduler().isRunning());
            f.clock.value = f.clock.value.addSecs(3600);
        }
        QCOMPARE(f.list(f.folder()).size(), 1);
        QVERIFY(f.status().failure);

        // A day later the place that can be reached gets its next one, however long the other has been away.
        f.clock.value = f.clock.value.addDays(1);
        f.backups.scheduler().look();
        QTRY_COMPARE(f.list(f.folder()).size(), 2);
    }

    void aRestoreIsComparedConfirmedAndPending()
    {
        Fixture f;
        QVERIFY(!f.run(f.keeper().startBackup(admin, f.folder(), std::nullopt)).error);
        const BackupLocation backup{f.folder(), f.list(f.folder()).first().name.fileName()};
        f.conference->recordings.push_back(sampleSnapshot(3));
        QVERIFY(!f.run(f.workspace.startSync(admin, f.server)).error);

        QVERIFY(!answerOf(f.keeper().confirmRestore(admin)));
        QVERIFY(!f.run(f.keeper().startRestore(admin, backup, std::nullopt)).error);
        BackupStatus status = f.status();
        QVERIFY(status.staged && !status.pending);
        QCOMPARE(status.staged->relation, CatalogRelation::Earlier);
        QCOMPARE(status.staged->backup.recordings, 2);
        QCOMPARE(status.staged->present.recordings, 3);
        QVERIFY(answerOf(f.keeper().discardRestore(admin)));
        QVERIFY(!f.status().staged);

        QVERIFY(!f.run(f.keeper().startRestore(admin, backup, std::nullopt)).error);
        QVERIFY(answerOf(f.keeper().confirmRestore(admin)));
        status = f.status();
        QVERIFY(status.pending && !status.staged);
        QCOMPARE(answerOf(f.workspace.countRecordings(admin, {})).value_or(-1), 3); // as it was
        QVERIFY(answerOf(f.keeper().discardRestore(admin)));
        QVERIFY(!f.status().pending);
    }

    void noPassphraseIsInSettingsOrProfile()
    {
        Fixture f;
        const QByteArray canary("canary-passphrase-7731");
        const BackupPlan plan{BackupInterval::Daily, f.folder().where, {}, true, 3};
        QVERIFY(answerOf(f.keeper().setPlan(admin, plan, SecretText(canary))));
        for (const JobId id : f.keeper().startPlannedBackup(admin))
            QVERIFY(!f.run(id).error);
        f.clock.value = f.clock.value.addSecs(1); // another name
        QVERIFY(!f.run(f.keeper().startBackup(admin, f.folder(), SecretText(canary))).error);
        f.settings.save();
        QDirIterator files(f.directory.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(canary), qPrintable(file.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(TestBackupKeeper)
#include "tst_backupkeeper.moc"
