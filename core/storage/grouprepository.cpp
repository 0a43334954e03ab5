#include "core/storage/grouprepository.h"

#include "core/storage/groupwriter.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
Result<QList<NamedPrincipal>> readMembers(Connection &connection, GroupId id)
{
    static const Statement select{
        "group.members"_L1,
        u"SELECT * FROM (SELECT 'group', g.id, g.name, '', g.built_in FROM group_group m "
        "JOIN person_group g ON g.id = m.member_id WHERE m.group_id = :outer ORDER BY g.built_in IS NULL, g.sort_key LIMIT :most) "
        "UNION ALL SELECT * FROM (SELECT 'person', p.id, p.name, p.login, NULL FROM group_person m "
        "JOIN person p ON p.id = m.person_id WHERE m.group_id = :group ORDER BY p.sort_key, p.id LIMIT :limit)"_s};
    QList<NamedPrincipal> members;
    const Bindings bindings{{":outer"_L1, id.value}, {":most"_L1, GroupRepository::mostMembers},
                            {":group"_L1, id.value}, {":limit"_L1, GroupRepository::mostMembers}};
    const Result<> read = connection.forEachRaw(select, bindings, [&](const QSqlQuery &row) {
        const qint64 number = row.value(1).toLongLong();
        const bool isGroup = row.value(0).toString() == "group"_L1;
        if (members.size() < GroupRepository::mostMembers)
            members += {.principal = isGroup ? Principal(GroupId{number}) : Principal(PersonId{number}),
                        .name = row.value(2).toString(),
                        .detail = row.value(3).toString(),
                        .builtIn = builtInGroupFromName(row.value(4).toString())};
    });
    if (!read)
        return read.error();
    return members;
}

Result<QList<Group>> readGroupsOf(Connection &connection, const Principal &principal)
{
    static const Statement ofPerson{"group.ofPerson"_L1,
                                    u"SELECT g.id, g.uuid, g.name, g.built_in FROM group_person m JOIN person_group g ON g.id = m.group_id "
                                    "WHERE m.person_id = :id ORDER BY g.built_in IS NULL, g.sort_key"_s};
    static const Statement ofGroup{"group.ofGroup"_L1,
                                   u"SELECT g.id, g.uuid, g.name, g.built_in FROM group_group m JOIN person_group g ON g.id = m.group_id "
                                   "WHERE m.member_id = :id ORDER BY g.built_in IS NULL, g.sort_key"_s};
    const auto *person = std::get_if<PersonId>(&principal);
    QList<Group> groups;
    const qint64 id = person ? person->value : std::get<GroupId>(principal).value;
    const Result<> read = connection.forEachRaw(person ? ofPerson : ofGroup, {{":id"_L1, id}}, [&](const QSqlQuery &row) {
        groups += {.id = {row.value(0).toLongLong()},
                   .uuid = row.value(1).toString(),
                   .name = row.value(2).toString(),
                   .builtIn = builtInGroupFromName(row.value(3).toString())};
    });
    if (!read)
        return read.error();
    return groups;
}
} // namespace

QFuture<Result<QList<Group>>> GroupRepository::groups() const
{
    return m_database.read([](Connection &connection) { return readGroups(connection); });
}

QFuture<Result<QList<NamedPrincipal>>> GroupRepository::members(GroupId id) const
{
    return m_database.read([id](Connection &connection) {
        return connection.transaction([&]() -> Result<QList<NamedPrincipal>> {
            const Result<Group> group = readGroup(connection, id);
            return group ? readMembers(connection, id) : Result<QList<NamedPrincipal>>(group.error());
        });
    });
}

QFuture<Result<QList<Group>>> GroupRepository::groupsOf(const Principal &principal) const
{
    return m_database.read([principal](Connection &connection) { return readGroupsOf(connection, principal); });
}

template <typename F>
auto GroupRepository::write(const Actor &actor, PeopleAuthority authority, F f)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        PeopleWrite write(connection, actor, authority, nowMs);
        GroupWriter groups(write);
        return f(groups);
    });
}

QFuture<Result<GroupId>> GroupRepository::add(const Actor &actor, PeopleAuthority authority, const QString &name)
{
    return write(actor, authority, [name](GroupWriter &groups) { return groups.add(name); });
}

QFuture<Result<>> GroupRepository::rename(const Actor &actor, PeopleAuthority authority, GroupId group, const QString &name)
{
    return write(actor, authority, [=](GroupWriter &groups) { return groups.rename(group, name); });
}

QFuture<Result<>> GroupRepository::remove(const Actor &actor, PeopleAuthority authority, GroupId group)
{
    return write(actor, authority, [group](GroupWriter &groups) { return groups.remove(group); });
}

QFuture<Result<>> GroupRepository::setMember(const Actor &actor, PeopleAuthority authority, GroupId group,
                                             const Principal &member, bool isMember)
{
    return write(actor, authority, [=](GroupWriter &groups) { return groups.setMember(group, member, isMember); });
}

} // namespace letopis
