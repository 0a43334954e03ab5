#include "core/settings/settings.h"
#include "tests/support/fakeworkspace.h"
#include "tests/ui/player/fakeengine.h"
#include "ui/player/playercontrols.h"
#include "ui/player/playerwindow.h"
#include "ui/player/positions.h"
#include "ui/player/seekslider.h"
#include "ui/player/videosurface.h"

#include <QApplication>
#include <QBuffer>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;
using State = MediaEngine::State;

class TestPlayerWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory.emplace();
        m_workspace = std::make_unique<FakeWorkspace>();
        FakeWorkspace::Entry entry;
        entry.details.row.title = u"<b>Лекция</b> 4"_s;
        m_id = m_workspace->addEntry(entry);
        m_workspace->setMedia([](RecordingId, const QString &) {
            auto device = std::make_shared<QBuffer>();
            device->setData("media");
            device->open(QIODevice::ReadOnly);
            return Result<MediaSource>(MediaSource{device, nullptr, u"video.webm"_s, {}});
        });
        open();
    }
    void cleanup() { m_window.reset(); }

    void itPlaysAndShowsTheTitleAsPlainText()
    {
        QTRY_COMPARE(m_engine->state(), State::Playing);
        auto *title = m_window->findChild<QLabel *>(u"title"_s);
        QTRY_COMPARE(title->text(), u"<b>Лекция</b> 4"_s);
        QCOMPARE(title->textFormat(), Qt::PlainText);
    }

    void everyKeyDoesItsWork_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<qint64>("place"); // from 100 s on
        const auto row = [](const char *name, int key, qint64 place, Qt::KeyboardModifier modifier = Qt::NoModifier) {
            QTest::newRow(name) << key << int(modifier) << place;
        };
        row("left", Qt::Key_Left, 95'000);
        row("right", Qt::Key_Right, 105'000);
        row("Ctrl left", Qt::Key_Left, 85'000, Qt::ControlModifier);
        row("Ctrl right", Qt::Key_Right, 115'000, Qt::ControlModifier);
        row("J", Qt::Key_J, 85'000);
        row("L", Qt::Key_L, 115'000);
        row("L in the Russian layout", 0x0414, 115'000);
        row("Home", Qt::Key_Home, 0);
        row("End", Qt::Key_End, 3'595'000);
        row("5", Qt::Key_5, 1'800'000);
    }
    void everyKeyDoesItsWork()
    {
        QFETCH(const int, key);
        QFETCH(const int, modifiers);
        QFETCH(const qint64, place);
        QTRY_COMPARE(m_engine->state(), State::Playing);
        m_engine->moveTo(100'000);
        m_engine->seeks.clear();
        // QTest::keyClick() knows Latin keys only.
        QKeyEvent press(QEvent::KeyPress, key, Qt::KeyboardModifiers(modifiers));
        QApplication::sendEvent(m_window.get(), &press);
        QCOMPARE(m_engine->seeks, QList<qint64>{place});
    }

    void spaceAndKPauseAndPlay()
    {
        QTRY_COMPARE(m_engine->state(), State::Playing);
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QCOMPARE(m_engine->state(), State::Paused);
        QTest::keyClick(m_window.get(), Qt::Key_K);
        QCOMPARE(m_engine->state(), State::Playing);
        QTest::mouseClick(m_window->findChild<VideoSurface *>(), Qt::LeftButton);
        QCOMPARE(m_engine->state(), State::Paused);
    }

    void bracketsChangeTheSpeedWhichIsRemembered()
    {
        QTRY_COMPARE(m_engine->state(), State::Playing);
        QTest::keyClick(m_window.get(), Qt::Key_BracketRight);
        QTest::keyClick(m_window.get(), Qt::Key_BracketRight);
        QCOMPARE(m_engine->rate(), 1.5);
        auto *note = m_window->findChild<QLabel *>(u"note"_s);
        QVERIFY(!note->text().isEmpty()); // the pitch changes with this engine
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(m_window.get(), Qt::Key_BracketRight);
        QCOMPARE(m_engine->rate(), 3.0);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(m_window.get(), Qt::Key_BracketLeft);
        QCOMPARE(m_engine->rate(), 0.5);
        open();
        QCOMPARE(m_engine->rate(), 0.5);
        QTest::keyClick(m_window.get(), Qt::Key_Backspace);
        QCOMPARE(m_engine->rate(), 1.0);
    }

    void volumeAndMuteAreRemembered()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Down);
        QCOMPARE(m_engine->volume, 0.75);
        QTest::keyClick(m_window.get(), Qt::Key_M);
        QVERIFY(m_engine->isMuted);
        open();
        QCOMPARE(m_engine->volume, 0.75);
        QVERIFY(m_engine->isMuted);
        QTest::keyClick(m_window.get(), Qt::Key_Up); // louder means audible
        QVERIFY(!m_engine->isMuted);
    }

    void fAndEscapeChangeFullScreen()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F);
        QTRY_VERIFY(m_window->isFullScreen());
        QVERIFY(!m_window->findChild<QLabel *>(u"title"_s)->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->isFullScreen());
        QVERIFY(m_window->isVisible());
    }

    void clickingTheLineSeeksExactlyOnce()
    {
        QTRY_COMPARE(m_engine->state(), State::Playing);
        auto *line = m_window->findChild<SeekSlider *>();
        m_engine->seeks.clear();
        const int x = line->width() / 2;
        QTest::mouseClick(line, Qt::LeftButton, {}, QPoint(x, line->height() / 2));
        QCOMPARE(m_engine->seeks, QList<qint64>{line->timeAt(x)});
    }

    void aMovingPositionNeverSeeks()
    {
        QTRY_COMPARE(m_engine->state(), State::Playing);
        m_engine->seeks.clear();
        for (qint64 ms = 0; ms < 100'000; ms += 1000)
            m_engine->moveTo(ms);
        QVERIFY(m_engine->seeks.isEmpty());
    }

    void draggingSeeksAndTheHandleStaysWithTheMouse()
    {
        QTRY_COMPARE(m_engine->state(), State::Playing);
        auto *line = m_window->findChild<SeekSlider *>();
        QTest::mousePress(line, Qt::LeftButton, {}, QPoint(40, 10));
        QTest::mouseMove(line, QPoint(120, 10));
        const int held = line->value();
        m_engine->moveTo(5000); // a late report of the engine
        QCOMPARE(line->value(), held);
        QTest::mouseRelease(line, Qt::LeftButton, {}, QPoint(160, 10));
        QCOMPARE(m_engine->seeks.last(), line->timeAt(160));
    }

    void aRecordingOpensWhereItWasLeft()
    {
        QTRY_COMPARE(m_engine->state(), State::Playing);
        m_engine->moveTo(1'234'000);
        m_window->close();
        open();
        QTRY_COMPARE(m_engine->seeks, QList<qint64>{1'234'000});
    }

    void theEndIsNoPlaceToComeBackTo()
    {
        PlaybackPositions positions(*m_settings);
        positions.remember(m_id, u"video"_s, 500'000, 3'600'000);
        QCOMPARE(positions.positionOf(m_id, u"video"_s), 500'000);
        QCOMPARE(positions.positionOf(m_id, u"podcast"_s), 0);
        positions.remember(m_id, u"video"_s, 3'599'000, 3'600'000);
        QCOMPARE(positions.positionOf(m_id, u"video"_s), 0);
        for (int i = 0; i < 300; ++i)
            positions.remember(RecordingId{1000 + i}, u"video"_s, 20'000, 3'600'000);
        QCOMPARE(positions.positionOf(RecordingId{1000}, u"video"_s), 0); // forgotten
        QCOMPARE(positions.positionOf(RecordingId{1299}, u"video"_s), 20'000);
    }

    void aFailureOffersRetryAndDownloadFirst()
    {
        QTRY_COMPARE(m_engine->state(), State::Playing);
        m_engine->fail({ErrorKind::Timeout, {}, {}, {}});
        QVERIFY(m_window->findChild<QLabel *>(u"messageText"_s)->isVisible());
        QSignalSpy wanted(m_window.get(), &PlayerWindow::downloadRequested);
        QTRY_VERIFY(buttonWith(u"ownload first") && buttonWith(u"etry"));
        QTest::mouseClick(buttonWith(u"ownload first"), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        const auto before = m_workspace->calls().count(u"openMedia"_s);
        QTest::mouseClick(buttonWith(u"etry"), Qt::LeftButton);
        QCOMPARE(m_workspace->calls().count(u"openMedia"_s), before + 1);
        QTRY_COMPARE(m_engine->state(), State::Playing);
    }

    void aSourceThatCannotBeOpenedIsSaid()
    {
        m_workspace->setMedia([](RecordingId, const QString &) {
            return Result<MediaSource>(Error{ErrorKind::NotFound, {}, {}, {}});
        });
        open();
        QTRY_VERIFY(m_window->findChild<QLabel *>(u"messageText"_s)->isVisible());
        QCOMPARE(m_engine->state(), State::Empty);
    }

    void soundWithoutPicturesShowsTheTitle()
    {
        m_engine->showsVideo = false;
        m_engine->enter(State::Paused);
        QTRY_VERIFY(m_window->findChild<QLabel *>(u"audioTitle"_s)->isVisible());
    }

    void closingLetsTheMediaGo()
    {
        QTRY_COMPARE(m_engine->state(), State::Playing);
        m_window->close();
        QCOMPARE(m_engine->state(), State::Empty);
        QVERIFY(!m_engine->loaded.device);
    }

    void closingBeforeTheSourceComesIsSafe()
    {
        m_workspace->setHoldsAnswers(true);
        open();
        m_window->close();
        m_workspace->setHoldsAnswers(false);
        QTest::qWait(20);
        QCOMPARE(m_engine->state(), State::Empty);
        m_window.reset();
    }

private:
    void open()
    {
        m_window.reset();
        m_settings = std::make_unique<Settings>(m_directory->filePath(u"settings.ini"_s));
        m_window = std::make_unique<PlayerWindow>(*m_workspace, ownerActor(u"me"_s, u"Me"_s), *m_settings, nullptr, [this] {
            auto engine = std::make_unique<FakeEngine>();
            m_engine = engine.get();
            return engine;
        });
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->open(m_id, u"video"_s);
    }
    QPushButton *buttonWith(QStringView text) const
    {
        for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
            if (button->text().contains(text) && button->isVisible())
                return button;
        }
        return nullptr;
    }

    std::optional<QTemporaryDir> m_directory;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<PlayerWindow> m_window;
    FakeEngine *m_engine = nullptr;
    RecordingId m_id;
};

QTEST_MAIN(TestPlayerWindow)
#include "tst_playerwindow.moc"
