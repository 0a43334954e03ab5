#include "core/storage/folderrows.h"

#include "core/base/textfolding.h"
#include "core/storage/executed.h"

#include <QUuid>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostSteps = 1000; // up a chain of folders; a damaged file may hold a circle
constexpr int mostNames = 5;

Folder folderFrom(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
            .uuid = row.value(1).toString(),
            .parent = {row.value(2).toLongLong()},
            .name = row.value(3).toString(),
            .owner = {row.value(4).toLongLong()},
            .hasOwnList = row.value(5).toBool()};
}

Error noSuchFolder(FolderId id)
{
    return {ErrorKind::NotFound, u"no such folder"_s, QString::number(id.value), {}};
}

Result<qint64> rows(const Result<Executed> &executed)
{
    return executed ? Result<qint64>(executed->rowsAffected) : Result<qint64>(executed.error());
}

Result<qint64> number(Connection &connection, const Statement &select, const Bindings &bindings)
{
    qint64 found = 0;
    const Result<> read = connection.forEachRaw(select, bindings, [&](const QSqlQuery &row) { found = row.value(0).toLongLong(); });
    return read ? Result<qint64>(found) : Result<qint64>(read.error());
}

QString rootName(FolderId id)
{
    return id == sharedFolder ? u"Shared"_s : id == peopleFolder ? u"People"_s : QString();
}
} // namespace

Result<QList<FolderNode>> readFolders(Connection &connection)
{
    static const Statement select{
        "folder.all"_L1,
        u"SELECT f.id, f.uuid, coalesce(f.parent_id, 0), f.name, coalesce(f.owner_id, 0), f.has_own_list, coalesce(p.name, '') "
        "FROM folder f LEFT JOIN person p ON p.id = f.owner_id ORDER BY f.sort_key, f.id"_s};
    QList<FolderNode> nodes;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        FolderNode node;
        node.folder = folderFrom(row);
        node.ownerName = row.value(6).toString();
        nodes += node;
    });
    if (!read)
        return read.error();
    return nodes;
}

Result<Folder> readFolder(Connection &connection, FolderId id)
{
    static const Statement select{"folder.read"_L1, u"SELECT id, uuid, coalesce(parent_id, 0), name, coalesce(owner_id, 0), "
                                                    "has_own_list FROM folder WHERE id = :id"_s};
    Folder folder;
    const Result<> read = connection.forEachRaw(select, {{":id"_L1, id.value}}, [&](const QSqlQuery &row) { folder = folderFrom(row); });
    if (!read)
        return read.error();
    return folder.id.isValid() ? Result<Folder>(folder) : Result<Folder>(noSuchFolder(id));
}

Result<QList<Folder>> folderAndAbove(Connection &connection, FolderId id)
{
    QList<Folder> chain;
    for (FolderId at = id; at.isValid() && chain.size() < mostSteps;) {
        const Result<Folder> folder = readFolder(connection, at);
        if (!folder)
            return folder.error();
        chain += *folder;
        at = folder->parent;
    }
    return chain.isEmpty() ? Result<QList<Folder>>(noSuchFolder(id)) : Result<QList<Folder>>(chain);
}

QString folderPath(const QList<Folder> &folderAndAbove)
{
    QString path;
    for (const Folder &folder : folderAndAbove)
        path.prepend(u'/' + (folder.parent.isValid() ? folder.name : rootName(folder.id)));
    return path;
}

int folderDepth(const QList<Folder> &folderAndAbove)
{
    return int(folderAndAbove.size()) - 1;
}

Result<int> heightBelow(Connection &connection, FolderId id)
{
    static const Statement select{"folder.height"_L1,
                                  u"WITH RECURSIVE below(id, depth) AS (SELECT :id, 0 UNION SELECT f.id, b.depth + 1 FROM folder f "
                                  "JOIN below b ON f.parent_id = b.id WHERE b.depth < 1000) SELECT max(depth) FROM below"_s};
    const Result<qint64> height = number(connection, select, {{":id"_L1, id.value}});
    return height ? Result<int>(int(*height)) : Result<int>(height.error());
}

Result<QHash<FolderId, qint64>> recordingsByFolder(Connection &connection)
{
    static const Statement select{"folder.counts"_L1, u"SELECT folder_id, count(*) FROM recording GROUP BY folder_id"_s};
    QHash<FolderId, qint64> counts;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        counts.insert({row.value(0).toLongLong()}, row.value(1).toLongLong());
    });
    if (!read)
        return read.error();
    return counts;
}

Result<QString> siblingNamed(Connection &connection, FolderId parent, const QString &name, FolderId self)
{
    static const Statement select{"folder.sibling"_L1,
                                  u"SELECT name FROM folder WHERE parent_id = :parent AND sort_key = :key AND id <> :self"_s};
    QString found;
    const Bindings bindings{{":parent"_L1, parent.value}, {":key"_L1, nameKey(name)}, {":self"_L1, self.value}};
    const Result<> read = connection.forEachRaw(select, bindings, [&](const QSqlQuery &row) { found = row.value(0).toString(); });
    if (!read)
        return read.error();
    return found;
}

