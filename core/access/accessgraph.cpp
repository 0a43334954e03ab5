#include "core/access/accessgraph.h"

#include <algorithm>
#include <span>

namespace letopis {

namespace {
template <typename Rows>
std::unordered_map<qint64, qint32> indexOf(const Rows &rows)
{
    std::unordered_map<qint64, qint32> index;
    index.reserve(rows.size());
    for (size_t at = 0; at < rows.size(); ++at)
        index.emplace(rows[at].id.value, qint32(at));
    return index;
}

qint32 found(const std::unordered_map<qint64, qint32> &index, qint64 key)
{
    const auto at = index.find(key);
    return at == index.end() ? -1 : at->second;
}

// The entries of one list in rows sorted by list.
std::span<const AccessEntry> entriesIn(const std::vector<AccessEntry> &sorted, AccessScope list)
{
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), list,
                                        [](const AccessEntry &entry, AccessScope scope) { return entry.scope < scope; });
    const auto last = std::find_if_not(first, sorted.end(), [&](const AccessEntry &entry) { return entry.scope == list; });
    return {first, last};
}
} // namespace

void AccessGraph::Adjacency::build(size_t nodes, const std::vector<std::pair<Index, Index>> &edges)
{
    begin.assign(nodes + 1, 0);
    for (const auto &[from, to] : edges)
        ++begin[size_t(from) + 1];
    for (size_t node = 0; node < nodes; ++node)
        begin[node + 1] += begin[node];
    values.resize(edges.size());
    std::vector<qint32> next(begin.begin(), begin.end() - 1);
    for (const auto &[from, to] : edges)
        values[size_t(next[size_t(from)]++)] = to;
}

AccessGraph::Adjacency::Range AccessGraph::Adjacency::of(Index node) const
{
    if (node < 0 || size_t(node) + 1 >= begin.size())
        return {nullptr, nullptr};
    return {values.data() + begin[size_t(node)], values.data() + begin[size_t(node) + 1]};
}

AccessGraph::AccessGraph(AccessRows rows)
    : m_rows(std::move(rows))
    , m_people(indexOf(m_rows.people))
    , m_groups(indexOf(m_rows.groups))
    , m_folders(indexOf(m_rows.folders))
{
    std::stable_sort(m_rows.entries.begin(), m_rows.entries.end(),
                     [](const AccessEntry &a, const AccessEntry &b) { return a.scope < b.scope; });
    indexMembers();
    indexEntries();
}

void AccessGraph::indexMembers()
{
    std::vector<std::pair<Index, Index>> personUp, personDown, groupUp, groupDown, folderDown;
    for (const AccessRows::Membership &membership : m_rows.memberships) {
        const Index group = groupIndex(membership.group);
        if (group < 0)
            continue;
        if (const auto *person = std::get_if<PersonId>(&membership.member)) {
            if (const Index member = personIndex(*person); member >= 0) {
                personUp.emplace_back(member, group);
                personDown.emplace_back(group, member);
            }
        } else if (const Index member = groupIndex(std::get<GroupId>(membership.member)); member >= 0) {
            groupUp.emplace_back(member, group);
            groupDown.emplace_back(group, member);
        }
    }
    for (size_t folder = 0; folder < m_rows.folders.size(); ++folder) {
        if (const Index parent = found(m_folders, m_rows.folders[folder].parent.value); parent >= 0)
            folderDown.emplace_back(parent, Index(folder));
    }
    m_groupsOfPerson.build(m_rows.people.size(), personUp);
    m_groupsOfGroup.build(m_rows.groups.size(), groupUp);
    m_peopleOfGroup.build(m_rows.groups.size(), personDown);
    m_membersOfGroup.build(m_rows.groups.size(), groupDown);
    m_childFolders.build(m_rows.folders.size(), folderDown);
}

