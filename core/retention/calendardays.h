#pragma once

#include <QTimeZone>

#include <vector>

namespace letopis {

// Which day of a time zone a moment falls on, and when days begin there. Days are Julian day numbers (QDate::toJulianDay), moments
// epoch milliseconds. What was asked once is kept, so that a million recordings ask the zone for each day only once: one thread.
class CalendarDays
{
public:
    explicit CalendarDays(QTimeZone zone);

    const QTimeZone &zone() const { return m_zone; }
    qint64 dayOf(qint64 ms);
    // Where clocks go forward at midnight, the first moment that exists; of a day that a zone left out, that of the next one.
    qint64 startOf(qint64 day);
    QDate date(qint64 ms) { return QDate::fromJulianDay(dayOf(ms)); }

private:
    qint64 computeStart(qint64 day) const;

    QTimeZone m_zone;
    std::vector<qint64> m_starts; // by days since the epoch
};

} // namespace letopis
