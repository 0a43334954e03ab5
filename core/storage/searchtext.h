#pragma once

#include "core/base/textfolding.h"

namespace letopis {

// What lists sort by: folded case, ё as е, no longer than a list can show.
QString sortKey(const QString &text);

// What a person typed → an FTS5 expression in which nothing they typed is syntax: words are prefixes, "quoted phrases"
// are whole, all must occur. Empty: nothing to search for.
QString matchExpression(const QString &typed);

} // namespace letopis
