#include "ui/player/playercontrols.h"

#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using State = MediaEngine::State;

namespace {

QToolButton *button(const QString &name, QStringView icon)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(themedIcon(icon));
    button->setIconSize({20, 20});
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the window
    return button;
}

void describe(QToolButton *button, const QString &text, const QString &key)
{
    button->setAccessibleName(text);
    button->setToolTip(key.isEmpty() ? text : u"%1 (%2)"_s.arg(text, key));
}

} // namespace

QString rateText(double rate)
{
    return QLocale().toString(rate, 'g', 3) + u'×';
}

const QList<double> &PlayerControls::rates()
{
    static const QList<double> rates{0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};
    return rates;
}

PlayerControls::PlayerControls(QWidget *parent)
    : QWidget(parent)
    , m_play(button(u"play"_s, u"play"))
    , m_back(button(u"back"_s, u"back"))
    , m_forward(button(u"forward"_s, u"forward"))
    , m_seek(new SeekSlider)
    , m_position(new QLabel)
    , m_duration(new QLabel)
    , m_note(new QLabel)
    , m_rate(new QToolButton)
    , m_mute(button(u"mute"_s, u"volume"))
    , m_volume(new QSlider(Qt::Horizontal))
    , m_fullScreen(button(u"fullScreen"_s, u"fullscreen"))
{
    m_seek->setObjectName(u"seek"_s);
    m_position->setObjectName(u"position"_s);
    m_duration->setObjectName(u"duration"_s);
    m_note->setObjectName(u"note"_s);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_rate->setObjectName(u"rate"_s);
    m_rate->setAutoRaise(true);
    m_rate->setFocusPolicy(Qt::TabFocus);
    m_rate->setPopupMode(QToolButton::InstantPopup);
    m_volume->setObjectName(u"volume"_s);
    m_volume->setRange(0, 100);
    m_volume->setFixedWidth(96);
    m_volume->setFocusPolicy(Qt::TabFocus);
    buildRateMenu();
    layOut();

    connect(m_play, &QToolButton::clicked, this, &PlayerControls::playPauseRequested);
    connect(m_back, &QToolButton::clicked, this, [this] { Q_EMIT skipRequested(-15'000); });
    connect(m_forward, &QToolButton::clicked, this, [this] { Q_EMIT skipRequested(15'000); });
    connect(m_seek, &SeekSlider::seekRequested, this, &PlayerControls::seekRequested);
    connect(m_mute, &QToolButton::clicked, this, &PlayerControls::muteRequested);
    connect(m_volume, &QSlider::valueChanged, this, &PlayerControls::volumeRequested);
    connect(m_fullScreen, &QToolButton::clicked, this, &PlayerControls::fullScreenRequested);
    retranslate();
    setState(State::Empty);
}

void PlayerControls::layOut()
{
    auto *times = new QHBoxLayout;
    times->setSpacing(8);
    times->addWidget(m_position);
    times->addWidget(m_seek, 1);
    times->addWidget(m_duration);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_back);
    buttons->addWidget(m_play);
    buttons->addWidget(m_forward);
    buttons->addSpacing(8);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_rate);
    buttons->addWidget(m_mute);
    buttons->addWidget(m_volume);
    buttons->addWidget(m_fullScreen);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(4);
    layout->addLayout(times);
    layout->addLayout(buttons);
}

void PlayerControls::buildRateMenu()
{
    auto *menu = new QMenu(m_rate);
    auto *group = new QActionGroup(menu);
    for (const double rate : rates()) {
        QAction *action = menu->addAction(rateText(rate), this, [this, rate] { Q_EMIT rateRequested(rate); });
        action->setCheckable(true);
        action->setData(rate);
        group->addAction(action);
    }
    m_rate->setMenu(menu);
}

void PlayerControls::setState(State state)
{
    m_state = state;
    const bool isPlaying = state == State::Playing || state == State::Buffering;
    m_play->setIcon(themedIcon(isPlaying ? u"pause" : u"play"));
    const bool hasMedia = state != State::Empty && state != State::Failed;
    for (QWidget *widget : {static_cast<QWidget *>(m_play), static_cast<QWidget *>(m_back),
                            static_cast<QWidget *>(m_forward), static_cast<QWidget *>(m_seek)})
        widget->setEnabled(hasMedia);
    retranslate();
}

void PlayerControls::setDuration(qint64 ms)
{
    m_durationMs = ms;
    m_seek->setDuration(ms);
    updateTimes();
}

void PlayerControls::setPosition(qint64 ms)
{
    m_positionMs = ms;
    m_seek->setPosition(ms);
    updateTimes();
}

void PlayerControls::updateTimes()
{
    m_position->setText(clockText(m_positionMs));
    m_duration->setText(m_durationMs > 0 ? clockText(m_durationMs) : u"–"_s);
    // Both as wide as the longer one: a growing number must not push the line.
    const int width = m_duration->fontMetrics().horizontalAdvance(clockText(std::max(m_durationMs, m_positionMs))) + 4;
    m_position->setMinimumWidth(width);
    m_duration->setMinimumWidth(width);
    m_position->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void PlayerControls::setRate(double rate)
{
    m_rateValue = rate;
    m_rate->setText(rateText(rate));
    for (QAction *action : m_rate->menu()->actions())
        action->setChecked(qFuzzyCompare(action->data().toDouble(), rate));
    updateNote();
}

void PlayerControls::setVolume(int percent, bool isMuted)
{
    const QSignalBlocker blocker(m_volume);
    m_volume->setValue(percent);
    m_isMuted = isMuted;
    m_mute->setIcon(themedIcon(isMuted || percent == 0 ? u"muted" : u"volume"));
    retranslate();
}

void PlayerControls::setCapabilities(const MediaEngine::Capabilities &capabilities)
{
    m_capabilities = capabilities;
    m_mute->setEnabled(capabilities.hasAudioOutput);
    m_volume->setEnabled(capabilities.hasAudioOutput);
    updateNote();
}

void PlayerControls::setFullScreen(bool isFullScreen)
{
    m_isFullScreen = isFullScreen;
    m_fullScreen->setIcon(themedIcon(isFullScreen ? u"window" : u"fullscreen"));
    retranslate();
}

void PlayerControls::updateNote()
{
    if (m_state == State::Buffering)
        m_note->setText(tr("Loading from the server…"));
    else if (!m_capabilities.hasAudioOutput && m_state != State::Empty)
        m_note->setText(tr("This computer has no sound device"));
    else if (!m_capabilities.pitchTrueSpeed && !qFuzzyCompare(m_rateValue, 1.0))
        m_note->setText(tr("Speed changes the pitch"));
    else
        m_note->clear();
    m_note->setToolTip(m_note->text());
}

void PlayerControls::retranslate()
{
    const bool isPlaying = m_state == State::Playing || m_state == State::Buffering;
    describe(m_play, isPlaying ? tr("Pause") : tr("Play"), tr("Space"));
    describe(m_back, tr("Back 15 seconds"), tr("Ctrl+←"));
    describe(m_forward, tr("Forward 15 seconds"), tr("Ctrl+→"));
    describe(m_rate, tr("Speed"), tr("[ and ]"));
    describe(m_mute, m_isMuted ? tr("Sound on") : tr("Sound off"), u"M"_s);
    describe(m_fullScreen, m_isFullScreen ? tr("Leave full screen") : tr("Full screen"), u"F"_s);
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setToolTip(tr("Volume"));
    updateNote();
}

void PlayerControls::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace letopis
