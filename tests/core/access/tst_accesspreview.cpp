#include "core/access/accesspreview.h"
#include "tests/core/access/randomaccess.h"

#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
// Recordings with places in that world: 1 to 6 with lists of their own or not, 7 to 30 inheriting.
RecordingPlaces randomPlaces(QRandomGenerator &random)
{
    RecordingPlaces places;
    for (qint64 recording = 1; recording <= 30; ++recording) {
        const FolderId folder{1 + random.bounded(7)};
        const bool hasOwnList = recording <= 6 && random.bounded(2) == 0;
        const AccessScope scope = hasOwnList ? AccessScope::ofOwnList(RecordingId{recording}) : AccessScope::ofFolder(folder);
        places[recording] = {.folder = folder, .scope = scope.asPublic(random.bounded(5) == 0)};
    }
    return places;
}

ScopeCounts countsOf(const RecordingPlaces &places)
{
    ScopeCounts counts;
    for (const auto &[recording, place] : places)
        ++counts[place.scope.value()];
    return counts;
}

RecordingPlaces placesAfter(RecordingPlaces places, const AccessChange &change)
{
    if (const auto *list = std::get_if<SetAccessList>(&change)) {
        if (const auto *recording = std::get_if<RecordingId>(&list->item)) {
            RecordingPlace &place = places[recording->value];
            place.scope = AccessScope::ofOwnList(*recording).asPublic(place.scope.isPublic());
        }
    } else if (const auto *reset = std::get_if<ResetAccessList>(&change)) {
        if (const auto *recording = std::get_if<RecordingId>(&reset->item)) {
            RecordingPlace &place = places[recording->value];
            place.scope = AccessScope::ofFolder(place.folder).asPublic(place.scope.isPublic());
        }
    } else if (const auto *isPublic = std::get_if<SetPublicView>(&change)) {
        RecordingPlace &place = places[isPublic->recording.value];
        place.scope = place.scope.asPublic(isPublic->isPublic);
    } else if (const auto *move = std::get_if<MoveRecordings>(&change)) {
        for (const RecordingId recording : move->recordings) {
            RecordingPlace &place = places[recording.value];
            place.folder = move->to;
            if (!place.scope.isOwnList())
                place.scope = AccessScope::ofFolder(move->to).asPublic(place.scope.isPublic());
        }
    } else if (const auto *apart = std::get_if<FileApart>(&change)) {
        for (const MoveRecordings &one : apart->moves)
            places = placesAfter(std::move(places), one);
    }
    return places;
}

AccessChange randomChange(QRandomGenerator &random, const AccessRows &rows)
{
    const auto folder = [&] { return FolderId{3 + random.bounded(5)}; };
    const auto recording = [&] { return RecordingId{1 + random.bounded(30)}; };
    const auto principal = [&]() -> Principal {
        return random.bounded(2) ? Principal(PersonId{1 + random.bounded(8)}) : Principal(GroupId{1 + random.bounded(6)});
    };
    const LibraryItem item = random.bounded(2) ? LibraryItem(folder()) : LibraryItem(recording());
    switch (random.bounded(11)) {
    case 0: {
        QList<GrantEntry> entries;
        for (int count = random.bounded(4); count > 0; --count) {
            const Principal whom = principal();
            if (std::none_of(entries.begin(), entries.end(), [&](const GrantEntry &entry) { return entry.principal == whom; }))
                entries.append({.principal = whom, .permission = Permission(random.bounded(4)), .untilMs = 0});
        }
        return SetAccessList{.item = item, .entries = entries};
    }
    case 1:
        return ResetAccessList{.item = item};
    case 2:
        return SetPublicView{.recording = recording(), .isPublic = random.bounded(2) == 0};
    case 3:
        return MoveRecordings{.recordings = {recording(), RecordingId{7}, RecordingId{8}}, .to = folder()};
    case 4: {
        const AccessGraph graph(rows);
        MoveFolder move{.folder = folder(), .to = folder()};
        if (graph.isBelow(move.to, move.folder)) // refused elsewhere
            move.to = sharedFolder;
        return move;
    }
    case 5:
        return SetMembership{.group = GroupId{1 + random.bounded(6)}, .member = principal(), .isMember = random.bounded(2) == 0};
    case 6:
        return RemoveGroup{.group = GroupId{5 + random.bounded(2)}};
    case 7:
        return RemovePerson{.person = PersonId{1 + random.bounded(8)}};
    case 8: {
        const qint64 kept = 1 + random.bounded(8);
        return MergePeople{.kept = PersonId{kept}, .other = PersonId{1 + (kept + random.bounded(7)) % 8}};
    }
    case 9:
        return FileApart{.moves = {{.recordings = {RecordingId{7}, RecordingId{8}}, .to = folder()}, {.recordings = {RecordingId{9}}, .to = folder()}}};
    default:
        return SetStanding{.person = PersonId{1 + random.bounded(8)},
                           .standing = {.role = Role(random.bounded(4)), .switches = {}, .isBlocked = random.bounded(4) == 0}};
    }
}

