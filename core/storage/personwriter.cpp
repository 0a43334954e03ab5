#include "core/storage/personwriter.h"

#include "core/access/accesspreview.h"
#include "core/storage/attendancerows.h"
#include "core/storage/personrows.h"
#include "core/storage/rolerows.h"

#include <algorithm>
#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
QString externalIdText(const Person &person)
{
    QStringList ids;
    for (const auto &[server, externalId] : person.externalIds)
        ids += u"%1:%2"_s.arg(server.value).arg(externalId);
    return ids.join(u' ');
}

JsonObjectWriter aboutPerson(const Person &person)
{
    return JsonObjectWriter().add("person"_L1, person.id.value).add("name"_L1, person.name.left(200));
}

Error itself(const QString &detail, const Person &person)
{
    return {ErrorKind::InvalidInput, detail, person.name, GuardEvidence{.guards = {AccessGuard::LocksYouOut}, .cycle = {}}};
}
} // namespace

Result<PersonId> PersonWriter::add(const Person &draft)
{
    Person person = normalised(draft);
    person.id = {};
    const bool hasOwnSwitches = person.switches != Person().switches;
    if (!mayMake(m_write.authority(), person.role) || (hasOwnSwitches && m_write.authority() != PeopleAuthority::Everybody))
        return beyondAuthority(m_write.authority(), person.name);
    if (Result<> right = checkAmongPeople(person); !right)
        return right.error();
    return m_write.changeRights([&]() -> Result<PersonId> {
        const Result<PersonId> id = insertPersonRow(m_write.connection(), person);
        if (!id)
            return id;
        person.id = *id;
        if (Result<> given = setDirectRole(m_write.connection(), *id, person.role); !given)
            return given.error();
        JsonObjectWriter details = aboutPerson(person);
        details.add("login"_L1, person.login).add("role"_L1, roleName(person.role));
        if (Result<> journalled = m_write.journal(u"person.added"_s, details); !journalled)
            return journalled.error();
        return id;
    });
}

Result<> PersonWriter::update(const Person &wanted)
{
    const Result<Person> before = readPerson(m_write.connection(), wanted.id);
    if (!before)
        return before.error();
    Person after = normalised(wanted);
    after.uuid = before->uuid;
    if (after == *before)
        return {};
    if (Result<> allowed = mayReplace(*before, after); !allowed)
        return allowed;
    if (Result<> right = checkAmongPeople(after); !right)
        return right;
    const bool canSignIn = !after.login.isEmpty();
    const bool changesRights = after.role != before->role || after.switches != before->switches ||
                               after.isBlocked != before->isBlocked || canSignIn == before->login.isEmpty();
    return changesRights ? m_write.changeRights([&] { return store(*before, after); }) : store(*before, after);
}

Result<> PersonWriter::mayReplace(const Person &before, const Person &after) const
{
    const PeopleAuthority authority = m_write.authority();
    const bool changesSwitches = before.switches != after.switches;
    if (!mayChange(authority, before.role) || !mayChange(authority, after.role)
        || (changesSwitches && authority != PeopleAuthority::Everybody))
        return beyondAuthority(authority, before.name);
    if (after.isBlocked && !before.isBlocked && m_write.actor().person == before.id && before.id.isValid())
        return itself(u"you cannot block yourself"_s, before);
    return {};
}

Result<> PersonWriter::mayVanish(const Person &person) const
{
    if (!mayChange(m_write.authority(), person.role))
        return beyondAuthority(m_write.authority(), person.name);
    if (m_write.actor().kind == ActorKind::Person && m_write.actor().person == person.id)
        return itself(u"you cannot remove yourself"_s, person);
    return {};
}

Result<> PersonWriter::checkAmongPeople(const Person &person)
{
    const Result<QList<PersonProblem>> problems = problemsAmongPeople(m_write.connection(), person);
    if (!problems)
        return problems.error();
    if (const std::optional<Error> error = errorIn(*problems))
        return *error;
    return {};
}

Result<> PersonWriter::store(const Person &before, const Person &after)
{
    if (Result<> updated = updatePersonRow(m_write.connection(), before, after); !updated)
        return updated;
    if (before.role != after.role) {
        if (Result<> given = setDirectRole(m_write.connection(), after.id, after.role); !given)
            return given;
        const Result<QHash<PersonId, Role>> roles = readRoles(m_write.connection(), {after.id});
        if (!roles)
            return roles.error();
        if (roles->value(after.id, Role::Viewer) != after.role)
            return Error{ErrorKind::InvalidInput, u"a group that this person is in gives a higher role"_s, after.name, {}};
    }
    if (before.name != after.name) {
        const Result<QList<RecordingId>> recordings = attendedAs(after.id);
        if (!recordings)
            return recordings.error();
        if (Result<> shown = showAttendances(*recordings); !shown)
            return shown;
    }
    return journalChange(before, after);
}

