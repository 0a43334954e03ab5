#include "ui/player/qtmediaengine.h"

#include "core/base/logging.h"
#include "core/media/cachedbytesource.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QFileInfo>
#include <QVideoFrame>
#include <QVideoSink>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A seek whose frame never comes (the very end, sound only) must not block the next one.
constexpr auto SeekLimit = 1500ms;
constexpr auto FirstPictureLimit = 700ms; // sound has none
constexpr auto QuietTick = 20ms;
constexpr int MostNoisyTicks = 75;

QString localFile(const MediaSource &source)
{
    if (source.cache)
        return source.cache->isComplete() ? source.cache->filePath() : QString();
    const auto *file = qobject_cast<QFile *>(source.device.get());
    return file ? QFileInfo(*file).absoluteFilePath() : QString();
}

} // namespace

QtMediaEngine::QtMediaEngine(QObject *parent)
    : QtMediaEngine(Options(), parent)
{
}

QtMediaEngine::QtMediaEngine(const Options &options, QObject *parent)
    : MediaEngine(parent)
    , m_options(options)
    , m_sink(new QVideoSink(this))
{
    m_player.setVideoSink(m_sink);
    updateAudioOutput();
    connect(&m_devices, &QMediaDevices::audioOutputsChanged, this, &QtMediaEngine::updateAudioOutput);
    connect(&m_player, &QMediaPlayer::mediaStatusChanged, this, &QtMediaEngine::onMediaStatus);
    connect(&m_player, &QMediaPlayer::playbackStateChanged, this, &QtMediaEngine::updateState);
    connect(&m_player, &QMediaPlayer::positionChanged, this, &QtMediaEngine::onPlayerPosition);
    connect(&m_player, &QMediaPlayer::hasVideoChanged, this, &MediaEngine::hasVideoChanged);
    connect(&m_player, &QMediaPlayer::durationChanged, this, [this](qint64 ms) {
        if (ms <= 0 || ms == m_duration)
            return;
        m_duration = ms;
        Q_EMIT durationChanged(ms);
    });
    connect(m_sink, &QVideoSink::videoFrameChanged, this, &QtMediaEngine::onFrame);
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(m_options.patience);
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        fail(Error{ErrorKind::Timeout, u"no progress in playing"_s, m_source.name, {}});
    });
    m_seekLimit.setSingleShot(true);
    m_seekLimit.setInterval(SeekLimit);
    connect(&m_seekLimit, &QTimer::timeout, this, &QtMediaEngine::onSeekLimit);
    m_reload.setSingleShot(true);
    m_reload.setInterval(QuietTick);
    connect(&m_reload, &QTimer::timeout, this, &QtMediaEngine::onBuffered);
    m_firstPicture.setSingleShot(true);
    m_firstPicture.setInterval(FirstPictureLimit);
    connect(&m_firstPicture, &QTimer::timeout, this, &QtMediaEngine::onFirstPictureLimit);
    m_quiet.setInterval(QuietTick);
    connect(&m_quiet, &QTimer::timeout, this, &QtMediaEngine::flushWhenQuiet);
}

QtMediaEngine::~QtMediaEngine()
{
    blockSignals(true);
    unload();
}

void QtMediaEngine::updateAudioOutput()
{
    // An output without a device crashes or hangs the back ends of Qt 6.4 (player.md 5.1).
    if (QMediaDevices::audioOutputs().isEmpty()) {
        m_player.setAudioOutput(nullptr);
        delete std::exchange(m_audio, nullptr);
        return;
    }
    if (!m_audio) {
        m_audio = new QAudioOutput(this);
        m_player.setAudioOutput(m_audio);
    }
    m_audio->setDevice(QMediaDevices::defaultAudioOutput());
    setVolume(m_volume);
    setMuted(m_isMuted);
}

MediaEngine::Capabilities QtMediaEngine::capabilities() const
{
    return {.pitchTrueSpeed = false, .hasAudioOutput = m_audio != nullptr};
}

