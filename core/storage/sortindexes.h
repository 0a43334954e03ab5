#pragma once

#include "core/storage/connection.h"

namespace letopis {

// The indexes of sort columns whose values arrive in no order: half the cost of the first sync into an empty catalog
// when kept up row by row, a tenth when built at its end. A catalog may lack them (during that sync, after a kill -9 in
// it): queries ask hasIndex() in their own snapshot and sort without; opening the catalog builds what is missing. The
// definitions are those of 0003_access.sql; a test compares them.
Result<> dropSortIndexes(Connection &connection);
Result<> ensureSortIndexes(Connection &connection);
Result<bool> hasIndex(Connection &connection, const QString &name);

} // namespace letopis