void AccessGraph::indexEntries()
{
    std::vector<std::pair<Index, Index>> ofPeople, ofGroups;
    for (size_t at = 0; at < m_rows.entries.size(); ++at) {
        const AccessEntry &entry = m_rows.entries[at];
        if (const auto *person = std::get_if<PersonId>(&entry.principal)) {
            if (const Index index = personIndex(*person); index >= 0)
                ofPeople.emplace_back(index, Index(at));
        } else if (const Index index = groupIndex(std::get<GroupId>(entry.principal)); index >= 0) {
            ofGroups.emplace_back(index, Index(at));
        }
    }
    m_entriesOfPerson.build(m_rows.people.size(), ofPeople);
    m_entriesOfGroup.build(m_rows.groups.size(), ofGroups);
}

AccessGraph::Index AccessGraph::personIndex(PersonId person) const
{
    return found(m_people, person.value);
}

AccessGraph::Index AccessGraph::groupIndex(GroupId group) const
{
    return found(m_groups, group.value);
}

std::vector<AccessGraph::Index> AccessGraph::groupsAbove(Index person) const
{
    const auto direct = m_groupsOfPerson.of(person);
    std::vector<Index> all(direct.begin(), direct.end());
    std::vector<bool> isSeen(m_rows.groups.size());
    for (const Index group : all)
        isSeen[size_t(group)] = true;
    for (size_t next = 0; next < all.size(); ++next) {
        for (const Index above : m_groupsOfGroup.of(all[next])) {
            if (!isSeen[size_t(above)]) {
                isSeen[size_t(above)] = true;
                all.push_back(above);
            }
        }
    }
    return all;
}

Standing AccessGraph::standing(PersonId person) const
{
    const Index index = personIndex(person);
    if (index < 0)
        return {.role = Role::Viewer, .switches = {}, .isBlocked = true};
    Standing standing{.role = Role::Viewer,
                      .switches = m_rows.people[size_t(index)].switches,
                      .isBlocked = m_rows.people[size_t(index)].isBlocked};
    for (const Index group : groupsAbove(index)) {
        const auto builtIn = m_rows.groups[size_t(group)].builtIn;
        if (const auto role = builtIn ? letopis::roleOf(*builtIn) : std::nullopt)
            standing.role = std::max(standing.role, *role);
    }
    return standing;
}

bool AccessGraph::isMember(PersonId person, GroupId group) const
{
    const std::vector<Index> above = groupsAbove(personIndex(person));
    return std::find(above.begin(), above.end(), groupIndex(group)) != above.end();
}

std::vector<PersonId> AccessGraph::membersOf(GroupId group) const
{
    std::vector<bool> isSeen(m_rows.groups.size()), isMember(m_rows.people.size());
    std::vector<Index> open;
    if (const Index first = groupIndex(group); first >= 0) {
        open.push_back(first);
        isSeen[size_t(first)] = true;
    }
    for (size_t next = 0; next < open.size(); ++next) {
        for (const Index person : m_peopleOfGroup.of(open[next]))
            isMember[size_t(person)] = true;
        for (const Index below : m_membersOfGroup.of(open[next])) {
            if (!isSeen[size_t(below)]) {
                isSeen[size_t(below)] = true;
                open.push_back(below);
            }
        }
    }
    std::vector<PersonId> members;
    for (size_t person = 0; person < isMember.size(); ++person) {
        if (isMember[person])
            members.push_back(m_rows.people[person].id);
    }
    return members;
}

// Breadth first from those in `open` upwards until `goal`; the way there, both ends included.
QList<GroupId> AccessGraph::wayUp(std::vector<Index> open, Index goal) const
{
    std::vector<Index> from(m_rows.groups.size(), -2);
    for (const Index start : open)
        from[size_t(start)] = -1;
    for (size_t next = 0; next < open.size() && from[size_t(goal)] == -2; ++next) {
        for (const Index above : m_groupsOfGroup.of(open[next])) {
            if (from[size_t(above)] == -2) {
                from[size_t(above)] = open[next];
                open.push_back(above);
            }
        }
    }
    QList<GroupId> way;
    if (from[size_t(goal)] == -2)
        return way;
    for (Index at = goal; at >= 0; at = from[size_t(at)])
        way.prepend(m_rows.groups[size_t(at)].id);
    return way;
}

