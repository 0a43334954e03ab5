#pragma once

#include "core/media/byteranges.h"
#include "ui/player/mediaengine.h"

#include <QElapsedTimer>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QTimer>

#include <chrono>

class QAudioOutput;

namespace letopis {

// Qt Multimedia. GStreamer's source takes a read without bytes for the end of the file, so a read that the cache cannot
// answer yet ends the pipeline: the engine then waits for those bytes and starts the pipeline again where it was. To
// make that rare, it pauses while the cache ahead of the reader is nearly used up.
class QtMediaEngine final : public MediaEngine
{
    Q_OBJECT

public:
    struct Options
    {
        std::chrono::milliseconds patience{10'000}; // without any progress, then Timeout
        qint64 lowWater = 256 << 10;                // bytes ahead of the reader: pause below …
        qint64 highWater = 1536 << 10;              // … and go on above
    };

    explicit QtMediaEngine(QObject *parent = nullptr);
    QtMediaEngine(const Options &options, QObject *parent);
    ~QtMediaEngine() override;

    void load(const MediaSource &source) override;
    void unload() override;
    void play() override;
    void pause() override;
    void seekExact(qint64 ms) override;
    void setRate(double rate) override;
    void setVolume(double volume) override;
    void setMuted(bool muted) override;

    State state() const override { return m_state; }
    qint64 position() const override;
    qint64 duration() const override { return m_duration; }
    double rate() const override { return m_rate; }
    bool hasVideo() const override { return m_player.hasVideo(); }
    Capabilities capabilities() const override;
    QVideoSink *videoSink() const override { return m_sink; }

private:
    void attach();
    void restart();
    bool hasBegun() const;
    void reload(qint64 position);
    void resume();
    void enter(State state);
    void fail(const Error &error);
    void updateState();
    void applyRate();
    void startSeek(qint64 ms);
    void sendSeek(qint64 ms);
    qint64 differentPosition(qint64 ms) const;
    void onSeekLimit();
    void flushWhenQuiet();
    void finishSeek();
    void onFrame();
    void beginLoaded();
    void onFirstPictureLimit();
    void onMediaStatus(QMediaPlayer::MediaStatus status);
    void onPlayerPosition(qint64 ms);
    void onBuffered();
    void onStarved();
    void updateAudioOutput();
    bool isAheadShort(qint64 wanted) const;
    void noteProgress();
    bool isAwaiting() const;

    const Options m_options;
    QMediaPlayer m_player;
    QVideoSink *m_sink;
    QAudioOutput *m_audio = nullptr;
    QMediaDevices m_devices;
    MediaSource m_source;
    State m_state = State::Empty;
    bool m_wantsPlay = false;
    bool m_isAttached = false;          // the player has the device
    bool m_isLoaded = false;            // and could read it
    bool m_isWaiting = false;           // paused by us, for bytes ahead
    std::optional<ByteRange> m_starved; // the pipeline ended on these
    std::optional<qint64> m_seeking;    // in flight
    std::optional<qint64> m_nextSeek;   // asked for meanwhile
    double m_rate = 1.0;
    double m_volume = 1.0;
    bool m_isMuted = false;
    qint64 m_duration = 0;
    qint64 m_position = 0; // last reported
    QElapsedTimer m_sincePosition;
    QTimer m_watchdog;
    QTimer m_seekLimit;
    QTimer m_firstPicture;
    QTimer m_reload;
    QTimer m_quiet;
    bool m_isSeekSent = false;
    bool m_isSeekRepeated = false;
    bool m_isFresh = false; // loaded, its first picture not here yet
    bool m_hasPicture = false;
    int m_noisyTicks = 0;
    bool m_usesDevice = false;
};

} // namespace letopis