void QtMediaEngine::load(const MediaSource &source)
{
    unload();
    m_source = source;
    if (!m_source.device)
        return fail(Error{ErrorKind::NotFound, u"nothing to play"_s, source.name, {}});
    if (const auto &cache = m_source.cache) {
        connect(cache.get(), &CachedByteSource::bufferedChanged, this, &QtMediaEngine::onBuffered);
        connect(cache.get(), &CachedByteSource::sizeBecameKnown, this, &QtMediaEngine::attach, Qt::QueuedConnection);
        // Noted at once, so that the end which the pipeline now reports is not believed; acted on from the event loop.
        connect(cache.get(), &CachedByteSource::starved, this, [this](qint64 from, qint64 length) {
            if (m_isLoaded && !m_starved && !m_seeking)
                m_position = position();
            m_starved = ByteRange{from, from + length};
        });
        connect(cache.get(), &CachedByteSource::starved, this, &QtMediaEngine::onStarved, Qt::QueuedConnection);
        connect(cache.get(), &CachedByteSource::failed, this, &QtMediaEngine::fail, Qt::QueuedConnection);
    }
    enter(State::Loading);
    noteProgress();
    if (!m_source.cache || m_source.cache->isSizeKnown())
        attach();
    else if (m_source.cache->error())
        fail(*m_source.cache->error());
}

void QtMediaEngine::unload()
{
    if (m_source.cache)
        m_source.cache->disconnect(this);
    m_watchdog.stop();
    m_seekLimit.stop();
    m_firstPicture.stop();
    m_reload.stop();
    m_quiet.stop();
    m_isAttached = m_isLoaded = m_isFresh = m_isWaiting = m_wantsPlay = false;
    m_starved.reset();
    m_seeking.reset();
    m_nextSeek.reset();
    m_duration = m_position = 0;
    m_sincePosition.invalidate();
    m_player.stop();
    m_player.setSource({}); // lets go of the device before it can be destroyed
    m_source = {};
    enter(State::Empty);
}

void QtMediaEngine::attach()
{
    if (!m_source.device || m_isAttached || (m_source.cache && !m_source.cache->isSizeKnown()))
        return;
    m_isAttached = true;
    m_isLoaded = m_isFresh = m_hasPicture = false;
    m_firstPicture.stop();
    // A file that is all here is read in the pipeline's own threads.
    const QString file = localFile(m_source);
    m_usesDevice = file.isEmpty();
    if (!m_usesDevice) {
        m_player.setSource(QUrl::fromLocalFile(file));
    } else {
        m_source.device->seek(0);
        // The URL is only a name, for the file type: the player never opens it.
        m_player.setSourceDevice(m_source.device.get(), QUrl(u"media:"_s + m_source.name));
    }
    m_player.pause(); // loads the first frame
}

void QtMediaEngine::play()
{
    if (m_state == State::Empty || m_state == State::Failed)
        return;
    m_wantsPlay = true;
    if (m_state == State::Ended)
        seekExact(0);
    resume();
    updateState();
}

void QtMediaEngine::pause()
{
    m_wantsPlay = false;
    m_isWaiting = false;
    if (m_isLoaded && m_player.playbackState() == QMediaPlayer::PlayingState) {
        m_position = position();
        m_player.pause();
    }
    updateState();
}

void QtMediaEngine::resume()
{
    if (!m_isLoaded || m_isFresh || m_starved || !m_wantsPlay)
        return;
    m_isWaiting = isAheadShort(m_options.lowWater);
    if (m_isWaiting || m_quiet.isActive())
        return noteProgress();
    m_player.play();
    applyRate();
    noteProgress();
}

void QtMediaEngine::setRate(double rate)
{
    const Capabilities can = capabilities();
    m_position = position();
    m_sincePosition.restart();
    m_rate = std::clamp(rate, can.lowestRate, can.highestRate);
    applyRate();
}

