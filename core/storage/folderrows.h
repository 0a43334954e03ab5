#pragma once

#include "core/access/folderproblem.h"
#include "core/access/foldernode.h"
#include "core/storage/connection.h"

#include <QHash>

namespace letopis {

// Rows of the library's folders, inside the caller's transaction. Writing leaves rules, journal and access version to the caller:
// core/storage/folderwriter.h.

Result<QList<FolderNode>> readFolders(Connection &connection); // all, without what depends on who asks; by name
Result<Folder> readFolder(Connection &connection, FolderId id); // NotFound
// The folder first, its root last. NotFound.
Result<QList<Folder>> folderAndAbove(Connection &connection, FolderId id);
QString folderPath(const QList<Folder> &folderAndAbove); // "/Shared/Faculty/2026"
int folderDepth(const QList<Folder> &folderAndAbove);    // of a root: 0
Result<int> heightBelow(Connection &connection, FolderId id); // nothing below: 0
Result<QHash<FolderId, qint64>> recordingsByFolder(Connection &connection);

// Of those in `parent`; `self` may keep its own.
Result<QString> siblingNamed(Connection &connection, FolderId parent, const QString &name, FolderId self = {});
// Names that both folders have, at most a few.
Result<QStringList> namesInBoth(Connection &connection, FolderId one, FolderId other);

// Ids of folders that are gone are not given again. `uuid` and `id` are filled.
Result<FolderId> insertFolder(Connection &connection, Folder folder);
Result<> setFolderName(Connection &connection, FolderId id, const QString &name);
Result<> setFolderParent(Connection &connection, FolderId id, FolderId parent);
// What they carry of their rights stays: lists of their own and public views. The numbers moved.
Result<qint64> moveRecordings(Connection &connection, FolderId from, FolderId to);
Result<qint64> moveRecordings(Connection &connection, const QList<RecordingId> &recordings, FolderId to);
Result<qint64> moveFolders(Connection &connection, FolderId from, FolderId to);
Result<> deleteFolder(Connection &connection, FolderId id); // with its list; it must be empty

// JSON for statements that take many numbers at once.
QString jsonNumbers(const QList<RecordingId> &recordings);

} // namespace letopis