Result<QStringList> namesInBoth(Connection &connection, FolderId one, FolderId other)
{
    static const Statement select{"folder.inBoth"_L1,
                                  u"SELECT a.name FROM folder a JOIN folder b ON b.parent_id = :other AND b.sort_key = a.sort_key "
                                  "AND b.id <> a.id WHERE a.parent_id = :one ORDER BY a.sort_key LIMIT :most"_s};
    QStringList names;
    const Bindings bindings{{":other"_L1, other.value}, {":one"_L1, one.value}, {":most"_L1, mostNames}};
    const Result<> read = connection.forEachRaw(select, bindings, [&](const QSqlQuery &row) { names += row.value(0).toString(); });
    if (!read)
        return read.error();
    return names;
}

Result<FolderId> insertFolder(Connection &connection, Folder folder)
{
    static const Statement insert{
        "folder.insert"_L1,
        u"INSERT INTO folder (id, uuid, parent_id, name, sort_key, owner_id, has_own_list) VALUES (1 + max((SELECT max(id) FROM "
        "folder), coalesce((SELECT CAST(value AS INTEGER) FROM catalog_setting WHERE key = 'folder.lastRemoved'), 0)), "
        "?, ?, ?, ?, ?, ?)"_s};
    folder.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QVariant owner = folder.owner.isValid() ? QVariant(folder.owner.value) : QVariant(QMetaType::fromType<qint64>());
    const Result<Executed> inserted = connection.execute(
        insert, Values{folder.uuid, folder.parent.value, folder.name, nameKey(folder.name), owner, folder.hasOwnList});
    return inserted ? Result<FolderId>(FolderId{inserted->lastInsertId}) : Result<FolderId>(inserted.error());
}

Result<> setFolderName(Connection &connection, FolderId id, const QString &name)
{
    static const Statement update{"folder.rename"_L1, u"UPDATE folder SET name = ?, sort_key = ? WHERE id = ?"_s};
    return asResult(connection.execute(update, Values{name, nameKey(name), id.value}));
}

Result<> setFolderParent(Connection &connection, FolderId id, FolderId parent)
{
    static const Statement update{"folder.move"_L1, u"UPDATE folder SET parent_id = ? WHERE id = ?"_s};
    return asResult(connection.execute(update, Values{parent.value, id.value}));
}

Result<qint64> moveRecordings(Connection &connection, FolderId from, FolderId to)
{
    static const Statement update{"folder.moveContent"_L1,
                                  u"UPDATE recording SET folder_id = ?, access_scope = CASE WHEN access_scope & 2 THEN access_scope "
                                  "ELSE ? + (access_scope & 1) END WHERE folder_id = ?"_s};
    return rows(connection.execute(update, Values{to.value, AccessScope::ofFolder(to).value(), from.value}));
}

Result<qint64> moveRecordings(Connection &connection, const QList<RecordingId> &recordings, FolderId to)
{
    static const Statement update{"folder.file"_L1,
                                  u"UPDATE recording SET folder_id = ?, access_scope = CASE WHEN access_scope & 2 THEN access_scope "
                                  "ELSE ? + (access_scope & 1) END WHERE id IN (SELECT value FROM json_each(?)) AND folder_id <> ?"_s};
    return rows(connection.execute(update, Values{to.value, AccessScope::ofFolder(to).value(), jsonNumbers(recordings), to.value}));
}

Result<qint64> moveFolders(Connection &connection, FolderId from, FolderId to)
{
    static const Statement update{"folder.moveAll"_L1, u"UPDATE folder SET parent_id = ? WHERE parent_id = ?"_s};
    return rows(connection.execute(update, Values{to.value, from.value}));
}

Result<> deleteFolder(Connection &connection, FolderId id)
{
    static const Statement entries{"folder.deleteList"_L1, u"DELETE FROM access_entry WHERE scope = ?"_s};
    static const Statement remember{"folder.rememberId"_L1,
                                    u"INSERT OR REPLACE INTO catalog_setting (key, value) SELECT 'folder.lastRemoved', "
                                    "CAST(? AS TEXT) WHERE (SELECT max(id) FROM folder) = ?"_s};
    static const Statement row{"folder.delete"_L1, u"DELETE FROM folder WHERE id = ?"_s};
    Result<> deleted = asResult(connection.execute(entries, Values{AccessScope::ofFolder(id).value()}));
    if (deleted)
        deleted = asResult(connection.execute(remember, Values{id.value, id.value}));
    return deleted ? asResult(connection.execute(row, Values{id.value})) : deleted;
}

QString jsonNumbers(const QList<RecordingId> &recordings)
{
    QByteArray json("[");
    for (const RecordingId recording : recordings)
        (json.size() > 1 ? json += ',' : json) += QByteArray::number(recording.value);
    return QString::fromLatin1(json + ']');
}

} // namespace letopis
