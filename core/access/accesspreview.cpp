#include "core/access/accesspreview.h"

#include "core/base/overloaded.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace letopis {

namespace {
// Recordings that change hands together: what governs them now and then.
struct Regrouped
{
    qint64 recordings = 0;
    std::vector<AccessEntry> before;
    std::vector<AccessEntry> after;
    bool wasPublic = false;
    bool isPublic = false;
};

// One item's or many recordings' lists change; people and groups stay.
class ListChange
{
public:
    ListChange(const AccessGraph &now, const ScopeCounts &counts, const RecordingPlaces &places)
        : m_now(now)
        , m_counts(counts)
        , m_places(places)
    {
    }

    // Groups of recordings with the same lists; nothing for changes of people and groups.
    std::vector<Regrouped> operator()(const SetAccessList &change)
    {
        add(change.item, entriesFrom(change));
        return takeAll();
    }
    std::vector<Regrouped> operator()(const ResetAccessList &change)
    {
        if (const auto *folder = std::get_if<FolderId>(&change.item))
            add(change.item, entriesOf(AccessScope::ofFolder(parentOf(*folder))));
        else
            add(change.item, entriesOf(AccessScope::ofFolder(placeOf(std::get<RecordingId>(change.item)).folder)));
        return takeAll();
    }
    std::vector<Regrouped> operator()(const SetPublicView &change)
    {
        const AccessScope scope = placeOf(change.recording).scope;
        add(1, scope, entriesOf(scope), change.isPublic);
        return takeAll();
    }
    std::vector<Regrouped> operator()(const MoveRecordings &change)
    {
        add(change);
        return takeAll();
    }
    std::vector<Regrouped> operator()(const FileApart &change)
    {
        for (const MoveRecordings &move : change.moves)
            add(move);
        return takeAll();
    }
    std::vector<Regrouped> operator()(const MoveFolder &change)
    {
        if (m_now.listOf(AccessScope::ofFolder(change.folder)) != AccessScope::ofFolder(change.folder))
            addFolder(change.folder, entriesOf(AccessScope::ofFolder(change.to)));
        return takeAll();
    }
    template <typename Other>
    std::vector<Regrouped> operator()(const Other &)
    {
        return {};
    }

private:
    void add(const MoveRecordings &change)
    {
        std::unordered_map<qint64, qint64> inheriting; // by scope
        for (const RecordingId recording : QSet<RecordingId>(change.recordings.begin(), change.recordings.end())) {
            if (const AccessScope scope = placeOf(recording).scope; !scope.isOwnList())
                ++inheriting[scope.value()];
        }
        const std::vector<AccessEntry> after = entriesOf(AccessScope::ofFolder(change.to));
        for (const auto &[value, count] : inheriting) {
            const AccessScope scope = AccessScope::fromValue(value);
            add(count, scope, after, scope.isPublic());
        }
    }

    void add(const LibraryItem &item, const std::vector<AccessEntry> &after)
    {
        if (const auto *folder = std::get_if<FolderId>(&item))
            return addFolder(*folder, after);
        const AccessScope scope = placeOf(std::get<RecordingId>(item)).scope;
        add(1, scope, after, scope.isPublic());
    }

    void addFolder(FolderId folder, const std::vector<AccessEntry> &after)
    {
        for (const bool isPublic : {false, true}) {
            qint64 recordings = 0;
            for (const FolderId below : m_now.inheritingFolders(folder)) {
                const auto count = m_counts.find(AccessScope::ofFolder(below).asPublic(isPublic).value());
                recordings += count == m_counts.end() ? 0 : count->second;
            }
            if (recordings > 0 || !isPublic) // an empty folder's list is of interest too
                add(recordings, AccessScope::ofFolder(folder).asPublic(isPublic), after, isPublic);
        }
    }

    void add(qint64 recordings, AccessScope scope, std::vector<AccessEntry> after, bool isPublic)
    {
        m_all.push_back({.recordings = recordings, .before = entriesOf(scope), .after = std::move(after),
                         .wasPublic = scope.isPublic(), .isPublic = isPublic});
    }

    std::vector<AccessEntry> entriesOf(AccessScope scope) const { return m_now.entriesOf(m_now.listOf(scope)); }
    std::vector<Regrouped> takeAll() { return std::move(m_all); }

    RecordingPlace placeOf(RecordingId recording) const
    {
        const auto place = m_places.find(recording.value);
        return place == m_places.end() ? RecordingPlace{} : place->second;
    }

    FolderId parentOf(FolderId folder) const
    {
        const auto &folders = m_now.rows().folders;
        const auto row = std::find_if(folders.begin(), folders.end(), [&](const auto &one) { return one.id == folder; });
        return row == folders.end() ? FolderId{} : row->parent;
    }

