#pragma once

#include "core/access/filingrule.h"
#include "core/domain/actor.h"
#include "core/storage/connection.h"

namespace letopis {

// Rows of filing rules, inside the caller's transaction. Whether the actor may is asked before.

// In order; what is no rule of ours is left out: it files nothing.
Result<QList<FilingRule>> readFilingRules(Connection &connection);
// All of them, with a line of the journal. ContentMismatch: those stored are no more `before`. InvalidInput: one is not well
// formed, or they are too many. NotFound: a folder or server.
Result<> replaceFilingRules(Connection &connection, const QList<FilingRule> &before, const QList<FilingRule> &after,
                            const Actor &actor, qint64 nowMs);
// The recordings of the Shared folder that each rule would take now.
Result<QList<QList<RecordingId>>> recordingsByRule(Connection &connection, const QList<FilingRule> &rules);

} // namespace letopis
