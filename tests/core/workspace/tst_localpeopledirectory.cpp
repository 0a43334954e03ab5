#include "core/storage/accessgraphs.h"
#include "core/workspace/local/localpeopledirectory.h"
#include "tests/core/storage/testcatalog.h"

#include <QSignalSpy>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
template <typename T>
Result<T> answerTo(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000) || future.resultCount() == 0)
        return Error{ErrorKind::Timeout, {}, {}, {}};
    return future.result();
}

Person personNamed(const QString &name, const QString &login, Role role = Role::Viewer)
{
    Person person;
    person.name = name;
    person.login = login;
    person.role = role;
    return person;
}

Actor actorOf(const Person &person)
{
    return {.login = person.login, .displayName = person.name, .kind = ActorKind::Person, .person = person.id};
}

template <typename T>
std::optional<Refusal> refusalOf(const Result<T> &result)
{
    if (result || result.error().kind != ErrorKind::PermissionDenied)
        return {};
    const auto *evidence = std::any_cast<RefusalEvidence>(&result.error().evidence);
    return evidence ? std::optional(evidence->refusal) : std::nullopt;
}
} // namespace

class TestLocalPeopleDirectory : public QObject
{
    Q_OBJECT

private:
    // One person of each role, and one who is blocked.
    struct Cast
    {
        Cast()
            : directory(AccessControl(*catalog.database, std::make_shared<Visibility>(catalog.clock)), *catalog.database, catalog.clock)
        {
            viewer = added(personNamed(u"Viewer"_s, u"viewer"_s));
            moderator = added(personNamed(u"Moderator"_s, u"moderator"_s, Role::Moderator));
            Person withPeople = personNamed(u"Limited"_s, u"limited"_s, Role::LimitedAdministrator);
            withPeople.switches = AdminSwitch::People | AdminSwitch::Permissions;
            limited = added(withPeople);
            withoutPeople = added(personNamed(u"Without"_s, u"without"_s, Role::LimitedAdministrator));
            administrator = added(personNamed(u"Administrator"_s, u"administrator"_s, Role::Administrator));
            Person out = personNamed(u"Blocked"_s, u"blocked"_s, Role::Administrator);
            out.isBlocked = true;
            blocked = added(out);
        }

        Actor added(const Person &draft)
        {
            const Result<PersonId> id = answerTo(directory.add(owner, draft));
            return id ? actorOf(*answerTo(directory.person(owner, *id))) : Actor();
        }
        TestCatalog catalog;
        LocalPeopleDirectory directory;
        Actor owner = ownerActor(u"owner"_s, {});
        Actor viewer, moderator, limited, withoutPeople, administrator, blocked;
    };

private Q_SLOTS:
    void whoMayReadThePeople()
    {
        Cast cast;
        const auto read = [&](const Actor &actor) { return answerTo(cast.directory.people(actor, {}, {}, 100)); };
        for (const Actor &actor : {cast.owner, cast.moderator, cast.limited, cast.withoutPeople, cast.administrator})
            QCOMPARE(read(actor)->people.size(), 6);
        QCOMPARE(refusalOf(read(cast.viewer)), Refusal::Role);
        QCOMPARE(refusalOf(read(cast.blocked)), Refusal::Blocked);
        QCOMPARE(refusalOf(read({})), Refusal::Blocked);
        QCOMPARE(answerTo(cast.directory.person(cast.viewer, cast.viewer.person))->name, u"Viewer"_s); // oneself
        QCOMPARE(refusalOf(answerTo(cast.directory.person(cast.viewer, cast.moderator.person))), Refusal::Role);
        QCOMPARE(refusalOf(answerTo(cast.directory.groups(cast.viewer))), Refusal::Role);
        QCOMPARE(answerTo(cast.directory.groups(cast.moderator))->size(), 5);
    }

    void whoMayAddWhom()
    {
        Cast cast;
        int number = 0;
        const auto add = [&](const Actor &actor, Role role) {
            return refusalOf(answerTo(cast.directory.add(actor, personNamed(u"New"_s, u"new%1"_s.arg(++number), role))));
        };
        constexpr std::array roles{Role::Viewer, Role::Moderator, Role::LimitedAdministrator, Role::Administrator};
        const QList<std::pair<Actor, int>> mostOf{{cast.owner, 4}, {cast.administrator, 4}, {cast.limited, 2}, {cast.moderator, 1},
                                                  {cast.withoutPeople, 0}, {cast.viewer, 0}, {cast.blocked, 0}, {{}, 0}};
        for (const auto &[actor, most] : mostOf) {
            for (int role = 0; role < int(roles.size()); ++role)
                QVERIFY2(add(actor, roles[size_t(role)]).has_value() == (role >= most), qPrintable(actor.login + roleName(roles[size_t(role)])));
        }
        QCOMPARE(add(cast.withoutPeople, Role::Viewer), Refusal::SwitchedOff);
        QCOMPARE(add(cast.viewer, Role::Viewer), Refusal::Role);
    }

