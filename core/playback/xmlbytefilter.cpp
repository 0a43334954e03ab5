#include "core/playback/xmlbytefilter.h"

#include <algorithm>
#include <cstring>

namespace letopis {

namespace {
constexpr quint64 ones = 0x0101010101010101u;
constexpr quint64 highs = 0x8080808080808080u;
constexpr qsizetype longestReference = 20; // "&#x0000000010FFFF;"

// The high bit of each byte that is zero, and of no other.
constexpr quint64 zeroBytes(quint64 word)
{
    return ~(((word & ~highs) + ~highs) | word | ~highs);
}

// True where all eight bytes are plain: printable ASCII or a line feed, and no ampersand.
bool areEightPlain(const char *bytes)
{
    quint64 word;
    std::memcpy(&word, bytes, sizeof word);
    const quint64 control = ~(((word & ~highs) + ones * 0x60) | word) & highs;
    return ((word & highs) | (control & ~zeroBytes(word ^ (ones * '\n'))) | zeroBytes(word ^ (ones * '&'))) == 0;
}

bool isXmlCharacter(quint32 c)
{
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
}

int digitValue(char c, bool isHexadecimal)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return isHexadecimal && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The length of what starts with '&' and is done, or 0 where more input is needed.
qsizetype filterReference(char *at, qsizetype left, bool isLast)
{
    if (left < 2)
        return isLast ? 1 : 0;
    if (at[1] != '#')
        return 1;
    const bool isHexadecimal = left > 2 && at[2] == 'x';
    quint32 value = 0;
    for (qsizetype i = isHexadecimal ? 3 : 2; i < longestReference; ++i) {
        if (i >= left)
            return isLast ? 1 : 0;
        if (at[i] == ';') {
            if (!isXmlCharacter(value))
                std::fill_n(at, i + 1, ' ');
            return i + 1;
        }
        const int digit = digitValue(at[i], isHexadecimal);
        if (digit < 0)
            return 1; // ill-formed: the parser's business
        value = std::min<quint32>(value * (isHexadecimal ? 16 : 10) + quint32(digit), 0x110000);
    }
    return 1;
}

// The same for a byte above 0x7F.
qsizetype filterMultibyte(char *at, qsizetype left, bool isLast)
{
    const auto lead = quint8(at[0]);
    const int length = lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    if (length == 0) {
        at[0] = '?';
        return 1;
    }
    quint32 value = lead & (0x7Fu >> length);
    for (int i = 1; i < length; ++i) {
        if (i >= left && !isLast)
            return 0;
        if (i >= left || (quint8(at[i]) & 0xC0) != 0x80) {
            at[0] = '?';
            return 1;
        }
        value = (value << 6) | (quint8(at[i]) & 0x3F);
    }
    const bool isOverlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (isOverlong || !isXmlCharacter(value))
        std::fill_n(at, length, '?');
    return length;
}
} // namespace

qsizetype filterXmlBytes(char *bytes, qsizetype size, bool isLast)
{
    qsizetype i = 0;
    while (i < size) {
        if (i + 8 <= size && areEightPlain(bytes + i)) {
            i += 8;
            continue;
        }
        const auto c = quint8(bytes[i]);
        qsizetype done = 1;
        if (c >= 0x80)
            done = filterMultibyte(bytes + i, size - i, isLast);
        else if (c == '&')
            done = filterReference(bytes + i, size - i, isLast);
        else if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
            bytes[i] = ' ';
        if (done == 0)
            return i;
        i += done;
    }
    return size;
}

} // namespace letopis
