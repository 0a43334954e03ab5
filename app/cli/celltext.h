#pragma once

#include <QString>

namespace letopis::cli {

// Text from servers made fit for a terminal: core/base/plaintext.h.
QString terminalSafe(const QString &text, bool keepLines = false);

// Terminal columns: 0 for combining marks and joiners, 2 for East Asian wide characters and emoji.
int displayWidth(QStringView text);

// The longest beginning that fits, with an ellipsis where something was cut.
QString elided(const QString &text, int columns);

} // namespace letopis::cli