QList<GroupId> AccessGraph::pathTo(PersonId person, GroupId group) const
{
    const Index goal = groupIndex(group);
    if (goal < 0)
        return {};
    const auto direct = m_groupsOfPerson.of(personIndex(person));
    return wayUp({direct.begin(), direct.end()}, goal);
}

QList<GroupId> AccessGraph::cycleWith(GroupId group, GroupId member) const
{
    const Index start = groupIndex(group);
    const Index goal = groupIndex(member);
    if (start < 0 || goal < 0)
        return {};
    // Going up from the group we must not meet the one that is to be inside it.
    return wayUp({start}, goal);
}

std::vector<PersonId> AccessGraph::administrators() const
{
    std::vector<PersonId> people;
    for (const AccessRows::GroupRow &group : m_rows.groups) {
        if (group.builtIn == BuiltInGroup::Administrators)
            people = membersOf(group.id);
    }
    std::erase_if(people, [this](PersonId person) { return m_rows.people[size_t(personIndex(person))].isBlocked; });
    return people;
}

AccessScope AccessGraph::listOf(AccessScope scope) const
{
    if (scope.isOwnList())
        return scope;
    Index folder = found(m_folders, scope.folder().value);
    // No tree is deeper than it has folders: a cycle in the rows must not hold us.
    for (size_t steps = 0; folder >= 0 && steps <= m_rows.folders.size(); ++steps) {
        const AccessRows::FolderRow &row = m_rows.folders[size_t(folder)];
        const Index parent = found(m_folders, row.parent.value);
        if (row.hasOwnList || parent < 0)
            return AccessScope::ofFolder(row.id).asPublic(scope.isPublic());
        folder = parent;
    }
    return AccessScope{}.asPublic(scope.isPublic());
}

std::vector<FolderId> AccessGraph::inheritingFolders(FolderId folder) const
{
    std::vector<Index> open;
    if (const Index first = found(m_folders, folder.value); first >= 0)
        open.push_back(first);
    for (size_t next = 0; next < open.size() && open.size() <= m_rows.folders.size(); ++next) {
        for (const Index child : m_childFolders.of(open[next])) {
            if (!m_rows.folders[size_t(child)].hasOwnList)
                open.push_back(child);
        }
    }
    std::vector<FolderId> folders;
    for (const Index at : open)
        folders.push_back(m_rows.folders[size_t(at)].id);
    return folders;
}

bool AccessGraph::isBelow(FolderId folder, FolderId other) const
{
    Index at = found(m_folders, folder.value);
    for (size_t steps = 0; at >= 0 && steps <= m_rows.folders.size(); ++steps) {
        if (m_rows.folders[size_t(at)].id == other)
            return true;
        at = found(m_folders, m_rows.folders[size_t(at)].parent.value);
    }
    return false;
}

AccessTrace AccessGraph::trace(PersonId person, AccessScope scope, qint64 nowMs) const
{
    AccessTrace trace;
    trace.standing = standing(person);
    trace.list = listOf(scope).asPublic(false);
    trace.isPublic = scope.isPublic();
    if (trace.standing.isBlocked)
        return trace;
    for (const AccessRows::GroupRow &group : m_rows.groups) {
        if (group.builtIn && letopis::roleOf(*group.builtIn) == trace.standing.role)
            trace.rolePath = pathTo(person, group.id);
    }
    std::optional<Permission> own;
    for (const AccessEntry &entry : entriesIn(m_rows.entries, trace.list)) {
        if (!entry.holdsAt(nowMs))
            continue;
        if (const auto *group = std::get_if<GroupId>(&entry.principal)) {
            if (QList<GroupId> path = pathTo(person, *group); !path.isEmpty()) {
                trace.groups.append({.path = std::move(path), .entry = entry});
                trace.groupsTogether |= entry.permission;
            }
        } else if (std::get<PersonId>(entry.principal) == person) {
            trace.own = entry;
            own = entry.permission;
        }
    }
    trace.ruling = rule(trace.groupsTogether, own, trace.standing.role == Role::Administrator, trace.isPublic);
    return trace;
}

