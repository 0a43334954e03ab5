#pragma once

#include <QList>
#include <QString>

namespace letopis {

struct TextRange
{
    qsizetype position = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

// The words of `text` that are not in `base` at their place, joined where they touch. Of long texts only the common
// beginning and end are found.
QList<TextRange> changedWords(const QString &base, const QString &text);

} // namespace letopis