Result<> PersonWriter::journalChange(const Person &before, const Person &after)
{
    JsonObjectWriter details;
    details.add("person"_L1, after.id.value).add("of"_L1, before.name.left(200));
    details.addChange("name"_L1, before.name, after.name)
        .addChange("login"_L1, before.login, after.login)
        .addChange("email"_L1, before.email, after.email)
        .addChange("language"_L1, before.language, after.language)
        .addChange("role"_L1, roleName(before.role), roleName(after.role))
        .addChange("switches"_L1, adminSwitchNames(before.switches).join(u' '), adminSwitchNames(after.switches).join(u' '))
        .addChange("blocked"_L1, before.isBlocked ? u"yes"_s : u"no"_s, after.isBlocked ? u"yes"_s : u"no"_s)
        .addChange("externalIds"_L1, externalIdText(before), externalIdText(after));
    return m_write.journal(u"person.changed"_s, details);
}

Result<> PersonWriter::remove(PersonId id)
{
    const Result<Person> person = readPerson(m_write.connection(), id);
    if (!person)
        return person.error();
    if (Result<> allowed = mayVanish(*person); !allowed)
        return allowed;
    const Result<QList<RecordingId>> recordings = attendedAs(id);
    if (!recordings)
        return recordings.error();
    return m_write.changeRights([&]() -> Result<> {
        if (Result<> deleted = deleteRow(id); !deleted)
            return deleted;
        if (Result<> shown = showAttendances(*recordings); !shown)
            return shown;
        return m_write.journal(u"person.removed"_s,
                               aboutPerson(*person).add("login"_L1, person->login).add("role"_L1, roleName(person->role)));
    });
}

Result<> PersonWriter::merge(PersonId keptId, PersonId otherId)
{
    Connection &connection = m_write.connection();
    const Result<Person> kept = readPerson(connection, keptId);
    const Result<Person> other = readPerson(connection, otherId);
    if (!kept || !other)
        return kept ? other.error() : kept.error();
    if (keptId == otherId)
        return Error{ErrorKind::InvalidInput, u"somebody cannot be merged with themselves"_s, kept->name, {}};
    if (!mayChange(m_write.authority(), kept->role))
        return beyondAuthority(m_write.authority(), kept->name);
    if (Result<> allowed = mayVanish(*other); !allowed)
        return allowed;
    const Result<QList<RecordingId>> recordings = attendedAs(otherId);
    if (!recordings)
        return recordings.error();
    return m_write.changeRights([&]() -> Result<> {
        if (Result<> moved = moveBelongings(keptId, otherId); !moved)
            return moved;
        if (Result<> deleted = deleteRow(otherId); !deleted)
            return deleted;
        const Result<Person> now = readPerson(connection, keptId);
        if (!now)
            return now.error();
        Person after = *now;
        after.login = kept->login.isEmpty() ? other->login : kept->login;
        after.email = kept->email.isEmpty() ? other->email : kept->email;
        after.language = kept->language.isEmpty() ? other->language : kept->language;
        if (other->role == Role::LimitedAdministrator && kept->role < other->role)
            after.switches = other->switches;
        if (Result<> updated = updatePersonRow(connection, *now, after); !updated)
            return updated;
        if (Result<> shown = showAttendances(*recordings); !shown)
            return shown;
        return m_write.journal(u"person.merged"_s, aboutPerson(*kept)
                                                       .add("other"_L1, otherId.value)
                                                       .add("otherName"_L1, other->name.left(200))
                                                       .add("otherLogin"_L1, other->login)
                                                       .add("otherEmail"_L1, other->email));
    });
}

