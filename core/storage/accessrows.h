#pragma once

#include "core/access/accessanswers.h"
#include "core/storage/accessgraphs.h"

namespace letopis {

// Rows behind lists, previews and explanations, inside the caller's transaction.

// The entries of one list, groups first, then by name; those of principals that are gone are left out.
Result<QList<NamedGrant>> accessListEntries(Connection &connection, AccessScope list);
// Nothing: no such recording.
Result<std::optional<RecordingPlace>> recordingPlace(Connection &connection, RecordingId recording);
Result<RecordingPlaces> recordingPlaces(Connection &connection, const QList<RecordingId> &recordings);
Result<RecordingPlaces> placesIn(Connection &connection, FolderId folder); // of all that stand in it
// How many recordings stand in each of these folders' scopes, public ones apart; of all scopes where no folder is named.
Result<ScopeCounts> scopeCounts(Connection &connection, const std::vector<FolderId> &folders);
Result<ScopeCounts> allScopeCounts(Connection &connection);

// What the item is called: a recording's title, a folder's name (empty: a root). NotFound.
Result<QString> itemName(Connection &connection, const LibraryItem &item);
Result<QHash<GroupId, Group>> groupsNamed(Connection &connection, const QList<GroupId> &groups);
// Those that exist, in the order asked for.
Result<QList<NamedPrincipal>> peopleNamed(Connection &connection, const std::vector<PersonId> &people);

// Writing. The caller journals and lets the access version grow.
Result<> putAccessEntry(Connection &connection, AccessScope list, const GrantEntry &entry, const QString &by, qint64 nowMs);
Result<> removeAccessEntry(Connection &connection, AccessScope list, const Principal &principal);
Result<> setOwnList(Connection &connection, const LibraryItem &item, bool hasOwnList); // a recording's public switch is kept
Result<> setPublicView(Connection &connection, RecordingId recording, bool isPublic);

QString principalKind(const Principal &principal); // "person", "group"
qint64 principalId(const Principal &principal);

} // namespace letopis
