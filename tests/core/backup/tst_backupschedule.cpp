#include "core/backup/backupfolder.h"
#include "core/backup/backupschedule.h"
#include "core/base/whendone.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;

namespace {

constexpr qint64 day = 86400;

class HandClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC); }
    qint64 seconds = 1'790'000'000;
};

QDateTime at(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

BackupName nameAt(qint64 seconds, const QString &catalog = u"00ab12ef"_s)
{
    return {catalog, at(seconds), true};
}

} // namespace

class TestBackupSchedule : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;

    std::unique_ptr<Settings> newSettings(BackupInterval interval)
    {
        auto settings = std::make_unique<Settings>(m_folder.filePath(u"%1.ini"_s.arg(++m_count)));
        storeBackupPlan(*settings, {.interval = interval, .folder = u"somewhere"_s, .serverUuid = {}, .isEncrypted = true, .keep = 14});
        return settings;
    }

private Q_SLOTS:
    void theNextOneIsAnIntervalAfterTheLast()
    {
        const QDateTime now = at(1'790'000'000);
        QCOMPARE(nextBackup({}, BackupInterval::Off, now), std::nullopt);
        QCOMPARE(nextBackup(now, BackupInterval::Off, now), std::nullopt);
        QCOMPARE(nextBackup({}, BackupInterval::Daily, now), now);
        QCOMPARE(nextBackup(now, BackupInterval::Daily, now), now.addSecs(day));
        QCOMPARE(nextBackup(now, BackupInterval::Weekly, now), now.addSecs(7 * day));
        QCOMPARE(nextBackup(now.addSecs(-day + 1), BackupInterval::Daily, now), now.addSecs(1));
        // Overdue by a month of holidays: once, now.
        QCOMPARE(nextBackup(now.addDays(-30), BackupInterval::Daily, now), now);
        // Taken before the clock was set back.
        QCOMPARE(nextBackup(now.addYears(1), BackupInterval::Weekly, now), now);
    }

    void theNextOneIsNeverInThePastNorMoreThanAnIntervalAway()
    {
        QRandomGenerator random(11);
        for (int number = 0; number < 100'000; ++number) {
            const QDateTime now = at(1'700'000'000 + random.bounded(400'000'000));
            const QDateTime last = now.addSecs(random.bounded(int(40 * day)) - 20 * day);
            const bool isDaily = number % 2;
            const auto next = nextBackup(last, isDaily ? BackupInterval::Daily : BackupInterval::Weekly, now);
            QVERIFY(next && *next >= now && now.secsTo(*next) <= (isDaily ? 1 : 7) * day);
            QVERIFY(last > now || *next == now || last.secsTo(*next) == (isDaily ? 1 : 7) * day);
        }
    }

    // Whatever the clock does: a backup is never older than its interval when the program looks, and while the clock only
    // goes forward there are never two in one interval.
    void whateverTheClockDoesABackupIsNeverOlderThanItsInterval()
    {
        for (quint32 seed = 0; seed < 12; ++seed) {
            QRandomGenerator random(seed);
            const BackupInterval interval = seed % 2 ? BackupInterval::Daily : BackupInterval::Weekly;
            const qint64 length = (seed % 2 ? 1 : 7) * day;
            HandClock clock;
            const auto settings = newSettings(interval);
            QList<qint64> taken;
            BackupScheduler scheduler(clock, *settings, [&](const BackupPlan &) {
                taken += clock.seconds;
                return readyFuture(Result<>());
            });
            for (int step = 0; step < 60; ++step) {
                const bool isJump = random.bounded(8) == 0;
                const qint64 moved = isJump ? random.bounded(int(60 * day)) - 30 * day : random.bounded(int(length));
                const qint64 before = clock.seconds;
                clock.seconds += moved;
                const auto count = taken.size();
                scheduler.look();
                QTRY_VERIFY(!scheduler.isRunning());
                QVERIFY(!taken.isEmpty());
                const qint64 age = clock.seconds - taken.last();
                QVERIFY2(age >= 0 && age < length, qPrintable(u"%1: %2"_s.arg(seed).arg(age)));
                const bool isNew = taken.size() > count && count > 0;
                if (isNew && clock.seconds >= before && taken[count - 1] <= before)
                    QVERIFY(taken[count] - taken[count - 1] >= length);
            }
        }
    }

    void aFailedOneIsTriedAgainAfterAnHour()
    {
        HandClock clock;
        const auto settings = newSettings(BackupInterval::Daily);
        int tries = 0;
        BackupScheduler scheduler(clock, *settings, [&](const BackupPlan &) {
            ++tries;
            return readyFuture(Result<>(Error{ErrorKind::DiskFull, {}, {}, {}}));
        });
        QSignalSpy finished(&scheduler, &BackupScheduler::finished);
        scheduler.look();
        QTRY_COMPARE(finished.size(), 1);
        clock.seconds += 3599;
        scheduler.look();
        QCOMPARE(tries, 1);
        clock.seconds += 1;
        scheduler.look();
        QCOMPARE(tries, 2);
        QTRY_COMPARE(finished.size(), 2);
        // A clock that was set back does not hold it up.
        clock.seconds -= 5 * day;
        scheduler.look();
        QCOMPARE(tries, 3);
        QTRY_COMPARE(finished.size(), 3);
    }

    void oneAtATimeAndNoneWithoutADestination()
    {
        HandClock clock;
        const auto settings = newSettings(BackupInterval::Daily);
        QPromise<Result<>> running;
        running.start();
        int tries = 0;
        BackupScheduler scheduler(clock, *settings, [&](const BackupPlan &plan) {
            ++tries;
            if (plan.folder != "somewhere"_L1 || plan.keep != 14)
                return readyFuture(Result<>(Error{}));
            return running.future();
        });
        scheduler.look();
        clock.seconds += 10 * day;
        scheduler.look();
        QCOMPARE(tries, 1);
        running.addResult(Result<>());
        running.finish();
        QTRY_VERIFY(!scheduler.isRunning());
        settings->reset(settings::backupFolder);
        scheduler.look();
        QCOMPARE(tries, 1);
        settings->setValue(settings::backupServer, u"uuid"_s);
        scheduler.look();
        QCOMPARE(tries, 2);
        QTRY_VERIFY(!scheduler.isRunning());
    }

    void theLastOneIsRememberedAcrossStarts()
    {
        HandClock clock;
        const auto settings = newSettings(BackupInterval::Weekly);
        int tries = 0;
        const auto count = [&](const BackupPlan &) {
            ++tries;
            return readyFuture(Result<>());
        };
        {
            BackupScheduler scheduler(clock, *settings, count);
            scheduler.start();
            scheduler.look();
            QTRY_VERIFY(!scheduler.isRunning());
        }
        clock.seconds += 7 * day - 1;
        BackupScheduler again(clock, *settings, count);
        again.start();
        again.look();
        QCOMPARE(tries, 1);
        clock.seconds += 1;
        again.look();
        QCOMPARE(tries, 2);
        QTRY_VERIFY(!again.isRunning());
    }

    void theNewestAreKeptAndOthersNeverTouched()
    {
        QList<BackupFile> present;
        for (const qint64 number : {5, 1, 9, 3, 7})
            present.append({nameAt(number * day), 1});
        present.append({nameAt(0, u"ffffffff"_s), 1});
        QCOMPARE(backupsToRemove(present, nameAt(9 * day), 3), (QList{nameAt(3 * day), nameAt(day)}));
        QCOMPARE(backupsToRemove(present, nameAt(9 * day), 14), QList<BackupName>());
        // Written after the clock was set back: it stays, though the oldest by name.
        QCOMPARE(backupsToRemove(present, nameAt(day), 1),
                 (QList{nameAt(9 * day), nameAt(7 * day), nameAt(5 * day), nameAt(3 * day)}));
        QCOMPARE(backupsToRemove(present, nameAt(9 * day), 0).size(), 4);
    }

    void aFolderIsPrunedOfItsOwnBackupsAndForgottenParts()
    {
        QTemporaryDir folder;
        const auto touch = [&](const QString &name) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
        };
        const QStringList strangers{u"notes.txt"_s, nameAt(day, u"ffffffff"_s).fileName(),
                                    nameAt(day, u"ffffffff"_s).fileName() + u".part"_s, u"letopis-backup.tar.zst"_s,
                                    nameAt(9 * day).fileName() + u".part"_s};
        for (const QString &name : strangers)
            touch(name);
        for (qint64 number = 1; number <= 9; ++number)
            touch(nameAt(number * day).fileName());
        touch(nameAt(2 * day).fileName() + u".part"_s);
        const Result<QStringList> removed = pruneBackups(folder.path(), nameAt(9 * day), 4);
        QVERIFY(removed);
        QCOMPARE(removed->size(), 5);
        const Result<QList<BackupFile>> left = backupsIn(folder.path());
        QVERIFY(left);
        QCOMPARE(left->size(), 5);
        QCOMPARE(left->first().name, nameAt(9 * day));
        QCOMPARE(left->at(3).name, nameAt(6 * day));
        for (const QString &name : strangers)
            QVERIFY2(QFile::exists(folder.filePath(name)), qPrintable(name));
        QVERIFY(!QFile::exists(folder.filePath(nameAt(2 * day).fileName() + u".part"_s)));
        QCOMPARE(backupsIn(folder.filePath(u"none"_s)).error().kind, ErrorKind::NotFound);
    }

    void aServersForgottenPartIsKnownByItsName()
    {
        const QString part = u'.' + nameAt(day).fileName() + u".00ab12ef.part"_s;
        QVERIFY(isForgottenPart(part, nameAt(3 * day)));
        QVERIFY(!isForgottenPart(part, nameAt(day)));
        QVERIFY(!isForgottenPart(part, nameAt(3 * day, u"ffffffff"_s)));
        for (const QString &other : {u".part"_s, u"..part"_s, u"..x.part"_s, u"x.part"_s})
            QVERIFY(!isForgottenPart(other, nameAt(3 * day)));
    }
};

QTEST_GUILESS_MAIN(TestBackupSchedule)
#include "tst_backupschedule.moc"
