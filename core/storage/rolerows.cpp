#include "core/storage/rolerows.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// Built-in groups of a role are numbered from the highest down.
Role roleOfGroupId(qint64 group)
{
    return Role(4 - std::clamp(group, qint64(1), qint64(4)));
}

Result<QHash<PersonId, Role>> rolesFrom(Connection &connection, const Statement &select, const Bindings &bindings)
{
    QHash<PersonId, Role> roles;
    const Result<> read = connection.forEachRaw(select, bindings, [&](const QSqlQuery &row) {
        const Role role = roleOfGroupId(row.value(1).toLongLong());
        if (role != Role::Viewer)
            roles.insert(PersonId{row.value(0).toLongLong()}, role);
    });
    if (!read)
        return read.error();
    return roles;
}
} // namespace

QString jsonArray(const QList<PersonId> &ids)
{
    QString json = u"["_s;
    for (const PersonId id : ids)
        json += (json.size() > 1 ? u","_s : QString()) + QString::number(id.value);
    return json + u']';
}

Result<QHash<PersonId, Role>> readRoles(Connection &connection, const QList<PersonId> &people)
{
    static const Statement select{
        "role.ofPeople"_L1,
        u"WITH RECURSIVE up(person_id, group_id) AS ("
        "SELECT person_id, group_id FROM group_person WHERE person_id IN (SELECT value FROM json_each(:ids)) UNION "
        "SELECT up.person_id, g.group_id FROM up JOIN group_group g ON g.member_id = up.group_id) "
        "SELECT person_id, min(group_id) FROM up WHERE group_id <= 4 GROUP BY person_id"_s};
    return rolesFrom(connection, select, {{":ids"_L1, jsonArray(people)}});
}

Result<QHash<PersonId, Role>> readAllRoles(Connection &connection)
{
    static const Statement select{
        "role.ofAll"_L1,
        u"WITH RECURSIVE below(best, group_id) AS (VALUES (1, 1), (2, 2), (3, 3) UNION "
        "SELECT below.best, g.member_id FROM below JOIN group_group g ON g.group_id = below.group_id) "
        "SELECT p.person_id, min(below.best) FROM below CROSS JOIN group_person p ON p.group_id = below.group_id "
        "GROUP BY p.person_id"_s};
    return rolesFrom(connection, select, {});
}

Result<QHash<GroupId, Role>> readRolesOfGroups(Connection &connection)
{
    static const Statement select{
        "role.ofGroups"_L1,
        u"WITH RECURSIVE below(best, group_id) AS (VALUES (1, 1), (2, 2), (3, 3), (4, 4) UNION "
        "SELECT below.best, g.member_id FROM below JOIN group_group g ON g.group_id = below.group_id) "
        "SELECT group_id, min(best) FROM below GROUP BY group_id"_s};
    QHash<GroupId, Role> roles;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        roles.insert(GroupId{row.value(0).toLongLong()}, roleOfGroupId(row.value(1).toLongLong()));
    });
    if (!read)
        return read.error();
    return roles;
}

Result<std::optional<Role>> roleGivenBy(Connection &connection, GroupId group)
{
    static const Statement select{
        "role.givenBy"_L1,
        u"WITH RECURSIVE up(group_id) AS (SELECT id FROM person_group WHERE id = :id UNION "
        "SELECT g.group_id FROM up JOIN group_group g ON g.member_id = up.group_id) "
        "SELECT min(group_id) FROM up WHERE group_id <= 4"_s};
    std::optional<Role> role;
    const Result<> read = connection.forEachRaw(select, {{":id"_L1, group.value}}, [&](const QSqlQuery &row) {
        if (!row.isNull(0))
            role = roleOfGroupId(row.value(0).toLongLong());
    });
    if (!read)
        return read.error();
    return role;
}

Result<bool> hasAdministrator(Connection &connection)
{
    static const Statement select{
        "role.administrator"_L1,
        u"WITH RECURSIVE below(group_id) AS (VALUES (1) UNION "
        "SELECT g.member_id FROM below JOIN group_group g ON g.group_id = below.group_id) "
        "SELECT 1 FROM below CROSS JOIN group_person m ON m.group_id = below.group_id "
        "CROSS JOIN person p ON p.id = m.person_id WHERE p.is_blocked = 0 AND p.login_key <> '' LIMIT 1"_s};
    bool isThere = false;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &) { isThere = true; });
    if (!read)
        return read.error();
    return isThere;
}

Result<QHash<PersonId, QString>> moderatorsWithoutFolder(Connection &connection)
{
    static const Statement select{
        "role.withoutFolder"_L1,
        u"WITH RECURSIVE below(group_id) AS (VALUES (1), (2), (3) UNION "
        "SELECT g.member_id FROM below JOIN group_group g ON g.group_id = below.group_id) "
        "SELECT DISTINCT p.id, p.name FROM below CROSS JOIN group_person m ON m.group_id = below.group_id "
        "CROSS JOIN person p ON p.id = m.person_id "
        "WHERE NOT EXISTS (SELECT 1 FROM folder f WHERE f.owner_id = m.person_id)"_s};
    QHash<PersonId, QString> people;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        people.insert(PersonId{row.value(0).toLongLong()}, row.value(1).toString());
    });
    if (!read)
        return read.error();
    return people;
}

} // namespace letopis