    const AccessGraph &m_now;
    const ScopeCounts &m_counts;
    const RecordingPlaces &m_places;
    std::vector<Regrouped> m_all;
};

// Adds up what recordings' changes mean for people.
class Differences
{
public:
    void add(PersonId person, PermissionSet before, PermissionSet after, qint64 recordings)
    {
        if (before == after)
            return;
        auto [at, isNew] = m_people.try_emplace(person.value);
        AccessDifference &difference = at->second;
        if (isNew)
            difference = {.person = person, .before = before, .after = after};
        if (difference.before != before || difference.after != after)
            difference.before = difference.after = std::nullopt;
        if (before.allowsView() == after.allowsView())
            difference.changed += recordings;
        else
            (after.allowsView() ? difference.gained : difference.lost) += recordings;
    }

    void addTo(AccessPreview &preview) const
    {
        for (const auto &[person, difference] : m_people) {
            const bool isOfLists = difference.before && difference.after; // also where a folder is still empty
            const bool gains = difference.gained > 0 || (isOfLists && !difference.before->allowsView() && difference.after->allowsView());
            const bool loses = difference.lost > 0 || (isOfLists && difference.before->allowsView() && !difference.after->allowsView());
            preview.peopleGaining += gains;
            preview.peopleLosing += loses;
            preview.peopleChanging += !gains && !loses;
            preview.people.append(difference);
        }
        const auto losesMore = [](const AccessDifference &a, const AccessDifference &b) {
            return std::tuple(-a.lost, -a.gained, -a.changed, a.person) < std::tuple(-b.lost, -b.gained, -b.changed, b.person);
        };
        const auto shown = std::min(preview.people.size(), AccessPreview::maxPreviewedPeople);
        std::partial_sort(preview.people.begin(), preview.people.begin() + shown, preview.people.end(), losesMore);
        preview.people.resize(shown);
    }

private:
    std::unordered_map<qint64, AccessDifference> m_people;
};

PermissionSet withPublic(PermissionSet set, bool isPublic)
{
    return isPublic && set.isNothing() ? PermissionSet(Permission::View) : set;
}

void compare(const AccessGraph &graph, const Regrouped &group, qint64 nowMs, Differences &differences)
{
    const auto before = graph.peopleOf(group.before, nowMs);
    const auto after = graph.peopleOf(group.after, nowMs);
    const auto in = [](const auto &people, qint64 person) {
        const auto at = people.find(person);
        return at == people.end() ? PermissionSet() : at->second;
    };
    const auto add = [&](PersonId person) {
        differences.add(person, withPublic(in(before, person.value), group.wasPublic),
                        withPublic(in(after, person.value), group.isPublic), group.recordings);
    };
    if (group.wasPublic != group.isPublic) { // everyone is concerned
        for (const AccessRows::PersonRow &person : graph.rows().people) {
            if (const Standing standing = graph.standing(person.id); !standing.isBlocked && standing.role != Role::Administrator)
                add(person.id);
        }
        return;
    }
    for (const auto &[person, set] : before)
        add(PersonId{person});
    for (const auto &[person, set] : after) {
        if (!before.contains(person))
            add(PersonId{person});
    }
}

// How many recordings each list governs, public ones apart.
std::unordered_map<qint64, qint64> countsByList(const AccessGraph &graph, const ScopeCounts &counts)
{
    std::unordered_map<qint64, qint64> byList;
    for (const auto &[scope, count] : counts)
        byList[graph.listOf(AccessScope::fromValue(scope)).value()] += count;
    return byList;
}

// People and groups change, lists stay: compares what each person concerned sees.
class PeopleChange
{
public:
    PeopleChange(const AccessGraph &now, const AccessGraph &then, const ScopeCounts &counts, qint64 nowMs)
        : m_now(now)
        , m_then(then)
        , m_counts(countsByList(now, counts))
        , m_nowMs(nowMs)
    {
    }

    void compare(PersonId person, Differences &differences)
    {
        for (const auto &[list, count] : m_counts) {
            const AccessScope scope = AccessScope::fromValue(list);
            differences.add(person, sets(m_before, m_now, person, scope), sets(m_after, m_then, person, scope), count);
        }
    }

    qint64 recordings() const
    {
        qint64 all = 0;
        for (const auto &[list, count] : m_counts)
            all += count;
        return all;
    }

private:
    struct Known
    {
        PersonId person;
        PersonRights rights;
    };

    PermissionSet sets(Known &known, const AccessGraph &graph, PersonId person, AccessScope scope) const
    {
        if (known.person != person)
            known = {.person = person, .rights = graph.rights(person, m_nowMs)};
        if (known.rights.standing.isBlocked)
            return {};
        if (known.rights.seesAll())
            return rule({}, {}, true, false).result;
        const auto found = known.rights.byList.find(scope.asPublic(false).value());
        return withPublic(found == known.rights.byList.end() ? PermissionSet() : found->second, scope.isPublic());
    }