void QtMediaEngine::applyRate()
{
    // Set on a pipeline that does not run yet, a rate may be lost (QTBUG-125397): play() and load() come here again.
    if (!m_isLoaded || m_isFresh || qFuzzyCompare(m_player.playbackRate(), m_rate))
        return;
    if (m_usesDevice)
        flushWhenQuiet();
    else
        m_player.setPlaybackRate(m_rate);
}

void QtMediaEngine::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    if (m_audio)
        m_audio->setVolume(
            QAudio::convertVolume(float(m_volume), QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale));
}

void QtMediaEngine::setMuted(bool muted)
{
    m_isMuted = muted;
    if (m_audio)
        m_audio->setMuted(muted);
}

void QtMediaEngine::seekExact(qint64 ms)
{
    if (m_duration > 0)
        ms = std::clamp(ms, qint64(0), m_duration);
    if (m_state == State::Ended) {
        m_player.pause();
        enter(State::Paused);
    }
    m_position = ms;
    m_sincePosition.invalidate();
    Q_EMIT positionChanged(ms);
    if (m_seeking || !m_isLoaded || m_isFresh || m_starved)
        m_nextSeek = ms; // one at a time: a dragged slider asks faster than a pipeline can flush
    else
        startSeek(ms);
}

void QtMediaEngine::startSeek(qint64 ms)
{
    m_isSeekRepeated = false;
    sendSeek(ms);
}

void QtMediaEngine::sendSeek(qint64 ms)
{
    m_seeking = ms;
    m_isSeekSent = false;
    noteProgress();
    flushWhenQuiet();
}

// A seek or a change of rate flushes the pipeline. Qt 6.4's application source posts each of the demuxer's requests to
// this thread and does not withdraw them on a flush: the bytes for one asked before would be taken for those asked
// after, and the decoder fed rubbish. So the demuxer first comes to rest: paused, its queues full or starved, it asks
// for nothing.
void QtMediaEngine::flushWhenQuiet()
{
    const bool isPlaying = m_player.playbackState() == QMediaPlayer::PlayingState;
    const bool mustRest = m_usesDevice && (isPlaying || !m_source.cache || !m_source.cache->isQuiet());
    if (mustRest && m_noisyTicks++ < MostNoisyTicks) {
        if (isPlaying)
            m_player.pause();
        return m_quiet.start();
    }
    m_noisyTicks = 0;
    if (!qFuzzyCompare(m_player.playbackRate(), m_rate)) {
        m_player.setPlaybackRate(m_rate);
        if (m_usesDevice && m_seeking)
            return m_quiet.start(); // the seek is a flush of its own
    }
    m_quiet.stop();
    if (m_seeking && !std::exchange(m_isSeekSent, true)) {
        m_seekLimit.start();
        m_player.setPosition(differentPosition(*m_seeking));
    }
    if (m_usesDevice)
        resume();
}

// GStreamer's back end takes a seek to where the pipeline stands for done, and flushes nothing: a pipeline that
// starved before its first picture would stay without. A millisecond further is the same picture.
qint64 QtMediaEngine::differentPosition(qint64 ms) const
{
    if (m_player.position() != ms)
        return ms;
    return m_duration > 0 && ms >= m_duration ? ms - 1 : ms + 1;
}

// The back end drops a picture that this thread does not take within 300 ms, and a paused pipeline sends no other: it
// is asked for again, once. None may come near the end, and while playing the next one comes by itself.
void QtMediaEngine::onSeekLimit()
{
    const bool mayBeLost = m_seeking && !m_nextSeek && !m_starved && !m_wantsPlay && hasVideo() &&
                           *m_seeking + SeekLimit.count() < m_duration;
    if (mayBeLost && !std::exchange(m_isSeekRepeated, true))
        return sendSeek(*m_seeking);
    finishSeek();
}

void QtMediaEngine::finishSeek()
{
    if (!m_seeking || !m_isSeekSent || m_starved)
        return;
    const qint64 reached = *std::exchange(m_seeking, std::nullopt);
    m_seekLimit.stop();
    m_sincePosition.restart();
    noteProgress();
    if (m_nextSeek)
        return startSeek(*std::exchange(m_nextSeek, std::nullopt));
    beginLoaded();
    Q_EMIT seekFinished(reached);
}

