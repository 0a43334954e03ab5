#pragma once

#include "core/domain/actor.h"
#include "core/retention/retentionanswers.h"
#include "core/storage/connection.h"

namespace letopis {

// Rows of retention, inside the caller's transaction; every change with its line of the journal. Whether the actor may is asked
// before. ContentMismatch: what is stored is no more `before`.

// In order. DatabaseFailed where one cannot be read: it may be the one that keeps recordings.
Result<QList<RetentionPolicy>> readRetentionPolicies(Connection &connection);
Result<> replaceRetentionPolicies(Connection &connection, const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after,
                                  const Actor &actor, qint64 nowMs);
Result<QHash<FolderId, FolderId>> folderParents(Connection &connection);

struct StoredOwnRetention
{
    OwnRetention own;
    QString setBy;
    qint64 setAtMs = 0;
};
Result<StoredOwnRetention> readOwnRetention(Connection &connection, RecordingId recording);
Result<QHash<RecordingId, OwnRetention>> readOwnRetentions(Connection &connection); // those that are not as the policy says
Result<> setOwnRetention(Connection &connection, RecordingId recording, const std::optional<OwnRetention> &before,
                         const OwnRetention &after, const Actor &actor, qint64 nowMs);

// A held recording is removed by nothing, also not by hand. One hold is for all that have its recordID: a server that was added again,
// or under two names, has recordings of its own in the catalog, and the files are the same.
Result<bool> isHeld(Connection &connection, RecordingId recording);
Result<QList<LegalHold>> readHolds(Connection &connection, RecordingId recording); // in force first, then the newest
Result<QList<LegalHold>> readHoldsInForce(Connection &connection, int limit);
Result<HoldId> insertHold(Connection &connection, RecordingId recording, const QString &reason, const Actor &actor, qint64 nowMs);
Result<RecordingId> heldBy(Connection &connection, HoldId hold); // NotFound: none that holds
Result<> releaseHold(Connection &connection, HoldId hold, const Actor &actor, qint64 nowMs);

Result<QList<ServerRetention>> readServerRetentions(Connection &connection); // of servers that are not removed; by name
Result<ServerRetention> readServerRetention(Connection &connection, ServerId server); // NotFound
Result<> switchRetention(Connection &connection, ServerId server, bool isOn, qint64 confirmed, const Actor &actor, qint64 nowMs);
Result<> setRetentionParameters(Connection &connection, ServerId server, const RetentionParameters &before,
                                const RetentionParameters &after, const Actor &actor, qint64 nowMs);

// Empty: never set.
Result<QByteArray> storedRetentionZone(Connection &connection);
// The one stored, else this machine's; valid.
Result<QTimeZone> retentionZone(Connection &connection);
Result<> setRetentionZone(Connection &connection, const QByteArray &before, const QByteArray &after, const Actor &actor, qint64 nowMs);

} // namespace letopis
