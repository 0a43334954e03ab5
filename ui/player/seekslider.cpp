#include "ui/player/seekslider.h"

#include "ui/text/quantities.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace letopis {

namespace {

constexpr double HandleRadius = 7;
constexpr double GrooveHeight = 4;

} // namespace

SeekSlider::SeekSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setRange(0, 0);
    setAccessibleName(tr("Position in the recording"));
}

QSize SeekSlider::sizeHint() const
{
    return {240, 24};
}

void SeekSlider::setDuration(qint64 ms)
{
    setRange(0, int(std::clamp<qint64>(ms, 0, std::numeric_limits<int>::max())));
    update();
}

void SeekSlider::setPosition(qint64 ms)
{
    if (isSliderDown())
        return;
    setValue(int(std::clamp<qint64>(ms, 0, maximum())));
}

void SeekSlider::setBuffered(const QList<Part> &parts)
{
    if (m_buffered == parts)
        return;
    m_buffered = parts;
    update();
}

QRectF SeekSlider::groove() const
{
    return QRectF(HandleRadius + 1, (height() - GrooveHeight) / 2, std::max(1.0, width() - 2 * HandleRadius - 2),
                  GrooveHeight);
}

qint64 SeekSlider::timeAt(int x) const
{
    const QRectF line = groove();
    const double part = std::clamp((x - line.left()) / line.width(), 0.0, 1.0);
    return qRound64(part * maximum());
}

void SeekSlider::seekTo(int x)
{
    const qint64 ms = timeAt(x);
    setValue(int(ms));
    if (std::exchange(m_lastSeek, ms) != ms)
        Q_EMIT seekRequested(ms);
}

void SeekSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || maximum() <= 0)
        return event->ignore();
    setSliderDown(true);
    m_lastSeek = -1;
    seekTo(event->position().toPoint().x());
}

void SeekSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (maximum() > 0)
        QToolTip::showText(event->globalPosition().toPoint(), clockText(timeAt(event->position().toPoint().x())), this);
    if (isSliderDown())
        seekTo(event->position().toPoint().x());
}

void SeekSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !isSliderDown())
        return event->ignore();
    seekTo(event->position().toPoint().x());
    setSliderDown(false);
}

void SeekSlider::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
}

void SeekSlider::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void SeekSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF line = groove();
    const auto part = [&](double from, double to) {
        return QRectF(line.left() + from * line.width(), line.top(), (to - from) * line.width(), line.height());
    };
    const auto fill = [&](const QRectF &rect, const QColor &colour) {
        painter.setBrush(colour);
        painter.drawRoundedRect(rect, GrooveHeight / 2, GrooveHeight / 2);
    };
    QColor empty = palette().color(QPalette::WindowText);
    empty.setAlphaF(0.18F);
    QColor cached = palette().color(QPalette::WindowText);
    cached.setAlphaF(0.35F);
    const double played = maximum() > 0 ? double(value()) / maximum() : 0;
    const QColor accent = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    fill(line, empty);
    for (const Part &range : m_buffered)
        fill(part(range.from, range.to), cached);
    fill(part(0, played), accent);
    if (!isEnabled() || maximum() <= 0)
        return;
    const QPointF centre(line.left() + played * line.width(), line.center().y());
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1.5));
        painter.drawEllipse(centre, HandleRadius + 0.5, HandleRadius + 0.5);
        painter.setPen(Qt::NoPen);
    }
    painter.setBrush(accent);
    painter.drawEllipse(centre, HandleRadius - 1, HandleRadius - 1);
}

} // namespace letopis
