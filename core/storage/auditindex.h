#pragma once

#include "core/domain/audit.h"
#include "core/storage/connection.h"

namespace letopis {

// What makes the journal searchable. Filled when somebody looks for something, a batch per transaction, so that nothing that
// writes events waits for it and syncs stay as fast as they are.

// In a transaction: takes up to `most` further events in. Returns how many are left.
Result<qint64> indexEvents(Connection &connection, qint64 most);
// How many events wait for that.
Result<qint64> eventsToIndex(Connection &connection);
// Everything is forgotten; `upTo` is where indexing goes on.
Result<> forgetIndexedEvents(Connection &connection, qint64 upTo);

Result<AuditFacets> readAuditFacets(Connection &connection);

} // namespace letopis
