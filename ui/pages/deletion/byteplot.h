#pragma once

#include "core/retention/retentionanswers.h"

#include <QWidget>

namespace letopis {

// How much the recordings take, day by day over a year. The pointer or the arrow keys say the value of a day.
class BytePlot final : public QWidget
{
    Q_OBJECT

public:
    struct Point
    {
        QDate day;
        qint64 bytes = 0; // at its end
    };

    explicit BytePlot(QWidget *parent = nullptr);

    void setCalendar(const RetentionCalendar &calendar);
    const QList<Point> &points() const { return m_points; } // where something changes, and both ends
    qint64 bytesOn(const QDate &day) const;
    QDate currentDay() const { return m_day; }
    QString valueText() const; // of the current day

    QSize sizeHint() const override { return {640, 280}; }
    QSize minimumSizeHint() const override { return {320, 160}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRectF area() const;
    double x(const QDate &day) const;
    double y(qint64 bytes) const;
    QDate dayAt(double x) const;
    void setDay(const QDate &day);
    void describe();
    void paintAxes(QPainter &painter) const;
    void paintCourse(QPainter &painter) const;
    void paintValue(QPainter &painter) const;

    QList<Point> m_points;
    QDate m_from;
    QDate m_last;
    qint64 m_top = 1; // of the axis
    QDate m_day;      // none: nothing is pointed at
};

} // namespace letopis
