#include "core/storage/accessrows.h"

#include "core/storage/executed.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct PlaceRow
{
    RecordingPlace place;
};

struct ScopeCountRow
{
    qint64 scope = 0;
    qint64 count = 0;
};

struct NameRow
{
    QString name;
};

// Types of our own: a row is read into one type in one place only.
struct GrantRow
{
    NamedGrant grant;
};

struct GroupRow
{
    Group group;
};

struct PersonNameRow
{
    NamedPrincipal person;
};

Principal principalFrom(const QString &kind, qint64 id)
{
    return kind == u"group" ? Principal(GroupId{id}) : Principal(PersonId{id});
}

} // namespace

template <>
GrantRow fromRow(const Row &row)
{
    const Principal principal = principalFrom(row.get<QString>("principal_kind"_L1), row.get<qint64>("principal_id"_L1));
    return {{.entry = {.principal = principal,
                      .permission = permissionFromName(row.get<QString>("permission"_L1)).value_or(Permission::Denied),
                      .untilMs = row.get<qint64>("until_ms"_L1)},
            .principal = {.principal = principal,
                          .name = row.get<QString>("name"_L1),
                          .detail = row.get<QString>("detail"_L1),
                          .builtIn = builtInGroupFromName(row.get<QString>("built_in"_L1))},
            .grantedBy = row.get<QString>("granted_by"_L1),
            .grantedAtMs = row.get<qint64>("granted_at_ms"_L1)}};
}

template <>
PlaceRow fromRow(const Row &row)
{
    return {.place = {.folder = {row.get<qint64>("folder_id"_L1)}, .scope = AccessScope::fromValue(row.get<qint64>("access_scope"_L1))}};
}

template <>
ScopeCountRow fromRow(const Row &row)
{
    return {.scope = row.get<qint64>("scope"_L1), .count = row.get<qint64>("count"_L1)};
}

template <>
NameRow fromRow(const Row &row)
{
    return {.name = row.get<QString>("name"_L1)};
}

template <>
GroupRow fromRow(const Row &row)
{
    return {{.id = {row.get<qint64>("id"_L1)},
            .uuid = row.get<QString>("uuid"_L1),
             .name = row.get<QString>("name"_L1),
             .builtIn = builtInGroupFromName(row.get<QString>("built_in"_L1))}};
}

template <>
PersonNameRow fromRow(const Row &row)
{
    return {{.principal = PersonId{row.get<qint64>("id"_L1)},
            .name = row.get<QString>("name"_L1),
             .detail = row.get<QString>("login"_L1),
             .builtIn = {}}};
}

QString principalKind(const Principal &principal)
{
    return std::holds_alternative<GroupId>(principal) ? u"group"_s : u"person"_s;
}

qint64 principalId(const Principal &principal)
{
    return std::visit([](auto id) { return id.value; }, principal);
}

Result<QList<NamedGrant>> accessListEntries(Connection &connection, AccessScope list)
{
    static const Statement select{
        "access.list"_L1,
        u"SELECT e.principal_kind, e.principal_id, e.permission, e.until_ms, e.granted_by, e.granted_at_ms, g.name, '' AS detail, "
        "g.built_in, g.sort_key FROM access_entry e JOIN person_group g ON g.id = e.principal_id "
        "WHERE e.scope = :list AND e.principal_kind = 'group' UNION ALL "
        "SELECT e.principal_kind, e.principal_id, e.permission, e.until_ms, e.granted_by, e.granted_at_ms, p.name, p.login, "
        "NULL, p.sort_key FROM access_entry e JOIN person p ON p.id = e.principal_id "
        "WHERE e.scope = :list AND e.principal_kind = 'person' ORDER BY 1, 10, 2"_s};
    const auto entries = connection.select<GrantRow>(select, {{":list"_L1, list.asPublic(false).value()}});
    if (!entries)
        return entries.error();
    QList<NamedGrant> grants;
    for (const GrantRow &row : entries.value())
        grants.append(row.grant);
    return grants;
}

Result<std::optional<RecordingPlace>> recordingPlace(Connection &connection, RecordingId recording)
{
    static const Statement select{"access.place"_L1, u"SELECT folder_id, access_scope FROM recording WHERE id = :id"_s};
    const Result<std::optional<PlaceRow>> row = connection.selectOne<PlaceRow>(select, {{":id"_L1, recording.value}});
    if (!row)
        return row.error();
    return row.value() ? std::optional(row.value()->place) : std::nullopt;
}

Result<RecordingPlaces> recordingPlaces(Connection &connection, const QList<RecordingId> &recordings)
{
    RecordingPlaces places;
    places.reserve(size_t(recordings.size()));
    for (const RecordingId recording : recordings) {
        const Result<std::optional<RecordingPlace>> place = recordingPlace(connection, recording);
        if (!place)
            return place.error();
        if (place.value())
            places.emplace(recording.value, *place.value());
    }
    return places;
}

Result<RecordingPlaces> placesIn(Connection &connection, FolderId folder)
{
    static const Statement select{"access.placesIn"_L1, u"SELECT id, access_scope FROM recording WHERE folder_id = :folder"_s};
    RecordingPlaces places;
    const Result<> read = connection.forEachRaw(select, {{":folder"_L1, folder.value}}, [&](const QSqlQuery &row) {
        places.emplace(row.value(0).toLongLong(),
                       RecordingPlace{.folder = folder, .scope = AccessScope::fromValue(row.value(1).toLongLong())});
    });
    if (!read)
        return read.error();
    return places;
}

