#include "core/storage/personrows.h"

#include "core/storage/peoplewrite.h"
#include "core/storage/rolerows.h"
#include "core/storage/searchtext.h"

#include <QUuid>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestExternalId = 300;
constexpr qsizetype longestLanguage = 35; // RFC 5646, 4.4.1

Person personFrom(const QSqlQuery &row)
{
    Person person;
    person.id = {row.value(0).toLongLong()};
    person.uuid = row.value(1).toString();
    person.name = row.value(2).toString();
    person.login = row.value(3).toString();
    person.email = row.value(4).toString();
    person.language = row.value(5).toString();
    person.isBlocked = row.value(6).toBool();
    const QStringList switches = row.value(7).toString().split(u' ', Qt::SkipEmptyParts);
    person.switches = adminSwitchesFromNames(switches).value_or(AdminSwitches());
    return person;
}

using PositionOf = QHash<PersonId, qsizetype>;

PositionOf positionsIn(const QList<Person> &people)
{
    PositionOf positions;
    positions.reserve(people.size());
    for (qsizetype position = 0; position < people.size(); ++position)
        positions.insert(people[position].id, position);
    return positions;
}

Result<> readIdentities(Connection &connection, const Statement &select, const Bindings &bindings, QList<Person> &people,
                        const PositionOf &positions)
{
    return connection.forEachRaw(select, bindings, [&](const QSqlQuery &row) {
        const qsizetype position = positions.value(PersonId{row.value(0).toLongLong()}, -1);
        if (position >= 0)
            people[position].externalIds += {ServerId{row.value(1).toLongLong()}, row.value(2).toString()};
    });
}

// Somebody else with the same value; `sql` selects id, name, login, login_key.
struct Other
{
    PersonId id;
    QString text;
    QString loginKey;
};

Result<std::optional<Other>> otherBy(Connection &connection, const Statement &select, const QString &value, PersonId self)
{
    std::optional<Other> other;
    if (value.isEmpty())
        return other;
    const Result<> read = connection.forEachRaw(select, {{":value"_L1, value}, {":self"_L1, self.value}}, [&](const QSqlQuery &row) {
        const QString login = row.value(2).toString();
        other = Other{.id = {row.value(0).toLongLong()},
                      .text = login.isEmpty() ? row.value(1).toString() : login,
                      .loginKey = row.value(3).toString()};
    });
    if (!read)
        return read.error();
    return other;
}

Result<> findTaken(Connection &connection, const Person &person, QList<PersonProblem> &problems)
{
    static const Statement byLogin{"person.otherLogin"_L1,
                                   u"SELECT id, name, login, login_key FROM person WHERE login_key = :value AND login_key <> '' "
                                   "AND id <> :self"_s};
    static const Statement bySkeleton{"person.otherSkeleton"_L1,
                                      u"SELECT id, name, login, login_key FROM person WHERE login_skeleton = :value "
                                      "AND login_skeleton <> '' AND id <> :self LIMIT 1"_s};
    static const Statement byEmail{"person.otherEmail"_L1,
                                   u"SELECT id, name, login, login_key FROM person WHERE email_key = :value AND email_key <> '' "
                                   "AND id <> :self"_s};
    using Kind = PersonProblem::Kind;
    const auto login = otherBy(connection, byLogin, loginKey(person.login), person.id);
    if (!login)
        return login.error();
    if (*login)
        problems += {.kind = Kind::LoginTaken, .text = (*login)->text};
    const auto alike = otherBy(connection, bySkeleton, loginSkeleton(person.login), person.id);
    if (!alike)
        return alike.error();
    if (*alike && !*login)
        problems += {.kind = Kind::LoginLooksAlike, .text = (*alike)->text};
    const auto email = otherBy(connection, byEmail, emailKey(person.email), person.id);
    if (!email)
        return email.error();
    if (*email)
        problems += {.kind = Kind::EmailTaken, .text = (*email)->text};
    return {};
}

Result<> insertIdentity(Connection &connection, PersonId person, ServerId server, const QString &externalId)
{
    static const Statement insert{"person.addIdentity"_L1,
                                  u"INSERT INTO person_identity (server_id, external_user_id, person_id) "
                                  "SELECT id, ?, ? FROM server WHERE id = ?"_s};
    const Result<Executed> added = connection.execute(insert, Values{externalId, person.value, server.value});
    if (!added)
        return added.error();
    if (added->rowsAffected == 0)
        return Error{ErrorKind::InvalidInput, u"an external id of a server that is not known"_s, externalId, {}};
    return {};
}

Result<> replaceIdentities(Connection &connection, const Person &before, const Person &after)
{
    static const Statement remove{"person.removeIdentity"_L1,
                                  u"DELETE FROM person_identity WHERE server_id = ? AND external_user_id = ? AND person_id = ?"_s};
    for (const auto &[server, externalId] : before.externalIds) {
        if (after.externalIds.contains(std::pair{server, externalId}))
            continue;
        if (Result<> removed = asResult(connection.execute(remove, Values{server.value, externalId, after.id.value})); !removed)
            return removed;
    }
    for (const auto &[server, externalId] : after.externalIds) {
        if (before.externalIds.contains(std::pair{server, externalId}))
            continue;
        if (Result<> added = insertIdentity(connection, after.id, server, externalId); !added)
            return added;
    }
    return {};
}

