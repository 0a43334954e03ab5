#pragma once

#include <QImage>
#include <QPointer>
#include <QVideoSink>
#include <QWidget>

namespace letopis {

// Paints a video sink's frames, whole and undistorted, on black. Plain QPainter: works offscreen, and a composition can
// paint over it.
class VideoSurface final : public QWidget
{
    Q_OBJECT

public:
    explicit VideoSurface(QWidget *parent = nullptr);

    void setSink(QVideoSink *sink);
    bool hasPicture() const { return !m_picture.isNull(); }
    const QImage &picture() const { return m_picture; }
    QSize sizeHint() const override { return {854, 480}; }

Q_SIGNALS:
    void clicked();
    void doubleClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void takeFrame();

    QPointer<QVideoSink> m_sink;
    QImage m_picture;
};

} // namespace letopis