Result<ScopeCounts> scopeCounts(Connection &connection, const std::vector<FolderId> &folders)
{
    static const Statement select{"access.countScope"_L1,
                                  u"SELECT access_scope AS scope, count(*) AS count FROM recording INDEXED BY recording_by_scope "
                                  "WHERE access_scope BETWEEN :first AND :last GROUP BY access_scope"_s};
    ScopeCounts counts;
    for (const FolderId folder : folders) {
        const AccessScope scope = AccessScope::ofFolder(folder);
        const auto rows = connection.select<ScopeCountRow>(
            select, {{":first"_L1, scope.value()}, {":last"_L1, scope.asPublic(true).value()}});
        if (!rows)
            return rows.error();
        for (const ScopeCountRow &row : rows.value())
            counts[row.scope] = row.count;
    }
    return counts;
}

Result<ScopeCounts> allScopeCounts(Connection &connection)
{
    static const Statement select{"access.countScopes"_L1, u"SELECT access_scope, count(*) FROM recording INDEXED BY "
                                                           "recording_by_scope GROUP BY access_scope"_s};
    ScopeCounts counts;
    Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        counts.emplace(row.value(0).toLongLong(), row.value(1).toLongLong());
    });
    if (!read)
        return read.error();
    return counts;
}

Result<QString> itemName(Connection &connection, const LibraryItem &item)
{
    static const Statement ofFolder{"access.folderName"_L1, u"SELECT name FROM folder WHERE id = :id"_s};
    static const Statement ofRecording{"access.recordingTitle"_L1, u"SELECT title AS name FROM recording WHERE id = :id"_s};
    const auto *folder = std::get_if<FolderId>(&item);
    const qint64 id = folder ? folder->value : std::get<RecordingId>(item).value;
    const Result<std::optional<NameRow>> row = connection.selectOne<NameRow>(folder ? ofFolder : ofRecording, {{":id"_L1, id}});
    if (!row)
        return row.error();
    if (!row.value())
        return Error{ErrorKind::NotFound, folder ? u"no such folder"_s : u"no such recording"_s, QString::number(id), {}};
    return row.value()->name;
}

namespace {
// For json_each().
template <typename Ids>
QString idArray(const Ids &ids)
{
    QStringList numbers;
    for (const auto id : ids)
        numbers += QString::number(id.value);
    return u'[' + numbers.join(u',') + u']';
}
} // namespace

Result<QHash<GroupId, Group>> groupsNamed(Connection &connection, const QList<GroupId> &groups)
{
    static const Statement select{"access.groups"_L1, u"SELECT id, uuid, name, built_in FROM person_group "
                                                      "WHERE id IN (SELECT value FROM json_each(:groups))"_s};
    if (groups.isEmpty())
        return QHash<GroupId, Group>();
    const Result<std::vector<GroupRow>> rows = connection.select<GroupRow>(select, {{":groups"_L1, idArray(groups)}});
    if (!rows)
        return rows.error();
    QHash<GroupId, Group> named;
    for (const GroupRow &row : *rows)
        named.insert(row.group.id, row.group);
    return named;
}

Result<QList<NamedPrincipal>> peopleNamed(Connection &connection, const std::vector<PersonId> &people)
{
    static const Statement select{"access.people"_L1, u"SELECT p.id, p.name, p.login FROM json_each(:people) j "
                                                      "JOIN person p ON p.id = j.value ORDER BY j.key"_s};
    if (people.empty())
        return QList<NamedPrincipal>();
    const Result<std::vector<PersonNameRow>> rows = connection.select<PersonNameRow>(select, {{":people"_L1, idArray(people)}});
    if (!rows)
        return rows.error();
    QList<NamedPrincipal> named;
    named.reserve(qsizetype(rows->size()));
    for (const PersonNameRow &row : *rows)
        named.append(row.person);
    return named;
}

Result<> putAccessEntry(Connection &connection, AccessScope list, const GrantEntry &entry, const QString &by, qint64 nowMs)
{
    static const Statement put{"access.put"_L1, u"INSERT OR REPLACE INTO access_entry (scope, principal_kind, principal_id, "
                                                "permission, until_ms, granted_by, granted_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"_s};
    return asResult(connection.executeWith(put, list.asPublic(false).value(), principalKind(entry.principal), principalId(entry.principal),
                                       permissionName(entry.permission), entry.untilMs, by.isNull() ? QString(u""_s) : by, nowMs));
}

Result<> removeAccessEntry(Connection &connection, AccessScope list, const Principal &principal)
{
    static const Statement remove{"access.remove"_L1,
                                  u"DELETE FROM access_entry WHERE scope = ? AND principal_kind = ? AND principal_id = ?"_s};
    return asResult(connection.executeWith(remove, list.asPublic(false).value(), principalKind(principal), principalId(principal)));
}

Result<> setOwnList(Connection &connection, const LibraryItem &item, bool hasOwnList)
{
    static const Statement ofFolder{"access.folderList"_L1, u"UPDATE folder SET has_own_list = ? WHERE id = ?"_s};
    static const Statement own{"access.ownList"_L1, u"UPDATE recording SET access_scope = id * 4 + 2 + (access_scope & 1) WHERE id = ?"_s};
    static const Statement inherit{"access.inherit"_L1,
                                   u"UPDATE recording SET access_scope = folder_id * 4 + (access_scope & 1) WHERE id = ?"_s};
    if (const auto *folder = std::get_if<FolderId>(&item))
        return asResult(connection.executeWith(ofFolder, hasOwnList, folder->value));
    return asResult(connection.executeWith(hasOwnList ? own : inherit, std::get<RecordingId>(item).value));
}

Result<> setPublicView(Connection &connection, RecordingId recording, bool isPublic)
{
    static const Statement update{"access.public"_L1, u"UPDATE recording SET access_scope = (access_scope & ~1) | ? WHERE id = ?"_s};
    return asResult(connection.executeWith(update, isPublic, recording.value));
}

} // namespace letopis
