#include "peopletesting.h"

#include "core/storage/attendancerepository.h"

using namespace letopis;
using namespace letopis::testing;

namespace {
QByteArray csvOf(const QStringList &lines)
{
    return lines.join(u"\r\n"_s).toUtf8();
}

using Kind = PeopleImportPlan::Kind;

QList<Kind> kindsOf(const PeopleImportPlan &plan)
{
    QList<Kind> kinds;
    for (const PeopleImportPlan::Line &line : plan.lines)
        kinds += line.kind;
    return kinds;
}

bool hasProblem(const PeopleImportPlan::Line &line, PersonProblem::Kind kind, const QString &text = {})
{
    return std::any_of(line.problems.begin(), line.problems.end(), [&](const PersonProblem &problem) {
        return problem.kind == kind && (text.isEmpty() || problem.text == text);
    });
}

// What a fault must not leave half done, as one number.
qint64 sizeOfEverything(TestPeople &catalog)
{
    return catalog.number(u"SELECT (SELECT count(*) FROM person) * 1000000 + (SELECT count(*) FROM person_group) * 100000 + "
                          "(SELECT count(*) FROM group_person) * 10000 + (SELECT count(*) FROM person_identity) * 1000 + "
                          "(SELECT count(*) FROM access_entry) * 100 + (SELECT count(*) FROM folder) * 10 + "
                          "(SELECT version FROM access_version) * 7 + (SELECT count(*) FROM audit_event) AS value"_s);
}
} // namespace

class TestPersonRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonComesBackAsStored()
    {
        TestPeople catalog;
        Person draft = personNamed(u"  Анна   Петрова "_s, u" A.Petrova "_s, Role::LimitedAdministrator);
        draft.email = u"Anna@Example.org"_s;
        draft.language = u"ru"_s;
        draft.externalIds = {{catalog.server, u"gl-42"_s}, {catalog.server, u"gl-42"_s}, {catalog.server, u" "_s}};
        draft.switches = AdminSwitch::People | AdminSwitch::Reports;
        const qint64 version = catalog.version();
        const PersonId id = catalog.add(draft);
        const Person stored = catalog.person(id);
        QCOMPARE(stored.name, u"Анна Петрова"_s);
        QCOMPARE(stored.login, u"A.Petrova"_s);
        QCOMPARE(stored.email, u"Anna@Example.org"_s);
        QCOMPARE(stored.role, Role::LimitedAdministrator);
        QCOMPARE(stored.switches, draft.switches);
        QCOMPARE(stored.externalIds.size(), 1);
        QVERIFY(!stored.uuid.isEmpty());
        QVERIFY(catalog.version() > version);
        QCOMPARE(waitFor(catalog.people.find(u"a.petrova"_s)).value().id, id);
        QCOMPARE(waitFor(catalog.people.find(u"ANNA@example.org"_s)).value().id, id);
        QCOMPARE(waitFor(catalog.people.find(u"nobody"_s)).error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(catalog.people.find({})).error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(catalog.people.person({999})).error().kind, ErrorKind::NotFound);
        QVERIFY(catalog.actions().contains(u"person.added"_s));
    }

    void whatIsAnothersIsRefusedWithTheirName()
    {
        TestPeople catalog;
        Person anna = personNamed(u"Анна"_s, u"anna"_s);
        anna.email = u"anna@example.org"_s;
        anna.externalIds = {{catalog.server, u"7"_s}};
        QVERIFY(catalog.add(anna).isValid());
        Person other = personNamed(u"Another"_s, u"ＡＮＮＡ"_s); // full width
        const auto sameLogin = waitFor(catalog.people.add(catalog.owner, everybody, other));
        QCOMPARE(sameLogin.error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(sameLogin.error().subject, u"anna"_s);
        other.login.clear();
        other.email = u"ANNA@EXAMPLE.ORG"_s;
        QCOMPARE(waitFor(catalog.people.add(catalog.owner, everybody, other)).error().kind, ErrorKind::AlreadyExists);
        other.email.clear();
        other.externalIds = anna.externalIds;
        const auto sameId = waitFor(catalog.people.add(catalog.owner, everybody, other));
        QCOMPARE(sameId.error().kind, ErrorKind::AlreadyExists);
        const auto *problems = std::any_cast<QList<PersonProblem>>(&sameId.error().evidence);
        QCOMPARE(problems->first().kind, PersonProblem::Kind::ExternalIdTaken);
        other.externalIds = {{ServerId{99}, u"7"_s}};
        QCOMPARE(waitFor(catalog.people.add(catalog.owner, everybody, other)).error().kind, ErrorKind::InvalidInput);
        // A look-alike is warned of and allowed; contacts without a login never clash.
        other = personNamed(u"Another"_s, u"аnna"_s); // Cyrillic а
        const auto warned = waitFor(catalog.people.check(other));
        QCOMPARE(warned->size(), 1);
        QCOMPARE(warned->first(), (PersonProblem{PersonProblem::Kind::LoginLooksAlike, u"anna"_s}));
        QVERIFY(catalog.add(other).isValid());
        QVERIFY(catalog.add(personNamed(u"Contact"_s)).isValid());
        QVERIFY(catalog.add(personNamed(u"Contact"_s)).isValid());
        for (const Person &wrong : {personNamed(u" "_s), personNamed(QString(301, u'я')), personNamed(u"A"_s, u"a b"_s),
                                    personNamed(u"A"_s, u"a\u202Eb"_s)})
            QCOMPARE(waitFor(catalog.people.add(catalog.owner, everybody, wrong)).error().kind, ErrorKind::InvalidInput);
        QVERIFY(catalog.add(personNamed(QString(300, u'ש'), u"rtl"_s)).isValid());
    }

    void aChangeIsJournalledWithWhatWasBefore()
    {
        TestPeople catalog;
        const PersonId id = catalog.add(personNamed(u"Анна"_s, u"anna"_s));
        qint64 last = catalog.number(u"SELECT max(sequence) AS value FROM audit_event"_s);
        Person person = catalog.person(id);
        const qint64 version = catalog.version();
        QVERIFY(catalog.update(person)); // as it is
        QCOMPARE(catalog.actions(last), QStringList());
        person.name = u"Анна Петрова"_s;
        QVERIFY(catalog.update(person));
        QCOMPARE(catalog.version(), version); // no right rests on a name
        const auto events = waitFor(AuditRepository(*catalog.database).page(last, 10));
        QCOMPARE(events->size(), 1);
        QCOMPARE(events->front().action, u"person.changed"_s);
        QCOMPARE(events->front().actor, u"owner"_s);
        QVERIFY(events->front().details.contains(u"[\"Анна\",\"Анна Петрова\"]"_s.toUtf8()));
        person.isBlocked = true;
        QVERIFY(catalog.update(person));
        QVERIFY(catalog.version() > version);
        QCOMPARE(catalog.person(id), person);
        person.id = {999};
        QCOMPARE(catalog.update(person).error().kind, ErrorKind::NotFound);
    }

    void theRoleIsTheHighestThroughGroupsWithinGroups()
    {
        TestPeople catalog;
        const PersonId id = catalog.add(personNamed(u"Анна"_s, u"anna"_s));
        const GroupId inner = catalog.addGroup(u"Кафедра"_s);
        const GroupId outer = catalog.addGroup(u"Факультет"_s);
        QVERIFY(catalog.put(inner, id));
        QVERIFY(catalog.put(outer, inner));
        QCOMPARE(catalog.person(id).role, Role::Viewer);
        QVERIFY(catalog.put(moderators, outer));
        Person person = catalog.person(id);
        QCOMPARE(person.role, Role::Moderator);
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM folder WHERE owner_id = %1"_s.arg(id.value)), 1);
        // Another change does not make the role a direct one, and the direct one cannot lower it.
        person.language = u"ru"_s;
        QVERIFY(catalog.update(person));
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM group_person WHERE group_id = 3"_s), 0);
        person.role = Role::Viewer;
        QCOMPARE(catalog.update(person).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(catalog.person(id).role, Role::Moderator);
        person.role = Role::Administrator;
        QVERIFY(catalog.update(person));
        QCOMPARE(catalog.number(u"SELECT group_id AS value FROM group_person WHERE person_id = %1 AND group_id <= 4"_s.arg(id.value)), 1);
        QCOMPARE(catalog.names({.text = {}, .group = outer, .role = {}, .onlyWithLogin = false}), QStringList{u"Анна"_s});
    }

    void aModeratorGetsAFolderOfTheirOwn()
    {
        TestPeople catalog;
        const PersonId first = catalog.add(personNamed(u"Анна/Аня Петрова"_s, u"anna"_s, Role::Moderator));
        const PersonId second = catalog.add(personNamed(u"анна-аня петрова"_s, u"anna2"_s));
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM folder WHERE owner_id IS NOT NULL"_s), 1);
        Person person = catalog.person(second);
        person.role = Role::LimitedAdministrator;
        QVERIFY(catalog.update(person));
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM folder WHERE parent_id = 2 AND has_own_list = 1 AND "
                                "name IN ('Анна-Аня Петрова', 'анна-аня петрова (2)')"_s), 2);
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM access_entry e JOIN folder f ON e.scope = f.id * 4 "
                                "WHERE e.principal_kind = 'person' AND e.principal_id = f.owner_id AND e.permission = 'manage'"_s), 2);
        // Who goes down and up again keeps the one; somebody's taking it away stays so.
        person.role = Role::Viewer;
        QVERIFY(catalog.update(person));
        person.role = Role::Moderator;
        QVERIFY(catalog.update(person));
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM folder WHERE owner_id IS NOT NULL"_s), 2);
        QVERIFY(catalog.run(u"DELETE FROM folder WHERE owner_id = %1"_s.arg(first.value)));
        QVERIFY(catalog.add(personNamed(u"Boris"_s)).isValid());
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM folder WHERE owner_id = %1"_s.arg(first.value)), 0);
    }

    void theLastAdministratorStays()
    {
        TestPeople catalog;
        const PersonId id = catalog.add(personNamed(u"Admin"_s, u"admin"_s, Role::Administrator));
        Person admin = catalog.person(id);
        Person changed = admin;
        changed.role = Role::Moderator;
        const Result<> demoted = catalog.update(changed);
        QCOMPARE(demoted.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(catalog.guardsOf(demoted.error()), QList<AccessGuard>{AccessGuard::LastAdministrator});
        changed = admin;
        changed.isBlocked = true;
        QVERIFY(!catalog.update(changed));
        QVERIFY(!waitFor(catalog.people.remove(catalog.owner, everybody, id)));
        QVERIFY(!catalog.put(administrators, id, false));
        QCOMPARE(catalog.person(id), admin);
        // Another, who is blocked, is none.
        Person second = personNamed(u"Second"_s, u"second"_s, Role::Administrator);
        second.isBlocked = true;
        second.id = catalog.add(second);
        QVERIFY(!waitFor(catalog.people.remove(catalog.owner, everybody, id)));
        second.isBlocked = false;
        QVERIFY(catalog.update(second));
        QVERIFY(waitFor(catalog.people.remove(catalog.owner, everybody, id)));
        QVERIFY(!waitFor(catalog.people.remove(catalog.owner, everybody, second.id)));
        // Merging the last one away keeps the role.
        const PersonId kept = catalog.add(personNamed(u"Kept"_s, u"kept"_s));
        QVERIFY(waitFor(catalog.people.merge(catalog.owner, everybody, kept, second.id)));
        QCOMPARE(catalog.person(kept).role, Role::Administrator);
    }

    void nobodyGoesBeyondTheirAuthority()
    {
        TestPeople catalog;
        const auto refusedWith = [&](const Person &draft, PeopleAuthority authority) {
            const auto added = waitFor(catalog.people.add(catalog.owner, authority, draft));
            return !added && added.error().kind == ErrorKind::PermissionDenied
                   && std::any_cast<RefusalEvidence>(&added.error().evidence);
        };
        const Person viewer = personNamed(u"Viewer"_s, u"viewer"_s);
        const Person moderator = personNamed(u"Moderator"_s, u"moderator"_s, Role::Moderator);
        const Person limited = personNamed(u"Limited"_s, u"limited"_s, Role::LimitedAdministrator);
        const Person admin = personNamed(u"Admin"_s, u"admin"_s, Role::Administrator);
        QVERIFY(refusedWith(viewer, PeopleAuthority::Nothing));
        QVERIFY(refusedWith(moderator, PeopleAuthority::AddViewers));
        QVERIFY(refusedWith(limited, PeopleAuthority::BelowAdministrators));
        QVERIFY(refusedWith(admin, PeopleAuthority::BelowAdministrators));
        Person withSwitches = viewer;
        withSwitches.switches = AdminSwitch::People;
        QVERIFY(refusedWith(withSwitches, PeopleAuthority::BelowAdministrators));
        const PersonId viewerId = catalog.add(viewer, PeopleAuthority::AddViewers);
        const PersonId moderatorId = catalog.add(moderator, PeopleAuthority::BelowAdministrators);
        const PersonId adminId = catalog.add(admin);
        Person changed = catalog.person(viewerId);
        changed.name = u"Renamed"_s;
        QCOMPARE(catalog.update(changed, PeopleAuthority::AddViewers).error().kind, ErrorKind::PermissionDenied);
        QVERIFY(catalog.update(changed, PeopleAuthority::BelowAdministrators));
        changed.role = Role::Administrator;
        QCOMPARE(catalog.update(changed, PeopleAuthority::BelowAdministrators).error().kind, ErrorKind::PermissionDenied);
        changed = catalog.person(adminId);
        changed.email = u"x@example.org"_s;
        QCOMPARE(catalog.update(changed, PeopleAuthority::BelowAdministrators).error().kind, ErrorKind::PermissionDenied);
        const auto remove = [&](PersonId id) {
            return waitFor(catalog.people.remove(catalog.owner, PeopleAuthority::BelowAdministrators, id));
        };
        QCOMPARE(remove(adminId).error().kind, ErrorKind::PermissionDenied);
        const auto merge = [&](PersonId kept, PersonId other) {
            return waitFor(catalog.people.merge(catalog.owner, PeopleAuthority::BelowAdministrators, kept, other));
        };
        QCOMPARE(merge(moderatorId, adminId).error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(merge(adminId, moderatorId).error().kind, ErrorKind::PermissionDenied);
        QVERIFY(remove(moderatorId));
        const Actor self{.login = u"admin"_s, .displayName = {}, .kind = ActorKind::Person, .person = adminId};
        catalog.add(personNamed(u"Another admin"_s, u"admin2"_s, Role::Administrator));
        const Result<> own = waitFor(catalog.people.remove(self, everybody, adminId));
        QCOMPARE(catalog.guardsOf(own.error()), QList<AccessGuard>{AccessGuard::LocksYouOut});
    }

    void nobodyTakesTheirOwnRole()
    {
        TestPeople catalog;
        const PersonId id = catalog.add(personNamed(u"Admin"_s, u"admin"_s, Role::Administrator));
        catalog.add(personNamed(u"Another"_s, u"another"_s, Role::Administrator));
        const Actor self{.login = u"admin"_s, .displayName = {}, .kind = ActorKind::Person, .person = id};
        Person lower = catalog.person(id);
        lower.role = Role::Viewer;
        const Result<> demoted = waitFor(catalog.people.update(self, everybody, lower));
        QCOMPARE(catalog.guardsOf(demoted.error()), QList<AccessGuard>{AccessGuard::LocksYouOut});
        const Result<> left = waitFor(catalog.groups.setMember(self, everybody, administrators, id, false));
        QCOMPARE(catalog.guardsOf(left.error()), QList<AccessGuard>{AccessGuard::LocksYouOut});
        QCOMPARE(catalog.person(id).role, Role::Administrator);
        QVERIFY(catalog.update(lower)); // somebody else may
    }

    void whoCannotSignInIsNoAdministratorThatRemains()
    {
        TestPeople catalog;
        const PersonId id = catalog.add(personNamed(u"Admin"_s, u"admin"_s, Role::Administrator));
        catalog.add(personNamed(u"Ghost"_s, {}, Role::Administrator));
        const Result<> removed = waitFor(catalog.people.remove(catalog.owner, everybody, id));
        QCOMPARE(catalog.guardsOf(removed.error()), QList<AccessGuard>{AccessGuard::LastAdministrator});
        Person mute = catalog.person(id);
        mute.login.clear();
        QCOMPARE(catalog.guardsOf(catalog.update(mute).error()), QList<AccessGuard>{AccessGuard::LastAdministrator});
    }

    void pagesAreByNameAndFiltered()
    {
        TestPeople catalog;
        catalog.add(personNamed(u"Ёлкина Яна"_s, u"y.elkina"_s, Role::Moderator));
        catalog.add(personNamed(u"Анна Петрова-Водкина"_s, u"anna"_s));
        catalog.add(personNamed(u"анна иванова"_s));
        Person boris = personNamed(u"Boris"_s, u"b"_s, Role::Administrator);
        boris.email = u"elk@example.org"_s;
        catalog.add(boris);
        catalog.add(personNamed(u"Анна Петрова"_s, u"anna2"_s, Role::Moderator));
        const QStringList all{u"Boris"_s, u"анна иванова"_s, u"Анна Петрова"_s, u"Анна Петрова-Водкина"_s, u"Ёлкина Яна"_s};
        QCOMPARE(catalog.names({}), all);
        const auto searched = [&](const QString &text) { return catalog.names({.text = text, .group = {}, .role = {}, .onlyWithLogin = false}); };
        QCOMPARE(searched(u"ПЕТР анна"_s).size(), 2);
        QCOMPARE(searched(u"водкина"_s), QStringList{u"Анна Петрова-Водкина"_s});
        QCOMPARE(searched(u"елкина"_s), QStringList{u"Ёлкина Яна"_s});
        QCOMPARE(searched(u"elk"_s), QStringList{u"Boris"_s});
        QCOMPARE(searched(u"lkina"_s), QStringList());
        QCOMPARE(searched(u"100%_'\""_s), QStringList());
        QCOMPARE(catalog.names({.text = {}, .group = {}, .role = Role::Moderator, .onlyWithLogin = false}),
                 (QStringList{u"Анна Петрова"_s, u"Ёлкина Яна"_s}));
        QCOMPARE(catalog.names({.text = {}, .group = {}, .role = Role::Administrator, .onlyWithLogin = false}), QStringList{u"Boris"_s});
        QCOMPARE(catalog.names({.text = {}, .group = {}, .role = Role::Viewer, .onlyWithLogin = true}), QStringList{u"Анна Петрова-Водкина"_s});
        QCOMPARE(waitFor(catalog.people.count({.text = u"анна"_s, .group = viewers, .role = {}, .onlyWithLogin = false})).value(), 2);
        for (const QByteArray &cursor : {QByteArray("nonsense"), QByteArray("x y"), QByteArray("1 \xFF"), QByteArray(" ")})
            QCOMPARE(waitFor(catalog.people.page({}, cursor, 10)).error().kind, ErrorKind::InvalidInput);
    }

    void pagesAreByLoginOrEmailWithGroupsCounted()
    {
        TestPeople catalog;
        Person anna = personNamed(u"Anna"_s, u"zoe"_s, Role::Moderator);
        anna.email = u"m@example.org"_s;
        const PersonId annaId = catalog.add(anna);
        catalog.add(personNamed(u"Boris"_s, u"alba"_s));
        catalog.add(personNamed(u"Clara"_s));
        for (const auto &[order, isDescending, names] : {std::tuple(PeopleOrder::Login, false, u"Boris Anna Clara"_s),
                                                         std::tuple(PeopleOrder::Login, true, u"Clara Anna Boris"_s),
                                                         std::tuple(PeopleOrder::Email, false, u"Anna Boris Clara"_s),
                                                         std::tuple(PeopleOrder::Name, true, u"Clara Boris Anna"_s)}) {
            PeopleQuery query;
            query.order = order;
            query.isDescending = isDescending;
            QCOMPARE(catalog.names(query).join(u' '), names); // two at a time: each page goes on where the one before ended
        }
        QVERIFY(catalog.put(catalog.addGroup(u"Staff"_s), annaId));
        const QHash<PersonId, int> counts{{annaId, 1}};
        QCOMPARE(waitFor(catalog.people.page({}, {}, 10)).value().groupCounts, counts); // the role's group is none of them
    }

    void mergingMovesEverything()
    {
        TestPeople catalog;
        QVERIFY(catalog.sync({snapshots(0, 3)}));
        Person kept = personNamed(u"Анна Петрова"_s, u"anna"_s);
        kept.externalIds = {{catalog.server, u"1"_s}};
        kept.id = catalog.add(kept);
        Person other = personNamed(u"A. Petrova"_s, u"petrova"_s, Role::Moderator);
        other.externalIds = {{catalog.server, u"2"_s}};
        other.email = u"anna@example.org"_s;
        other.id = catalog.add(other);
        const GroupId faculty = catalog.addGroup(u"Факультет"_s);
        const GroupId shared = catalog.addGroup(u"Общая"_s);
        QVERIFY(catalog.put(faculty, other.id));
        QVERIFY(catalog.put(shared, other.id));
        QVERIFY(catalog.put(shared, kept.id));
        const qint64 now = catalog.clock.now().toMSecsSinceEpoch();
        // scope, kept's, other's, what remains
        const auto grant = [&](int scope, PersonId person, const QString &permission, qint64 untilMs) {
            return catalog.run(u"INSERT INTO access_entry VALUES (%1, 'person', %2, '%3', %4, 'x', 1)"_s
                                   .arg(scope).arg(person.value).arg(permission).arg(untilMs));
        };
        struct Case { QString kept; qint64 keptUntil; QString other; qint64 otherUntil; QString result; qint64 until; };
        const QList<Case> cases{{u"view"_s, 0, u"manage"_s, 0, u"manage"_s, 0},
                                {u"publish"_s, 0, u"view"_s, 0, u"publish"_s, 0},
                                {u"manage"_s, 0, u"denied"_s, 0, u"denied"_s, 0},
                                {u"denied"_s, 0, u"view"_s, 0, u"denied"_s, 0},
                                {u"view"_s, now + 5, u"view"_s, now + 9, u"view"_s, now + 9},
                                {u"view"_s, 0, u"view"_s, now + 9, u"view"_s, 0},
                                {u"view"_s, 0, u"manage"_s, now + 9, u"manage"_s, now + 9},
                                {u"view"_s, 0, u"manage"_s, now - 9, u"view"_s, 0}, // ended
                                {{}, 0, u"publish"_s, 0, u"publish"_s, 0}};
        for (int scope = 0; scope < cases.size(); ++scope) {
            if (!cases[scope].kept.isEmpty())
                QVERIFY(grant(4000 + scope * 4, kept.id, cases[scope].kept, cases[scope].keptUntil));
            QVERIFY(grant(4000 + scope * 4, other.id, cases[scope].other, cases[scope].otherUntil));
        }
        AttendanceRepository attendance(*catalog.database, catalog.clock);
        AttendeeEdit edit;
        edit.uid = u"guest"_s;
        edit.name = u"Гость"_s;
        edit.person = other.id;
        QVERIFY(waitFor(attendance.replaceEdits(catalog.owner, {1}, {}, {edit})));
        const qint64 version = catalog.version();
        QVERIFY(waitFor(catalog.people.merge(catalog.owner, everybody, kept.id, other.id)));

        QCOMPARE(waitFor(catalog.people.person(other.id)).error().kind, ErrorKind::NotFound);
        const Person merged = catalog.person(kept.id);
        QCOMPARE(merged.login, u"anna"_s);
        QCOMPARE(merged.email, u"anna@example.org"_s);
        QCOMPARE(merged.role, Role::Moderator);
        QCOMPARE(merged.externalIds.size(), 2);
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM group_person WHERE group_id <= 4"_s), 1);
        QCOMPARE(waitFor(catalog.groups.groupsOf(kept.id))->size(), 3);
        for (int scope = 0; scope < cases.size(); ++scope) {
            const QString found = u"SELECT count(*) AS value FROM access_entry WHERE scope = %1 AND principal_id = %2 "
                                  "AND permission = '%3' AND until_ms = %4"_s
                                      .arg(4000 + scope * 4).arg(kept.id.value).arg(cases[scope].result).arg(cases[scope].until);
            QVERIFY2(catalog.number(found) == 1, qPrintable(QString::number(scope)));
        }
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM access_entry WHERE principal_kind = 'person' AND principal_id = %1"_s.arg(other.id.value)), 0);
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM folder WHERE owner_id = %1"_s.arg(kept.id.value)), 1);
        QCOMPARE(waitFor(attendance.edits({1}))->first().person, kept.id);
        RecordingQuery found;
        found.search = u"Петрова"_s; // the matched person's name is found
        QCOMPARE(waitFor(catalog.recordings->count(found)).value(), 1);
        QVERIFY(catalog.version() > version);
        QVERIFY(catalog.actions().contains(u"person.merged"_s));
        QCOMPARE(waitFor(catalog.people.merge(catalog.owner, everybody, kept.id, kept.id)).error().kind, ErrorKind::InvalidInput);
    }

    void removingLeavesNoRightBehind()
    {
        TestPeople catalog;
        QVERIFY(catalog.sync({snapshots(0, 2)}));
        const PersonId id = catalog.add(personNamed(u"Анна"_s, u"anna"_s, Role::Moderator));
        AttendanceRepository attendance(*catalog.database, catalog.clock);
        AttendeeEdit edit;
        edit.uid = u"guest"_s;
        edit.name = u"Гость"_s;
        edit.person = id;
        QVERIFY(waitFor(attendance.replaceEdits(catalog.owner, {1}, {}, {edit})));
        QVERIFY(waitFor(catalog.people.remove(catalog.owner, everybody, id)));
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM access_entry WHERE principal_kind = 'person'"_s), 0);
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM group_person"_s), 0);
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM folder WHERE name = 'Анна' AND owner_id IS NULL"_s), 1); // its content stays
        QVERIFY(!waitFor(attendance.edits({1}))->first().person.isValid());
        RecordingQuery found;
        found.search = u"Анна"_s;
        QCOMPARE(waitFor(catalog.recordings->count(found)).value(), 0);
        QVERIFY(catalog.actions().contains(u"person.removed"_s));
        QVERIFY(catalog.add(personNamed(u"Анна"_s, u"anna"_s)).isValid()); // the login is free again
    }

    void anImportTellsLineByLineWhatItWouldDo()
    {
        TestPeople catalog;
        Person anna = personNamed(u"Анна"_s, u"anna"_s);
        anna.email = u"anna@example.org"_s;
        catalog.add(anna);
        catalog.add(personNamed(u"Контакт"_s));
        catalog.add(personNamed(u"Двойник"_s));
        catalog.add(personNamed(u"Двойник"_s));
        catalog.addGroup(u"Факультет"_s);
        const Result<PeopleImportPlan> plan = waitFor(catalog.people.planImport(everybody, csvOf(
            {u"Name;Login;Email;Role;Groups;External IDs;Phone"_s,
             u"Анна;anna;;;;;1"_s,                                            // 2 unchanged
             u"Анна Петрова;ANNA2;ANNA@example.org;;;;"_s,                    // 3 error: the e-mail's owner has another login
             u"Boris;boris;boris@example.org;moderator;факультет;First:7;"_s, // 4 added
             u"Boris;Boris;;;;;"_s,                                           // 5 error: line 4 again
             u"Vera;vera;boris@example.org;;;;"_s,                            // 6 error: line 4's e-mail
             u"Контакт;;contact@example.org;;;;"_s,                           // 7 added: another than the contact, who has no e-mail
             u"Контакт;;;;Факультет;;"_s,                                     // 8 changed
             u"Двойник;;;;;;"_s,                                              // 9 error: which one?
             u"Gleb;gleb;;boss;;;"_s,                                         // 10 error: role
             u"Gleb;gleb;;;Нет такой;;"_s,                                    // 11 error: group
             u"Gleb;gleb;;;administrators;;"_s,                               // 12 error: roles are given by the role column
             u"Gleb;gleb;;;;Elsewhere:1;"_s,                                  // 13 error: server
             u";gleb;;;;;"_s,                                                 // 14 error: no name
             u"Gleb;gl eb;;;;;"_s,                                            // 15 error: login
             u"Gleb;bоris;;;;;"_s,                                            // 16 added, looks like line 4 (Cyrillic о)
             u"\"Dunja;dunja"_s})));                                          // 17 error: the quote never ends
        QVERIFY(plan);
        using enum PeopleImportPlan::Kind;
        QCOMPARE(kindsOf(*plan), (QList<Kind>{Unchanged, Error, Added, Error, Error, Added, Changed, Error, Error, Error, Error, Error,
                                              Error, Error, Added, Error}));
        const auto line = [&](int number) { return plan->lines[number - 2]; };
        QCOMPARE(line(17).number, 17);
        QVERIFY(hasProblem(line(3), PersonProblem::Kind::EmailTaken, u"anna"_s));
        QCOMPARE(line(4).groups, QStringList{u"Факультет"_s});
        QCOMPARE(line(4).person.role, Role::Moderator);
        QCOMPARE(line(5).sameAsLine, 4);
        QCOMPARE(line(6).sameAsLine, 4);
        QCOMPARE(line(8).before->name, u"Контакт"_s);
        QCOMPARE(line(10).unreadable, u"role: boss"_s);
        QCOMPARE(line(11).unreadable, u"groups: Нет такой"_s);
        QCOMPARE(line(13).unreadable, u"external_ids: Elsewhere:1"_s);
        QVERIFY(hasProblem(line(14), PersonProblem::Kind::NameMissing));
        QVERIFY(hasProblem(line(15), PersonProblem::Kind::LoginInvalid));
        QVERIFY(hasProblem(line(16), PersonProblem::Kind::LoginLooksAlike, u"boris"_s));
        QCOMPARE(plan->ignoredColumns, QStringList{u"Phone"_s});
        const qint64 before = sizeOfEverything(catalog);
        QCOMPARE(waitFor(catalog.people.applyImport(catalog.owner, everybody, *plan)).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(sizeOfEverything(catalog), before);
    }

    void anImportIsAppliedWholeAndOnlyToWhatItWasPlannedFor()
    {
        TestPeople catalog;
        catalog.add(personNamed(u"Анна"_s, u"anna"_s));
        const GroupId faculty = catalog.addGroup(u"Факультет"_s);
        const QByteArray csv = csvOf({u"name,login,role,groups,external_ids"_s, u"Анна Петрова,anna,moderator,Факультет,First:a:1"_s,
                                      u"Boris,boris,,Факультет|authors,"_s});
        const auto stale = waitFor(catalog.people.planImport(everybody, csv));
        catalog.add(personNamed(u"Meanwhile"_s, u"boris2"_s));
        QCOMPARE(waitFor(catalog.people.applyImport(catalog.owner, everybody, *stale)).error().kind, ErrorKind::ContentMismatch);
        const auto plan = waitFor(catalog.people.planImport(everybody, csv));
        Person anna = waitFor(catalog.people.find(u"anna"_s)).value();
        anna.language = u"en"_s; // no right rests on it, but the person is another
        QVERIFY(catalog.update(anna));
        QCOMPARE(waitFor(catalog.people.applyImport(catalog.owner, everybody, *plan)).error().kind, ErrorKind::ContentMismatch);
        const auto fresh = waitFor(catalog.people.planImport(everybody, csv));
        const qint64 version = catalog.version();
        QVERIFY(waitFor(catalog.people.applyImport(catalog.owner, everybody, *fresh)));
        QCOMPARE(catalog.version(), version + 1); // once
        anna = catalog.person(anna.id);
        QCOMPARE(anna.name, u"Анна Петрова"_s);
        QCOMPARE(anna.role, Role::Moderator);
        QCOMPARE(anna.language, u"en"_s);
        QCOMPARE(anna.externalIds.first().second, u"a:1"_s);
        QCOMPARE(waitFor(catalog.groups.members(faculty))->size(), 2);
        QVERIFY(catalog.actions().contains(u"people.imported"_s));
        // What was exported changes nothing.
        const QByteArray exported = waitFor(catalog.people.exportCsv()).value();
        const auto again = waitFor(catalog.people.planImport(everybody, exported));
        QCOMPARE(kindsOf(*again), QList<Kind>(3, Kind::Unchanged));
        QVERIFY(waitFor(catalog.people.applyImport(catalog.owner, everybody, *again)));
        QCOMPARE(catalog.version(), version + 1);
    }

    void aModeratorsImportAddsViewersOnly()
    {
        TestPeople catalog;
        catalog.add(personNamed(u"Анна"_s, u"anna"_s));
        catalog.addGroup(u"Факультет"_s);
        const GroupId leaders = catalog.addGroup(u"Ведущие"_s);
        QVERIFY(catalog.put(moderators, leaders));
        const auto plan = waitFor(catalog.people.planImport(PeopleAuthority::AddViewers, csvOf(
            {u"name,login,role,groups"_s, u"Vera,vera,,Факультет"_s, u"Gleb,gleb,moderator,"_s, u"Dora,dora,,Ведущие"_s,
             u"Anna,anna,,"_s, u"Анна,anna,,"_s})));
        using enum PeopleImportPlan::Kind;
        QCOMPARE(kindsOf(*plan), (QList<Kind>{Added, Error, Error, Error, Unchanged}));
        QVERIFY(plan->lines[1].isRefused && plan->lines[2].isRefused && plan->lines[3].isRefused);
        // A plan made by somebody with more authority is refused all the same.
        const auto others = waitFor(catalog.people.planImport(everybody, csvOf({u"name,login,groups"_s, u"Vera,vera,"_s, u"Dora,dora,Ведущие"_s})));
        QCOMPARE(waitFor(catalog.people.applyImport(catalog.owner, PeopleAuthority::AddViewers, *others)).error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(waitFor(catalog.people.find(u"vera"_s)).error().kind, ErrorKind::NotFound);
    }

    void participantsWhoAreNotKnownAreDrafts()
    {
        TestPeople catalog;
        QVERIFY(catalog.sync({snapshots(0, 1)}));
        Person known = personNamed(u"Known"_s);
        known.externalIds = {{catalog.server, u"known"_s}};
        catalog.add(known);
        AttendanceRepository attendance(*catalog.database, catalog.clock);
        QList<AttendeeEdit> edits;
        for (const QString &id : {u"known"_s, u"new"_s, u"new"_s, QString()}) {
            AttendeeEdit edit;
            edit.uid = u"uid%1"_s.arg(edits.size());
            edit.name = u"Person %1"_s.arg(edits.size());
            edit.externalUserId = id;
            edits += edit;
        }
        QVERIFY(waitFor(attendance.replaceEdits(catalog.owner, {1}, {}, edits)));
        const auto drafts = waitFor(catalog.people.peopleOfRecording({1}));
        QCOMPARE(drafts->size(), 1);
        QCOMPARE(drafts->first().name, u"Person 1"_s);
        QVERIFY(catalog.add(drafts->first()).isValid());
        QCOMPARE(waitFor(catalog.people.peopleOfRecording({1}))->size(), 0);
        QCOMPARE(waitFor(catalog.people.peopleOfRecording({99})).error().kind, ErrorKind::NotFound);
        // Whoever is added from the attendance is a person like others.
        const auto added = waitFor(attendance.addPerson(catalog.owner, {.id = {}, .name = u"Guest"_s, .externalIds = {}}));
        QCOMPARE(waitFor(catalog.groups.groupsOf(*added))->first().builtIn, BuiltInGroup::Viewers);
    }

    void anyOneFailingStatementLeavesNothingHalfDone()
    {
        std::atomic<int> seen{0};
        std::atomic<int> failAt{-1};
        TestPeople catalog({.observer = [&](QStringView) -> Result<> {
            if (failAt >= 0 && seen++ == failAt)
                return Error{ErrorKind::DatabaseFailed, u"this access fails"_s, {}, {}};
            return {};
        }});
        QVERIFY(catalog.sync({snapshots(0, 1)}));
        const PersonId kept = catalog.add(personNamed(u"Kept"_s, u"kept"_s));
        Person other = personNamed(u"Other"_s, u"other"_s, Role::Moderator);
        other.externalIds = {{catalog.server, u"1"_s}};
        other.id = catalog.add(other);
        const GroupId group = catalog.addGroup(u"Group"_s);
        QVERIFY(catalog.run(u"INSERT INTO access_entry VALUES (4, 'person', 1, 'view', 0, '', 1), (4, 'person', 2, 'view', 0, '', 1)"_s));
        AttendeeEdit edit;
        edit.uid = u"guest"_s;
        edit.name = u"Гость"_s;
        edit.person = other.id;
        QVERIFY(waitFor(AttendanceRepository(*catalog.database, catalog.clock).replaceEdits(catalog.owner, {1}, {}, {edit})));
        const auto plan = waitFor(catalog.people.planImport(everybody, "name,login,role,groups\nNew,new,moderator,Group\n"));
        Person changed = catalog.person(kept);
        changed.role = Role::Administrator;
        changed.name = u"Changed"_s;
        const std::vector<std::function<Result<>()>> writes{
            [&] { return waitFor(catalog.people.applyImport(catalog.owner, everybody, *plan)); },
            [&] { return catalog.put(group, kept); },
            [&] { return catalog.update(changed); },
            [&] { return waitFor(catalog.people.merge(catalog.owner, everybody, kept, other.id)); },
            [&] { return waitFor(catalog.groups.remove(catalog.owner, everybody, group)); }};
        for (const auto &write : writes) {
            const qint64 before = sizeOfEverything(catalog);
            for (int at = 0;; ++at) {
                QVERIFY(at < 200);
                seen = 0;
                failAt = at;
                const Result<> done = write();
                failAt = -1;
                if (done && seen <= at)
                    break;
                QVERIFY2(!done, qPrintable(QString::number(at)));
                QCOMPARE(sizeOfEverything(catalog), before);
            }
            QVERIFY(sizeOfEverything(catalog) != before);
        }
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM pragma_foreign_key_check"_s), 0);
    }

    void aListOfManyThousandsIsPlannedAndApplied()
    {
        TestPeople catalog;
        catalog.addGroup(u"Все"_s);
        QStringList lines{u"name;login;email;groups"_s};
        for (int number = 0; number < 5'000; ++number)
            lines += u"Человек %1;person%1;person%1@example.org;Все"_s.arg(number);
        const auto plan = waitFor(catalog.people.planImport(everybody, csvOf(lines)));
        QCOMPARE(plan->count(Kind::Added), 5'000);
        QVERIFY(waitFor(catalog.people.applyImport(catalog.owner, everybody, *plan)));
        QCOMPARE(waitFor(catalog.people.count({})).value(), 5'000);
        QCOMPARE(catalog.number(u"SELECT count(*) AS value FROM group_person"_s), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestPersonRepository)
#include "tst_personrepository.moc"
