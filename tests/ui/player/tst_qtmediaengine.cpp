#include "core/media/mediacache.h"
#include "tests/core/media/scriptedservice.h"
#include "tests/ui/player/testmedia.h"
#include "ui/player/mediabackend.h"
#include "ui/player/qtmediaengine.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QVideoFrame>
#include <QVideoSink>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;
using State = MediaEngine::State;

// The real back end, offscreen, without a sound device, on media that ffmpeg makes here.
class TestQtMediaEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (ffmpeg().isEmpty())
            QSKIP("ffmpeg, which makes the media, is not installed.");
        const QStringList webm{u"-c:v"_s, u"libvpx"_s,    u"-b:v"_s,     u"600k"_s, u"-g"_s,
                               u"250"_s,  u"-deadline"_s, u"realtime"_s, u"-c:a"_s, u"libvorbis"_s};
        const QStringList mp4{u"-c:v"_s,    u"libx264"_s,   u"-g"_s,   u"250"_s,
                              u"-preset"_s, u"ultrafast"_s, u"-c:a"_s, u"aac"_s};
        QVERIFY(makeMedia(path(u"webm"), webm, Seconds));
        QVERIFY(makeMedia(path(u"mp4"), mp4, Seconds)); // its index is at the end
        QVERIFY(makeMedia(path(u"ogg"), {u"-c:a"_s, u"libvorbis"_s}, Seconds, false));
    }

    void theFirstPictureIsThereBeforePlaying_data() { videoFiles(); }
    void theFirstPictureIsThereBeforePlaying()
    {
        QFETCH(const QString, kind);
        QtMediaEngine engine;
        engine.load(local(kind));
        QTRY_COMPARE(engine.state(), State::Paused);
        QTRY_COMPARE(shown(engine), 0);
        QTRY_VERIFY(std::abs(engine.duration() - Seconds * 1000) < 200);
        QTRY_VERIFY(engine.hasVideo());
    }

    void aSeekShowsExactlyThatPicture_data() { videoFiles(); }
    void aSeekShowsExactlyThatPicture()
    {
        QFETCH(const QString, kind);
        QtMediaEngine engine;
        engine.load(local(kind));
        QTRY_COMPARE(engine.state(), State::Paused);
        // The middle of a picture's 40 ms: WebM rounds times to a millisecond and begins with the sound.
        for (const qint64 picture : {7000, 1240, 15'480, 15'520, 40, 19'000, 0}) {
            QSignalSpy finished(&engine, &MediaEngine::seekFinished);
            engine.seekExact(picture + 20);
            QTRY_COMPARE(finished.count(), 1);
            QTRY_COMPARE(shown(engine), picture);
            QCOMPARE(engine.position(), picture + 20);
        }
    }

    void manySeeksAtOnceEndAtTheLastOne()
    {
        QtMediaEngine engine;
        engine.load(local(u"webm"_s));
        QTRY_COMPARE(engine.state(), State::Paused);
        for (qint64 target = 20; target <= 12'020; target += 400)
            engine.seekExact(target);
        QTRY_COMPARE(shown(engine), 12'000);
    }

    void aSeekWhileLoadingIsRemembered()
    {
        QtMediaEngine engine;
        engine.load(local(u"webm"_s));
        engine.seekExact(9020);
        QTRY_COMPARE(shown(engine), 9000);
    }

    void mediaTimeRunsAtTheRate_data()
    {
        QTest::addColumn<double>("rate");
        for (const double rate : {0.5, 1.0, 1.5, 2.0, 3.0})
            QTest::addRow("%.1f", rate) << rate;
    }
    void mediaTimeRunsAtTheRate()
    {
        QFETCH(const double, rate);
        QtMediaEngine engine;
        engine.setRate(rate); // before anything is loaded: must not be lost
        engine.load(local(u"webm"_s));
        QTRY_COMPARE(engine.state(), State::Paused);
        engine.play();
        QTRY_VERIFY(shown(engine) > 800);
        // Both ends are read from pictures, at the moment they arrive.
        const auto [from, fromClock] = nextPicture(engine);
        QTRY_VERIFY_WITH_TIMEOUT(shown(engine) >= from + qint64(1500 * rate), 20'000);
        const auto [to, toClock] = nextPicture(engine);
        const double measured = double(to - from) / double(toClock - fromClock);
        QVERIFY2(std::abs(measured / rate - 1) < 0.15, qPrintable(u"%1 instead of %2"_s.arg(measured).arg(rate)));
        QVERIFY(std::abs(engine.position() - shown(engine)) < qint64(400 * rate));
    }

    void theRateChangesWhilePlaying()
    {
        QtMediaEngine engine;
        engine.load(local(u"webm"_s));
        QTRY_COMPARE(engine.state(), State::Paused);
        engine.play();
        QTRY_VERIFY(shown(engine) > 400);
        engine.setRate(3.0);
        const qint64 before = shown(engine);
        QTRY_VERIFY(shown(engine) > before + 800); // the pipeline has flushed and runs
        const auto [from, fromClock] = nextPicture(engine);
        QVERIFY(from >= before);
        QTRY_VERIFY_WITH_TIMEOUT(shown(engine) >= from + 3000, 20'000);
        const auto [to, toClock] = nextPicture(engine);
        QVERIFY(std::abs(double(to - from) / double(toClock - fromClock) - 3.0) < 0.5);
    }

    void pausingStopsTheTimeAndPlayGoesOn()
    {
        QtMediaEngine engine;
        engine.load(local(u"webm"_s));
        engine.play(); // while loading
        QTRY_VERIFY(shown(engine) > 500);
        engine.pause();
        QTRY_COMPARE(engine.state(), State::Paused);
        QSignalSpy pictures(engine.videoSink(), &QVideoSink::videoFrameChanged);
        while (pictures.wait(200)) // those already on their way
            QVERIFY(pictures.count() < 10);
        const qint64 still = shown(engine);
        QVERIFY(!pictures.wait(300));
        QCOMPARE(shown(engine), still);
        engine.play();
        QTRY_VERIFY(shown(engine) > still + 300);
    }

    void theEndIsAStateAndPlayBeginsAgain()
    {
        QtMediaEngine engine;
        engine.load(local(u"webm"_s));
        QTRY_COMPARE(engine.state(), State::Paused);
        engine.seekExact(Seconds * 1000 - 600);
        engine.play();
        QTRY_COMPARE(engine.state(), State::Ended);
        QCOMPARE(engine.position(), engine.duration());
        engine.play();
        QTRY_VERIFY(shown(engine) > 100 && shown(engine) < 5000);
        QCOMPARE(engine.state(), State::Playing);
    }

    void soundWithoutPicturesPlaysOrSaysWhyNot()
    {
        QtMediaEngine engine;
        QSignalSpy failed(&engine, &MediaEngine::failed);
        engine.load(local(u"ogg"_s));
        if (!engine.capabilities().hasAudioOutput) {
            // Nothing could be heard, and the pipeline has no clock: the window says that there is no sound device.
            QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000); // a busy machine takes its time
            QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Unsupported);
            return;
        }
        QTRY_COMPARE(engine.state(), State::Paused);
        QVERIFY(!engine.hasVideo());
        engine.play();
        QTRY_VERIFY(engine.position() > 1000);
        engine.seekExact(10'000);
        QTRY_VERIFY(engine.position() > 10'100);
    }

    void whatIsNoMediaFails()
    {
        QFile file(m_directory.filePath(u"no.webm"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(300'000, 'n'));
        file.close();
        QtMediaEngine engine;
        QSignalSpy failed(&engine, &MediaEngine::failed);
        engine.load(local(file.fileName(), file.fileName()));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Unsupported);
        QCOMPARE(engine.state(), State::Failed);
        engine.load(local(u"webm"_s)); // and the engine can be used again
        QTRY_COMPARE(engine.state(), State::Paused);
    }

    void mediaFromASlowServerPlaysThroughEveryHole_data() { videoFiles(); }
    void mediaFromASlowServerPlaysThroughEveryHole()
    {
        QFETCH(const QString, kind);
        const QTemporaryDir folder;
        MediaCache cache(folder.path(), 0, smallSteps());
        const auto service = serve(kind);
        service->beforePiece = [](qint64) {
            QThread::msleep(10); // below a megabyte a second, in the worker
            return Result<>();
        };
        QtMediaEngine engine(QtMediaEngine::Options{.lowWater = 32 << 10, .highWater = 128 << 10}, nullptr);
        QSignalSpy failed(&engine, &MediaEngine::failed);
        engine.load(cached(cache, kind, service));
        QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Paused, 20'000);
        QTRY_COMPARE(shown(engine), 0);
        for (const qint64 picture : {14'000, 3000, 480}) { // at first where nothing is cached yet
            engine.seekExact(picture + 20);
            QTRY_COMPARE_WITH_TIMEOUT(shown(engine), picture, 20'000);
        }
        engine.seekExact(14'000);
        engine.play();
        QTRY_VERIFY_WITH_TIMEOUT(shown(engine) > 15'500, 20'000);
        QCOMPARE(failed.count(), 0);
    }

    void theFirstPictureComesWhereverTheLineStalls_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("stallsAt");
        QTest::addColumn<int>("stallsFor");
        for (const QString &kind : {u"webm"_s, u"mp4"_s}) {
            for (const int at : {64, 66, 68, 72}) { // the first 64 K tell the size, and loading begins
                for (const int milliseconds : {0, 150})
                    QTest::addRow("%s at %d K for %d ms", qPrintable(kind), at, milliseconds)
                        << kind << at << milliseconds;
            }
        }
    }
    void theFirstPictureComesWhereverTheLineStalls()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, stallsAt);
        QFETCH(const int, stallsFor);
        const auto service = serve(kind);
        service->piece = 1 << 10;
        service->isHeld = true;
        QObject here; // with the rest up to the cache: outlives the worker
        bool isStalled = false;
        bool isStarved = false;
        const auto goOnWhenMissed = [&] {
            if (isStalled && isStarved)
                QTimer::singleShot(stallsFor, &here, [&] { service->release(); });
        };
        const auto onStalled = [&] {
            isStalled = true;
            goOnWhenMissed();
        };
        const auto onStarved = [&] {
            isStarved = true;
            goOnWhenMissed();
        };
        const QTemporaryDir folder;
        CachedByteSource::Options steps = smallSteps();
        steps.priorityWindow = steps.chunk = 4 << 10;
        MediaCache cache(folder.path(), 0, steps);
        const MediaSource source = cached(cache, kind, service);
        service->beforePiece = [&, left = stallsAt](qint64) mutable {
            if (left-- == 0) {
                service->isHeld = true;
                QMetaObject::invokeMethod(&here, onStalled, Qt::QueuedConnection);
            }
            return Result<>();
        };
        connect(source.cache.get(), &CachedByteSource::starved, &here, onStarved, Qt::QueuedConnection);
        service->release();
        QtMediaEngine engine(QtMediaEngine::Options{.lowWater = 1 << 10, .highWater = 16 << 10}, nullptr);
        engine.load(source);
        QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Paused, 20'000);
        QTRY_COMPARE(shown(engine), 0);
    }

    void aConnectionCutWhilePlayingIsSurvived()
    {
        const QTemporaryDir folder;
        MediaCache cache(folder.path(), 0, smallSteps());
        const auto service = serve(u"webm"_s);
        auto count = std::make_shared<std::atomic<int>>(0);
        service->beforePiece = [count](qint64) {
            QThread::msleep(5);
            return ++*count % 10 == 0 ? Result<>(Error{ErrorKind::ConnectionLost, u"cut"_s, {}, {}}) : Result<>();
        };
        QtMediaEngine engine;
        QSignalSpy failed(&engine, &MediaEngine::failed);
        engine.load(cached(cache, u"webm"_s, service));
        engine.play();
        QTRY_VERIFY_WITH_TIMEOUT(shown(engine) > 2000, 20'000);
        QCOMPARE(failed.count(), 0);
    }

    void aServerThatGoesSilentIsReportedNotWaitedForForEver()
    {
        const QTemporaryDir folder;
        MediaCache cache(folder.path(), 0, smallSteps());
        const auto service = serve(u"mp4"_s);
        service->isHeld = true;
        QtMediaEngine engine(QtMediaEngine::Options{.patience = std::chrono::milliseconds(300)}, nullptr);
        QSignalSpy failed(&engine, &MediaEngine::failed);
        engine.load(cached(cache, u"mp4"_s, service));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Timeout);
    }

    void theEngineCanBeDestroyedInEveryState()
    {
        for (int wait : {0, 1, 20, 60, 200}) {
            MediaSource source = local(u"webm"_s);
            QtMediaEngine engine;
            engine.load(source);
            engine.play();
            QTest::qWait(wait); // a moment, whatever has happened by then
        }
    }

private:
    static constexpr int Seconds = 20;

    QString path(QStringView kind) const { return m_directory.filePath(u"media."_s + kind.toString()); }

    static void videoFiles()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("webm") << u"webm"_s;
        QTest::newRow("mp4") << u"mp4"_s;
    }

    MediaSource local(const QString &kind, const QString &file = {}) const
    {
        auto device = std::make_shared<QFile>(file.isEmpty() ? path(kind) : file);
        return device->open(QIODevice::ReadOnly) ? MediaSource{device, nullptr, u"media."_s + kind, {}} : MediaSource{};
    }

    std::shared_ptr<ScriptedService> serve(const QString &kind) const
    {
        QFile file(path(kind));
        auto service = file.open(QIODevice::ReadOnly) ? std::make_shared<ScriptedService>(file.readAll()) : nullptr;
        service->piece = 8 << 10;
        return service;
    }

    static CachedByteSource::Options smallSteps()
    {
        return {.priorityWindow = 64 << 10,
                .chunk = 128 << 10,
                .retry = {.attempts = 5,
                          .firstDelay = std::chrono::milliseconds(1),
                          .longestDelay = std::chrono::milliseconds(20)}};
    }

    static MediaSource cached(MediaCache &cache, const QString &kind, std::shared_ptr<ConferenceService> service)
    {
        const RecordingAsset asset{.name = u"media."_s + kind,
                                   .url = QUrl(u"https://bbb.example/media."_s + kind),
                                   .sizeBytes = -1,
                                   .mimeType = {}};
        const auto source = cache.open(u"server"_s, asset, std::move(service)).value();
        return {source, source, asset.name, {}};
    }

    static qint64 shown(const QtMediaEngine &engine)
    {
        return timeInPicture(engine.videoSink()->videoFrame().toImage());
    }

    // The time in the next picture to arrive, and the wall clock then.
    static std::pair<qint64, qint64> nextPicture(const QtMediaEngine &engine)
    {
        QSignalSpy frames(engine.videoSink(), &QVideoSink::videoFrameChanged);
        frames.wait(2000);
        return {shown(engine), QDateTime::currentMSecsSinceEpoch()};
    }

    QTemporaryDir m_directory;
};

int main(int argc, char **argv)
{
    letopis::initialiseMediaBackend();
    QApplication app(argc, argv);
    TestQtMediaEngine test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_qtmediaengine.moc"
