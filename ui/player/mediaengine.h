#pragma once

#include "core/base/error.h"
#include "core/workspace/workspace.h"

#include <QObject>

class QVideoSink;

namespace letopis {

// One media stream being played. PlayerWindow uses one; the composited presentation player will use two and a clock.
// Main thread; positions in milliseconds of media time.
class MediaEngine : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Loading, Buffering, Paused, Playing, Ended, Failed };
    Q_ENUM(State)

    struct Capabilities
    {
        bool pitchTrueSpeed = false; // false: speech at 2x sounds an octave higher
        bool hasAudioOutput = false; // false: no sound device on this computer
        double lowestRate = 0.5;
        double highestRate = 3.0;
    };

    using QObject::QObject;

    // Takes the device; shows the first frame when it is there and stays paused.
    virtual void load(const MediaSource &source) = 0;
    virtual void unload() = 0;
    virtual void play() = 0;
    virtual void pause() = 0;
    // To the frame at this time, not the key frame before it. While loading it is remembered.
    virtual void seekExact(qint64 ms) = 0;
    virtual void setRate(double rate) = 0;     // cut to the capabilities' range
    virtual void setVolume(double volume) = 0; // 0 to 1, as people hear it
    virtual void setMuted(bool muted) = 0;

    virtual State state() const = 0;
    virtual qint64 position() const = 0; // interpolated between the back end's reports
    virtual qint64 duration() const = 0; // 0: not known yet
    virtual double rate() const = 0;
    virtual bool hasVideo() const = 0;
    virtual Capabilities capabilities() const = 0;
    // Where the frames arrive; frame.startTime() is media time in microseconds.
    virtual QVideoSink *videoSink() const = 0;

Q_SIGNALS:
    void stateChanged(letopis::MediaEngine::State state);
    void positionChanged(qint64 ms);
    void durationChanged(qint64 ms);
    void hasVideoChanged(bool hasVideo);
    // The first frame (or sound) after seekExact() is there.
    void seekFinished(qint64 ms);
    // Timeout: nothing arrived for ten seconds; Unsupported: no decoder; else what the source reported.
    void failed(const letopis::Error &error);
};

} // namespace letopis
