#include "core/storage/peopleexchange.h"

#include "core/access/peoplecsv.h"
#include "core/storage/accessgraphs.h"
#include "core/storage/groupwriter.h"
#include "core/storage/peopleimportplanner.h"
#include "core/storage/personrows.h"
#include "core/storage/personwriter.h"
#include "core/storage/rolerows.h"
#include "core/storage/searchtext.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
using Kind = PeopleImportPlan::Kind;

Error changedMeanwhile()
{
    return {ErrorKind::ContentMismatch, u"people or groups were changed meanwhile"_s, {}, {}};
}

Result<QHash<PersonId, QSet<GroupId>>> readMemberships(Connection &connection)
{
    static const Statement select{"people.memberships"_L1, u"SELECT person_id, group_id FROM group_person"_s};
    QHash<PersonId, QSet<GroupId>> groups;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        groups[PersonId{row.value(0).toLongLong()}] += GroupId{row.value(1).toLongLong()};
    });
    if (!read)
        return read.error();
    return groups;
}

struct ServerName
{
    ServerId id;
    QString name;
};

// Removed ones first, so that one of the same name that is in use prevails.
Result<QList<ServerName>> readServerNames(Connection &connection)
{
    static const Statement select{"people.servers"_L1, u"SELECT id, name FROM server ORDER BY is_removed DESC, id"_s};
    QList<ServerName> servers;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        servers += ServerName{{row.value(0).toLongLong()}, row.value(1).toString()};
    });
    if (!read)
        return read.error();
    return servers;
}

Result<PeopleKnown> readKnown(Connection &connection)
{
    const auto people = readAllPeople(connection);
    const auto memberships = people ? readMemberships(connection) : people.error();
    const auto groups = memberships ? readGroups(connection) : memberships.error();
    const auto roles = groups ? readRolesOfGroups(connection) : groups.error();
    const auto servers = roles ? readServerNames(connection) : roles.error();
    if (!servers)
        return servers.error();
    PeopleKnown known{.people = *people, .groupsOf = *memberships, .groups = {}, .rolesOfGroups = *roles, .servers = {}};
    for (const Group &group : *groups)
        known.groups.insert(nameKey(group.name), group);
    for (const ServerName &server : *servers)
        known.servers.insert(nameKey(server.name), server.id);
    return known;
}

using GroupsByName = QHash<QString, GroupId>;

Result<> enrolAll(PeopleWrite &write, PersonId person, const QStringList &groups, const GroupsByName &byName)
{
    for (const QString &name : groups) {
        const GroupId group = byName.value(nameKey(name));
        if (!group.isValid())
            return changedMeanwhile();
        if (Result<> enrolled = GroupWriter(write).enrol(group, person); !enrolled)
            return enrolled;
    }
    return {};
}

Result<> applyLine(PeopleWrite &write, const PeopleImportPlan::Line &line, const GroupsByName &groups)
{
    PersonWriter people(write);
    if (line.kind == Kind::Added) {
        const Result<PersonId> added = people.add(line.person);
        return added ? enrolAll(write, *added, line.groups, groups) : Result<>(added.error());
    }
    if (line.kind != Kind::Changed)
        return {};
    const Result<Person> now = readPerson(write.connection(), line.person.id);
    if (!now)
        return now.error().kind == ErrorKind::NotFound ? changedMeanwhile() : now.error();
    if (!line.before || *now != *line.before)
        return changedMeanwhile();
    if (!mayChange(write.authority(), now->role))
        return beyondAuthority(write.authority(), now->name);
    if (Result<> updated = people.update(line.person); !updated)
        return updated;
    return enrolAll(write, line.person.id, line.groups, groups);
}
} // namespace

Result<PeopleImportPlan> planPeopleImport(Connection &connection, PeopleAuthority authority, const QByteArray &bytes)
{
    const Result<PeopleCsv> csv = readPeopleCsv(bytes);
    if (!csv)
        return csv.error();
    const Result<qint64> version = AccessGraphs::version(connection);
    if (!version)
        return version.error();
    Result<PeopleKnown> known = readKnown(connection);
    if (!known)
        return known.error();
    PeopleImportPlan plan = PeopleImportPlanner(std::move(known).value(), authority).plan(*csv);
    plan.version = quint64(*version);
    return plan;
}

Result<> applyPeopleImport(PeopleWrite &write, const PeopleImportPlan &plan)
{
    if (plan.hasErrors())
        return Error{ErrorKind::InvalidInput, u"the list has lines with errors"_s, {}, {}};
    const Result<qint64> version = AccessGraphs::version(write.connection());
    if (!version)
        return version.error();
    if (quint64(*version) != plan.version)
        return changedMeanwhile();
    if (plan.count(Kind::Added) + plan.count(Kind::Changed) == 0)
        return {};
    const Result<QList<Group>> groups = readGroups(write.connection());
    if (!groups)
        return groups.error();
    GroupsByName byName;
    for (const Group &group : *groups)
        byName.insert(nameKey(group.name), group.id);
    return write.changeRights([&]() -> Result<> {
        for (const PeopleImportPlan::Line &line : plan.lines) {
            if (Result<> applied = applyLine(write, line, byName); !applied)
                return applied;
        }
        return write.journal(u"people.imported"_s, JsonObjectWriter()
                                                       .add("added"_L1, qint64(plan.count(Kind::Added)))
                                                       .add("changed"_L1, qint64(plan.count(Kind::Changed))));
    });
}

Result<QByteArray> exportPeople(Connection &connection)
{
    const Result<PeopleKnown> known = readKnown(connection);
    if (!known)
        return known.error();
    const Result<QList<ServerName>> servers = readServerNames(connection);
    if (!servers)
        return servers.error();
    QHash<ServerId, QString> serverNames;
    for (const ServerName &server : *servers)
        serverNames.insert(server.id, server.name);
    QHash<GroupId, QString> groupNames;
    for (const Group &group : known->groups)
        groupNames.insert(group.id, group.name);
    QList<PeopleCsvRow> rows;
    for (const Person &person : known->people) {
        PeopleCsvRow row;
        row.name = person.name;
        row.login = person.login;
        row.email = person.email;
        row.role = roleName(person.role);
        row.language = person.language;
        for (const GroupId group : known->groupsOf.value(person.id)) {
            if (!isRoleGroup(group))
                row.groups += groupNames.value(group);
        }
        row.groups.sort();
        for (const auto &[server, id] : person.externalIds)
            row.externalIds += serverNames.value(server) + u':' + id;
        rows += row;
    }
    return writePeopleCsv(rows);
}

} // namespace letopis