struct Sum
{
    qint64 gained = 0, lost = 0, changed = 0;
    friend bool operator==(const Sum &, const Sum &) = default;
};
} // namespace

class TestAccessPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Decides for each person and each recording before and after: what the preview tells without doing so.
    void aPreviewTellsWhatHappens()
    {
        QRandomGenerator random(99);
        for (int world = 0; world < 1500; ++world) {
            const AccessRows rows = randomRows(random);
            RecordingPlaces places = randomPlaces(random);
            AccessRows consistent = rows; // lists of recordings that have none are not there
            std::erase_if(consistent.entries, [&](const AccessEntry &entry) {
                return entry.scope.isOwnList() && !places[entry.scope.recording().value].scope.isOwnList();
            });
            const AccessGraph graph(consistent);
            const AccessChange change = randomChange(random, consistent);
            const AccessPreview preview = previewOf(graph, change, countsOf(places), places, {}, now);

            const AccessRows rowsThen = changedRows(consistent, change, now);
            const RecordingPlaces placesThen = placesAfter(places, change);
            const SlowAnswer before(consistent), after(rowsThen);
            for (const AccessRows::PersonRow &person : rows.people) {
                if (const auto *merge = std::get_if<MergePeople>(&change); merge && merge->other == person.id)
                    continue; // who goes is told of by the change itself
                Sum expected;
                for (const auto &[recording, place] : places) {
                    const PermissionSet was = before.ruling(person.id, place.scope).result;
                    const PermissionSet is = after.ruling(person.id, placesThen.at(recording).scope).result;
                    expected.gained += !was.allowsView() && is.allowsView();
                    expected.lost += was.allowsView() && !is.allowsView();
                    expected.changed += was != is && was.allowsView() == is.allowsView();
                }
                const auto told = std::find_if(preview.people.begin(), preview.people.end(),
                                               [&](const AccessDifference &one) { return one.person == person.id; });
                const Sum sum = told == preview.people.end() ? Sum() : Sum{told->gained, told->lost, told->changed};
                QVERIFY2(sum == expected,
                         qPrintable(QStringLiteral("world %1 change %2 person %3: told %4 %5 %6, is %7 %8 %9")
                                        .arg(world).arg(change.index()).arg(person.id.value).arg(sum.gained).arg(sum.lost)
                                        .arg(sum.changed).arg(expected.gained).arg(expected.lost).arg(expected.changed)));
            }
        }
    }

    void theLastAdministratorIsGuarded()
    {
        AccessRows rows;
        rows.people = {{.id = PersonId{1}, .isBlocked = false, .switches = {}}, {.id = PersonId{2}, .isBlocked = false, .switches = {}}};
        rows.groups = {{.id = GroupId{1}, .builtIn = BuiltInGroup::Administrators}};
        rows.memberships = {{.group = GroupId{1}, .member = PersonId{1}}};
        const auto guards = [](const AccessRows &of, const AccessChange &change, PersonId actor) {
            return previewOf(AccessGraph(of), change, {}, {}, actor, now).guards;
        };
        const SetMembership leave{.group = GroupId{1}, .member = PersonId{1}, .isMember = false};
        QCOMPARE(guards(rows, leave, {}), QList{AccessGuard::LastAdministrator});
        const SetStanding block{.person = PersonId{1}, .standing = {.role = Role::Administrator, .switches = {}, .isBlocked = true}};
        QCOMPARE(guards(rows, block, {}), QList{AccessGuard::LastAdministrator});
        rows.memberships.push_back({.group = GroupId{1}, .member = PersonId{2}});
        QVERIFY(guards(rows, leave, PersonId{2}).isEmpty());
        QCOMPARE(guards(rows, leave, PersonId{1}), QList{AccessGuard::LocksYouOut});
    }

    void whoManagesAnItemCannotLockThemselvesOut()
    {
        AccessRows rows;
        rows.people = {{.id = PersonId{1}, .isBlocked = false, .switches = {}}};
        rows.folders = {{.id = sharedFolder, .parent = {}, .hasOwnList = true}};
        rows.entries = {{.scope = AccessScope::ofFolder(sharedFolder), .principal = PersonId{1}, .permission = Permission::Manage}};
        const SetAccessList less{.item = sharedFolder, .entries = {{.principal = PersonId{1}, .permission = Permission::View, .untilMs = 0}}};
        const AccessGraph graph(rows);
        QCOMPARE(previewOf(graph, less, {}, {}, PersonId{1}, now).guards, QList{AccessGuard::LocksYouOut});
        QVERIFY(previewOf(graph, less, {}, {}, {}, now).guards.isEmpty()); // the owner of the catalog
    }

    void anEmptyFoldersListIsPreviewedToo()
    {
        AccessRows rows;
        rows.people = {{.id = PersonId{1}, .isBlocked = false, .switches = {}}};
        rows.folders = {{.id = sharedFolder, .parent = {}, .hasOwnList = true}};
        const SetAccessList more{.item = sharedFolder, .entries = {{.principal = PersonId{1}, .permission = Permission::View, .untilMs = 0}}};
        const AccessPreview preview = previewOf(AccessGraph(rows), more, {}, {}, {}, now);
        QCOMPARE(preview.peopleGaining, 1);
        QCOMPARE(preview.recordings, 0);
        QCOMPARE(preview.people.value(0).after, PermissionSet(Permission::View));
    }

    void twoPeopleBecomeOneAsTheStoredOnesDo()
    {
        AccessRows rows;
        for (qint64 person = 1; person <= 2; ++person)
            rows.people.push_back({.id = PersonId{person}, .isBlocked = false, .switches = {}});
        for (qint64 group = 1; group <= 4; ++group)
            rows.groups.push_back({.id = GroupId{group}, .builtIn = BuiltInGroup(group - 1)});
        rows.people[1].switches = AdminSwitch::People;
        rows.memberships = {{.group = GroupId{4}, .member = PersonId{1}}, {.group = GroupId{2}, .member = PersonId{2}}};
        const auto at = [](qint64 folder) { return AccessScope::ofFolder(FolderId{folder}); };
        rows.entries = {{.scope = at(1), .principal = PersonId{1}, .permission = Permission::Manage},
                        {.scope = at(1), .principal = PersonId{2}, .permission = Permission::Denied},
                        {.scope = at(3), .principal = PersonId{1}, .permission = Permission::Manage, .untilMs = now - 1},
                        {.scope = at(3), .principal = PersonId{2}, .permission = Permission::View},
                        {.scope = at(4), .principal = PersonId{2}, .permission = Permission::Publish}};
        const AccessRows merged = changedRows(rows, MergePeople{PersonId{1}, PersonId{2}}, now);
        QCOMPARE(merged.people.size(), size_t(1));
        const std::vector<AccessEntry> expected{{.scope = at(1), .principal = PersonId{1}, .permission = Permission::Denied},
                                                {.scope = at(3), .principal = PersonId{1}, .permission = Permission::View},
                                                {.scope = at(4), .principal = PersonId{1}, .permission = Permission::Publish}};
        QVERIFY(merged.entries == expected);
        const Standing standing = AccessGraph(merged).standing(PersonId{1});
        QCOMPARE(standing.role, Role::LimitedAdministrator);
        QCOMPARE(standing.switches, AdminSwitches(AdminSwitch::People));
    }

    void whatWasForetoldIsToldApartFromWhatChangedMeanwhile()
    {
        AccessRows rows;
        rows.people = {{.id = PersonId{1}, .isBlocked = false, .switches = {}}, {.id = PersonId{2}, .isBlocked = false, .switches = {}}};
        rows.groups = {{.id = GroupId{9}, .builtIn = {}}};
        rows.folders = {{.id = sharedFolder, .parent = {}, .hasOwnList = true}, {.id = FolderId{3}, .parent = sharedFolder, .hasOwnList = true}};
        rows.entries = {{.scope = AccessScope::ofFolder(FolderId{3}), .principal = PersonId{1}, .permission = Permission::View}};
        const ResetAccessList reset{.item = FolderId{3}};
        const auto preview = [&](const AccessRows &of, qint64 recordings) {
            return previewOf(AccessGraph(of), reset, {{AccessScope::ofFolder(FolderId{3}).value(), recordings}}, {}, {}, now);
        };
        const AccessPreview shown = preview(rows, 5);
        QVERIFY(isForetold(shown, preview(rows, 5)));
        QVERIFY(isForetold(shown, preview(rows, 6))); // a sync brought one
        AccessRows silent = rows; // an entry for a group of nobody: nobody gains or loses, and it would still go unseen
        silent.entries.push_back({.scope = AccessScope::ofFolder(FolderId{3}), .principal = GroupId{9}, .permission = Permission::View});
        QVERIFY(!isForetold(shown, preview(silent, 5)));
        AccessRows joined = silent; // the same lists, other people
        joined.memberships = {{.group = GroupId{9}, .member = PersonId{2}}};
        QVERIFY(!isForetold(preview(silent, 5), preview(joined, 5)));
    }

    void aCycleIsGuarded()
    {
        AccessRows rows;
        rows.people = {{.id = PersonId{1}, .isBlocked = false, .switches = {}}};
        rows.groups = {{.id = GroupId{11}, .builtIn = {}}, {.id = GroupId{12}, .builtIn = {}}};
        rows.memberships = {{.group = GroupId{11}, .member = GroupId{12}}};
        const AccessPreview preview =
            previewOf(AccessGraph(rows), SetMembership{.group = GroupId{12}, .member = GroupId{11}, .isMember = true}, {}, {}, {}, now);
        QCOMPARE(preview.guards, QList{AccessGuard::Cycle}); // also of groups without people
        QCOMPARE(preview.cycle, (QList<GroupId>{GroupId{12}, GroupId{11}}));
    }
};

QTEST_GUILESS_MAIN(TestAccessPreview)
#include "tst_accesspreview.moc"
