#include "ui/text/quantities.h"

#include <QCoreApplication>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AmountTr
{
    Q_DECLARE_TR_FUNCTIONS(AmountText)
};

const QString unknown = u"–"_s;

int plural(qint64 count)
{
    // tr() takes an int; the last digits decide the form in every language we speak.
    constexpr qint64 million = 1'000'000;
    return static_cast<int>(count < million ? count : million + count % million);
}

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

QString lengthText(qint64 ms)
{
    if (ms < 0)
        return unknown;
    if (ms < 60'000)
        return AmountTr::tr("< 1 min");
    const qint64 minutes = (ms + 30'000) / 60'000;
    return QString::number(minutes / 60) + u':' + twoDigits(minutes % 60);
}

QString clockText(qint64 ms)
{
    if (ms < 0)
        return unknown;
    const qint64 seconds = ms / 1000;
    return QString::number(seconds / 3600) + u':' + twoDigits(seconds / 60 % 60) + u':' + twoDigits(seconds % 60);
}

QString spokenLength(qint64 ms)
{
    if (ms < 0)
        return AmountTr::tr("unknown");
    const qint64 minutes = (ms + 30'000) / 60'000;
    if (minutes < 1)
        return AmountTr::tr("less than a minute");
    const QString minutePart = AmountTr::tr("%n minute(s)", nullptr, plural(minutes % 60));
    if (minutes < 60)
        return minutePart;
    const QString hourPart = AmountTr::tr("%n hour(s)", nullptr, plural(minutes / 60));
    return minutes % 60 == 0 ? hourPart : hourPart + u' ' + minutePart;
}

QString minutesText(qint64 ms)
{
    if (ms < 0)
        return unknown;
    if (ms > 0 && ms < 60'000)
        return AmountTr::tr("< 1 min");
    return AmountTr::tr("%1 min").arg(QLocale().toString((ms + 30'000) / 60'000));
}

QString sizeText(qint64 bytes, const QLocale &locale)
{
    if (bytes < 0)
        return unknown;
    if (bytes < 1000)
        return AmountTr::tr("%1 B").arg(locale.toString(bytes));
    double amount = static_cast<double>(bytes);
    int unit = -1;
    do {
        amount /= 1000;
        ++unit;
    } while (amount >= 999.5 && unit < 4);
    const QString number = locale.toString(amount, 'f', amount < 99.95 && unit > 0 ? 1 : 0);
    switch (unit) {
    case 0: return AmountTr::tr("%1 kB").arg(number);
    case 1: return AmountTr::tr("%1 MB").arg(number);
    case 2: return AmountTr::tr("%1 GB").arg(number);
    case 3: return AmountTr::tr("%1 TB").arg(number);
    default: return AmountTr::tr("%1 PB").arg(number);
    }
}

QString speedText(qint64 bytesPerSecond, const QLocale &locale)
{
    //: %1 is a size: "4.1 MB"
    return AmountTr::tr("%1/s").arg(sizeText(bytesPerSecond, locale));
}

QString remainingText(qint64 seconds)
{
    if (seconds < 0)
        return {};
    if (seconds < 60)
        return AmountTr::tr("%1 s left").arg(qMax<qint64>(1, seconds));
    if (seconds < 3600)
        return AmountTr::tr("%1 min left").arg((seconds + 30) / 60);
    return AmountTr::tr("%1 left").arg(lengthText(seconds * 1000));
}

QString numberText(qint64 number, const QLocale &locale)
{
    return number < 0 ? unknown : locale.toString(number);
}

// %L1 would lose the plural; the grouped number replaces %1 beside the chosen form.
QString recordingsCount(qint64 count)
{
    return AmountTr::tr("%1 recording(s)", nullptr, plural(count)).arg(QLocale().toString(count));
}

QString participantsCount(qint64 count)
{
    return AmountTr::tr("%1 participant(s)", nullptr, plural(count)).arg(QLocale().toString(count));
}

QString jobsCount(qint64 count)
{
    return AmountTr::tr("%1 job(s)", nullptr, plural(count)).arg(QLocale().toString(count));
}

} // namespace letopis
