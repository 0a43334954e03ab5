#pragma once

#include "ui/player/mediaengine.h"
#include "ui/player/seekslider.h"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace letopis {

// The row of buttons under a video. Shows what it is told and says what was asked; knows no engine.
class PlayerControls final : public QWidget
{
    Q_OBJECT

public:
    explicit PlayerControls(QWidget *parent = nullptr);

    static const QList<double> &rates();

    void setState(MediaEngine::State state);
    void setDuration(qint64 ms);
    void setPosition(qint64 ms);
    void setBuffered(const QList<SeekSlider::Part> &parts) { m_seek->setBuffered(parts); }
    void setRate(double rate);
    void setVolume(int percent, bool isMuted);
    void setCapabilities(const MediaEngine::Capabilities &capabilities);
    void setFullScreen(bool isFullScreen);

Q_SIGNALS:
    void playPauseRequested();
    void seekRequested(qint64 ms);
    void skipRequested(qint64 ms);
    void rateRequested(double rate);
    void volumeRequested(int percent);
    void muteRequested();
    void fullScreenRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildRateMenu();
    void layOut();
    void updateTimes();
    void retranslate();
    void updateNote();

    QToolButton *m_play;
    QToolButton *m_back;
    QToolButton *m_forward;
    SeekSlider *m_seek;
    QLabel *m_position;
    QLabel *m_duration;
    QLabel *m_note;
    QToolButton *m_rate;
    QToolButton *m_mute;
    QSlider *m_volume;
    QToolButton *m_fullScreen;
    MediaEngine::State m_state = MediaEngine::State::Empty;
    MediaEngine::Capabilities m_capabilities;
    qint64 m_durationMs = 0;
    qint64 m_positionMs = 0;
    double m_rateValue = 1.0;
    bool m_isMuted = false;
    bool m_isFullScreen = false;
};

QString rateText(double rate); // "1.5×"

} // namespace letopis
