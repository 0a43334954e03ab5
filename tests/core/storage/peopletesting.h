#pragma once

#include "core/access/accesspreview.h"
#include "core/access/peoplecsv.h"
#include "core/storage/auditrepository.h"
#include "core/storage/grouprepository.h"
#include "core/storage/personrepository.h"
#include "testcatalog.h"

#include <QTest>

namespace letopis::testing {

constexpr PeopleAuthority everybody = PeopleAuthority::Everybody;

inline Person personNamed(const QString &name, const QString &login = {}, Role role = Role::Viewer)
{
    Person person;
    person.name = name;
    person.login = login;
    person.role = role;
    return person;
}

// People and groups of a catalog, with errors that a test can read.
class TestPeople : public TestCatalog
{
public:
    explicit TestPeople(DatabaseOptions options = {})
        : TestCatalog(std::move(options))
        , people(*database, clock)
        , groups(*database, clock)
    {
    }

    PersonId add(const Person &draft, PeopleAuthority authority = everybody)
    {
        const Result<PersonId> id = waitFor(people.add(owner, authority, draft));
        if (!id)
            qWarning("not added: %s", qPrintable(id.error().detail + id.error().subject));
        return id ? *id : PersonId{};
    }
    GroupId addGroup(const QString &name)
    {
        const Result<GroupId> id = waitFor(groups.add(owner, everybody, name));
        return id ? *id : GroupId{};
    }
    Result<> put(GroupId group, const Principal &member, bool isMember = true, PeopleAuthority authority = everybody)
    {
        return waitFor(groups.setMember(owner, authority, group, member, isMember));
    }
    Person person(PersonId id) { return waitFor(people.person(id)).value_or(Person()); }
    Result<> update(const Person &person, PeopleAuthority authority = everybody)
    {
        return waitFor(people.update(owner, authority, person));
    }
    qint64 number(const QString &sql) { return numberFrom(*database, sql); }
    qint64 version() { return number(u"SELECT version AS value FROM access_version"_s); }
    QStringList actions(qint64 after = 0)
    {
        QStringList actions;
        const auto events = waitFor(AuditRepository(*database).page(after, 10'000));
        for (const AuditEvent &event : events.value())
            actions += event.action;
        return actions;
    }
    QStringList names(const PeopleQuery &query)
    {
        QStringList names;
        QByteArray after;
        do {
            const Result<PeoplePage> page = waitFor(people.page(query, after, 2));
            if (!page)
                return {page.error().detail};
            for (const Person &person : page->people)
                names += person.name;
            after = page->next;
        } while (!after.isEmpty());
        return names;
    }
    Result<> run(const QString &sql)
    {
        return waitFor(database->write([sql](Connection &connection) { return connection.executeOnce({"test.run"_L1, sql}); }));
    }
    QList<AccessGuard> guardsOf(const Error &error) const
    {
        const auto *guard = std::any_cast<GuardEvidence>(&error.evidence);
        return guard ? guard->guards : QList<AccessGuard>();
    }

    Actor owner = ownerActor(u"owner"_s, {});
    PersonRepository people;
    GroupRepository groups;
};

constexpr GroupId administrators{1};
constexpr GroupId moderators{3};
constexpr GroupId viewers{4};

} // namespace letopis::testing