QString switchWords(AdminSwitches switches)
{
    return adminSwitchNames(switches).join(u' ');
}

bool isLanguage(const QString &language)
{
    return language.size() <= longestLanguage && std::all_of(language.begin(), language.end(), [](QChar character) {
               return (character.isLetterOrNumber() && character.unicode() < 0x80) || character == u'-' || character == u'_';
           });
}
} // namespace

Result<QList<Person>> readPeople(Connection &connection, const QList<PersonId> &ids)
{
    static const Statement select{"person.read"_L1,
                                  u"SELECT p.id, uuid, name, login, email, language, is_blocked, admin_switches FROM json_each(:ids) j "
                                  "CROSS JOIN person p ON p.id = j.value ORDER BY j.key"_s};
    static const Statement identities{"person.readIdentities"_L1,
                                      u"SELECT person_id, server_id, external_user_id FROM person_identity "
                                      "WHERE person_id IN (SELECT value FROM json_each(:ids)) ORDER BY 1, 2, 3"_s};
    const Bindings bindings{{":ids"_L1, jsonArray(ids)}};
    QList<Person> people;
    Result<> read = connection.forEachRaw(select, bindings, [&](const QSqlQuery &row) { people += personFrom(row); });
    if (read)
        read = readIdentities(connection, identities, bindings, people, positionsIn(people));
    if (!read)
        return read.error();
    const Result<QHash<PersonId, Role>> roles = readRoles(connection, ids);
    if (!roles)
        return roles.error();
    for (Person &person : people)
        person.role = roles->value(person.id, Role::Viewer);
    return people;
}

Result<QList<Person>> readAllPeople(Connection &connection)
{
    static const Statement select{"person.readAll"_L1, u"SELECT id, uuid, name, login, email, language, is_blocked, admin_switches "
                                                       "FROM person ORDER BY sort_key, id"_s};
    static const Statement identities{"person.allIdentities"_L1, u"SELECT person_id, server_id, external_user_id "
                                                                 "FROM person_identity ORDER BY 1, 2, 3"_s};
    QList<Person> people;
    Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) { people += personFrom(row); });
    if (read)
        read = readIdentities(connection, identities, {}, people, positionsIn(people));
    if (!read)
        return read.error();
    const Result<QHash<PersonId, Role>> roles = readAllRoles(connection);
    if (!roles)
        return roles.error();
    for (Person &person : people)
        person.role = roles->value(person.id, Role::Viewer);
    return people;
}

Result<Person> readPerson(Connection &connection, PersonId id)
{
    const Result<QList<Person>> people = readPeople(connection, {id});
    if (!people)
        return people.error();
    if (people->isEmpty())
        return Error{ErrorKind::NotFound, u"no such person"_s, QString::number(id.value), {}};
    return people->first();
}

Result<PersonId> findPersonRow(Connection &connection, const QString &loginOrEmail)
{
    static const Statement select{"person.findByLogin"_L1,
                                  u"SELECT id, 1 FROM person WHERE login_key = :login AND login_key <> '' UNION ALL "
                                  "SELECT id, 2 FROM person WHERE email_key = :email AND email_key <> '' ORDER BY 2 LIMIT 1"_s};
    PersonId found;
    const Bindings bindings{{":login"_L1, loginKey(loginOrEmail)}, {":email"_L1, emailKey(loginOrEmail)}};
    const Result<> read = connection.forEachRaw(select, bindings, [&](const QSqlQuery &row) { found = {row.value(0).toLongLong()}; });
    if (!read)
        return read.error();
    if (!found.isValid())
        return Error{ErrorKind::NotFound, u"nobody has this login or e-mail address"_s, loginOrEmail.left(80), {}};
    return found;
}

Person normalised(Person person)
{
    person.name = person.name.simplified();
    person.login = person.login.trimmed();
    person.email = person.email.trimmed();
    person.language = person.language.trimmed();
    QList<std::pair<ServerId, QString>> ids;
    for (const auto &[server, externalId] : std::as_const(person.externalIds)) {
        const std::pair one{server, externalId.trimmed()};
        if (!one.second.isEmpty() && !ids.contains(one))
            ids += one;
    }
    std::sort(ids.begin(), ids.end());
    person.externalIds = ids;
    return person;
}