Result<> PersonWriter::moveBelongings(PersonId kept, PersonId other)
{
    if (Result<> merged = mergeEntries(kept, other); !merged)
        return merged;
    // One role group directly: the higher of both.
    static const std::array<Statement, 7> moves{
        {{"person.moveIdentities"_L1, u"UPDATE person_identity SET person_id = ? WHERE person_id = ?"_s},
         {"person.moveMemberships"_L1, u"UPDATE OR IGNORE group_person SET person_id = ? WHERE person_id = ?"_s},
         {"person.oneRole"_L1, u"DELETE FROM group_person WHERE person_id = ? AND group_id <= 4 AND group_id > "
                               "(SELECT min(group_id) FROM group_person WHERE person_id IN (?, ?))"_s},
         {"person.moveAttendance"_L1, u"UPDATE attendee_edit SET person_id = ? WHERE person_id = ?"_s},
         {"person.moveFolders"_L1, u"UPDATE folder SET owner_id = ? WHERE owner_id = ?"_s},
         {"person.moveEntries"_L1,
          u"UPDATE access_entry SET principal_id = ? WHERE principal_kind = 'person' AND principal_id = ?"_s},
         {"person.moveSettled"_L1, u"UPDATE OR IGNORE settled_proposal SET person_id = ? WHERE person_id = ?"_s}}};
    for (const Statement &move : moves) {
        const bool isRole = move.name == "person.oneRole"_L1;
        const Values values = isRole ? Values{kept.value, kept.value, other.value} : Values{kept.value, other.value};
        if (Result<> moved = asResult(m_write.connection().execute(move, values)); !moved)
            return moved;
    }
    return {};
}

// Leaves one entry where both have one: the kept person's.
Result<> PersonWriter::mergeEntries(PersonId kept, PersonId other)
{
    static const Statement both{
        "person.sharedEntries"_L1,
        u"SELECT o.scope, k.permission, k.until_ms, o.permission, o.until_ms FROM access_entry o JOIN access_entry k "
        "ON k.scope = o.scope AND k.principal_kind = 'person' AND k.principal_id = :kept "
        "WHERE o.principal_kind = 'person' AND o.principal_id = :other"_s};
    static const Statement update{"person.mergeEntry"_L1, u"UPDATE access_entry SET permission = ?, until_ms = ? "
                                                          "WHERE scope = ? AND principal_kind = 'person' AND principal_id = ?"_s};
    static const Statement drop{"person.dropEntry"_L1,
                                u"DELETE FROM access_entry WHERE scope = ? AND principal_kind = 'person' AND principal_id = ?"_s};
    std::vector<std::pair<qint64, AccessEntry>> merged;
    const auto entry = [](const QSqlQuery &row, int at) {
        return AccessEntry{.scope = {}, .principal = {}, .permission = permissionFromName(row.value(at).toString()).value_or(Permission::Denied),
                     .untilMs = row.value(at + 1).toLongLong()};
    };
    const Result<> read = m_write.connection().forEachRaw(
        both, {{":kept"_L1, kept.value}, {":other"_L1, other.value}}, [&](const QSqlQuery &row) {
            merged.emplace_back(row.value(0).toLongLong(), strongerEntry(entry(row, 1), entry(row, 3), m_write.nowMs()));
        });
    if (!read)
        return read;
    for (const auto &[scope, result] : merged) {
        const Values values{permissionName(result.permission), result.untilMs, scope, kept.value};
        if (Result<> updated = asResult(m_write.connection().execute(update, values)); !updated)
            return updated;
        if (Result<> dropped = asResult(m_write.connection().execute(drop, Values{scope, other.value})); !dropped)
            return dropped;
    }
    return {};
}

Result<QList<RecordingId>> PersonWriter::attendedAs(PersonId person)
{
    static const Statement select{"person.attended"_L1, u"SELECT DISTINCT recording_id FROM attendee_edit WHERE person_id = :id"_s};
    QList<RecordingId> recordings;
    const Result<> read = m_write.connection().forEachRaw(
        select, {{":id"_L1, person.value}}, [&](const QSqlQuery &row) { recordings += RecordingId{row.value(0).toLongLong()}; });
    if (!read)
        return read.error();
    return recordings;
}

// The search index knows matched people by name.
Result<> PersonWriter::showAttendances(const QList<RecordingId> &recordings)
{
    for (const RecordingId recording : recordings) {
        if (Result<> shown = showAttendance(m_write.connection(), recording); !shown)
            return shown;
    }
    return {};
}

// Memberships, identities and settled proposals go with the row, attendance and folders lose their person by it.
Result<> PersonWriter::deleteRow(PersonId id)
{
    static const Statement entries{"person.removeEntries"_L1,
                                   u"DELETE FROM access_entry WHERE principal_kind = 'person' AND principal_id = ?"_s};
    static const Statement person{"person.remove"_L1, u"DELETE FROM person WHERE id = ?"_s};
    if (Result<> removed = asResult(m_write.connection().execute(entries, Values{id.value})); !removed)
        return removed;
    return asResult(m_write.connection().execute(person, Values{id.value}));
}

} // namespace letopis
