#include "core/media/cachedbytesource.h"
#include "core/media/mediacache.h"
#include "core/media/sparsecachefile.h"
#include "tests/core/media/scriptedservice.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray randomBytes(qint64 size, quint32 seed)
{
    QRandomGenerator generator(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char(generator.bounded(256));
    return bytes;
}

RecordingAsset asset(const QString &name = u"video.webm"_s)
{
    return {.name = name, .url = QUrl(u"https://bbb.example/presentation/"_s + name), .sizeBytes = -1, .mimeType = {}};
}

CachedByteSource::Options quick()
{
    return {.priorityWindow = 128 << 10,
            .chunk = 512 << 10,
            .retry = {.attempts = 4,
                      .firstDelay = std::chrono::milliseconds(1),
                      .longestDelay = std::chrono::milliseconds(5)}};
}

const Error cut{ErrorKind::ConnectionLost, u"cut"_s, {}, {}};
const auto server = u"a-server"_s;

} // namespace

class TestCachedByteSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_directory.emplace().isValid()); }

    void theSizeIsKnownAfterTheFirstPieceAndTheRestFollows()
    {
        const QByteArray content = randomBytes(3'000'000, 1);
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(content);
        service->isHeld = true;
        const auto source = cache.open(server, asset(), service).value();
        QSignalSpy sized(source.get(), &CachedByteSource::sizeBecameKnown);
        QSignalSpy completed(source.get(), &CachedByteSource::completed);
        QVERIFY(!source->isSizeKnown());
        service->release();
        QTRY_COMPARE(sized.count(), 1);
        QCOMPARE(source->size(), content.size());
        QTRY_COMPARE(completed.count(), 1);
        QCOMPARE(source->readAll(), content);
        QVERIFY(cache.isComplete(server, asset()));
    }

    void aReadIsAnsweredWholeOrNotAtAll()
    {
        const QByteArray content = randomBytes(1'000'000, 2);
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(content);
        service->beforePiece = [&service = *service](qint64 at) {
            if (at >= 300'000)
                service.isHeld = true; // from the next piece on
            return Result<>();
        };
        const auto source = cache.open(server, asset(), service).value();
        QTRY_VERIFY(source->holds(0, 300'000));
        QVERIFY(source->seek(250'000));
        QSignalSpy starved(source.get(), &CachedByteSource::starved);
        QSignalSpy ready(source.get(), &QIODevice::readyRead);
        QByteArray buffer(500'000, 'x');
        QCOMPARE(source->read(buffer.data(), buffer.size()), 0);
        QCOMPARE(starved.count(), 1);
        QCOMPARE(starved[0][0].toLongLong(), 250'000);
        QCOMPARE(starved[0][1].toLongLong(), 500'000);
        QCOMPARE(buffer, QByteArray(500'000, 'x'));
        QCOMPARE(source->pos(), 250'000);
        service->beforePiece = {};
        service->release();
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(source->read(500'000), content.sliced(250'000, 500'000));
    }

    void randomSeeksReadWhatTheTrueFileHolds_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 10; seed < 14; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomSeeksReadWhatTheTrueFileHolds()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        const QByteArray content = randomBytes(2'000'000 + random.bounded(100'000), seed);
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(content);
        auto cuts = std::make_shared<std::atomic<int>>(0);
        service->beforePiece = [cuts](qint64) { return ++*cuts % 17 == 0 ? Result<>(cut) : Result<>(); };
        const auto source = cache.open(server, asset(), service).value();
        QTRY_VERIFY(source->isSizeKnown());
        for (int i = 0; i < 120; ++i) {
            const qint64 from = random.bounded(int(content.size()));
            const qint64 length = 1 + random.bounded(90'000);
            const QByteArray wanted = content.sliced(from, std::min<qint64>(length, content.size() - from));
            QVERIFY(source->seek(from));
            QByteArray got = source->read(length);
            if (got.isEmpty()) {
                QCOMPARE(source->pos(), from);
                QTRY_VERIFY(source->holds(from, length));
                got = source->read(length);
            }
            QCOMPARE(got, wanted);
        }
    }

    void theBytesAtTheReadPositionComeBeforeTheRest()
    {
        const QByteArray content = randomBytes(4'000'000, 3);
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(content);
        auto pieces = std::make_shared<std::atomic<int>>(0);
        service->beforePiece = [pieces, &service = *service](qint64) {
            service.isHeld = ++*pieces % 4 == 0;
            return Result<>();
        };
        const auto source = cache.open(server, asset(), service).value();
        QTRY_VERIFY(source->isSizeKnown());
        QVERIFY(source->seek(3'500'000));
        QVERIFY(source->read(10'000).isEmpty());
        while (!source->holds(3'500'000, 10'000)) {
            QVERIFY2(*pieces < 40, "the wanted piece did not come first");
            service->release();
            QTest::qWait(1);
        }
        QVERIFY(!source->isComplete());
        QCOMPARE(source->read(10'000), content.sliced(3'500'000, 10'000));
        service->beforePiece = {};
        service->release();
    }

    void aReadNeverWaitsForASlowServer()
    {
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(randomBytes(1'000'000, 4));
        service->beforePiece = [&service = *service](qint64 at) {
            service.isHeld = at >= 64 << 10;
            return Result<>();
        };
        const auto source = cache.open(server, asset(), service).value();
        QTRY_VERIFY(source->isSizeKnown());
        QTRY_COMPARE(service->running.load(), 1);
        QVERIFY(service->isHeld || service->running == 1);
        QVERIFY(source->seek(900'000));
        QCOMPARE(source->read(1000), QByteArray()); // returns while the service still hangs
        QCOMPARE(service->running.load(), 1);
    }

    void closingStopsTheFetchingWithoutWaitingForIt()
    {
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(randomBytes(1'000'000, 5));
        service->isHeld = true;
        auto source = cache.open(server, asset(), service).value();
        QTRY_COMPARE(service->running.load(), 1);
        source.reset();
        QTRY_COMPARE(service->running.load(), 0);
        QVERIFY(service->isHeld); // it was the stop that ended it
    }

    void theCacheWaitsForItsWorkersWhenItGoes()
    {
        auto service = std::make_shared<ScriptedService>(randomBytes(1'000'000, 6));
        service->isHeld = true;
        std::shared_ptr<CachedByteSource> source;
        {
            MediaCache cache(m_directory->path(), 0, quick());
            source = cache.open(server, asset(), service).value();
            QTRY_COMPARE(service->running.load(), 1);
        }
        QCOMPARE(service->running.load(), 0);
        source->retry(); // must not touch the workers that are gone
    }

    void aCutConnectionIsTriedAgainFromWhereItBroke()
    {
        const QByteArray content = randomBytes(1'000'000, 7);
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(content);
        auto pieces = std::make_shared<std::atomic<int>>(0);
        service->beforePiece = [pieces](qint64) { return ++*pieces % 5 == 0 ? Result<>(cut) : Result<>(); };
        const auto source = cache.open(server, asset(), service).value();
        QSignalSpy completed(source.get(), &CachedByteSource::completed);
        QTRY_COMPARE(completed.count(), 1);
        QCOMPARE(source->readAll(), content);
        QVERIFY2(*pieces < 60, "bytes were fetched twice");
    }

    void aServerThatStaysAwayFailsOnceAndRetryGoesOn()
    {
        const QByteArray content = randomBytes(1'000'000, 8);
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(content);
        auto isAway = std::make_shared<std::atomic<bool>>(true);
        service->beforePiece = [isAway](qint64 at) { return *isAway && at > 200'000 ? Result<>(cut) : Result<>(); };
        const auto source = cache.open(server, asset(), service).value();
        QSignalSpy failed(source.get(), &CachedByteSource::failed);
        QSignalSpy completed(source.get(), &CachedByteSource::completed);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::ConnectionLost);
        QVERIFY(source->error());
        *isAway = false;
        source->retry();
        QTRY_COMPARE(completed.count(), 1);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(source->readAll(), content);
    }

    void aRefusalIsNotTriedAgain()
    {
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(randomBytes(1000, 9));
        service->beforePiece = [](qint64) { return Result<>(Error{ErrorKind::PermissionDenied, {}, {}, {}}); };
        const auto source = cache.open(server, asset(), service).value();
        QSignalSpy failed(source.get(), &CachedByteSource::failed);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(service->calls().size(), 1);
    }

    void whatIsCachedSurvivesARestartAndIsNotFetchedAgain()
    {
        const QByteArray content = randomBytes(2'000'000, 20);
        auto isAway = std::make_shared<std::atomic<bool>>(true);
        {
            MediaCache cache(m_directory->path(), 0, quick());
            auto service = std::make_shared<ScriptedService>(content);
            service->beforePiece = [](qint64 at) {
                return at >= 800'000 ? Result<>(Error{ErrorKind::PermissionDenied, {}, {}, {}}) : Result<>();
            };
            const auto source = cache.open(server, asset(), service).value();
            QSignalSpy failed(source.get(), &CachedByteSource::failed);
            QTRY_COMPARE(failed.count(), 1);
        }
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(content);
        const auto source = cache.open(server, asset(), service).value();
        QVERIFY(source->holds(0, 750'000)); // before a byte has come
        QTRY_VERIFY(source->isComplete());
        for (const auto &call : service->calls())
            QVERIFY(call.from >= 750'000);
        QCOMPARE(source->readAll(), content);
    }

    void aWhollyCachedFilePlaysWithoutTheServer()
    {
        const QByteArray content = randomBytes(700'000, 21);
        {
            MediaCache cache(m_directory->path(), 0, quick());
            const auto source = cache.open(server, asset(), std::make_shared<ScriptedService>(content)).value();
            QTRY_VERIFY(source->isComplete());
            cache.rememberAssets(server, u"rec"_s, u"video"_s, {asset()});
        }
        MediaCache cache(m_directory->path(), 0, quick());
        const QList<RecordingAsset> remembered = cache.rememberedAssets(server, u"rec"_s, u"video"_s);
        QCOMPARE(remembered.size(), 1);
        QVERIFY(cache.isComplete(server, remembered[0]));
        const auto source = cache.open(server, remembered[0], nullptr).value();
        QCOMPARE(source->readAll(), content);
    }

    void offlineAHoleIsAFailureNotAWait()
    {
        MediaCache cache(m_directory->path(), 0, quick());
        {
            SparseCacheFile file(cache.fileFor(server, asset()));
            QVERIFY(file.open());
            QVERIFY(file.write(0, QByteArray(1000, 'a')));
            QVERIFY(file.setSize(5000));
        }
        const auto source = cache.open(server, asset(), nullptr).value();
        QSignalSpy failed(source.get(), &CachedByteSource::failed);
        QCOMPARE(source->read(1000), QByteArray(1000, 'a'));
        QCOMPARE(source->read(1000), QByteArray());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::HostUnreachable);
    }

    void aDamagedMapIsAnEmptyCacheNotWrongBytes_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("a flipped bit") << 0;
        QTest::newRow("cut short") << 1;
        QTest::newRow("empty") << 2;
        QTest::newRow("missing") << 3;
        QTest::newRow("data file cut short") << 4;
    }
    void aDamagedMapIsAnEmptyCacheNotWrongBytes()
    {
        QFETCH(const int, damage);
        const QString path = m_directory->filePath(u"x/y.media"_s);
        {
            SparseCacheFile file(path);
            QVERIFY(file.open());
            QVERIFY(file.write(0, QByteArray(10'000, 'a')));
            QVERIFY(file.setSize(20'000));
        }
        QCOMPARE(SparseCacheFile::bytesPresent(path), 10'000);
        QFile map(SparseCacheFile::mapPath(path));
        QVERIFY(map.open(QIODevice::ReadWrite));
        QByteArray bytes = map.readAll();
        switch (damage) {
        case 0:
            bytes[20] = char(bytes[20] ^ 1);
            map.seek(0);
            map.write(bytes);
            break;
        case 1:
            map.resize(30);
            break;
        case 2:
            map.resize(0);
            break;
        case 3:
            map.remove();
            break;
        case 4:
            QVERIFY(QFile::resize(path, 5000));
            break;
        }
        map.close();
        SparseCacheFile file(path);
        QVERIFY(file.open());
        QVERIFY(file.present().list().isEmpty());
        QCOMPARE(file.size(), -1);
    }

    void theProcessKilledBetweenTwoMapsLosesOnlyWhatCameSince()
    {
        const QByteArray content = randomBytes(300'000, 22);
        const QString path = m_directory->filePath(u"x/y.media"_s);
        const QString copy = m_directory->filePath(u"x/killed.media"_s);
        SparseCacheFile file(path);
        QVERIFY(file.open());
        QVERIFY(file.setSize(content.size()));
        QVERIFY(file.write(0, content.first(100'000)));
        QVERIFY(file.saveMap());
        QVERIFY(file.write(100'000, content.sliced(100'000)));
        // What a killed process leaves: the data file as it is now, the map as it was saved.
        QVERIFY(QFile::copy(path, copy));
        QVERIFY(QFile::copy(SparseCacheFile::mapPath(path), SparseCacheFile::mapPath(copy)));
        SparseCacheFile after(copy);
        QVERIFY(after.open());
        QCOMPARE(after.present().list(), (QList<ByteRange>{{0, 100'000}}));
        QByteArray read(100'000, 0);
        QCOMPARE(after.read(0, read.data(), read.size()), read.size());
        QCOMPARE(read, content.first(100'000));
    }

    void aFileThatChangedOnTheServerIsNotMixedWithTheOldOne()
    {
        const QByteArray fresh = randomBytes(900'000, 24);
        {
            MediaCache cache(m_directory->path(), 0, quick());
            SparseCacheFile file(cache.fileFor(server, asset()));
            QVERIFY(file.open());
            QVERIFY(file.write(0, QByteArray(400'000, 'o')));
            QVERIFY(file.setSize(800'000));
        }
        MediaCache cache(m_directory->path(), 0, quick());
        const auto source = cache.open(server, asset(), std::make_shared<ScriptedService>(fresh)).value();
        QSignalSpy failed(source.get(), &CachedByteSource::failed);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].value<Error>().kind == ErrorKind::ContentMismatch ||
                failed[0][0].value<Error>().kind == ErrorKind::TooLarge);
        source->retry();
        QTRY_VERIFY(source->isComplete());
        QCOMPARE(source->readAll(), fresh);
    }

    void aServerThatSendsTooMuchOrTooLittleIsRefused()
    {
        MediaCache cache(m_directory->path(), 0, quick());
        auto service = std::make_shared<ScriptedService>(randomBytes(400'000, 25));
        service->piece = 200'000; // more than the 64 KiB asked for
        const auto source = cache.open(server, asset(), service).value();
        QTRY_VERIFY(source->isComplete() || source->error());
    }

    void theCacheShrinksToItsLimitOldestFirstAndSparesWhatIsOpen()
    {
        MediaCache cache(m_directory->path(), 250'000, quick());
        const auto add = [&](const QString &name) {
            auto source = cache.open(server, asset(name), std::make_shared<ScriptedService>(QByteArray(100'000, 'a')));
            return source.value();
        };
        auto first = add(u"1.webm"_s);
        QTRY_VERIFY(first->isComplete());
        auto second = add(u"2.webm"_s);
        QTRY_VERIFY(second->isComplete());
        QTRY_COMPARE(cache.usedBytes(), 200'000);
        second.reset();
        auto third = add(u"3.webm"_s);
        QTRY_VERIFY(third->isComplete());
        QTRY_COMPARE(cache.usedBytes(), 300'000);
        // The worker lets go of the second file a moment after its source did.
        const auto trimmed = [&] {
            cache.trim();
            return cache.usedBytes();
        };
        QTRY_COMPARE(trimmed(), 200'000);
        QVERIFY(cache.isComplete(server, asset(u"1.webm"_s)));
        QVERIFY(!cache.isComplete(server, asset(u"2.webm"_s)));
        QVERIFY(cache.isComplete(server, asset(u"3.webm"_s)));
    }

    void namesFromTheServerCannotLeaveTheFolder()
    {
        MediaCache cache(m_directory->path(), 0, quick());
        RecordingAsset evil = asset();
        evil.url = QUrl(u"https://x/../../../../etc/passwd"_s);
        evil.name = u"../../evil"_s;
        const QString path = cache.fileFor(u"../../up"_s, evil);
        QVERIFY(QDir::cleanPath(path) == path && path.startsWith(m_directory->path() + u'/'));
    }

    void onlyTheOwnerCanReadTheCache()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows: the profile folder's own access rights apply.");
#endif
        MediaCache cache(m_directory->path(), 0, quick());
        const auto source =
            cache.open(server, asset(), std::make_shared<ScriptedService>(QByteArray(1000, 'a'))).value();
        QTRY_VERIFY(source->isComplete());
        const QString path = cache.fileFor(server, asset());
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
        QTRY_VERIFY(QFile::exists(SparseCacheFile::mapPath(path)));
        QVERIFY(!(QFile::permissions(SparseCacheFile::mapPath(path)) & others));
        QVERIFY(!(QFile::permissions(QFileInfo(path).path()) & others));
    }

    void rangesMergeWhereTheyTouch()
    {
        ByteRanges ranges;
        ranges.add({10, 20});
        ranges.add({30, 40});
        ranges.add({20, 25});
        QCOMPARE(ranges.list(), (QList<ByteRange>{{10, 25}, {30, 40}}));
        ranges.add({0, 100});
        QCOMPARE(ranges.list(), (QList<ByteRange>{{0, 100}}));
    }

    void rangesBehaveAsABitmapDoes()
    {
        QRandomGenerator random(31);
        ByteRanges ranges;
        QList<bool> bits(300, false);
        for (int i = 0; i < 400; ++i) {
            const int from = random.bounded(300);
            const int end = std::min(300, from + random.bounded(12));
            if (i % 3 == 0) {
                ranges.add({from, end});
                std::fill(bits.begin() + from, bits.begin() + std::max(from, end), true);
            }
            const bool expected = std::all_of(bits.begin() + from, bits.begin() + end, [](bool b) { return b; });
            QCOMPARE(ranges.contains({from, end}), expected);
            const ByteRange gap = ranges.firstGap(from, 300);
            const auto firstUnset = std::find(bits.begin() + from, bits.end(), false) - bits.begin();
            QCOMPARE(gap.from, firstUnset);
            QCOMPARE(gap.end, std::find(bits.begin() + firstUnset, bits.end(), true) - bits.begin());
            QCOMPARE(ranges.total(), std::count(bits.begin(), bits.end(), true));
        }
    }

private:
    std::optional<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TestCachedByteSource)
#include "tst_cachedbytesource.moc"
