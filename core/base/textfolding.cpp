#include "core/base/textfolding.h"

#include <algorithm>

namespace letopis {

namespace {
// In no need of normalization whatever stands beside it: Latin before the combining marks, and Cyrillic letters.
bool isSurelyComposed(QChar character)
{
    const char16_t code = character.unicode();
    return code < 0x300 || (code >= 0x400 && code < 0x483) || (code >= 0x48A && code < 0x530);
}
} // namespace

QString searchFolded(const QString &text)
{
    const bool hasYo = std::any_of(text.begin(), text.end(), [](QChar c) { return c == u'ё' || c == u'Ё'; });
    const bool isComposed = std::all_of(text.begin(), text.end(), isSurelyComposed);
    if (isComposed && !hasYo)
        return text;
    QString folded = isComposed ? text : text.normalized(QString::NormalizationForm_C);
    folded.replace(u'ё', u'е');
    folded.replace(u'Ё', u'Е');
    return folded;
}

QString nameKey(const QString &name)
{
    return searchFolded(name).toCaseFolded().trimmed();
}

} // namespace letopis
