#pragma once

#include <QByteArray>
#include <QString>

namespace letopis {

// Text from servers and people made fit for a line of plain text: control characters (ANSI sequences start with one) and
// bidirectional overrides become visible escapes such as \u001B, lone surrogates U+FFFD. Line breaks become spaces unless
// `keepLines`.
QString visibleControls(const QString &text, bool keepLines = false);

// One cell of RFC 4180 in UTF-8. A text that a spreadsheet would take for a formula (it begins with = + - @, as OWASP lists
// them) gets an apostrophe before it; so does one after a line break or semicolon, where programs of other countries split.
QByteArray csvCell(const QString &text, bool isNumber = false);

} // namespace letopis