Result<QList<PersonProblem>> problemsAmongPeople(Connection &connection, const Person &person)
{
    QList<PersonProblem> problems = problemsIn(person);
    if (Result<> found = findTaken(connection, person, problems); !found)
        return found.error();
    static const Statement identity{"person.otherIdentity"_L1,
                                    u"SELECT p.name, p.login FROM person_identity i JOIN person p ON p.id = i.person_id "
                                    "WHERE i.server_id = :server AND i.external_user_id = :value AND p.id <> :self"_s};
    for (const auto &[server, externalId] : person.externalIds) {
        const Bindings bindings{{":server"_L1, server.value}, {":value"_L1, externalId}, {":self"_L1, person.id.value}};
        const Result<> read = connection.forEachRaw(identity, bindings, [&](const QSqlQuery &row) {
            const QString login = row.value(1).toString();
            problems += {.kind = PersonProblem::Kind::ExternalIdTaken, .text = login.isEmpty() ? row.value(0).toString() : login};
        });
        if (!read)
            return read.error();
    }
    return problems;
}

std::optional<Error> errorIn(const QList<PersonProblem> &problems)
{
    using Kind = PersonProblem::Kind;
    for (const PersonProblem &problem : problems) {
        switch (problem.kind) {
        case Kind::LoginTaken: return Error{ErrorKind::AlreadyExists, u"the login is another person's"_s, problem.text, problems};
        case Kind::EmailTaken:
            return Error{ErrorKind::AlreadyExists, u"the e-mail address is another person's"_s, problem.text, problems};
        case Kind::ExternalIdTaken:
            return Error{ErrorKind::AlreadyExists, u"the external id is another person's"_s, problem.text, problems};
        case Kind::NameMissing: return Error{ErrorKind::InvalidInput, u"a person needs a name"_s, problem.text, problems};
        case Kind::NameTooLong:
            return Error{ErrorKind::InvalidInput, u"a name has at most 300 characters"_s, problem.text, problems};
        case Kind::LoginInvalid:
            return Error{ErrorKind::InvalidInput, u"a login has no spaces and no invisible characters"_s, problem.text, problems};
        case Kind::LoginTooLong:
            return Error{ErrorKind::InvalidInput, u"a login has at most 128 characters"_s, problem.text, problems};
        case Kind::EmailInvalid: return Error{ErrorKind::InvalidInput, u"this is no e-mail address"_s, problem.text, problems};
        case Kind::LoginLooksAlike: break;
        }
    }
    return {};
}

Result<PersonId> insertPersonRow(Connection &connection, const Person &person)
{
    static const Statement insert{
        "person.add"_L1,
        u"INSERT INTO person (uuid, name, sort_key, login, login_key, login_skeleton, email, email_key, language, is_blocked, "
        "admin_switches) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s};
    if (!isLanguage(person.language))
        return Error{ErrorKind::InvalidInput, u"this is no language"_s, person.language.left(80), {}};
    const Result<Executed> added = connection.execute(
        insert, Values{QUuid::createUuid().toString(QUuid::WithoutBraces), person.name, sortKey(person.name), person.login,
                       loginKey(person.login), loginSkeleton(person.login), person.email, emailKey(person.email),
                       person.language, person.isBlocked, switchWords(person.switches)});
    if (!added)
        return added.error();
    Person stored = person;
    stored.id = {added->lastInsertId};
    for (const auto &[server, externalId] : stored.externalIds) {
        if (externalId.size() > longestExternalId)
            return Error{ErrorKind::InvalidInput, u"an external id has at most 300 characters"_s, externalId.left(80), {}};
    }
    if (Result<> identified = replaceIdentities(connection, {}, stored); !identified)
        return identified.error();
    return stored.id;
}

Result<> updatePersonRow(Connection &connection, const Person &before, const Person &after)
{
    static const Statement update{
        "person.update"_L1,
        u"UPDATE person SET name = ?, sort_key = ?, login = ?, login_key = ?, login_skeleton = ?, email = ?, email_key = ?, "
        "language = ?, is_blocked = ?, admin_switches = ? WHERE id = ?"_s};
    if (!isLanguage(after.language))
        return Error{ErrorKind::InvalidInput, u"this is no language"_s, after.language.left(80), {}};
    for (const auto &[server, externalId] : after.externalIds) {
        if (externalId.size() > longestExternalId)
            return Error{ErrorKind::InvalidInput, u"an external id has at most 300 characters"_s, externalId.left(80), {}};
    }
    const Values values{after.name, sortKey(after.name), after.login, loginKey(after.login), loginSkeleton(after.login),
                        after.email, emailKey(after.email), after.language, after.isBlocked, switchWords(after.switches),
                        after.id.value};
    if (Result<> updated = asResult(connection.execute(update, values)); !updated)
        return updated;
    return replaceIdentities(connection, before, after);
}

Result<> setDirectRole(Connection &connection, PersonId person, Role role)
{
    static const Statement remove{"person.removeRoles"_L1, u"DELETE FROM group_person WHERE person_id = ? AND group_id <= 4"_s};
    static const Statement insert{"person.setRole"_L1, u"INSERT INTO group_person (group_id, person_id) VALUES (?, ?)"_s};
    if (Result<> removed = asResult(connection.execute(remove, Values{person.value})); !removed)
        return removed;
    return asResult(connection.execute(insert, Values{idOf(groupOf(role)).value, person.value}));
}

} // namespace letopis
