#pragma once

#include "core/domain/audit.h"
#include "core/storage/connection.h"

namespace letopis {

// A page of the journal: what stands behind `after` in the query's order (0: from its beginning). A query with a text sees the
// events that are indexed (core/storage/auditindex.h). Titles are those of the catalog: who may see them is the caller's to ask.
// `withHolds`: else without legal holds, whose reasons are for those who may set retention.
Result<AuditPage> readAuditPage(Connection &connection, const AuditQuery &query, qint64 after, int limit, bool withHolds = true);

// A query within the numbers [first, last].
struct AuditScan
{
    AuditQuery query;
    qint64 first = 1;
    qint64 last = 0;
    bool withHolds = true; // as above
};
// The numbers that the query has within [first, last], ascending.
Result<std::vector<qint64>> matchingSequences(Connection &connection, const AuditScan &scan);
// Whole events [first, last].
Result<std::vector<AuditEvent>> readAuditEvents(Connection &connection, qint64 first, qint64 last);
// This one. NotFound.
Result<AuditEvent> readAuditEvent(Connection &connection, qint64 sequence);

} // namespace letopis
