#pragma once

#include <QLocale>
#include <QString>

namespace letopis {

// Amounts for people. A negative amount is unknown: "–".

QString lengthText(qint64 ms);      // 1:32 (hours:minutes), "< 1 min"
QString clockText(qint64 ms);       // 0:04:07, a place inside a recording
QString spokenLength(qint64 ms);    // "1 hour 32 minutes": screen readers, tooltips
QString minutesText(qint64 ms);     // "92 min"
QString sizeText(qint64 bytes, const QLocale &locale = QLocale());  // 1,2 ГБ; decimal units, as disks are sold
QString speedText(qint64 bytesPerSecond, const QLocale &locale = QLocale());
QString remainingText(qint64 seconds); // "12 s left"
QString numberText(qint64 number, const QLocale &locale = QLocale());

// With the language's own plural forms.
QString recordingsCount(qint64 count);
QString participantsCount(qint64 count);
QString jobsCount(qint64 count);

} // namespace letopis
