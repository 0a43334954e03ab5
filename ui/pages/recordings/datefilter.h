#pragma once

#include <QDateTime>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace letopis {

class Clock;

// A range of days in the person's own calendar, as the catalog's UTC bounds.
class DateFilter final : public QWidget
{
    Q_OBJECT

public:
    enum class Range { Any, Today, LastWeek, LastMonth, ThisYear, Custom };

    explicit DateFilter(const Clock &clock, QWidget *parent = nullptr);

    QDateTime since() const; // UTC, inclusive; invalid: open
    QDateTime until() const; // UTC, exclusive; invalid: open
    bool isActive() const;
    void reset(); // emits nothing

Q_SIGNALS:
    void rangeChanged();

private:
    Range range() const;
    QDate today() const;
    void onRangeChosen();
    void showEdits(bool shown);

    const Clock &m_clock;
    QComboBox *m_ranges = nullptr;
    QDateEdit *m_first = nullptr;
    QLabel *m_dash = nullptr;
    QDateEdit *m_last = nullptr;
};

} // namespace letopis