    void whoMayChangeWhom()
    {
        Cast cast;
        const auto rename = [&](const Actor &actor, PersonId id) {
            Person person = answerTo(cast.directory.person(cast.owner, id)).value();
            person.name += u"!"_s;
            return !refusalOf(answerTo(cast.directory.update(actor, person))).has_value();
        };
        for (const Actor &actor : {cast.viewer, cast.moderator, cast.withoutPeople, cast.blocked, Actor()})
            QVERIFY2(!rename(actor, cast.viewer.person), qPrintable(actor.login));
        QVERIFY(rename(cast.limited, cast.viewer.person));
        QVERIFY(rename(cast.limited, cast.moderator.person));
        QVERIFY(!rename(cast.limited, cast.withoutPeople.person));
        QVERIFY(!rename(cast.limited, cast.administrator.person));
        QVERIFY(rename(cast.administrator, cast.limited.person));
        QVERIFY(rename(cast.owner, cast.administrator.person));
        // A Limited administrator gives nobody, not even themselves, another switch.
        Person self = answerTo(cast.directory.person(cast.owner, cast.limited.person)).value();
        self.switches |= AdminSwitch::Retention;
        QCOMPARE(refusalOf(answerTo(cast.directory.update(cast.limited, self))), Refusal::Role);
        QCOMPARE(refusalOf(answerTo(cast.directory.remove(cast.limited, cast.administrator.person))), Refusal::Role);
        QCOMPARE(refusalOf(answerTo(cast.directory.merge(cast.limited, cast.viewer.person, cast.administrator.person))), Refusal::Role);
        QCOMPARE(refusalOf(answerTo(cast.directory.remove(cast.moderator, cast.viewer.person))), Refusal::Role);
        QVERIFY(answerTo(cast.directory.remove(cast.limited, cast.moderator.person)));
    }

    void groupsAreForThoseWhoManagePeople()
    {
        Cast cast;
        QCOMPARE(refusalOf(answerTo(cast.directory.addGroup(cast.moderator, u"x"_s))), Refusal::Role);
        const GroupId group = answerTo(cast.directory.addGroup(cast.limited, u"Факультет"_s)).value();
        QVERIFY(answerTo(cast.directory.setMember(cast.limited, group, cast.viewer.person, true)));
        QCOMPARE(refusalOf(answerTo(cast.directory.setMember(cast.moderator, group, cast.moderator.person, true))), Refusal::Role);
        QCOMPARE(refusalOf(answerTo(cast.directory.setMember(cast.limited, {1}, cast.limited.person, true))), Refusal::Role);
        QCOMPARE(answerTo(cast.directory.members(cast.moderator, group))->first().name, u"Viewer"_s);
        QCOMPARE(answerTo(cast.directory.groupsOf(cast.moderator, cast.viewer.person))->size(), 2);
        QVERIFY(answerTo(cast.directory.renameGroup(cast.limited, group, u"Кафедра"_s)));
        QCOMPARE(answerTo(cast.directory.renameGroup(cast.owner, {3}, u"x"_s)).error().kind, ErrorKind::PermissionDenied);
        QVERIFY(answerTo(cast.directory.removeGroup(cast.administrator, group)));
    }

    void importsStayWithinTheRole()
    {
        Cast cast;
        const QByteArray viewers = "name,login\nNew,new\n";
        const QByteArray mixed = "name,login,role\nNew,new,viewer\nBoss,boss,moderator\n";
        const auto plan = answerTo(cast.directory.planImport(cast.moderator, viewers));
        QVERIFY(plan && !plan->hasErrors());
        QVERIFY(answerTo(cast.directory.planImport(cast.moderator, mixed))->lines[1].isRefused);
        QCOMPARE(refusalOf(answerTo(cast.directory.planImport(cast.viewer, viewers))), Refusal::Role);
        const auto others = answerTo(cast.directory.planImport(cast.limited, mixed));
        QCOMPARE(refusalOf(answerTo(cast.directory.applyImport(cast.moderator, *others))), Refusal::Role);
        QCOMPARE(answerTo(cast.directory.findPerson(cast.owner, u"new"_s)).error().kind, ErrorKind::NotFound);
        QVERIFY(answerTo(cast.directory.applyImport(cast.moderator, *plan)));
        QCOMPARE(refusalOf(answerTo(cast.directory.exportCsv(cast.moderator))), Refusal::Role);
        QVERIFY(answerTo(cast.directory.exportCsv(cast.limited))->contains("Viewer,viewer,,viewer,"));
    }

    void everyChangeIsTold()
    {
        Cast cast;
        QSignalSpy changed(&cast.directory, &PeopleDirectory::peopleChanged);
        QVERIFY(answerTo(cast.directory.add(cast.owner, personNamed(u"New"_s, u"new"_s))));
        QCOMPARE(changed.size(), 1);
        QVERIFY(!answerTo(cast.directory.add(cast.owner, personNamed(u"New"_s, u"new"_s))));
        QVERIFY(answerTo(cast.directory.people(cast.owner, {}, {}, 1)));
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestLocalPeopleDirectory)
#include "tst_localpeopledirectory.moc"
