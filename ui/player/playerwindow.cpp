#include "ui/player/playerwindow.h"

#include "core/base/whendone.h"
#include "core/media/cachedbytesource.h"
#include "core/settings/settings.h"
#include "core/workspace/workspace.h"
#include "ui/player/playercontrols.h"
#include "ui/player/positions.h"
#include "ui/player/qtmediaengine.h"
#include "ui/player/videosurface.h"
#include "ui/text/names.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"

#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = MediaEngine::State;

namespace {

constexpr auto HideControlsAfter = 2500ms;
constexpr auto RememberEvery = 10'000ms;

// The key as a Latin keyboard has it: the letters work in the Russian layout too.
int latinKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case 0x041E:
        return Qt::Key_J;
    case 0x041B:
        return Qt::Key_K;
    case 0x0414:
        return Qt::Key_L;
    case 0x0410:
        return Qt::Key_F;
    case 0x042C:
        return Qt::Key_M;
    case 0x0425:
        return Qt::Key_BracketLeft;
    case 0x042A:
        return Qt::Key_BracketRight;
    default:
        return event.key();
    }
}

// For sound without pictures: the title, large.
class AudioView final : public QWidget
{
public:
    AudioView()
        : m_icon(new QLabel)
        , m_title(new QLabel)
    {
        m_title->setObjectName(u"audioTitle"_s);
        m_title->setTextFormat(Qt::PlainText);
        m_title->setWordWrap(true);
        m_title->setAlignment(Qt::AlignCenter);
        QFont font = m_title->font();
        font.setPointSizeF(font.pointSizeF() * 1.4);
        m_title->setFont(font);
        m_icon->setAlignment(Qt::AlignCenter);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(32, 32, 32, 32);
        layout->setSpacing(16);
        layout->addStretch();
        layout->addWidget(m_icon);
        layout->addWidget(m_title);
        layout->addStretch();
        updateIcon();
    }
    void setTitle(const QString &title) { m_title->setText(title); }

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            updateIcon();
        QWidget::changeEvent(event);
    }

private:
    void updateIcon() { m_icon->setPixmap(themedIcon(u"volume").pixmap(QSize(64, 64), devicePixelRatioF())); }

    QLabel *m_icon;
    QLabel *m_title;
};

} // namespace

class PlayerWindow::Private
{
public:
    Private(PlayerWindow *window, Workspace &workspaceIn, Actor actorIn, Settings &settingsIn, EngineFactory makeEngine)
        : q(window)
        , workspace(workspaceIn)
        , actor(std::move(actorIn))
        , settings(settingsIn)
        , positions(settingsIn)
        , engine(makeEngine ? makeEngine() : std::make_unique<QtMediaEngine>())
    {
    }

    void build();
    void connectEngine();
    void connectControls();
    void request();
    void onOpened(const Result<MediaSource> &source);
    void onState(State state);
    void showFailure(const Error &error);
    void showTitle();
    void updateBuffered();
    void remember();
    void togglePlay();
    void skip(qint64 ms);
    void stepRate(int steps);
    void setRate(double rate);
    void setVolume(int percent);
    void toggleMute();
    void setFullScreen(bool isFullScreen);
    void showControls();
    bool handleKey(const QKeyEvent &event);

    PlayerWindow *q;
    Workspace &workspace;
    Actor actor;
    Settings &settings;
    PlaybackPositions positions;
    std::unique_ptr<MediaEngine> engine;

    QLabel *titleLabel = nullptr;
    MessageBar *messages = nullptr;
    QStackedWidget *stack = nullptr;
    VideoSurface *video = nullptr;
    AudioView *audio = nullptr;
    PlayerControls *controls = nullptr;
    QTimer hideControls;
    QTimer rememberTimer;
    QTimer ticker;

    RecordingId recording;
    QString format;
    QString title;
    MediaSource source;
    int opening = 0; // answers to an older open() are ignored
    bool wasMaximized = false;
};

void PlayerWindow::Private::build()
{
    titleLabel = new QLabel;
    titleLabel->setObjectName(u"title"_s);
    titleLabel->setTextFormat(Qt::PlainText);
    titleLabel->setContentsMargins(16, 8, 16, 8);
    titleLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    messages = new MessageBar;
    video = new VideoSurface;
    video->setObjectName(u"video"_s);
    video->setSink(engine->videoSink());
    audio = new AudioView;
    stack = new QStackedWidget;
    stack->setObjectName(u"stack"_s);
    stack->addWidget(video);
    stack->addWidget(audio);
    controls = new PlayerControls;
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(titleLabel);
    layout->addWidget(messages);
    layout->addWidget(stack, 1);
    layout->addWidget(controls);
    q->setFocusPolicy(Qt::StrongFocus);
    q->setMouseTracking(true);
    video->setMouseTracking(true);
}

