#include "core/domain/material.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestFileName = 200; // bytes of UTF-8: file systems take 255, and a copy's "(2)" needs room
constexpr qsizetype longestEnding = 20;    // characters

bool isUnsafe(QChar one)
{
    static const QString separators = u"\\/:*?\"<>|"_s;
    // Controls, and what turns the direction of a line or cannot be seen at all.
    return separators.contains(one) || one.category() == QChar::Other_Control || one.category() == QChar::Other_Format
           || one.category() == QChar::Separator_Line || one.category() == QChar::Separator_Paragraph;
}

bool isReservedOnWindows(const QString &stem)
{
    static const QStringList reserved{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const QString lower = stem.toLower().trimmed();
    if (reserved.contains(lower))
        return true;
    return lower.size() == 4 && (lower.startsWith("com"_L1) || lower.startsWith("lpt"_L1)) && lower[3].isDigit();
}

// Cuts whole characters off the end until the name has room.
QString cutToBytes(QString text, qsizetype bytes)
{
    while (text.toUtf8().size() > bytes) {
        text.chop(1);
        if (!text.isEmpty() && text.back().isHighSurrogate())
            text.chop(1);
    }
    return text;
}
} // namespace

QString safeFileName(const QString &name)
{
    QString safe;
    for (const QChar one : name.normalized(QString::NormalizationForm_C)) {
        if (!isUnsafe(one))
            safe += one;
        else if (one.category() != QChar::Other_Format)
            safe += u'_';
    }
    safe = safe.simplified();
    while (safe.endsWith(u'.') || safe.endsWith(u' '))
        safe.chop(1);
    while (safe.startsWith(u'.'))
        safe.remove(0, 1);
    if (safe.isEmpty())
        return u"file"_s;
    const qsizetype dot = safe.lastIndexOf(u'.');
    const bool hasEnding = dot > 0 && safe.size() - dot <= longestEnding;
    const QString ending = hasEnding ? safe.sliced(dot) : QString();
    QString stem = hasEnding ? safe.first(dot) : safe;
    if (isReservedOnWindows(stem.section(u'.', 0, 0)))
        stem.prepend(u'_');
    return cutToBytes(stem, longestFileName - ending.toUtf8().size()) + ending;
}

} // namespace letopis
