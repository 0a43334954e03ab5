#pragma once

#include "core/domain/actor.h"
#include "core/domain/audit.h"
#include "core/storage/database.h"

namespace letopis {

// Retention of the journal: whole stretches of it are sealed, exported to a signed file, and only then taken out of the catalog.
// The chain goes on from the hash of the last event that left. Each step is one transaction with its event; what is between
// them may be broken off at any moment. Block: worker threads only.

// Closes what is before `untilMs` (exclusive) and not sealed yet. The caller has checked the chain. NotFound where there is nothing.
Result<AuditSegment> sealEvents(Database &database, const Actor &actor, qint64 untilMs, qint64 nowMs);

// The export was written, and read back. NotFound.
Result<AuditSegment> noteSegmentExported(Database &database, const Actor &actor, qint64 firstSequence, const AuditExportReport &report,
                                         qint64 nowMs);

// Takes the oldest segment's events out. `file` must be its export as it was written: ContentMismatch. InvalidInput where it was
// not exported, or an older one is still there.
Result<AuditSegment> dropSegment(Database &database, const Actor &actor, qint64 firstSequence, const QString &file, qint64 nowMs);

// Which are there. NotFound for one that is not.
Result<AuditSegment> segmentAt(Database &database, qint64 firstSequence);

} // namespace letopis
