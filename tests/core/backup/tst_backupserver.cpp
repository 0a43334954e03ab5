#include "core/backup/catalogbackups.h"
#include "core/base/whendone.h"
#include "core/secrets/memorysecretstore.h"
#include "core/transport/sftptransport.h"
#include "tests/core/backup/backupcatalog.h"
#include "tests/core/transport/sftptesting.h"
#include "tests/support/testsshd.h"

#include <QSignalSpy>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;

// To the server over SFTP, against a real sshd.
class TestBackupServer : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<test::TestSshd> m_sshd;
    BackupProfile m_profile;

    QString dataRoot() const { return m_folder.filePath(u"bigbluebutton"_s); }
    QString backups() const { return dataRoot() + u"/letopis/backups"_s; }
    std::unique_ptr<FileTransport> transport() const
    {
        return std::make_unique<SftpTransport>(m_sshd->endpoint(), ServerCredentials{});
    }
    Result<BackupReport> send(const std::optional<SecretText> &passphrase = {}, int keep = 14)
    {
        ProgressCounters progress;
        m_profile.clock.advance(60'000);
        return createBackupOn(*transport(), backupsBelow(dataRoot()), m_profile.request({}, passphrase), keep, progress, {});
    }
    CatalogBackupsParts partsOver(Settings &settings, SecretStore &secrets)
    {
        return {.files = m_profile.files(),
                .settings = settings,
                .clock = m_profile.clock,
                .secrets = [&secrets]() -> SecretStore & { return secrets; },
                .openServer =
                    [this](const QString &) {
                        return readyFuture(
                            Result<BackupServer>(BackupServer{std::shared_ptr<FileTransport>(transport()), dataRoot()}));
                    },
                .application = u"letopis test"_s};
    }
    QStringList namesThere() const
    {
        return QDir(backups()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = test::TestSshd::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(QDir().mkpath(m_folder.filePath(u"sshd"_s)) && QDir().mkpath(dataRoot()));
        m_sshd = std::make_unique<test::TestSshd>(m_folder.filePath(u"sshd"_s));
        QVERIFY2(m_sshd->start(), qPrintable(m_sshd->error()));
        m_profile.fill(20, 4);
    }
    void init() { QDir(dataRoot() + u"/letopis"_s).removeRecursively(); }

    void whatIsSentComesBackAndEqualsTheOriginal()
    {
        const SecretText passphrase("слово и дело");
        const Result<BackupReport> sent = send(passphrase);
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
        QCOMPARE(namesThere().size(), 1);
        QCOMPARE(sent->file, backups() + u'/' + namesThere().first());
        QVERIFY(!QFileInfo::exists(m_profile.path(u"backup-upload-work"_s)));

        const auto files = transport();
        const Result<QList<BackupFile>> listed = backupsOn(*files, backupsBelow(dataRoot()), {});
        QVERIFY(listed);
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->first().sizeBytes, sent->fileBytes);
        QVERIFY(listed->first().name.isEncrypted);
        const QString local = m_folder.filePath(u"fetched"_s);
        ProgressCounters progress;
        const Result<> fetched = fetchBackup(*files, backupsBelow(dataRoot()), listed->first().name, local, progress, {});
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().detail));
        BackupProfile restored;
        const auto done = restoreBackup({local, passphrase, restored.files(), false, {}}, progress, {});
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        m_profile.close();
        QVERIFY(rowsOf(restored.files().catalog) == rowsOf(m_profile.files().catalog));
        m_profile.open();
        QCOMPARE(filesBelow(restored.files().store), filesBelow(m_profile.files().store));
    }

    void theNewestAreKeptAndOtherPeoplesStay()
    {
        QVERIFY(QDir().mkpath(backups()));
        const QStringList strangers{u"letopis-ffffffff-20200101T000000Z.tar.zst"_s, u"readme.txt"_s};
        for (const QString &name : strangers)
            QVERIFY(putContent(backups() + u'/' + name, "x"));
        QString forgotten;
        for (int number = 0; number < 5; ++number) {
            const Result<BackupReport> sent = send({}, 3);
            QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
            if (number == 0) {
                const BackupName old{sent->manifest.catalogId, m_profile.clock.now().addDays(-3), false};
                forgotten = backups() + u"/."_s + old.fileName() + u'.' + old.catalogId + u".part"_s;
                QVERIFY(putContent(forgotten, "half"));
            }
        }
        QCOMPARE(namesThere().size(), 5);
        for (const QString &name : strangers)
            QVERIFY(namesThere().contains(name));
        QVERIFY(!QFileInfo::exists(forgotten));
    }

    void aServersBackupIsLookedAtBesideTheCatalogAndNothingOfThatStays()
    {
        QVERIFY(send());
        const QString left = m_profile.path(u"backup-fetch-work"_s);
        QVERIFY(QDir().mkpath(left) && putContent(left + u"/half"_s, "of a program that was killed"));
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        MemorySecretStore secrets;
        const QByteArray temporary = qgetenv("TMPDIR");
        qputenv("TMPDIR", "/nonexistent"); // nothing goes there
        const auto putBack = qScopeGuard([&] { temporary.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", temporary); });
        CatalogBackups backupsOfProfile(partsOver(settings, secrets));
        QTRY_VERIFY(!QFileInfo::exists(left));
        const BackupDestination place{BackupDestination::Kind::Server, u"uuid"_s};
        std::optional<Result<BackupReport>> checked;
        whenDone(backupsOfProfile.check(place, namesThere().first(), {}, std::make_shared<ProgressCounters>(), {}), this,
                 [&checked](const Result<BackupReport> &report) { checked = report; });
        QTRY_VERIFY_WITH_TIMEOUT(checked, 60'000);
        QVERIFY2(*checked, qPrintable(checked->has_value() ? QString() : checked->error().detail));
        for (const QString &name : {u"backup-fetch-work"_s, u"backup-fetch.lock"_s, u"backup-check-work"_s, u"backup-check.lock"_s})
            QVERIFY2(!QFileInfo::exists(m_profile.path(name)), qPrintable(name));
    }

    void aFullDiskIsNamedWhereABackupIsLookedAt()
    {
        QTemporaryDir folder;
        const test::SmallDisk small(folder.path(), u"1m"_s);
        if (!small.isMounted())
            QSKIP("a small file system of its own needs root");
        ProgressCounters progress;
        const Result<BackupReport> made = createBackup(m_profile.request(m_folder.filePath(u"whole.letopis-backup"_s)), progress, {});
        QVERIFY(made);
        const Result<BackupReport> checked = verifyBackup(made->file, {}, progress, {}, folder.filePath(u"catalog.sqlite"_s));
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, ErrorKind::DiskFull);
        QVERIFY2(checked.error().subject.startsWith(folder.path()), qPrintable(checked.error().subject));
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void withoutTheFolderThereIsNothingToList()
    {
        const Result<QList<BackupFile>> listed = backupsOn(*transport(), backupsBelow(dataRoot()), {});
        QVERIFY(listed);
        QVERIFY(listed->isEmpty());
    }

    void aServerThatCannotBeReachedCostsNoBackup()
    {
        m_sshd->stop();
        const Result<BackupReport> sent = send();
        QVERIFY(m_sshd->start());
        QVERIFY(!sent);
        QVERIFY(isTransient(sent.error().kind));
        QVERIFY(namesThere().isEmpty());
        QVERIFY(!QFileInfo::exists(m_profile.path(u"backup-upload-work"_s)));
    }

    void theScheduleSendsToFolderAndServerAndNeverUnencryptedInstead()
    {
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        storeBackupPlan(settings, {.interval = BackupInterval::Daily, .folder = m_folder.filePath(u"local"_s),
                                   .serverUuid = u"uuid"_s, .isEncrypted = true, .keep = 2});
        MemorySecretStore secrets;
        CatalogBackups backupsOfProfile(partsOver(settings, secrets));
        QList<Result<>> ended;
        connect(&backupsOfProfile.scheduler(), &BackupScheduler::finished, this,
                [&ended](const Result<> &result) { ended += result; });
        backupsOfProfile.startSchedule();
        backupsOfProfile.scheduler().look();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended[0]);
        QCOMPARE(ended[0].error().kind, ErrorKind::SecretMissing);
        QVERIFY(namesThere().isEmpty());

        bool isStored = false;
        whenDone(secrets.write(backupPassphrase(), SecretText("слово")), this,
                 [&isStored](const Result<> &stored) { isStored = stored.has_value(); });
        QTRY_VERIFY(isStored);
        m_profile.clock.advance(3'600'000);
        backupsOfProfile.scheduler().look();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 60'000);
        QVERIFY2(ended[1], ended[1] ? "" : qPrintable(ended[1].error().detail));
        QCOMPARE(namesThere().size(), 1);
        QVERIFY(namesThere().first().endsWith(u".letopis-backup"_s));
        const Result<QList<BackupFile>> local = backupsIn(m_folder.filePath(u"local"_s));
        QVERIFY(local);
        QCOMPARE(local->size(), 1);
        backupsOfProfile.scheduler().look(); // not before tomorrow
        QVERIFY(!backupsOfProfile.scheduler().isRunning());
    }
};

QTEST_GUILESS_MAIN(TestBackupServer)
#include "tst_backupserver.moc"
