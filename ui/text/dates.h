#pragma once

#include <QDateTime>
#include <QLocale>

namespace letopis {

// The only place where UTC becomes local time. `now` is a parameter so that texts are pure functions.

// "today 10:00", "yesterday 18:05", "Tue 9:30" within a week; then "22 Nov", with the year where it is another one.
QString relativeDate(const QDateTime &utc, const QDateTime &nowUtc, const QLocale &locale = QLocale());
// "22 November 2026, 10:00": tooltips, details. Empty for an invalid date.
QString absoluteDate(const QDateTime &utc, const QLocale &locale = QLocale());
QString timeOfDay(qint64 epochMs, const QLocale &locale = QLocale());
QString timeWithSeconds(qint64 epochMs, const QLocale &locale = QLocale());

// Between a filter's calendar days and the catalog's UTC.
QDateTime startOfLocalDay(const QDate &day);
QDate localDate(const QDateTime &utc);
// What ends with a day ends at the beginning of the next one.
QDateTime endOfLocalDay(const QDate &day);
QDate lastLocalDay(const QDateTime &endUtc);
// "22 November 2026" of what ends with that day; with the time where it ends within one.
QString endText(const QDateTime &endUtc, const QLocale &locale = QLocale());

} // namespace letopis