void PlayerWindow::Private::connectEngine()
{
    MediaEngine *e = engine.get();
    QObject::connect(e, &MediaEngine::stateChanged, q, [this](State state) { onState(state); });
    QObject::connect(e, &MediaEngine::positionChanged, q, [this](qint64 ms) { controls->setPosition(ms); });
    QObject::connect(e, &MediaEngine::durationChanged, q, [this](qint64 ms) { controls->setDuration(ms); });
    QObject::connect(e, &MediaEngine::failed, q, [this](const Error &error) { showFailure(error); });
    QObject::connect(e, &MediaEngine::hasVideoChanged, q, [this](bool) { onState(engine->state()); });
    // Between the engine's reports the shown time goes on; coarse is enough for hours, minutes and seconds.
    ticker.setInterval(200ms);
    QObject::connect(&ticker, &QTimer::timeout, q, [this] { controls->setPosition(engine->position()); });
    rememberTimer.setInterval(RememberEvery);
    QObject::connect(&rememberTimer, &QTimer::timeout, q, [this] { remember(); });
    hideControls.setSingleShot(true);
    hideControls.setInterval(HideControlsAfter);
    QObject::connect(&hideControls, &QTimer::timeout, q, [this] {
        if (!q->isFullScreen() || engine->state() != State::Playing)
            return;
        controls->hide();
        q->setCursor(Qt::BlankCursor);
    });
}

void PlayerWindow::Private::connectControls()
{
    QObject::connect(controls, &PlayerControls::playPauseRequested, q, [this] { togglePlay(); });
    QObject::connect(controls, &PlayerControls::seekRequested, q, [this](qint64 ms) { engine->seekExact(ms); });
    QObject::connect(controls, &PlayerControls::skipRequested, q, [this](qint64 ms) { skip(ms); });
    QObject::connect(controls, &PlayerControls::rateRequested, q, [this](double rate) { setRate(rate); });
    QObject::connect(controls, &PlayerControls::volumeRequested, q, [this](int percent) { setVolume(percent); });
    QObject::connect(controls, &PlayerControls::muteRequested, q, [this] { toggleMute(); });
    QObject::connect(controls, &PlayerControls::fullScreenRequested, q, [this] { setFullScreen(!q->isFullScreen()); });
    QObject::connect(video, &VideoSurface::clicked, q, [this] { togglePlay(); });
    QObject::connect(video, &VideoSurface::doubleClicked, q, [this] { setFullScreen(!q->isFullScreen()); });
}

void PlayerWindow::Private::request()
{
    messages->clear();
    const int number = ++opening;
    whenDone(workspace.openMedia(actor, recording, format), q, [this, number](const Result<MediaSource> &result) {
        if (number == opening)
            onOpened(result);
    });
    whenDone(workspace.recording(actor, recording), q, [this, number](const Result<RecordingDetails> &details) {
        if (number != opening || !details)
            return;
        title = details->row.title;
        showTitle();
    });
}

void PlayerWindow::Private::onOpened(const Result<MediaSource> &result)
{
    if (!result)
        return showFailure(result.error());
    if (source.cache)
        source.cache->disconnect(q);
    source = *result;
    if (source.cache)
        QObject::connect(source.cache.get(), &CachedByteSource::bufferedChanged, q, [this] { updateBuffered(); });
    engine->load(source);
    if (const qint64 at = positions.positionOf(recording, format); at > 0)
        engine->seekExact(at);
    engine->play();
    updateBuffered();
}

void PlayerWindow::Private::onState(State state)
{
    controls->setState(state);
    controls->setCapabilities(engine->capabilities());
    const bool isSoundOnly = !engine->hasVideo() &&
                             (state == State::Playing || state == State::Paused || state == State::Ended) &&
                             !video->hasPicture();
    stack->setCurrentWidget(isSoundOnly ? static_cast<QWidget *>(audio) : video);
    const bool isPlaying = state == State::Playing;
    if (isPlaying) {
        ticker.start();
        rememberTimer.start();
    } else {
        ticker.stop();
        rememberTimer.stop();
        remember();
        showControls();
    }
    controls->setPosition(engine->position());
}

