#pragma once

#include <QList>
#include <QSlider>

namespace letopis {

// A time line: the place being played, what is cached, seek by click and drag. setPosition() never seeks, so that there
// is no feedback loop; while the user drags, it does not move the handle either. Keys belong to the window.
class SeekSlider final : public QSlider
{
    Q_OBJECT

public:
    // Parts of the whole, 0 to 1.
    struct Part
    {
        double from = 0;
        double to = 0;

        friend bool operator==(const Part &, const Part &) = default;
    };

    explicit SeekSlider(QWidget *parent = nullptr);

    void setDuration(qint64 ms);
    void setPosition(qint64 ms);
    void setBuffered(const QList<Part> &parts);
    const QList<Part> &buffered() const { return m_buffered; }
    qint64 timeAt(int x) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void seekRequested(qint64 ms);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF groove() const;
    void seekTo(int x);

    QList<Part> m_buffered;
    qint64 m_lastSeek = -1;
};

} // namespace letopis
