#include "core/domain/backupname.h"
#include "core/backup/tararchive.h"
#include "tests/core/backup/backupcatalog.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <thread>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace letopis;
using namespace letopis::testing;

namespace {

SecretText passphrase()
{
    return SecretText("correct лошадь");
}

Result<BackupReport> backUp(const BackupRequest &request)
{
    ProgressCounters progress;
    return createBackup(request, progress, {});
}

Result<BackupReport> verify(const QString &file, const std::optional<SecretText> &secret = {})
{
    ProgressCounters progress;
    return verifyBackup(file, secret, progress, {});
}

Result<RestoreReport> restore(const QString &file, const BackupProfile &into, const std::optional<SecretText> &secret = {},
                              bool replaces = false)
{
    ProgressCounters progress;
    return restoreBackup({file, secret, into.files(), replaces, into.clock.now()}, progress, {});
}

// The peak of this process's memory, in KiB; 0 where the system does not tell.
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

// Another process: letopis-cli as it were. Arguments: profile's folder, file, largest file it may write (0: any).
int backUpAsChild(const QStringList &arguments)
{
#ifdef Q_OS_UNIX
    if (const rlim_t largest = arguments.at(2).toULongLong()) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{largest, largest};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
#endif
    const QString folder = arguments.at(0);
    ProgressCounters progress;
    const qint64 before = peakMemory();
    const Result<BackupReport> made = createBackup({.files = {folder + u"/catalog.sqlite"_s, folder + u"/store"_s, {}},
                                                    .backupFile = arguments.at(1),
                                                    .passphrase = {},
                                                    .application = u"child"_s,
                                                    .now = QDateTime::currentDateTimeUtc()},
                                                   progress, {});
    std::fprintf(stdout, "%lld", static_cast<long long>(peakMemory() - before));
    return made ? 0 : 1;
}

// A backup with these entries, whole in itself.
QString craft(const QString &path, const QList<std::pair<QByteArray, QByteArray>> &entries)
{
    const auto file = BackupFileWriter::create(path, {});
    ProgressCounters progress;
    const auto tar = TarWriter::create(**file, QDateTime::currentDateTimeUtc(), progress, {});
    QByteArray sums;
    QMap<QByteArray, QByteArray> sorted;
    for (const auto &[name, bytes] : entries) {
        if (!(*tar)->add(name, bytes))
            return {};
        if (!name.startsWith("store/"))
            sorted[name] = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    }
    for (auto sum = sorted.cbegin(); sum != sorted.cend(); ++sum)
        sums += sum.value() + "  " + sum.key() + '\n';
    return (*tar)->add("SHA256SUMS", sums) && (*tar)->finish() ? path : QString();
}

QByteArray changed(const QByteArray &manifest, const QString &key, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(manifest).object();
    object[key] = value;
    return QJsonDocument(object).toJson();
}

} // namespace