void PlayerWindow::Private::showFailure(const Error &error)
{
    if (error.kind == ErrorKind::Unsupported && !engine->capabilities().hasAudioOutput && !engine->hasVideo()) {
        messages->showMessage(MessageBar::Level::Error,
                              PlayerWindow::tr("This recording is sound only, and this computer has no sound device."),
                              PlayerWindow::tr("Connect headphones or speakers and try again."));
    } else if (error.kind == ErrorKind::Timeout) {
        messages->showMessage(
            MessageBar::Level::Error, PlayerWindow::tr("Nothing has arrived from the server for a while."),
            PlayerWindow::tr("The connection is slow or broken. Try again, or download the file and play it then."));
    } else {
        messages->showError(error);
    }
    messages->addAction(PlayerWindow::tr("&Retry"), [this] {
        remember();
        request();
    });
    messages->addAction(PlayerWindow::tr("&Download first"),
                        [this] { Q_EMIT q->downloadRequested(recording, format); });
}

void PlayerWindow::Private::showTitle()
{
    const QString shown = title.isEmpty() ? source.name : title;
    titleLabel->setText(shown);
    titleLabel->setToolTip(shown.toHtmlEscaped());
    audio->setTitle(shown);
    //: Window title: recording's title, format
    q->setWindowTitle(PlayerWindow::tr("%1 – %2").arg(shown, formatText(format)));
}

void PlayerWindow::Private::updateBuffered()
{
    QList<SeekSlider::Part> parts;
    if (!source.cache) {
        parts.append({0, 1});
    } else if (const auto size = double(source.cache->size()); size > 0) {
        // Bytes stand for time: near enough to show what is there.
        for (const ByteRange &range : source.cache->buffered())
            parts.append({double(range.from) / size, double(range.end) / size});
    }
    controls->setBuffered(parts);
}

void PlayerWindow::Private::remember()
{
    if (!recording.isValid() || engine->duration() <= 0)
        return;
    positions.remember(recording, format, engine->position(), engine->duration());
}

void PlayerWindow::Private::togglePlay()
{
    const bool isPlaying = engine->state() == State::Playing || engine->state() == State::Buffering;
    isPlaying ? engine->pause() : engine->play();
}

void PlayerWindow::Private::skip(qint64 ms)
{
    engine->seekExact(std::max(qint64(0), engine->position() + ms));
}

void PlayerWindow::Private::stepRate(int steps)
{
    const QList<double> &rates = PlayerControls::rates();
    qsizetype nearest = 0;
    for (qsizetype i = 1; i < rates.size(); ++i) {
        if (std::abs(rates[i] - engine->rate()) < std::abs(rates[nearest] - engine->rate()))
            nearest = i;
    }
    setRate(rates[std::clamp<qsizetype>(nearest + steps, 0, rates.size() - 1)]);
}

void PlayerWindow::Private::setRate(double rate)
{
    engine->setRate(rate);
    controls->setRate(engine->rate());
    settings.setValue(settings::playerRate, engine->rate());
}

void PlayerWindow::Private::setVolume(int percent)
{
    percent = std::clamp(percent, 0, 100);
    engine->setVolume(percent / 100.0);
    engine->setMuted(false);
    controls->setVolume(percent, false);
    settings.setValue(settings::playerVolumePercent, percent);
    settings.setValue(settings::playerMuted, false);
}

void PlayerWindow::Private::toggleMute()
{
    const bool isMuted = !settings.value(settings::playerMuted);
    engine->setMuted(isMuted);
    controls->setVolume(settings.value(settings::playerVolumePercent), isMuted);
    settings.setValue(settings::playerMuted, isMuted);
}

void PlayerWindow::Private::setFullScreen(bool isFullScreen)
{
    if (isFullScreen) {
        wasMaximized = q->isMaximized();
        q->showFullScreen();
    } else {
        wasMaximized ? q->showMaximized() : q->showNormal();
    }
}

void PlayerWindow::Private::showControls()
{
    controls->show();
    q->unsetCursor();
    if (q->isFullScreen())
        hideControls.start();
}

