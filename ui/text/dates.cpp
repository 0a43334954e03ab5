#include "ui/text/dates.h"

#include <QCoreApplication>

namespace letopis {

namespace {

struct DateTr
{
    Q_DECLARE_TR_FUNCTIONS(DateText)
};

} // namespace

QString relativeDate(const QDateTime &utc, const QDateTime &nowUtc, const QLocale &locale)
{
    if (!utc.isValid())
        return {};
    const QDateTime local = utc.toLocalTime();
    const QDate today = nowUtc.toLocalTime().date();
    const QString time = locale.toString(local.time(), QLocale::ShortFormat);
    const qint64 daysAgo = local.date().daysTo(today);
    if (daysAgo == 0)
        return DateTr::tr("today %1").arg(time);
    if (daysAgo == 1)
        return DateTr::tr("yesterday %1").arg(time);
    if (daysAgo > 1 && daysAgo < 7)
        //: %1 is the name of the day, %2 the time
        return DateTr::tr("%1 %2").arg(locale.standaloneDayName(local.date().dayOfWeek(), QLocale::ShortFormat), time);
    //: Format of a date in this year, as QLocale::toString takes it
    const QString thisYear = DateTr::tr("d MMM");
    //: Format of a date in another year, as QLocale::toString takes it
    const QString otherYear = DateTr::tr("d MMM yyyy");
    return locale.toString(local.date(), local.date().year() == today.year() ? thisYear : otherYear);
}

QString absoluteDate(const QDateTime &utc, const QLocale &locale)
{
    if (!utc.isValid())
        return {};
    const QDateTime local = utc.toLocalTime();
    //: Format of a whole date, as QLocale::toString takes it
    const QString date = locale.toString(local.date(), DateTr::tr("d MMMM yyyy"));
    //: %1 is a date, %2 a time
    return DateTr::tr("%1, %2").arg(date, locale.toString(local.time(), QLocale::ShortFormat));
}

QString timeOfDay(qint64 epochMs, const QLocale &locale)
{
    return locale.toString(QDateTime::fromMSecsSinceEpoch(epochMs).time(), QLocale::ShortFormat);
}

QString timeWithSeconds(qint64 epochMs, const QLocale &locale)
{
    // The long format has seconds, but a time zone, too.
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    return locale.toString(QDateTime::fromMSecsSinceEpoch(epochMs).time(), format);
}

QDateTime startOfLocalDay(const QDate &day)
{
    return day.startOfDay(Qt::LocalTime).toUTC();
}

QDate localDate(const QDateTime &utc)
{
    return utc.toLocalTime().date();
}

QDateTime endOfLocalDay(const QDate &day)
{
    return startOfLocalDay(day.addDays(1));
}

QDate lastLocalDay(const QDateTime &endUtc)
{
    return localDate(endUtc.addMSecs(-1));
}

QString endText(const QDateTime &endUtc, const QLocale &locale)
{
    const QDate last = lastLocalDay(endUtc);
    return endUtc == endOfLocalDay(last) ? locale.toString(last, DateTr::tr("d MMMM yyyy")) : absoluteDate(endUtc, locale);
}

} // namespace letopis
