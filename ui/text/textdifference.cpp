#include "ui/text/textdifference.h"

#include <vector>

namespace letopis {

namespace {

constexpr size_t mostCompared = 1'000'000; // pairs of words

// Words, and each other character alone.
std::vector<TextRange> wordsOf(const QString &text)
{
    std::vector<TextRange> words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        if (text[at].isLetterOrNumber()) {
            while (end < text.size() && text[end].isLetterOrNumber())
                ++end;
        }
        words.push_back({at, end - at});
        at = end;
    }
    return words;
}

// Marks the words of the middle that the longest common subsequence leaves out.
void markMiddle(const QString &base, const std::vector<TextRange> &before, const QString &text,
                const std::vector<TextRange> &after, std::vector<bool> &isChanged, size_t from, size_t beforeEnd, size_t afterEnd)
{
    const size_t rows = beforeEnd - from;
    const size_t columns = afterEnd - from;
    if (rows * columns > mostCompared) {
        for (size_t i = from; i < afterEnd; ++i)
            isChanged[i] = true;
        return;
    }
    const auto isSame = [&](size_t i, size_t j) {
        const TextRange &a = before[from + i];
        const TextRange &b = after[from + j];
        return QStringView(base).mid(a.position, a.length) == QStringView(text).mid(b.position, b.length);
    };
    std::vector<int> longest((rows + 1) * (columns + 1), 0);
    const auto at = [&](size_t i, size_t j) -> int & { return longest[i * (columns + 1) + j]; };
    for (size_t i = rows; i-- > 0;) {
        for (size_t j = columns; j-- > 0;)
            at(i, j) = isSame(i, j) ? at(i + 1, j + 1) + 1 : qMax(at(i + 1, j), at(i, j + 1));
    }
    size_t i = 0;
    for (size_t j = 0; j < columns;) {
        if (i < rows && isSame(i, j)) {
            ++i;
            ++j;
        } else if (i < rows && at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            isChanged[from + j++] = true;
        }
    }
}

} // namespace

QList<TextRange> changedWords(const QString &base, const QString &text)
{
    const std::vector<TextRange> before = wordsOf(base);
    const std::vector<TextRange> after = wordsOf(text);
    const auto isSame = [&](size_t i, size_t j) {
        return QStringView(base).mid(before[i].position, before[i].length)
            == QStringView(text).mid(after[j].position, after[j].length);
    };
    size_t from = 0;
    while (from < before.size() && from < after.size() && isSame(from, from))
        ++from;
    size_t beforeEnd = before.size();
    size_t afterEnd = after.size();
    while (beforeEnd > from && afterEnd > from && isSame(beforeEnd - 1, afterEnd - 1)) {
        --beforeEnd;
        --afterEnd;
    }
    std::vector<bool> isChanged(after.size(), false);
    markMiddle(base, before, text, after, isChanged, from, beforeEnd, afterEnd);
    QList<TextRange> ranges;
    for (size_t i = 0; i < after.size(); ++i) {
        if (!isChanged[i])
            continue;
        if (!ranges.isEmpty() && ranges.last().position + ranges.last().length == after[i].position)
            ranges.last().length += after[i].length;
        else
            ranges += after[i];
    }
    return ranges;
}

} // namespace letopis
