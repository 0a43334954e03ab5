#pragma once

#include <QString>

namespace letopis {

enum class PassphraseStrength { None, Weak, Fair, Good };

// A rough guess by length and variety, as a hint while somebody types: repeated and counted-up characters add next to nothing.
// Weak is below 50 bits, good from 75 on.
PassphraseStrength passphraseStrength(QStringView passphrase);

} // namespace letopis
