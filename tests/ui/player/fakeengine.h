#pragma once

#include "ui/player/mediaengine.h"

#include <QVideoFrame>
#include <QVideoSink>

namespace letopis::test {

// An engine that does at once what it is told, and writes it down.
class FakeEngine final : public MediaEngine
{
    Q_OBJECT

public:
    void load(const MediaSource &source) override
    {
        loaded = source;
        enter(State::Paused);
        m_duration = 3'600'000;
        Q_EMIT durationChanged(m_duration);
    }
    void unload() override
    {
        loaded = {};
        m_duration = m_position = 0;
        enter(State::Empty);
    }
    void play() override { enter(State::Playing); }
    void pause() override { enter(State::Paused); }
    void seekExact(qint64 ms) override
    {
        seeks.append(ms);
        moveTo(std::min(ms, m_duration));
    }
    void setRate(double rate) override { m_rate = std::clamp(rate, 0.5, 3.0); }
    void setVolume(double wanted) override { volume = wanted; }
    void setMuted(bool muted) override { isMuted = muted; }
    State state() const override { return m_state; }
    qint64 position() const override { return m_position; }
    qint64 duration() const override { return m_duration; }
    double rate() const override { return m_rate; }
    bool hasVideo() const override { return showsVideo; }
    Capabilities capabilities() const override { return can; }
    QVideoSink *videoSink() const override { return &m_sink; }

    void moveTo(qint64 ms)
    {
        m_position = ms;
        Q_EMIT positionChanged(ms);
    }
    void enter(State state)
    {
        m_state = state;
        Q_EMIT stateChanged(state);
    }
    void fail(const Error &error)
    {
        enter(State::Failed);
        Q_EMIT failed(error);
    }

    MediaSource loaded;
    QList<qint64> seeks;
    double volume = 0;
    bool isMuted = false;
    bool showsVideo = true;
    Capabilities can{.pitchTrueSpeed = false, .hasAudioOutput = true};

private:
    State m_state = State::Empty;
    qint64 m_position = 0;
    qint64 m_duration = 0;
    double m_rate = 1.0;
    mutable QVideoSink m_sink;
};

} // namespace letopis::test
