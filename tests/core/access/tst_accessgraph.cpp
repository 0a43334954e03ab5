#include "core/access/accessgraph.h"
#include "tests/core/access/randomaccess.h"

#include <QTest>

#include <algorithm>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr GroupId global{11}, usa{12}, germany{13}, office{14};

// Global holds USA and Germany, Germany holds an office.
AccessRows nested()
{
    AccessRows rows;
    for (int person = 1; person <= 3; ++person)
        rows.people.push_back({.id = PersonId{person}, .isBlocked = false, .switches = {}});
    for (const GroupId group : {global, usa, germany, office})
        rows.groups.push_back({.id = group, .builtIn = {}});
    rows.groups.push_back({.id = GroupId{1}, .builtIn = BuiltInGroup::Administrators});
    rows.groups.push_back({.id = GroupId{3}, .builtIn = BuiltInGroup::Moderators});
    rows.memberships = {{.group = global, .member = usa},          {.group = global, .member = germany},
                        {.group = germany, .member = office},      {.group = office, .member = PersonId{1}},
                        {.group = usa, .member = PersonId{2}},     {.group = GroupId{3}, .member = global},
                        {.group = GroupId{1}, .member = PersonId{3}}};
    rows.folders = {{.id = sharedFolder, .parent = {}, .hasOwnList = true},
                    {.id = FolderId{5}, .parent = sharedFolder, .hasOwnList = false},
                    {.id = FolderId{6}, .parent = FolderId{5}, .hasOwnList = true},
                    {.id = FolderId{7}, .parent = FolderId{6}, .hasOwnList = false}};
    rows.entries = {{.scope = AccessScope::ofFolder(sharedFolder), .principal = global, .permission = Permission::View},
                    {.scope = AccessScope::ofFolder(sharedFolder), .principal = germany, .permission = Permission::Publish},
                    {.scope = AccessScope::ofFolder(FolderId{6}), .principal = PersonId{1}, .permission = Permission::Manage}};
    return rows;
}
} // namespace

class TestAccessGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permissionsOfAGroupReachItsSubgroupsMembers()
    {
        const AccessGraph graph(nested());
        const AccessScope scope = AccessScope::ofFolder(FolderId{5});
        QCOMPARE(graph.ruling(PersonId{1}, scope, now), (Ruling{Permission::Publish, RulingLevel::Groups}));
        QCOMPARE(graph.ruling(PersonId{2}, scope, now), (Ruling{Permission::View, RulingLevel::Groups}));
        QCOMPARE(graph.ruling(PersonId{9}, scope, now), Ruling());
    }

    void aListOfItsOwnReplacesTheParents()
    {
        const AccessGraph graph(nested());
        QCOMPARE(graph.listOf(AccessScope::ofFolder(FolderId{7})), AccessScope::ofFolder(FolderId{6}));
        QCOMPARE(graph.listOf(AccessScope::ofFolder(FolderId{5}).asPublic(true)), AccessScope::ofFolder(sharedFolder).asPublic(true));
        QCOMPARE(graph.ruling(PersonId{1}, AccessScope::ofFolder(FolderId{7}), now).result, PermissionSet(Permission::Manage));
        QVERIFY(graph.ruling(PersonId{2}, AccessScope::ofFolder(FolderId{7}), now).result.isNothing());
    }

    void theRoleComesThroughNestedGroups()
    {
        const AccessGraph graph(nested());
        QCOMPARE(graph.standing(PersonId{1}).role, Role::Moderator);
        QCOMPARE(graph.standing(PersonId{3}).role, Role::Administrator);
        QVERIFY(graph.standing(PersonId{99}).isBlocked); // unknown
        QCOMPARE(graph.administrators(), std::vector{PersonId{3}});
    }

    void theTraceTellsTheWay()
    {
        const AccessGraph graph(nested());
        const AccessTrace trace = graph.trace(PersonId{1}, AccessScope::ofFolder(FolderId{5}), now);
        QCOMPARE(trace.list, AccessScope::ofFolder(sharedFolder));
        QCOMPARE(trace.groups.size(), 2);
        QCOMPARE(trace.groups[0].path, (QList<GroupId>{office, germany, global}));
        QCOMPARE(trace.groups[1].path, (QList<GroupId>{office, germany}));
        QCOMPARE(trace.groupsTogether, PermissionSet(Permission::Publish));
        QCOMPARE(trace.rolePath, (QList<GroupId>{office, germany, global, GroupId{3}}));
        QVERIFY(!trace.own);
    }

    void aCycleIsNamedBeforeItIsMade()
    {
        const AccessGraph graph(nested());
        QCOMPARE(graph.cycleWith(office, global), (QList<GroupId>{office, germany, global}));
        QCOMPARE(graph.cycleWith(usa, usa), (QList<GroupId>{usa}));
        QVERIFY(graph.cycleWith(usa, office).isEmpty());
        QVERIFY(graph.cycleWith(usa, GroupId{99}).isEmpty());
    }

    void cyclesInTheRowsHoldNobodyUp()
    {
        AccessRows rows = nested();
        rows.memberships.push_back({.group = office, .member = global});
        rows.folders[0].parent = FolderId{7};
        rows.folders[0].hasOwnList = rows.folders[2].hasOwnList = false;
        const AccessGraph graph(rows);
        QVERIFY(graph.isMember(PersonId{2}, office));
        graph.listOf(AccessScope::ofFolder(FolderId{7}));
        QVERIFY(graph.inheritingFolders(FolderId{5}).size() <= rows.folders.size() + 1);
        QVERIFY(!graph.isBelow(FolderId{5}, FolderId{99}));
    }

    void foldersThatInheritAreThoseBelowWithoutAListOfTheirOwn()
    {
        const AccessGraph graph(nested());
        QCOMPARE(graph.inheritingFolders(sharedFolder), (std::vector{sharedFolder, FolderId{5}}));
        QVERIFY(graph.isBelow(FolderId{7}, sharedFolder));
        QVERIFY(!graph.isBelow(sharedFolder, FolderId{7}));
    }

    void anEntryCountsUntilItEnds()
    {
        AccessRows rows = nested();
        rows.entries[2].untilMs = now + 10;
        const AccessGraph graph(rows);
        const AccessScope scope = AccessScope::ofFolder(FolderId{6});
        QVERIFY(graph.ruling(PersonId{1}, scope, now + 9).result.allowsManage());
        QVERIFY(graph.ruling(PersonId{1}, scope, now + 10).result.isNothing());
        QCOMPARE(graph.nextExpiry(now), now + 10);
        QCOMPARE(graph.nextExpiry(now + 10), 0);
    }

    void everyAnswerIsThatOfTheSpecification()
    {
        QRandomGenerator random(4711);
        for (int world = 0; world < 400; ++world) {
            const AccessRows rows = randomRows(random);
            const AccessGraph graph(rows);
            const SlowAnswer slow(rows);
            for (const AccessRows::PersonRow &person : rows.people) {
                const PersonRights rights = graph.rights(person.id, now);
                for (const AccessScope scope : scopesOf()) {
                    const Ruling expected = slow.ruling(person.id, scope);
                    QCOMPARE(graph.ruling(person.id, scope, now), expected);
                    QCOMPARE(graph.trace(person.id, scope, now).ruling, expected);
                    if (rights.seesAll() || rights.standing.isBlocked)
                        continue;
                    const auto found = rights.byList.find(graph.listOf(scope).asPublic(false).value());
                    const PermissionSet fromList = found == rights.byList.end() ? PermissionSet() : found->second;
                    QCOMPARE(scope.isPublic() && fromList.isNothing() ? PermissionSet(Permission::View) : fromList, expected.result);
                }
            }
            for (const AccessScope scope : scopesOf()) {
                const auto people = graph.peopleOf(graph.entriesOf(graph.listOf(scope)), now);
                for (const AccessRows::PersonRow &person : rows.people) {
                    if (slow.isBlocked(person.id) || slow.isAdministrator(person.id)) {
                        QVERIFY(!people.contains(person.id.value));
                        continue;
                    }
                    const auto found = people.find(person.id.value);
                    QCOMPARE(found == people.end() ? PermissionSet() : found->second,
                             slow.ruling(person.id, scope.asPublic(false)).result);
                }
            }
        }
    }

    void addingADeniedNeverAddsARight()
    {
        QRandomGenerator random(17);
        for (int world = 0; world < 200; ++world) {
            const AccessRows rows = randomRows(random);
            AccessRows more = rows;
            const AccessScope list = rows.entries.empty() ? AccessScope::ofFolder(sharedFolder)
                                                          : rows.entries[size_t(random.bounded(int(rows.entries.size())))].scope;
            const Principal whom = random.bounded(2) ? Principal(PersonId{1 + random.bounded(8)}) : Principal(GroupId{1 + random.bounded(6)});
            std::erase_if(more.entries, [&](const AccessEntry &entry) { return entry.scope == list && entry.principal == whom; });
            const AccessGraph without(more);
            more.entries.push_back({.scope = list, .principal = whom, .permission = Permission::Denied});
            const AccessGraph with(more);
            for (const AccessRows::PersonRow &person : rows.people) {
                for (const AccessScope scope : scopesOf()) {
                    const PermissionSet before = without.ruling(person.id, scope, now).result;
                    const PermissionSet after = with.ruling(person.id, scope, now).result;
                    QVERIFY(before.allowsView() || !after.allowsView());
                    QVERIFY(before.allowsPublish() || !after.allowsPublish());
                    QVERIFY(before.allowsManage() || !after.allowsManage());
                }
            }
        }
    }

    void anAdministratorIsNeverDenied()
    {
        QRandomGenerator random(3);
        for (int world = 0; world < 200; ++world) {
            const AccessRows rows = randomRows(random);
            const AccessGraph graph(rows);
            for (const PersonId administrator : graph.administrators()) {
                for (const AccessScope scope : scopesOf())
                    QVERIFY(graph.ruling(administrator, scope, now).result.allowsManage());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAccessGraph)
#include "tst_accessgraph.moc"