    const AccessGraph &m_now;
    const AccessGraph &m_then;
    const std::unordered_map<qint64, qint64> m_counts;
    const qint64 m_nowMs;
    Known m_before;
    Known m_after;
};

std::vector<PersonId> concerned(const AccessGraph &now, const AccessChange &change)
{
    const auto ofPrincipal = [&](const Principal &principal) {
        if (const auto *group = std::get_if<GroupId>(&principal))
            return now.membersOf(*group);
        return std::vector<PersonId>{std::get<PersonId>(principal)};
    };
    return std::visit(Overloaded{[&](const SetMembership &one) { return ofPrincipal(one.member); },
                                 [&](const RemoveGroup &one) { return now.membersOf(one.group); },
                                 [&](const SetStanding &one) { return std::vector<PersonId>{one.person}; },
                                 [&](const RemovePerson &one) { return std::vector<PersonId>{one.person}; },
                                 // The other one is told of by the change itself.
                                 [&](const MergePeople &one) { return std::vector<PersonId>{one.kept}; },
                                 [](const auto &) { return std::vector<PersonId>{}; }},
                      change);
}

bool isLower(const Standing &after, const Standing &before)
{
    return after.role < before.role || (after.isBlocked && !before.isBlocked) ||
           (after.role == Role::LimitedAdministrator && (before.switches & ~after.switches));
}

void addPeople(AccessPreview &preview, const AccessGraph &now, const AccessChange &change, const ScopeCounts &counts,
               PersonId actor, qint64 nowMs)
{
    if (const auto *membership = std::get_if<SetMembership>(&change); membership && membership->isMember) {
        if (const auto *member = std::get_if<GroupId>(&membership->member))
            preview.cycle = now.cycleWith(membership->group, *member);
        if (!preview.cycle.isEmpty())
            preview.guards += AccessGuard::Cycle;
    }
    const std::vector<PersonId> people = concerned(now, change);
    if (people.empty())
        return;
    const AccessGraph then(changedRows(now.rows(), change, nowMs));
    PeopleChange comparison(now, then, counts, nowMs);
    Differences differences;
    for (const PersonId person : people)
        comparison.compare(person, differences);
    differences.addTo(preview);
    preview.recordings = comparison.recordings();
    if (!now.administrators().empty() && then.administrators().empty())
        preview.guards += AccessGuard::LastAdministrator;
    if (actor.isValid() && isLower(then.standing(actor), now.standing(actor)))
        preview.guards += AccessGuard::LocksYouOut;
}

// The lists that the change is about, whoever is in them: what goes is known by it though nobody gains or loses.
QByteArray listsOf(const std::vector<Regrouped> &groups)
{
    QList<QByteArray> lists;
    for (const Regrouped &group : groups) {
        for (const std::vector<AccessEntry> *entries : {&group.before, &group.after}) {
            QList<QByteArray> lines;
            for (const AccessEntry &entry : *entries) {
                lines += QByteArray::number(static_cast<int>(entry.principal.index())) + ' '
                         + QByteArray::number(std::visit([](auto id) { return id.value; }, entry.principal)) + ' '
                         + QByteArray::number(static_cast<int>(entry.permission)) + ' ' + QByteArray::number(entry.untilMs);
            }
            std::sort(lines.begin(), lines.end());
            lists += lines.join('\n');
        }
    }
    if (lists.isEmpty())
        return {};
    std::sort(lists.begin(), lists.end());
    lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
    return QCryptographicHash::hash(lists.join('\0'), QCryptographicHash::Sha256);
}

// A person who manages the item and would no longer.
bool locksOut(const AccessGraph &now, const Regrouped &group, PersonId actor, qint64 nowMs)
{
    const auto manages = [&](const std::vector<AccessEntry> &entries) {
        const auto people = now.peopleOf(entries, nowMs);
        const auto at = people.find(actor.value);
        return at != people.end() && at->second.allowsManage();
    };
    return actor.isValid() && manages(group.before) && !manages(group.after);
}
} // namespace

bool isForetold(const AccessPreview &shown, const AccessPreview &found)
{
    const auto sums = [](const AccessPreview &one) {
        return std::tuple(one.lists, one.peopleGaining, one.peopleLosing, one.peopleChanging, one.guards);
    };
    if (sums(shown) != sums(found) || shown.people.size() != found.people.size())
        return false;
    // How many recordings it is may grow meanwhile, by a sync; what becomes of them may not.
    QHash<PersonId, const AccessDifference *> told;
    for (const AccessDifference &one : shown.people)
        told.insert(one.person, &one);
    return std::all_of(found.people.begin(), found.people.end(), [&](const AccessDifference &one) {
        const AccessDifference *before = told.value(one.person);
        return before && before->before == one.before && before->after == one.after;
    });
}

AccessPreview previewOf(const AccessGraph &now, const AccessChange &change, const ScopeCounts &counts,
                        const RecordingPlaces &places, PersonId actor, qint64 nowMs)
{
    AccessPreview preview;
    const std::vector<Regrouped> groups = std::visit(ListChange(now, counts, places), change);
    Differences differences;
    preview.lists = listsOf(groups);
    for (const Regrouped &group : groups) {
        preview.recordings += group.recordings;
        compare(now, group, nowMs, differences);
        if (locksOut(now, group, actor, nowMs) && preview.guards.isEmpty())
            preview.guards += AccessGuard::LocksYouOut;
    }
    differences.addTo(preview);
    addPeople(preview, now, change, counts, actor, nowMs);
    return preview;
}

} // namespace letopis