bool PlayerWindow::Private::handleKey(const QKeyEvent &event)
{
    const bool isCtrl = event.modifiers() & Qt::ControlModifier;
    const int key = latinKey(event);
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_K:
        togglePlay();
        return true;
    case Qt::Key_Left:
        skip(isCtrl ? -15'000 : -5000);
        return true;
    case Qt::Key_Right:
        skip(isCtrl ? 15'000 : 5000);
        return true;
    case Qt::Key_J:
        skip(-15'000);
        return true;
    case Qt::Key_L:
        skip(15'000);
        return true;
    case Qt::Key_Up:
        setVolume(settings.value(settings::playerVolumePercent) + 5);
        return true;
    case Qt::Key_Down:
        setVolume(settings.value(settings::playerVolumePercent) - 5);
        return true;
    case Qt::Key_BracketLeft:
        stepRate(-1);
        return true;
    case Qt::Key_BracketRight:
        stepRate(1);
        return true;
    case Qt::Key_Backspace:
        setRate(1.0);
        return true;
    case Qt::Key_M:
        toggleMute();
        return true;
    case Qt::Key_F:
    case Qt::Key_F11:
        setFullScreen(!q->isFullScreen());
        return true;
    case Qt::Key_Home:
        engine->seekExact(0);
        return true;
    case Qt::Key_End:
        engine->seekExact(std::max(qint64(0), engine->duration() - 5000));
        return true;
    case Qt::Key_Escape:
        q->isFullScreen() ? setFullScreen(false) : void(q->close());
        return true;
    default:
        break;
    }
    if (key >= Qt::Key_0 && key <= Qt::Key_9 && !isCtrl) {
        engine->seekExact(engine->duration() * (key - Qt::Key_0) / 10);
        return true;
    }
    return false;
}

PlayerWindow::PlayerWindow(Workspace &workspace, Actor actor, Settings &settings, QWidget *parent,
                           EngineFactory makeEngine)
    : QWidget(parent, Qt::Window)
    , d(std::make_unique<Private>(this, workspace, std::move(actor), settings, std::move(makeEngine)))
{
    setObjectName(u"player"_s);
    setWindowIcon(applicationIcon());
    d->build();
    d->connectEngine();
    d->connectControls();
    resize(896, 616);
    restoreGeometry(settings.value(settings::playerGeometry));
    d->engine->setVolume(settings.value(settings::playerVolumePercent) / 100.0);
    d->engine->setMuted(settings.value(settings::playerMuted));
    d->engine->setRate(settings.value(settings::playerRate));
    d->controls->setRate(d->engine->rate());
    d->controls->setVolume(settings.value(settings::playerVolumePercent), settings.value(settings::playerMuted));
    d->controls->setCapabilities(d->engine->capabilities());
    d->controls->setDuration(0);
}

PlayerWindow::~PlayerWindow()
{
    d->engine->disconnect(this);
    d->video->setSink(nullptr);
}

bool PlayerWindow::canPlay(const QString &format)
{
    return format == u"video" || format == u"podcast" || format == u"presentation" || format == u"screenshare";
}

void PlayerWindow::open(RecordingId recording, const QString &format)
{
    d->remember();
    d->engine->unload();
    d->recording = recording;
    d->format = format;
    d->title.clear();
    d->source = {};
    d->showTitle();
    d->request();
    setFocus();
}

MediaEngine &PlayerWindow::engine() const
{
    return *d->engine;
}

void PlayerWindow::closeEvent(QCloseEvent *event)
{
    d->remember();
    if (!isFullScreen())
        d->settings.setValue(settings::playerGeometry, saveGeometry());
    ++d->opening;
    d->engine->unload();
    if (d->source.cache)
        d->source.cache->disconnect(this);
    d->source = {};
    d->recording = {};
    QWidget::closeEvent(event);
}

void PlayerWindow::keyPressEvent(QKeyEvent *event)
{
    d->showControls();
    if (!d->handleKey(*event))
        QWidget::keyPressEvent(event);
}

void PlayerWindow::mouseMoveEvent(QMouseEvent *event)
{
    d->showControls();
    QWidget::mouseMoveEvent(event);
}

void PlayerWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange) {
        d->titleLabel->setVisible(!isFullScreen());
        d->controls->setFullScreen(isFullScreen());
        d->showControls();
    } else if (event->type() == QEvent::LanguageChange && d->recording.isValid()) {
        d->showTitle();
    }
    QWidget::changeEvent(event);
}

} // namespace letopis
