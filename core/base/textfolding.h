#pragma once

#include <QString>

namespace letopis {

// Text as the search index keeps it: composed (NFC) and with ё as е, which Russian readers do not tell apart. Upper and
// lower case are the index's own concern.
QString searchFolded(const QString &text);

// What two names must not share to count as different: case, ё and outer spaces do not.
QString nameKey(const QString &name);

} // namespace letopis
