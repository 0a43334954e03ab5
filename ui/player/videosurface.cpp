#include "ui/player/videosurface.h"

#include <QMouseEvent>
#include <QPainter>
#include <QVideoFrame>

namespace letopis {

VideoSurface::VideoSurface(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 90);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Video"));
}

void VideoSurface::setSink(QVideoSink *sink)
{
    if (m_sink)
        m_sink->disconnect(this);
    m_sink = sink;
    m_picture = {};
    if (m_sink)
        connect(m_sink, &QVideoSink::videoFrameChanged, this, &VideoSurface::takeFrame);
    update();
}

void VideoSurface::takeFrame()
{
    if (!m_sink)
        return;
    const QVideoFrame frame = m_sink->videoFrame();
    // The last picture stays while the pipeline has none, for example during a seek.
    if (!frame.isValid())
        return;
    m_picture = frame.toImage();
    update();
}

void VideoSurface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black); // letterbox, in both themes
    if (m_picture.isNull())
        return;
    QRect place({}, m_picture.size().scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(rect().center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_picture);
}

void VideoSurface::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void VideoSurface::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT doubleClicked();
}

} // namespace letopis
