#include "core/retention/calendardays.h"

#include <QDateTime>

#include <limits>

namespace letopis {

namespace {
constexpr qint64 epochDay = 2'440'588; // Julian
constexpr qint64 dayMs = 86'400'000;
constexpr qint64 quarterMs = 900'000;
constexpr qint64 keptDays = 120'000; // until the year 2298
constexpr qint64 unknown = std::numeric_limits<qint64>::min();

qint64 floorDiv(qint64 value, qint64 divisor)
{
    return value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}
} // namespace

CalendarDays::CalendarDays(QTimeZone zone)
    : m_zone(std::move(zone))
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

// The first moment whose date is the day or, where the zone has no such day, a later one. Found by the zone's offsets alone:
// they change at whole quarters of an hour, and by less than a day and a half.
qint64 CalendarDays::computeStart(qint64 day) const
{
    const auto dayAt = [this](qint64 ms) {
        const qint64 offset = qint64(m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC))) * 1000;
        return floorDiv(ms + offset, dayMs) + epochDay;
    };
    const qint64 midnight = (day - epochDay) * dayMs;
    const qint64 offset = qint64(m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(midnight, Qt::UTC))) * 1000;
    const qint64 guess = midnight - offset;
    if (dayAt(guess) == day && dayAt(guess - 1) == day - 1 && dayAt(guess - 3 * 3'600'000) == day - 1)
        return guess;
    qint64 low = floorDiv(guess - 36 * 3'600'000, quarterMs) * quarterMs;
    while (dayAt(low) < day)
        low += quarterMs;
    qint64 before = low - quarterMs;
    while (low - before > 1) { // zones of old had offsets of odd seconds
        const qint64 middle = before + (low - before) / 2;
        (dayAt(middle) < day ? before : low) = middle;
    }
    return low;
}

qint64 CalendarDays::startOf(qint64 day)
{
    const qint64 index = day - epochDay;
    if (index < 0 || index >= keptDays)
        return computeStart(day);
    if (index >= std::ssize(m_starts))
        m_starts.resize(size_t(index) + 366, unknown);
    qint64 &start = m_starts[size_t(index)];
    if (start == unknown)
        start = computeStart(day);
    return start;
}

qint64 CalendarDays::dayOf(qint64 ms)
{
    qint64 day = floorDiv(ms, dayMs) + epochDay;
    while (startOf(day) > ms)
        --day;
    while (startOf(day + 1) <= ms)
        ++day;
    return day;
}

} // namespace letopis
