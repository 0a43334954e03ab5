#pragma once

#include "core/domain/audit.h"
#include "core/storage/connection.h"

namespace letopis {

// Rows of audit_segment, inside the caller's transaction. By first sequence.
Result<QList<AuditSegment>> readSegments(Connection &connection);
Result<> insertSegment(Connection &connection, const AuditSegment &segment);
Result<> markExported(Connection &connection, const AuditSegment &segment);
// Takes its events out of the table; the row stays. The trigger refuses what was not exported.
Result<> dropEvents(Connection &connection, const AuditSegment &segment, qint64 nowMs);

} // namespace letopis
