#include "core/storage/groupwriter.h"

#include "core/access/accesspreview.h"
#include "core/base/plaintext.h"
#include "core/storage/personrows.h"
#include "core/storage/rolerows.h"
#include "core/storage/searchtext.h"

#include <QUuid>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestName = 300;

Group groupFrom(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
            .uuid = row.value(1).toString(),
            .name = row.value(2).toString(),
            .builtIn = builtInGroupFromName(row.value(3).toString())};
}

JsonObjectWriter aboutGroup(const Group &group)
{
    return JsonObjectWriter().add("group"_L1, group.id.value).add("name"_L1, group.name);
}

Error builtInError(const Group &group)
{
    return {ErrorKind::PermissionDenied, u"built-in groups stay as they are"_s, group.name, {}};
}

// Groups alone, to ask for cycles.
Result<AccessGraph> graphOfGroups(Connection &connection)
{
    static const Statement groups{"group.allIds"_L1, u"SELECT id FROM person_group"_s};
    static const Statement nesting{"group.nesting"_L1, u"SELECT group_id, member_id FROM group_group"_s};
    AccessRows rows;
    Result<> read = connection.forEachRaw(groups, {}, [&](const QSqlQuery &row) {
        rows.groups.push_back({.id = {row.value(0).toLongLong()}, .builtIn = {}});
    });
    if (read)
        read = connection.forEachRaw(nesting, {}, [&](const QSqlQuery &row) {
            rows.memberships.push_back({.group = {row.value(0).toLongLong()}, .member = GroupId{row.value(1).toLongLong()}});
        });
    if (!read)
        return read.error();
    return AccessGraph(std::move(rows));
}
} // namespace

Result<Group> readGroup(Connection &connection, GroupId id)
{
    static const Statement select{"group.read"_L1, u"SELECT id, uuid, name, built_in FROM person_group WHERE id = :id"_s};
    Group group;
    const Result<> read = connection.forEachRaw(select, {{":id"_L1, id.value}}, [&](const QSqlQuery &row) { group = groupFrom(row); });
    if (!read)
        return read.error();
    if (!group.id.isValid())
        return Error{ErrorKind::NotFound, u"no such group"_s, QString::number(id.value), {}};
    return group;
}

Result<QList<Group>> readGroups(Connection &connection)
{
    static const Statement select{"group.list"_L1, u"SELECT id, uuid, name, built_in FROM person_group "
                                                   "ORDER BY built_in IS NULL, CASE WHEN built_in IS NULL THEN 0 ELSE id END, sort_key"_s};
    QList<Group> groups;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) { groups += groupFrom(row); });
    if (!read)
        return read.error();
    return groups;
}

Result<> GroupWriter::checkName(const QString &name, GroupId self)
{
    if (name.isEmpty() || name.size() > longestName || visibleControls(name) != name)
        return Error{ErrorKind::InvalidInput, u"a group needs a name of at most 300 characters, none of them invisible"_s,
                     visibleControls(name.left(80)), {}};
    static const Statement select{"group.byKey"_L1, u"SELECT id, name FROM person_group WHERE sort_key = :key AND id <> :self"_s};
    QString other;
    const Result<> read = m_write.connection().forEachRaw(
        select, {{":key"_L1, nameKey(name)}, {":self"_L1, self.value}}, [&](const QSqlQuery &row) { other = row.value(1).toString(); });
    if (!read)
        return read;
    if (!other.isEmpty())
        return Error{ErrorKind::AlreadyExists, u"a group of this name exists"_s, other, {}};
    return {};
}

// Groups that make their members administrators are an Administrator's own affair.
Result<> GroupWriter::mayTouch(const Group &group)
{
    const Result<std::optional<Role>> role = roleGivenBy(m_write.connection(), group.id);
    if (!role)
        return role.error();
    if (!mayChange(m_write.authority(), role->value_or(Role::Viewer)))
        return beyondAuthority(m_write.authority(), group.name);
    return {};
}

Result<GroupId> GroupWriter::add(const QString &wanted)
{
    if (!mayChange(m_write.authority(), Role::Viewer))
        return beyondAuthority(m_write.authority(), wanted.left(80));
    Group group;
    group.name = wanted.simplified();
    if (Result<> right = checkName(group.name, {}); !right)
        return right.error();
    return m_write.changeRights([&]() -> Result<GroupId> {
        static const Statement insert{"group.add"_L1, u"INSERT INTO person_group (uuid, name, sort_key, built_in) VALUES (?, ?, ?, NULL)"_s};
        const Result<Executed> added = m_write.connection().execute(
            insert, Values{QUuid::createUuid().toString(QUuid::WithoutBraces), group.name, nameKey(group.name)});
        if (!added)
            return added.error();
        group.id = {added->lastInsertId};
        if (Result<> journalled = m_write.journal(u"group.added"_s, aboutGroup(group)); !journalled)
            return journalled.error();
        return group.id;
    });
}