Ruling AccessGraph::ruling(PersonId person, AccessScope scope, qint64 nowMs) const
{
    const Standing standing = this->standing(person);
    if (standing.isBlocked)
        return {};
    std::vector<bool> isAbove(m_rows.groups.size());
    for (const Index group : groupsAbove(personIndex(person)))
        isAbove[size_t(group)] = true;
    PermissionSet groups;
    std::optional<Permission> own;
    for (const AccessEntry &entry : entriesIn(m_rows.entries, listOf(scope).asPublic(false))) {
        if (!entry.holdsAt(nowMs))
            continue;
        if (const auto *group = std::get_if<GroupId>(&entry.principal)) {
            if (const Index index = groupIndex(*group); index >= 0 && isAbove[size_t(index)])
                groups |= entry.permission;
        } else if (std::get<PersonId>(entry.principal) == person) {
            own = entry.permission;
        }
    }
    return rule(groups, own, standing.role == Role::Administrator, scope.isPublic());
}

PersonRights AccessGraph::rights(PersonId person, qint64 nowMs) const
{
    PersonRights rights{.standing = standing(person), .byList = {}};
    if (rights.standing.isBlocked || rights.standing.role == Role::Administrator)
        return rights;
    const Index index = personIndex(person);
    for (const Index group : groupsAbove(index)) {
        for (const Index at : m_entriesOfGroup.of(group)) {
            const AccessEntry &entry = m_rows.entries[size_t(at)];
            if (entry.holdsAt(nowMs))
                rights.byList[entry.scope.value()] |= entry.permission;
        }
    }
    for (const Index at : m_entriesOfPerson.of(index)) {
        const AccessEntry &entry = m_rows.entries[size_t(at)];
        if (!entry.holdsAt(nowMs))
            continue;
        PermissionSet &result = rights.byList[entry.scope.value()];
        result = rule(result, entry.permission, false, false).result;
    }
    return rights;
}

std::unordered_map<qint64, PermissionSet> AccessGraph::peopleOf(const std::vector<AccessEntry> &entries, qint64 nowMs) const
{
    std::unordered_map<qint64, PermissionSet> people;
    for (const AccessEntry &entry : entries) {
        if (const auto *group = std::get_if<GroupId>(&entry.principal); group && entry.holdsAt(nowMs)) {
            for (const PersonId member : membersOf(*group))
                people[member.value] |= entry.permission;
        }
    }
    for (const AccessEntry &entry : entries) {
        if (const auto *person = std::get_if<PersonId>(&entry.principal); person && entry.holdsAt(nowMs)) {
            PermissionSet &result = people[person->value];
            result = rule(result, entry.permission, false, false).result;
        }
    }
    for (const PersonId administrator : administrators())
        people.erase(administrator.value);
    std::erase_if(people, [this](const auto &one) {
        const Index index = personIndex(PersonId{one.first});
        return index < 0 || m_rows.people[size_t(index)].isBlocked;
    });
    return people;
}

std::vector<AccessEntry> AccessGraph::entriesOf(AccessScope list) const
{
    const auto entries = entriesIn(m_rows.entries, list.asPublic(false));
    return {entries.begin(), entries.end()};
}

qint64 AccessGraph::nextExpiry(qint64 nowMs) const
{
    qint64 next = 0;
    for (const AccessEntry &entry : m_rows.entries) {
        if (entry.untilMs > nowMs && (next == 0 || entry.untilMs < next))
            next = entry.untilMs;
    }
    return next;
}

} // namespace letopis