// Sound has no picture. A video's own was lost: a seek brings it. Without either, the tracks are still to come. Sound
// alone without a device has no clock: mostly the pipeline fails by itself, but one that was slow to start may not.
void QtMediaEngine::onFirstPictureLimit()
{
    if (!m_isFresh)
        return;
    if (!hasVideo() && m_player.hasAudio() && !m_audio)
        fail(Error{ErrorKind::Unsupported, u"sound only, and no sound device"_s, m_source.name, {}});
    else if (!hasVideo() && m_player.hasAudio())
        beginLoaded();
    else if (hasVideo() && !m_seeking && !m_starved)
        startSeek(std::exchange(m_nextSeek, std::nullopt).value_or(m_position));
    else
        m_firstPicture.start();
}

// A seek sent before the first picture is there may be lost.
void QtMediaEngine::beginLoaded()
{
    if (!m_isLoaded || m_starved || !std::exchange(m_isFresh, false))
        return;
    m_firstPicture.stop();
    applyRate();
    if (m_nextSeek && !m_seeking)
        startSeek(*std::exchange(m_nextSeek, std::nullopt));
    resume();
    updateState();
}

void QtMediaEngine::onFrame()
{
    const QVideoFrame frame = m_sink->videoFrame();
    if (!frame.isValid())
        return;
    noteProgress();
    m_hasPicture = true;
    beginLoaded();
    // Frames of before the seek may still be on their way; its own carries the time asked for, or the next frame's.
    if (m_seeking && m_isSeekSent && std::abs(frame.startTime() / 1000 - *m_seeking) < 250)
        finishSeek();
}

qint64 QtMediaEngine::position() const
{
    // The back ends report ten times a second; between two reports the clock goes on.
    if (m_state != State::Playing || !m_sincePosition.isValid() || m_seeking)
        return m_position;
    const qint64 now = m_position + qint64(double(std::min(m_sincePosition.elapsed(), qint64(500))) * m_rate);
    return m_duration > 0 ? std::min(now, m_duration) : now;
}

void QtMediaEngine::onPlayerPosition(qint64 ms)
{
    if (m_seeking && m_isSeekSent && !hasVideo() && std::abs(ms - *m_seeking) < 1000)
        finishSeek();
    if (m_seeking || m_nextSeek || m_starved || !m_isLoaded || m_player.mediaStatus() == QMediaPlayer::EndOfMedia)
        return;
    if (ms != m_position)
        noteProgress();
    m_position = ms;
    m_sincePosition.restart();
    Q_EMIT positionChanged(ms);
    if (m_state == State::Playing && isAheadShort(m_options.lowWater)) {
        m_isWaiting = true;
        m_player.pause();
        updateState();
    }
}

void QtMediaEngine::onMediaStatus(QMediaPlayer::MediaStatus status)
{
    if (!m_isAttached)
        return;
    switch (status) {
    case QMediaPlayer::LoadedMedia:
    case QMediaPlayer::BufferedMedia:
        if (std::exchange(m_isLoaded, true))
            break;
        noteProgress();
        m_isFresh = true;
        m_firstPicture.start();
        if (m_hasPicture)
            beginLoaded();
        break;
    case QMediaPlayer::InvalidMedia:
        // Starved while it looked for the index: what is missing was asked for, restart() comes when it is there.
        if (m_starved)
            break;
        return fail(Error{ErrorKind::Unsupported, m_player.errorString(), m_source.name, {}});
    case QMediaPlayer::EndOfMedia:
        if (m_starved || m_seeking || m_nextSeek)
            break;
        m_wantsPlay = false;
        m_position = m_duration;
        Q_EMIT positionChanged(m_position);
        return enter(State::Ended);
    default:
        break;
    }
    updateState();
}