Result<> GroupWriter::rename(GroupId id, const QString &wanted)
{
    const Result<Group> group = readGroup(m_write.connection(), id);
    if (!group)
        return group.error();
    if (group->builtIn)
        return builtInError(*group);
    if (Result<> allowed = mayTouch(*group); !allowed)
        return allowed;
    const QString name = wanted.simplified();
    if (name == group->name)
        return {};
    if (Result<> right = checkName(name, id); !right)
        return right;
    static const Statement update{"group.rename"_L1, u"UPDATE person_group SET name = ?, sort_key = ? WHERE id = ?"_s};
    if (Result<> renamed = asResult(m_write.connection().execute(update, Values{name, nameKey(name), id.value})); !renamed)
        return renamed;
    return m_write.journal(u"group.renamed"_s,
                           JsonObjectWriter().add("group"_L1, id.value).addChange("name"_L1, group->name, name));
}

Result<> GroupWriter::remove(GroupId id)
{
    const Result<Group> group = readGroup(m_write.connection(), id);
    if (!group)
        return group.error();
    if (group->builtIn)
        return builtInError(*group);
    if (Result<> allowed = mayTouch(*group); !allowed)
        return allowed;
    return m_write.changeRights([&]() -> Result<> {
        static const Statement entries{"group.removeEntries"_L1,
                                       u"DELETE FROM access_entry WHERE principal_kind = 'group' AND principal_id = ?"_s};
        static const Statement row{"group.remove"_L1, u"DELETE FROM person_group WHERE id = ?"_s};
        for (const Statement *statement : {&entries, &row}) {
            if (Result<> removed = asResult(m_write.connection().execute(*statement, Values{id.value})); !removed)
                return removed;
        }
        return m_write.journal(u"group.removed"_s, aboutGroup(*group));
    });
}

Result<> GroupWriter::checkNesting(const Group &group, const Group &member)
{
    if (group.builtIn && member.builtIn)
        return Error{ErrorKind::InvalidInput, u"built-in groups are not put into one another"_s, member.name, {}};
    const Result<AccessGraph> graph = graphOfGroups(m_write.connection());
    if (!graph)
        return graph.error();
    const QList<GroupId> cycle = graph->cycleWith(group.id, member.id);
    if (cycle.isEmpty())
        return {};
    QStringList names;
    for (const GroupId id : cycle) {
        const Result<Group> one = readGroup(m_write.connection(), id);
        if (!one)
            return one.error();
        names += one->name;
    }
    return Error{ErrorKind::InvalidInput, u"the groups would contain each other"_s, names.join(u" → "_s),
                 GuardEvidence{.guards = {AccessGuard::Cycle}, .cycle = cycle}};
}

Result<> GroupWriter::setMember(GroupId groupId, const Principal &member, bool isMember)
{
    const Result<Group> group = readGroup(m_write.connection(), groupId);
    if (!group)
        return group.error();
    if (Result<> allowed = mayTouch(*group); !allowed)
        return allowed;
    if (const auto *id = std::get_if<PersonId>(&member)) {
        const Result<Person> person = readPerson(m_write.connection(), *id);
        return person ? storeMember(*group, member, person->name, isMember) : Result<>(person.error());
    }
    const Result<Group> inner = readGroup(m_write.connection(), std::get<GroupId>(member));
    if (!inner)
        return inner.error();
    if (isMember) {
        if (Result<> right = checkNesting(*group, *inner); !right)
            return right;
    }
    return storeMember(*group, member, inner->name, isMember);
}

Result<> GroupWriter::enrol(GroupId groupId, PersonId personId)
{
    const Result<Group> group = readGroup(m_write.connection(), groupId);
    const Result<Person> person = readPerson(m_write.connection(), personId);
    if (!group || !person)
        return group ? person.error() : group.error();
    const Result<std::optional<Role>> role = roleGivenBy(m_write.connection(), groupId);
    if (!role)
        return role.error();
    if (!mayMake(m_write.authority(), role->value_or(Role::Viewer)))
        return beyondAuthority(m_write.authority(), group->name);
    return storeMember(*group, personId, person->name, true);
}

Result<> GroupWriter::storeMember(const Group &group, const Principal &member, const QString &memberName, bool isMember)
{
    return m_write.changeRights([&]() -> Result<> {
        static const Statement addPerson{"group.addPerson"_L1, u"INSERT OR IGNORE INTO group_person (group_id, person_id) VALUES (?, ?)"_s};
        static const Statement addGroup{"group.addGroup"_L1, u"INSERT OR IGNORE INTO group_group (group_id, member_id) VALUES (?, ?)"_s};
        static const Statement dropPerson{"group.dropPerson"_L1, u"DELETE FROM group_person WHERE group_id = ? AND person_id = ?"_s};
        static const Statement dropGroup{"group.dropGroup"_L1, u"DELETE FROM group_group WHERE group_id = ? AND member_id = ?"_s};
        const auto *person = std::get_if<PersonId>(&member);
        const Statement &statement = isMember ? (person ? addPerson : addGroup) : (person ? dropPerson : dropGroup);
        const qint64 id = person ? person->value : std::get<GroupId>(member).value;
        const Result<Executed> done = m_write.connection().execute(statement, Values{group.id.value, id});
        if (!done)
            return done.error();
        if (done->rowsAffected == 0) // it was so already
            return {};
        JsonObjectWriter details = aboutGroup(group);
        details.add(person ? "person"_L1 : "memberGroup"_L1, id).add("member"_L1, memberName.left(200));
        return m_write.journal(isMember ? u"group.memberAdded"_s : u"group.memberRemoved"_s, details);
    });
}

} // namespace letopis
