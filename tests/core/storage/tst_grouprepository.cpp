#include "peopletesting.h"

using namespace letopis;
using namespace letopis::testing;

class TestGroupRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInGroupsComeFirstAndStayAsTheyAre()
    {
        TestPeople catalog;
        catalog.addGroup(u"Ядро"_s);
        catalog.addGroup(u"ёж"_s);
        const auto groups = waitFor(catalog.groups.groups());
        QCOMPARE(groups->size(), 7);
        for (int one = 0; one < 5; ++one)
            QCOMPARE((*groups)[one].builtIn, BuiltInGroup(one));
        QCOMPARE((*groups)[5].name, u"ёж"_s);
        for (int one = 1; one <= 5; ++one) {
            QCOMPARE(waitFor(catalog.groups.rename(catalog.owner, everybody, {one}, u"x"_s)).error().kind, ErrorKind::PermissionDenied);
            QCOMPARE(waitFor(catalog.groups.remove(catalog.owner, everybody, {one})).error().kind, ErrorKind::PermissionDenied);
        }
        QCOMPARE(catalog.put(viewers, moderators).error().kind, ErrorKind::InvalidInput);
    }

    void namesAreCheckedAndUnique()
    {
        TestPeople catalog;
        const GroupId first = catalog.addGroup(u"  Кафедра   физики "_s);
        const auto named = [&](const QString &name) {
            const auto added = waitFor(catalog.groups.add(catalog.owner, everybody, name));
            return added ? std::optional<ErrorKind>() : added.error().kind;
        };
        QCOMPARE(named(u"КАФЕДРА ФИЗИКИ"_s), ErrorKind::AlreadyExists);
        QCOMPARE(named(u"administrators"_s), ErrorKind::AlreadyExists);
        QCOMPARE(named(u" "_s), ErrorKind::InvalidInput);
        QCOMPARE(named(QString(301, u'я')), ErrorKind::InvalidInput);
        QCOMPARE(named(u"a\u202Eb"_s), ErrorKind::InvalidInput);
        QVERIFY(!named(QString(300, u'ש')));
        QVERIFY(waitFor(catalog.groups.rename(catalog.owner, everybody, first, u"кафедра Физики"_s))); // its own name
        QCOMPARE(waitFor(catalog.groups.rename(catalog.owner, everybody, first, QString(300, u'ש'))).error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(waitFor(catalog.groups.rename(catalog.owner, everybody, {99}, u"x"_s)).error().kind, ErrorKind::NotFound);
        QVERIFY(catalog.actions().contains(u"group.renamed"_s));
    }

    void cyclesAreRefusedWithTheirNames()
    {
        TestPeople catalog;
        const GroupId global = catalog.addGroup(u"Global"_s);
        const GroupId country = catalog.addGroup(u"Germany"_s);
        const GroupId office = catalog.addGroup(u"Berlin"_s);
        QVERIFY(catalog.put(global, country));
        QVERIFY(catalog.put(country, office));
        const qint64 version = catalog.version();
        const Result<> closed = catalog.put(office, global);
        QCOMPARE(closed.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(catalog.guardsOf(closed.error()), QList<AccessGuard>{AccessGuard::Cycle});
        for (const QString &name : {u"Global"_s, u"Germany"_s, u"Berlin"_s})
            QVERIFY2(closed.error().subject.contains(name), qPrintable(closed.error().subject));
        QCOMPARE(catalog.put(office, office).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(catalog.version(), version);
        QVERIFY(catalog.put(global, country, false));
        QVERIFY(catalog.put(office, global));
    }

    void membersAreListedGroupsFirst()
    {
        TestPeople catalog;
        const GroupId group = catalog.addGroup(u"Faculty"_s);
        const GroupId inner = catalog.addGroup(u"Zoo"_s);
        const PersonId boris = catalog.add(personNamed(u"Борис"_s, u"boris"_s));
        const PersonId anna = catalog.add(personNamed(u"анна"_s));
        for (const Principal &member : {Principal(boris), Principal(anna), Principal(inner), Principal(moderators)})
            QVERIFY(catalog.put(group, member));
        const qint64 last = catalog.number(u"SELECT max(sequence) AS value FROM audit_event"_s);
        QVERIFY(catalog.put(group, boris)); // already
        QCOMPARE(catalog.actions(last), QStringList());
        const auto members = waitFor(catalog.groups.members(group));
        QCOMPARE(members->size(), 4);
        QCOMPARE((*members)[0].builtIn, BuiltInGroup::Moderators);
        QCOMPARE((*members)[1].principal, Principal(inner));
        QCOMPARE((*members)[2].principal, Principal(anna));
        QCOMPARE((*members)[3].detail, u"boris"_s);
        QCOMPARE(waitFor(catalog.groups.groupsOf(inner))->first().id, group);
        QCOMPARE(waitFor(catalog.groups.members({99})).error().kind, ErrorKind::NotFound);
        QCOMPARE(catalog.put({99}, boris).error().kind, ErrorKind::NotFound);
        QCOMPARE(catalog.put(group, PersonId{99}).error().kind, ErrorKind::NotFound);
        QCOMPARE(catalog.put(group, GroupId{99}).error().kind, ErrorKind::NotFound);
    }

    void removingAGroupTakesItsEntriesAlong()
    {
        TestPeople catalog;
        const GroupId group = catalog.addGroup(u"Faculty"_s);
        const PersonId person = catalog.add(personNamed(u"Anna"_s));
        QVERIFY(catalog.put(group, person));
        QVERIFY(catalog.put(moderators, group));
        QVERIFY(catalog.run(u"INSERT INTO access_entry VALUES (4, 'group', %1, 'view', 0, '', 1)"_s.arg(group.value)));
        const qint64 version = catalog.version();
        QVERIFY(waitFor(catalog.groups.remove(catalog.owner, everybody, group)));
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM access_entry WHERE principal_kind = 'group'"_s), 0);
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM group_group"_s), 0);
        QCOMPARE(catalog.person(person).role, Role::Viewer);
        QVERIFY(catalog.version() > version);
    }

    void theLastAdministratorsGroupStays()
    {
        TestPeople catalog;
        const GroupId group = catalog.addGroup(u"Bosses"_s);
        const PersonId person = catalog.add(personNamed(u"Anna"_s, u"anna"_s));
        QVERIFY(catalog.put(group, person));
        QVERIFY(catalog.put(administrators, group));
        QCOMPARE(catalog.person(person).role, Role::Administrator);
        for (const Result<> &gone : {catalog.put(administrators, group, false), catalog.put(group, person, false),
                                     waitFor(catalog.groups.remove(catalog.owner, everybody, group))})
            QCOMPARE(catalog.guardsOf(gone.error()), QList<AccessGuard>{AccessGuard::LastAdministrator});
        QCOMPARE(catalog.person(person).role, Role::Administrator);
    }

    void groupsOfAdministratorsAreAnAdministratorsOwn()
    {
        TestPeople catalog;
        const PeopleAuthority limited = PeopleAuthority::BelowAdministrators;
        const GroupId bosses = catalog.addGroup(u"Bosses"_s);
        const GroupId faculty = catalog.addGroup(u"Faculty"_s);
        QVERIFY(catalog.put(administrators, bosses));
        const PersonId person = catalog.add(personNamed(u"Anna"_s, u"anna"_s));
        QCOMPARE(catalog.put(administrators, person, true, limited).error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(catalog.put(bosses, person, true, limited).error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(catalog.put(bosses, faculty, true, limited).error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(waitFor(catalog.groups.remove(catalog.owner, limited, bosses)).error().kind, ErrorKind::PermissionDenied);
        QVERIFY(catalog.put(faculty, person, true, limited));
        QVERIFY(catalog.put(moderators, faculty, true, limited));
        QCOMPARE(catalog.put(faculty, person, false, PeopleAuthority::AddViewers).error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(waitFor(catalog.groups.add(catalog.owner, PeopleAuthority::AddViewers, u"x"_s)).error().kind, ErrorKind::PermissionDenied);
    }

    void tenThousandGroupsAndAGroupOfFiftyThousand()
    {
        TestPeople catalog;
        const GroupId all = catalog.addGroup(u"Everybody"_s);
        QVERIFY(catalog.run(u"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 50000) "
                            "INSERT INTO person (uuid, name, sort_key) SELECT 'p' || i, 'Person ' || i, 'person ' || i FROM n"_s));
        QVERIFY(catalog.run(u"INSERT INTO group_person SELECT %1, id FROM person"_s.arg(all.value)));
        // A chain of groups 1,000 deep among them.
        QVERIFY(catalog.run(u"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
                            "INSERT INTO person_group (id, uuid, name, sort_key) SELECT 100 + i, 'g' || i, 'G ' || i, 'g ' || i FROM n"_s));
        QVERIFY(catalog.run(u"INSERT INTO group_group SELECT id, id + 1 FROM person_group WHERE id BETWEEN 101 AND 1100"_s));
        QVERIFY(catalog.put({1101}, all));
        QCOMPARE(waitFor(catalog.groups.groups())->size(), 10'006);
        QCOMPARE(waitFor(catalog.groups.members(all))->size(), GroupRepository::mostMembers);
        const PeopleQuery query{.text = {}, .group = GroupId{101}, .role = {}, .onlyWithLogin = false};
        QCOMPARE(waitFor(catalog.people.count(query)).value(), 50'000);
        QCOMPARE(waitFor(catalog.people.page(query, {}, 100))->people.size(), 100);
        const Result<> cycle = catalog.put(all, GroupId{101});
        QCOMPARE(catalog.guardsOf(cycle.error()), QList<AccessGuard>{AccessGuard::Cycle});
        QVERIFY(catalog.put(moderators, GroupId{500}));
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM folder WHERE owner_id IS NOT NULL"_s), 50'000);
        QCOMPARE(waitFor(catalog.people.count({.text = {}, .group = {}, .role = Role::Moderator, .onlyWithLogin = false})).value(), 50'000);
    }
};

QTEST_GUILESS_MAIN(TestGroupRepository)
#include "tst_grouprepository.moc"
