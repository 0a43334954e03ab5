#pragma once

#include <QString>

namespace letopis {

// Text as the search index keeps it: composed (NFC) and with ё as е, which Russian readers do not tell apart. Upper and
// lower case are the index's own concern.
QString searchFolded(const QString &text);

// What lists sort by: folded case, ё as е, no longer than a list can show.
QString sortKey(const QString &text);

// What two names must not share to count as different: case, ё and outer spaces do not.
QString nameKey(const QString &name);

// What a person typed → an FTS5 expression in which nothing they typed is syntax: words are prefixes, "quoted phrases"
// are whole, all must occur. Empty: nothing to search for.
QString matchExpression(const QString &typed);

} // namespace letopis
