#pragma once

#include "core/retention/retentionanswers.h"

#include <QHash>
#include <QWidget>

namespace letopis {

// A year of days, twelve months of them, each with how many recordings go. The arrow keys go from day to day, Enter chooses one.
class DeletionCalendar final : public QWidget
{
    Q_OBJECT

public:
    explicit DeletionCalendar(QWidget *parent = nullptr);

    void setCalendar(const RetentionCalendar &calendar);
    QDate currentDay() const { return m_day; }
    qint64 goingIn(const QDate &month) const; // to the trash, in the month of that day
    QString dayText(const QDate &day) const;  // what happens on it

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QDate &day); // Enter, or a click

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int cell() const;    // pixels of a day
    int monthWidth() const { return cell() * 7; }
    int monthHeight() const;
    int columns(int width) const;
    int heightFor(int width) const; // at least
    QDate month(int index) const { return m_first.addMonths(index); }
    QPoint monthAt(int index) const;
    QRect dayRect(const QDate &day) const;
    QDate dayAt(const QPoint &point) const;
    void setDay(const QDate &day);
    void paintMonth(QPainter &painter, int index) const;
    void paintDay(QPainter &painter, const QDate &day) const;
    void describe();

    RetentionCalendar m_calendar;
    QHash<QDate, CalendarDay> m_days;
    QDate m_first; // of the first month
    qint64 m_most = 0; // on one day
    QDate m_day;
};

} // namespace letopis
