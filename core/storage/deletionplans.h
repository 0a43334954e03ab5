#pragma once

#include "core/domain/actor.h"
#include "core/retention/retentionanswers.h"
#include "core/storage/connection.h"

namespace letopis {

// Rows of deletion plans, inside the caller's transaction. Whether the actor may is asked before. How items end is written by who
// executes them.

// What stops deletion on a server.
struct GuardCheck
{
    ServerId server;
    qint64 nowMs = 0;
    std::optional<qint64> serverTimeMs = {}; // as the server says it now; nothing: not asked
    // Whether the catalog's journal goes on where it last was; none: not asked.
    std::function<Result<bool>(Connection &)> isGenuine = {};
};
Result<QList<RetentionGuard>> retentionGuards(Connection &connection, const GuardCheck &check);
Error stoppedBy(const QList<RetentionGuard> &guards); // InvalidInput with RetentionStopEvidence

// A plan of what is due by retention. One that is still proposed is discarded; what another confirmed plan has is left to that.
// Confirmed at once where it is within the limit of a run and all that goes was warned of on an earlier day.
// InvalidInput with RetentionStopEvidence; NotFound: nothing is due.
Result<DeletionPlan> makeRetentionPlan(Connection &connection, const GuardCheck &check, const Actor &actor);

// `id`, `uuid`, `itemCount`, `sizeBytes` and the items' positions are filled; a line of the journal is written.
Result<DeletionPlan> insertDeletionPlan(Connection &connection, DeletionPlan plan, const std::vector<DeletionItem> &items,
                                        const Actor &actor);
Result<DeletionPlan> readDeletionPlan(Connection &connection, DeletionPlanId id); // NotFound
Result<QList<DeletionPlan>> readDeletionPlans(Connection &connection, std::optional<ServerId> server, int limit); // the newest first
Result<QList<DeletionItem>> readDeletionItems(Connection &connection, DeletionPlanId plan, int from, int limit);  // by position
// InvalidInput: it was begun, or is over.
Result<> discardDeletionPlan(Connection &connection, DeletionPlanId plan, const Actor &actor, qint64 nowMs);
// It then runs, unless it needs another's approval. InvalidInput with ConfirmationEvidence: `typed` is not the number of items.
Result<> confirmDeletionPlan(Connection &connection, DeletionPlanId plan, std::optional<qint64> typed, const Actor &actor, qint64 nowMs);
// PermissionDenied: by who proposed or confirmed it. InvalidInput: nobody confirmed it, or it needs no approval.
Result<> approveDeletionPlan(Connection &connection, DeletionPlanId plan, const Actor &actor, qint64 nowMs);

} // namespace letopis