void QtMediaEngine::onStarved()
{
    if (!m_isAttached || !m_starved)
        return;
    updateState();
    onBuffered(); // it may have arrived since the read
}

void QtMediaEngine::onBuffered()
{
    if (!m_source.cache)
        return;
    noteProgress();
    if (m_starved) {
        if (!m_source.cache->holds(m_starved->from, std::max(m_starved->length(), m_options.lowWater)))
            return;
        // As for a flush: what its demuxer still asks for would be taken for what the next one asks.
        if (!hasBegun() && !m_source.cache->isQuiet())
            return m_reload.start();
        restart();
    } else if (m_isWaiting && !isAheadShort(m_options.highWater)) {
        resume();
        updateState();
    }
}

// The pipeline saw the end of the file where there was none. Seeking flushes that out of one that has shown a picture;
// one that has not may have closed its tracks before it knew what they hold, and only loading again opens them.
void QtMediaEngine::restart()
{
    m_starved.reset();
    const qint64 target = m_nextSeek.value_or(m_seeking.value_or(m_position));
    m_nextSeek.reset();
    if (!hasBegun())
        return reload(target);
    if (m_player.playbackState() == QMediaPlayer::StoppedState)
        m_player.pause();
    startSeek(target);
    resume();
    updateState();
}

bool QtMediaEngine::hasBegun() const
{
    return m_isLoaded && !m_isFresh;
}

void QtMediaEngine::reload(qint64 position)
{
    m_reload.stop();
    m_firstPicture.stop();
    m_seekLimit.stop();
    m_quiet.stop();
    m_seeking.reset();
    if (position > 0)
        m_nextSeek = position;
    m_isAttached = m_isLoaded = m_isFresh = false;
    m_player.setSource({});
    // After all that the old pipeline has left in the event queue, its error too.
    QMetaObject::invokeMethod(this, &QtMediaEngine::attach, Qt::QueuedConnection);
    updateState();
}

// Fewer than `wanted` bytes lie ready ahead of where the demuxer reads, and more are to come.
bool QtMediaEngine::isAheadShort(qint64 wanted) const
{
    return m_source.cache && !m_source.cache->isComplete() && !m_source.cache->holds(m_source.cache->pos(), wanted);
}

void QtMediaEngine::updateState()
{
    if (m_state == State::Empty || m_state == State::Failed || (m_state == State::Ended && !m_wantsPlay))
        return;
    if (!m_isLoaded || m_isFresh)
        return enter(State::Loading);
    if (m_starved || m_isWaiting)
        return enter(State::Buffering);
    enter(m_wantsPlay ? State::Playing : State::Paused);
}

void QtMediaEngine::enter(State state)
{
    const State before = std::exchange(m_state, state);
    if (!isAwaiting())
        m_watchdog.stop();
    if (before == state)
        return;
    if (state == State::Playing)
        m_sincePosition.restart();
    Q_EMIT stateChanged(state);
}

bool QtMediaEngine::isAwaiting() const
{
    switch (m_state) {
    case State::Loading:
    case State::Buffering:
    case State::Playing:
        return true;
    case State::Paused:
        return m_seeking.has_value();
    case State::Empty:
    case State::Ended:
    case State::Failed:
        break;
    }
    return false;
}

void QtMediaEngine::noteProgress()
{
    if (isAwaiting())
        m_watchdog.start();
    else
        m_watchdog.stop();
}

void QtMediaEngine::fail(const Error &error)
{
    if (m_state == State::Failed)
        return;
    // What is cached plays on; the missing part fails when the reader comes to it.
    if (m_isLoaded && !m_starved && !m_isWaiting && error.kind != ErrorKind::Timeout &&
        error.kind != ErrorKind::Unsupported)
        return;
    qCWarning(logPlayer) << "playing failed:" << errorKindName(error.kind) << error.detail;
    m_watchdog.stop();
    m_seekLimit.stop();
    m_position = position();
    m_player.pause();
    enter(State::Failed);
    Q_EMIT failed(error);
}

} // namespace letopis
