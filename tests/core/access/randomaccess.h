#pragma once

#include "core/access/accessgraph.h"

#include <QRandomGenerator>

namespace letopis::testing {

constexpr qint64 now = 1'700'000'000'000;

// A small world with everything in it: nested groups (also with cycles, which a file may hold), folders, own lists, ends.
inline AccessRows randomRows(QRandomGenerator &random, int people = 8, int groups = 6, int folders = 7, int recordings = 6)
{
    AccessRows rows;
    for (int person = 1; person <= people; ++person)
        rows.people.push_back({.id = PersonId{person}, .isBlocked = random.bounded(10) == 0, .switches = {}});
    for (int group = 1; group <= groups; ++group)
        rows.groups.push_back({.id = GroupId{group}, .builtIn = group <= 4 ? std::optional(BuiltInGroup(group - 1)) : std::nullopt});
    for (int count = random.bounded(people * 2); count > 0; --count)
        rows.memberships.push_back({.group = GroupId{1 + random.bounded(groups)}, .member = PersonId{1 + random.bounded(people)}});
    for (int count = random.bounded(groups); count > 0; --count)
        rows.memberships.push_back({.group = GroupId{1 + random.bounded(groups)}, .member = GroupId{1 + random.bounded(groups)}});
    for (int folder = 1; folder <= folders; ++folder) {
        rows.folders.push_back({.id = FolderId{folder},
                                .parent = folder <= 2 ? FolderId{} : FolderId{1 + random.bounded(folder - 1)},
                                .hasOwnList = folder <= 2 || random.bounded(3) == 0});
    }
    std::vector<AccessScope> lists;
    for (const AccessRows::FolderRow &folder : rows.folders) {
        if (folder.hasOwnList)
            lists.push_back(AccessScope::ofFolder(folder.id));
    }
    for (int recording = 1; recording <= recordings; ++recording)
        lists.push_back(AccessScope::ofOwnList(RecordingId{recording}));
    for (const AccessScope list : lists) {
        const auto add = [&](Principal principal) {
            static constexpr std::array<qint64, 4> ends{0, 0, now - 1, now + 1000};
            rows.entries.push_back({.scope = list, .principal = principal, .permission = Permission(random.bounded(4)),
                                    .untilMs = ends[size_t(random.bounded(4))]});
        };
        for (int person = 1; person <= people; ++person) {
            if (random.bounded(6) == 0)
                add(PersonId{person});
        }
        for (int group = 1; group <= groups; ++group) {
            if (random.bounded(4) == 0)
                add(GroupId{group});
        }
    }
    return rows;
}

// Every scope of that world, public and not.
inline std::vector<AccessScope> scopesOf(int folders = 7, int recordings = 6)
{
    std::vector<AccessScope> scopes;
    for (const bool isPublic : {false, true}) {
        for (int folder = 1; folder <= folders; ++folder)
            scopes.push_back(AccessScope::ofFolder(FolderId{folder}).asPublic(isPublic));
        for (int recording = 1; recording <= recordings; ++recording)
            scopes.push_back(AccessScope::ofOwnList(RecordingId{recording}).asPublic(isPublic));
    }
    return scopes;
}

// The specification spelled out, slowly: what access.md says of one person and one item.
class SlowAnswer
{
public:
    explicit SlowAnswer(const AccessRows &rows)
        : m_rows(rows)
    {
    }

    bool isIn(Principal member, GroupId group, QList<GroupId> seen = {}) const
    {
        for (const AccessRows::Membership &membership : m_rows.memberships) {
            if (membership.member != member || seen.contains(membership.group))
                continue;
            if (membership.group == group || isIn(membership.group, group, seen + QList<GroupId>{membership.group}))
                return true;
        }
        return false;
    }

    bool isBlocked(PersonId person) const
    {
        const auto row = std::find_if(m_rows.people.begin(), m_rows.people.end(), [&](const auto &one) { return one.id == person; });
        return row == m_rows.people.end() || row->isBlocked;
    }

    bool isAdministrator(PersonId person) const
    {
        return std::any_of(m_rows.groups.begin(), m_rows.groups.end(), [&](const auto &group) {
            return group.builtIn == BuiltInGroup::Administrators && isIn(person, group.id);
        });
    }

    AccessScope listOf(AccessScope scope) const
    {
        if (scope.isOwnList())
            return scope.asPublic(false);
        for (const AccessRows::FolderRow &folder : m_rows.folders) {
            if (folder.id == scope.folder())
                return folder.hasOwnList || !folder.parent.isValid() ? AccessScope::ofFolder(folder.id)
                                                                     : listOf(AccessScope::ofFolder(folder.parent));
        }
        return {};
    }

    Ruling ruling(PersonId person, AccessScope scope) const
    {
        if (isBlocked(person))
            return {};
        PermissionSet groups;
        std::optional<Permission> own;
        for (const AccessEntry &entry : m_rows.entries) {
            if (entry.scope != listOf(scope) || (entry.untilMs != 0 && entry.untilMs <= now))
                continue;
            if (entry.principal == Principal(person))
                own = entry.permission;
            else if (const auto *group = std::get_if<GroupId>(&entry.principal); group && isIn(person, *group))
                groups |= entry.permission;
        }
        return rule(groups, own, isAdministrator(person), scope.isPublic());
    }

private:
    const AccessRows &m_rows;
};

} // namespace letopis::testing
