#include "core/storage/accessgraphs.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct VersionRow
{
    qint64 version = 0;
};

Principal principalOf(const QString &kind, qint64 id)
{
    return kind == u"group" ? Principal(GroupId{id}) : Principal(PersonId{id});
}
} // namespace

template <>
VersionRow fromRow(const Row &row)
{
    return {.version = row.get<qint64>("version"_L1)};
}

Result<qint64> AccessGraphs::version(Connection &connection)
{
    static const Statement select{"access.version"_L1, u"SELECT version FROM access_version WHERE id = 1"_s};
    const Result<std::optional<VersionRow>> row = connection.selectOne<VersionRow>(select);
    if (!row)
        return row.error();
    return row.value() ? row.value()->version : 0;
}

Result<AccessRows> AccessGraphs::load(Connection &connection)
{
    static const Statement people{"access.people"_L1, u"SELECT id, is_blocked, admin_switches FROM person"_s};
    static const Statement groups{"access.groups"_L1, u"SELECT id, built_in FROM person_group"_s};
    static const Statement members{"access.members"_L1,
                                   u"SELECT group_id, 'person', person_id FROM group_person UNION ALL "
                                   "SELECT group_id, 'group', member_id FROM group_group"_s};
    static const Statement folders{"access.folders"_L1, u"SELECT id, coalesce(parent_id, 0), has_own_list FROM folder"_s};
    static const Statement entries{
        "access.entries"_L1,
        u"SELECT scope, principal_kind, principal_id, permission, until_ms FROM access_entry ORDER BY scope"_s};
    AccessRows rows;
    Result<> read = connection.forEachRaw(people, {}, [&](const QSqlQuery &row) {
        const QStringList switches = row.value(2).toString().split(u' ', Qt::SkipEmptyParts);
        rows.people.push_back({.id = {row.value(0).toLongLong()},
                               .isBlocked = row.value(1).toBool(),
                               .switches = adminSwitchesFromNames(switches).value_or(AdminSwitches())});
    });
    if (read)
        read = connection.forEachRaw(groups, {}, [&](const QSqlQuery &row) {
            rows.groups.push_back({.id = {row.value(0).toLongLong()}, .builtIn = builtInGroupFromName(row.value(1).toString())});
        });
    if (read)
        read = connection.forEachRaw(members, {}, [&](const QSqlQuery &row) {
            rows.memberships.push_back(
                {.group = {row.value(0).toLongLong()}, .member = principalOf(row.value(1).toString(), row.value(2).toLongLong())});
        });
    if (read)
        read = connection.forEachRaw(folders, {}, [&](const QSqlQuery &row) {
            rows.folders.push_back({.id = {row.value(0).toLongLong()},
                                    .parent = {row.value(1).toLongLong()},
                                    .hasOwnList = row.value(2).toBool()});
        });
    if (read)
        read = connection.forEachRaw(entries, {}, [&](const QSqlQuery &row) {
            // A word that is none of ours, in a damaged file, must not open anything.
            rows.entries.push_back({.scope = AccessScope::fromValue(row.value(0).toLongLong()),
                                    .principal = principalOf(row.value(1).toString(), row.value(2).toLongLong()),
                                    .permission = permissionFromName(row.value(3).toString()).value_or(Permission::Denied),
                                    .untilMs = row.value(4).toLongLong()});
        });
    if (!read)
        return read.error();
    return rows;
}

Result<AccessGraphs::Current> AccessGraphs::current(Connection &connection)
{
    return connection.transaction([&]() -> Result<Current> {
        const Result<qint64> version = AccessGraphs::version(connection);
        if (!version)
            return version.error();
        {
            const std::lock_guard lock(m_mutex);
            if (m_current.graph && m_current.version == version.value())
                return m_current;
        }
        Result<AccessRows> rows = load(connection);
        if (!rows)
            return rows.error();
        const Current loaded{.graph = std::make_shared<const AccessGraph>(std::move(rows.value())), .version = version.value()};
        const std::lock_guard lock(m_mutex);
        // A rolled back change would leave its graph under a number that the next change gets again.
        if (!connection.canWrite() && loaded.version > m_current.version)
            m_current = loaded;
        return loaded;
    });
}

} // namespace letopis