class TestCatalogBackup : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;

    QString newFile() { return m_folder.filePath(u"backup-%1"_s.arg(++m_count)); }

    // The entries of a good backup of this profile, to be changed.
    QList<std::pair<QByteArray, QByteArray>> entriesOf(const BackupProfile &profile)
    {
        const QString path = newFile();
        QList<std::pair<QByteArray, QByteArray>> entries;
        ProgressCounters progress;
        if (!backUp(profile.request(path)))
            return entries;
        const auto file = BackupFileReader::open(path, {});
        const auto tar = TarReader::create(**file, progress, {});
        for (;;) {
            const auto entry = (*tar)->next();
            if (!entry || !*entry)
                break;
            QByteArray bytes;
            if (!(*tar)->read([&bytes](QByteArrayView piece) {
                    bytes.append(piece);
                    return Result<>();
                }))
                break;
            if ((*entry)->name != "SHA256SUMS")
                entries.append({(*entry)->name, bytes});
        }
        return entries;
    }

    void expectNoTrace(const BackupProfile &profile)
    {
        for (const QString &name : QDir(profile.path({})).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
            QVERIFY2(!name.contains(u"-work"_s) && !name.endsWith(u".part"_s), qPrintable(name));
    }

private Q_SLOTS:
    void aRestoredBackupEqualsTheOriginal_data()
    {
        QTest::addColumn<bool>("isEncrypted");
        QTest::newRow("plain") << false;
        QTest::newRow("encrypted") << true;
    }
    void aRestoredBackupEqualsTheOriginal()
    {
        QFETCH(bool, isEncrypted);
        const auto secret = isEncrypted ? std::optional(passphrase()) : std::nullopt;
        BackupProfile original;
        original.fill();
        const QString file = newFile();
        const Result<BackupReport> made = backUp(original.request(file, secret)); // open meanwhile, as in the program
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(made->isEncrypted, isEncrypted);
        QCOMPARE(made->fileBytes, QFileInfo(file).size());
        QCOMPARE(made->manifest.storeFiles, 12);
        QVERIFY(made->damagedFiles.isEmpty());
        original.close();

        BackupProfile restored;
        const Result<RestoreReport> done = restore(file, restored, secret);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QVERIFY(done->keptCatalog.isEmpty());
        QVERIFY(done->areSettingsRestored);
        const auto rows = rowsOf(original.files().catalog);
        QVERIFY(rows.size() > 15);
        QVERIFY(rows.value(u"recording"_s).size() == 60 && rows.value(u"audit_event"_s).size() > 60);
        const auto restoredRows = rowsOf(restored.files().catalog);
        QCOMPARE(restoredRows.keys(), rows.keys());
        for (auto table = rows.cbegin(); table != rows.cend(); ++table)
            QVERIFY2(restoredRows.value(table.key()) == table.value(), qPrintable(table.key()));
        QCOMPARE(filesBelow(restored.files().store), filesBelow(original.files().store));
        QCOMPARE(contentOf(restored.files().settings), contentOf(original.files().settings));
        QCOMPARE(int(QFile::permissions(restored.files().catalog) & (QFile::ReadGroup | QFile::ReadOther)), 0);
        QCOMPARE(int(QFile::permissions(restored.files().store) & (QFile::ReadGroup | QFile::ReadOther)), 0);
        expectNoTrace(original);
        expectNoTrace(restored);

        restored.open(); // and the program works with it
        RecordingQuery query;
        query.search = u"алгебра"_s;
        const auto found = waitFor(RecordingRepository(*restored.database).count(query));
        QVERIFY(found);
        QVERIFY(*found > 0);
    }

    void aBackupWhileTheCatalogIsWrittenIsOneMomentOfIt()
    {
        BackupProfile profile;
        profile.fill(20);
        std::atomic<bool> isEnding{false};
        std::atomic<int> rounds{0};
        std::thread writer([&] {
            while (!isEnding) {
                profile.more(5);
                ++rounds;
            }
        });
        for (int number = 0; number < 4; ++number) {
            const int before = rounds;
            const qint64 least = numberFrom(*profile.database, u"SELECT count(*) AS value FROM audit_event"_s);
            const QString file = newFile();
            const Result<BackupReport> made = backUp(profile.request(file));
            const qint64 most = numberFrom(*profile.database, u"SELECT count(*) AS value FROM audit_event"_s);
            if (!made) {
                isEnding = true;
                writer.join();
                QFAIL(qPrintable(made.error().detail));
            }
            QVERIFY(made->manifest.auditEvents >= least && made->manifest.auditEvents <= most);
            // Nobody waited for it: the writer went on.
            QTRY_VERIFY(rounds > before);
            BackupProfile restored;
            QVERIFY(restore(file, restored));
            restored.open();
            // A sync is journalled in its own transaction: recordings and journal agree.
            QCOMPARE(numberFrom(*restored.database, u"SELECT count(*) AS value FROM recording"_s),
                     numberFrom(*restored.database,
                                u"SELECT count(*) AS value FROM audit_event WHERE action = 'recording.added'"_s));
        }
        isEnding = true;
        writer.join();
    }

    void killedInTheMiddleItLeavesNoHalfFileUnderTheName()
    {
        BackupProfile profile;
        profile.fill(400, 60);
        profile.close();
        int killed = 0;
        bool isFinished = false;
        for (int milliseconds = 20; !isFinished; milliseconds += milliseconds / 3) {
            const QString file = newFile();
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--back-up"_s, profile.path({}), file, u"0"_s});
            QVERIFY(child.waitForStarted());
            isFinished = child.waitForFinished(milliseconds);
            if (!isFinished) {
                child.kill();
                QVERIFY(child.waitForFinished());
                ++killed;
            }
            if (QFileInfo::exists(file))
                QVERIFY2(verify(file), qPrintable(QString::number(milliseconds)));
        }
        QVERIFY(killed > 0);
        // The next one finds its way through what they left, and leaves nothing itself.
        // A lock that nobody had written a name into yet counts as abandoned a few seconds later.
        Result<BackupReport> next = Error{};
        QTRY_VERIFY_WITH_TIMEOUT((next = backUp(profile.request(newFile()))) || next.error().kind != ErrorKind::Timeout, 20'000);
        QVERIFY2(next, qPrintable(next ? QString() : next.error().detail));
        expectNoTrace(profile);
        profile.open();
        QCOMPARE(numberFrom(*profile.database, u"SELECT count(*) AS value FROM recording"_s), 400);
    }

    void aDiskThatTakesNoMoreLeavesNothing()
    {
#ifdef Q_OS_UNIX
        BackupProfile profile;
        profile.fill(60, 60);
        profile.close();
        const qint64 catalogBytes = QFileInfo(profile.files().catalog).size();
        for (const qint64 largest : {catalogBytes / 4, catalogBytes + 65536}) {
            if (largest > catalogBytes) {
                // Room for the snapshot, not for the archive.
                QByteArray noise(2 * catalogBytes, Qt::Uninitialized);
                QRandomGenerator(1).fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
                QVERIFY(ContentStore(profile.files().store).put(noise));
            }
            const QString file = newFile();
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {u"--back-up"_s, profile.path({}), file, QString::number(largest)});
            QVERIFY(child.waitForFinished());
            QCOMPARE(child.exitStatus(), QProcess::NormalExit);
            QCOMPARE(child.exitCode(), 1);
            QVERIFY(!QFileInfo::exists(file));
            QVERIFY(!QFileInfo::exists(file + u".part"_s));
            expectNoTrace(profile);
        }
#else
        QSKIP("there is no RLIMIT_FSIZE here");
#endif
    }

    void memoryDoesNotGrowWithTheCatalog()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("AddressSanitizer keeps what was freed");
#endif
        if (peakMemory() == 0)
            QSKIP("this system does not tell the peak of a process's memory");
        BackupProfile profile;
        profile.fill(160, 1);
        QVERIFY(waitFor(profile.database->write([](Connection &connection) {
            return connection.executeOnce(
                {"test.grow"_L1, u"UPDATE recording SET description = hex(randomblob(500000))"_s});
        })));
        QByteArray noise(40'000'000, Qt::Uninitialized);
        QRandomGenerator(1).fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        QVERIFY(ContentStore(profile.files().store).put(noise));
        profile.close();
        QVERIFY(QFileInfo(profile.files().catalog).size() > 160'000'000);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--back-up"_s, profile.path({}), newFile(), u"0"_s});
        QVERIFY(child.waitForFinished(-1));
        QCOMPARE(child.exitCode(), 0);
        const qint64 grownKiB = child.readAllStandardOutput().toLongLong();
        qInfo("%lld KiB for a catalog of 160 MB and a file of 40 MB", static_cast<long long>(grownKiB));
        // SQLite's page caches, of 16 MB each, zstd and the libraries' own pages: less than any of it read whole.
        QVERIFY2(grownKiB < 128 * 1024, qPrintable(QString::number(grownKiB)));
    }

    void oneFlippedBitAnywhereIsFound()
    {
        BackupProfile profile;
        profile.fill(10, 2);
        const QString file = newFile();
        QVERIFY(backUp(profile.request(file)));
        QVERIFY(verify(file));
        const QByteArray whole = contentOf(file);
        for (qsizetype step = 0; step < 40; ++step) {
            QByteArray damaged = whole;
            const qsizetype at = step * (whole.size() - 1) / 39;
            damaged[at] = char(damaged[at] ^ (1 << (step % 8)));
            const QString path = newFile();
            QVERIFY(putContent(path, damaged));
            const Result<BackupReport> found = verify(path);
            QVERIFY2(!found, qPrintable(QString::number(at)));
            QVERIFY(found.error().kind == ErrorKind::ContentMismatch ||
                    (at < 4 && found.error().kind == ErrorKind::InvalidInput));
        }
    }

    void aWrongPassphraseOrADamagedFileChangesNothing()
    {
        BackupProfile profile;
        profile.fill(10, 2);
        const QString file = newFile();
        QVERIFY(backUp(profile.request(file, passphrase())));
        BackupProfile target;
        target.fill(3, 1);
        target.close();
        const auto before = filesBelow(target.path({}));
        const auto expectRefusal = [&](const QString &path, const std::optional<SecretText> &secret, ErrorKind kind) {
            const Result<RestoreReport> done = restore(path, target, secret, true);
            QVERIFY(!done);
            QCOMPARE(done.error().kind, kind);
            auto after = filesBelow(target.path({}));
            after.remove(u"backup.lock"_s);
            QCOMPARE(after.keys(), before.keys());
            QVERIFY(after == before);
        };
        expectRefusal(file, SecretText("wrong"), ErrorKind::AuthenticationRefused);
        expectRefusal(file, std::nullopt, ErrorKind::SecretMissing);
        const QByteArray whole = contentOf(file);
        const QString cut = newFile();
        QVERIFY(putContent(cut, whole.first(whole.size() - 20)));
        expectRefusal(cut, passphrase(), ErrorKind::ContentMismatch);
        expectRefusal(newFile(), passphrase(), ErrorKind::NotFound);
    }

    void aPresentCatalogIsKeptUnderAnotherName()
    {
        BackupProfile profile;
        profile.fill(10, 2);
        const QString file = newFile();
        QVERIFY(backUp(profile.request(file)));
        profile.more(7);
        profile.close();
        const auto present = rowsOf(profile.files().catalog);

        const Result<RestoreReport> refused = restore(file, profile);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::AlreadyExists);

        QVERIFY(putContent(profile.files().settings, "[interface]\nlanguage=en\n"));
        const Result<RestoreReport> done = restore(file, profile, {}, true);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QVERIFY(!done->areSettingsRestored); // one's own settings stay
        QVERIFY(contentOf(profile.files().settings).contains("language=en"));
        QVERIFY(rowsOf(done->keptCatalog) == present);
        QCOMPARE(rowsOf(profile.files().catalog).value(u"recording"_s).size(), 10);
        // And back again, in the same second.
        QVERIFY(QFile::rename(profile.files().catalog, newFile()));
        QVERIFY(QFile::copy(done->keptCatalog, profile.files().catalog));
        const Result<RestoreReport> again = restore(file, profile, {}, true);
        QVERIFY(again);
        QVERIFY(again->keptCatalog != done->keptCatalog);
        QVERIFY(QFileInfo::exists(done->keptCatalog));
        profile.open();
        QCOMPARE(numberFrom(*profile.database, u"SELECT count(*) AS value FROM recording"_s), 10);
    }

    void aCatalogOpenInAnotherProgramIsNotReplaced()
    {
        BackupProfile profile;
        profile.fill(10, 2);
        const QString file = newFile();
        QVERIFY(backUp(profile.request(file)));
        const Result<RestoreReport> refused = restore(file, profile, {}, true); // profile.database is open
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Timeout);
        QCOMPARE(numberFrom(*profile.database, u"SELECT count(*) AS value FROM recording"_s), 10);
        profile.more(1); // and goes on working
        profile.close();
        QVERIFY(restore(file, profile, {}, true));
    }

    void aCatalogThatIsDamagedCanBeReplaced()
    {
        BackupProfile profile;
        profile.fill(10, 2);
        const QString file = newFile();
        QVERIFY(backUp(profile.request(file)));
        profile.close();
        QVERIFY(putContent(profile.files().catalog, QByteArray(20'000, 'x')));
        QVERIFY(putContent(profile.files().catalog + u"-wal"_s, QByteArray(5'000, 'y')));
        QVERIFY(!restore(file, profile)); // nobody knows what was in it
        const Result<RestoreReport> done = restore(file, profile, {}, true);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(contentOf(done->keptCatalog), QByteArray(20'000, 'x'));
        QVERIFY(!QFileInfo::exists(profile.files().catalog + u"-wal"_s));
        profile.open();
        QCOMPARE(numberFrom(*profile.database, u"SELECT count(*) AS value FROM recording"_s), 10);
    }

    void aProfileOfTheFirstStartCountsAsEmpty()
    {
        BackupProfile profile;
        profile.fill(10, 2);
        const QString file = newFile();
        QVERIFY(backUp(profile.request(file)));
        BackupProfile fresh;
        QVERIFY(putContent(fresh.files().catalog, {}));
        QVERIFY(restore(file, fresh));
        BackupProfile opened;
        opened.open();
        opened.close();
        QVERIFY(restore(file, opened));
    }

    void aFileOfTheStoreThatTheDiskHasDamagedIsLeftOutAndNamed()
    {
        BackupProfile profile;
        profile.fill(10, 5);
        const QString victim = profile.files().store + u'/' + filesBelow(profile.files().store).firstKey();
        const QByteArray bytes = contentOf(victim);
        QVERIFY(putContent(victim, bytes + "x"));
        const QString file = newFile();
        const Result<BackupReport> made = backUp(profile.request(file));
        QVERIFY(made);
        QCOMPARE(made->damagedFiles.size(), 1);
        QVERIFY(victim.endsWith(made->damagedFiles.first()));
        const Result<BackupReport> checked = verify(file);
        QVERIFY(checked);
        QCOMPARE(checked->manifest.storeFiles, 4);
        // A restore of an earlier, good one puts it right.
        QVERIFY(putContent(victim, bytes));
        const QString good = newFile();
        QVERIFY(backUp(profile.request(good)));
        QVERIFY(putContent(victim, "rubbish"));
        profile.close();
        QVERIFY(restore(good, profile, {}, true));
        QCOMPARE(contentOf(victim), bytes);
    }

    void aStopEndsItAndLeavesNothing()
    {
        BackupProfile profile;
        profile.fill(300, 40);
        for (const bool isLate : {false, true}) {
            std::stop_source stop;
            ProgressCounters progress;
            if (!isLate)
                stop.request_stop();
            std::jthread stopper([&](std::stop_token done) {
                while (!done.stop_requested() && progress.done == 0)
                    std::this_thread::yield();
                stop.request_stop();
            });
            const QString file = newFile();
            const Result<BackupReport> made = createBackup(profile.request(file), progress, stop.get_token());
            QVERIFY(!made);
            QCOMPARE(made.error().kind, ErrorKind::Cancelled);
            QVERIFY(!QFileInfo::exists(file));
            QVERIFY(!QFileInfo::exists(file + u".part"_s));
            expectNoTrace(profile);
        }
        const QString file = newFile();
        QVERIFY(backUp(profile.request(file)));
        std::stop_source stop;
        stop.request_stop();
        ProgressCounters progress;
        BackupProfile target;
        const auto done = restoreBackup({file, {}, target.files(), false, {}}, progress, stop.get_token());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Cancelled);
        QVERIFY(!QFileInfo::exists(target.files().catalog));
    }

    void oneBackupAtATimeAndNoneOverAnother()
    {
        BackupProfile profile;
        profile.fill(5, 1);
        const QString file = newFile();
        QVERIFY(backUp(profile.request(file)));
        const QByteArray before = contentOf(file);
        const Result<BackupReport> again = backUp(profile.request(file));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(contentOf(file), before);
        const auto busy = BackupWorkplace::beside(profile.files().catalog);
        QVERIFY(busy);
        const Result<BackupReport> second = backUp(profile.request(newFile()));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Timeout);
    }

    void inAFolderItIsNamedByCatalogAndTime()
    {
        BackupProfile profile;
        profile.fill(5, 1);
        ProgressCounters progress;
        const QString folder = m_folder.filePath(u"new/folder"_s);
        const Result<BackupReport> made = createBackupIn(folder, profile.request({}, passphrase()), progress, {});
        QVERIFY(made);
        const auto name = backupNameFrom(QFileInfo(made->file).fileName());
        QVERIFY(name);
        QCOMPARE(*name, (BackupName{made->manifest.catalogId, profile.clock.now(), true}));
        QCOMPARE(progress.done.load(), progress.total.load());
        // The catalog's id stays with it.
        BackupProfile restored;
        QVERIFY(restore(made->file, restored, passphrase()));
        const Result<BackupReport> next = backUp(restored.request(newFile()));
        QVERIFY(next);
        QCOMPARE(next->manifest.catalogId, made->manifest.catalogId);
    }

    void whatANewerProgramWroteIsRefusedByItsVersion()
    {
        BackupProfile profile;
        profile.fill(5, 1);
        QVERIFY(waitFor(profile.database->write([](Connection &connection) {
            return connection.executeOnce(
                {"test.newer"_L1, u"INSERT INTO schema_migration (version, name, checksum, applied_at_ms) "
                                  "VALUES (99, '0099_later.sql', '', 0)"_s});
        })));
        const Result<BackupReport> made = backUp(profile.request(newFile()));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::SchemaTooNew);
    }

    void aHostileBackupIsRefused_data()
    {
        QTest::addColumn<QByteArray>("trick");
        for (const char *trick : {"nothing", "manifest last", "two catalogs", "path outside", "absolute path", "unknown name",
                                  "store name of another content", "store entry twice", "more than the manifest says",
                                  "a petabyte", "no catalog", "trigger", "journal changed", "row refers to nothing",
                                  "catalog of another manifest", "catalog is garbage", "wrong schema checksum"})
            QTest::newRow(trick) << QByteArray(trick);
    }
    void aHostileBackupIsRefused()
    {
        QFETCH(QByteArray, trick);
        BackupProfile profile;
        profile.fill(5, 2);
        const auto sql = [&profile](const QStringList &statements) {
            for (const QString &statement : statements) {
                const auto done = waitFor(profile.database->write([statement](Connection &connection) {
                    return connection.executeOnce({"test.trick"_L1, statement});
                }));
                QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
            }
        };
        auto entries = entriesOf(profile);
        QVERIFY(entries.size() == 5 && entries[0].first == "manifest.json" && entries[2].first == "catalog.sqlite");
        ErrorKind expected = ErrorKind::ContentMismatch;
        // Changes in the database itself: packed by hand, since a backup of ours would not pass its own check.
        const auto repack = [&](const QStringList &statements) {
            sql(statements);
            profile.close();
            QFile::remove(m_folder.filePath(u"packed"_s));
            QVERIFY(QFile::copy(profile.files().catalog, m_folder.filePath(u"packed"_s)));
            entries[2].second = contentOf(m_folder.filePath(u"packed"_s));
            entries[0].second = changed(entries[0].second, u"catalogBytes"_s, entries[2].second.size());
        };
        const QByteArray stored = entries[3].second;
        if (trick == "manifest last")
            entries.move(0, 4);
        else if (trick == "two catalogs")
            entries.insert(3, entries[2]);
        else if (trick == "path outside")
            entries[3].first = "store/../../" + entries[3].first.sliced(6);
        else if (trick == "absolute path")
            entries[3].first = "/etc/passwd";
        else if (trick == "unknown name")
            entries[3].first = "secrets.json";
        else if (trick == "store name of another content")
            entries[3].second = stored + "x";
        else if (trick == "store entry twice") {
            entries[4] = entries[3];
            entries[0].second = changed(entries[0].second, u"storeBytes"_s, 1'000'000);
        } else if (trick == "more than the manifest says")
            entries[0].second = changed(entries[0].second, u"storeBytes"_s, 1);
        else if (trick == "a petabyte") {
            entries[0].second = changed(entries[0].second, u"catalogBytes"_s, double(1LL << 49));
            expected = ErrorKind::TooLarge;
        } else if (trick == "no catalog")
            entries.removeAt(2);
        else if (trick == "trigger")
            repack({u"CREATE TRIGGER evil AFTER INSERT ON server BEGIN DELETE FROM recording_format; END"_s});
        else if (trick == "journal changed")
            repack({u"DROP TRIGGER audit_event_is_not_changed"_s, u"UPDATE audit_event SET actor = 'nobody' WHERE sequence = 2"_s});
        else if (trick == "row refers to nothing")
            repack({u"PRAGMA defer_foreign_keys = ON"_s});
        else if (trick == "catalog of another manifest")
            entries[0].second = changed(entries[0].second, u"auditEvents"_s, 1);
        else if (trick == "catalog is garbage")
            entries[2].second.fill('z');
        else if (trick == "wrong schema checksum")
            repack({u"UPDATE schema_migration SET checksum = 'x'"_s});
        if (trick == "row refers to nothing") {
            const QString name = u"loose"_s;
            {
                QSqlDatabase loose = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
                loose.setDatabaseName(m_folder.filePath(u"packed"_s));
                QVERIFY(loose.open());
                QSqlQuery query(loose);
                QVERIFY(query.exec(u"DELETE FROM server"_s));
            }
            QSqlDatabase::removeDatabase(name);
            entries[2].second = contentOf(m_folder.filePath(u"packed"_s));
            entries[0].second = changed(entries[0].second, u"catalogBytes"_s, entries[2].second.size());
        }

        QTemporaryDir outer; // whatever got out would be here
        QVERIFY(QDir(outer.path()).mkpath(u"a/b"_s));
        BackupProfile target;
        const QString file = craft(newFile(), entries);
        QVERIFY(!file.isEmpty());
        ProgressCounters progress;
        const CatalogFiles into{outer.filePath(u"a/b/catalog.sqlite"_s), outer.filePath(u"a/b/store"_s),
                                outer.filePath(u"a/b/settings.ini"_s)};
        const Result<RestoreReport> done = restoreBackup({file, {}, into, false, {}}, progress, {});
        if (trick == "nothing") {
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
            return;
        }
        QVERIFY(!done);
        qInfo("%s", qPrintable(done.error().detail));
        QCOMPARE(done.error().kind, expected);
        auto left = filesBelow(outer.path());
        left.remove(u"a/b/backup.lock"_s);
        QCOMPARE(left.keys(), QStringList());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--back-up"_L1)
        return backUpAsChild(arguments.mid(2));
    TestCatalogBackup test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_catalogbackup.moc"
