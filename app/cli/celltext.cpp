#include "app/cli/celltext.h"

#include "core/base/plaintext.h"

#include <algorithm>
#include <array>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
struct Range
{
    char32_t first;
    char32_t last;
};

// Wide and fullwidth blocks of Unicode's EastAsianWidth.txt, and the emoji blocks terminals draw two columns wide.
constexpr std::array<Range, 21> wideRanges{{
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x17000, 0x18CFF}, {0x1B000, 0x1B2FF},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1FAFF}, {0x20000, 0x3FFFD},
}};

bool isWide(char32_t c)
{
    const auto range = std::lower_bound(wideRanges.begin(), wideRanges.end(), c,
                                        [](const Range &r, char32_t value) { return r.last < value; });
    return range != wideRanges.end() && c >= range->first;
}

int columnsOf(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format: return 0;
    default: return isWide(c) ? 2 : 1;
    }
}

} // namespace

QString terminalSafe(const QString &text, bool keepLines)
{
    return visibleControls(text, keepLines);
}

int displayWidth(QStringView text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4())
        width += columnsOf(c);
    return width;
}

QString elided(const QString &text, int columns)
{
    if (displayWidth(text) <= columns)
        return text;
    QString kept;
    int width = 0;
    for (const char32_t c : text.toUcs4()) {
        if (width + columnsOf(c) > columns - 1)
            break;
        width += columnsOf(c);
        kept += QStringView(QChar::fromUcs4(c));
    }
    return kept + u'…';
}

} // namespace letopis::cli
