#include "core/domain/passphrase.h"

#include <array>
#include <cmath>
#include <cstdlib>

namespace letopis {

namespace {

constexpr double fairBits = 50;
constexpr double goodBits = 75;
constexpr double expectedBits = 1; // of a character that follows from the one before

// How many characters there are of this one's kind, and which kind that is.
std::pair<size_t, int> kindOf(QChar c)
{
    if (c.isDigit())
        return {0, 10};
    if (c.isLower())
        return {1, 30};
    if (c.isUpper())
        return {2, 30};
    return {3, 32};
}

} // namespace

PassphraseStrength passphraseStrength(QStringView passphrase)
{
    if (passphrase.isEmpty())
        return PassphraseStrength::None;
    std::array<int, 4> kinds{};
    for (const QChar c : passphrase) {
        const auto [kind, size] = kindOf(c);
        kinds[kind] = size;
    }
    const double each = std::log2(double(kinds[0] + kinds[1] + kinds[2] + kinds[3]));
    double bits = 0;
    for (qsizetype i = 0; i < passphrase.size(); ++i) {
        const bool isExpected = i > 0 && std::abs(passphrase[i].unicode() - passphrase[i - 1].unicode()) <= 1;
        const bool isRepeated = i > 2 && passphrase.first(i).contains(passphrase.sliced(i - 2, 3));
        bits += isExpected || isRepeated ? expectedBits : each;
    }
    if (bits < fairBits)
        return PassphraseStrength::Weak;
    return bits < goodBits ? PassphraseStrength::Fair : PassphraseStrength::Good;
}

} // namespace letopis
