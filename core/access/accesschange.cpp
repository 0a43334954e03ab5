#include "core/access/accesschange.h"

#include "core/base/overloaded.h"

#include <algorithm>

namespace letopis {

namespace {
void setOwnList(AccessRows &rows, const LibraryItem &item, bool hasOwnList)
{
    std::erase_if(rows.entries, [&](const AccessEntry &entry) { return entry.scope == ownScope(item); });
    if (const auto *id = std::get_if<FolderId>(&item)) {
        for (AccessRows::FolderRow &folder : rows.folders) {
            if (folder.id == *id)
                folder.hasOwnList = hasOwnList;
        }
    }
}

void setMembership(AccessRows &rows, const SetMembership &change)
{
    std::erase_if(rows.memberships, [&](const AccessRows::Membership &membership) {
        return membership.group == change.group && membership.member == change.member;
    });
    if (change.isMember)
        rows.memberships.push_back({.group = change.group, .member = change.member});
}

void removeGroup(AccessRows &rows, GroupId group)
{
    std::erase_if(rows.groups, [&](const AccessRows::GroupRow &row) { return row.id == group; });
    std::erase_if(rows.memberships, [&](const AccessRows::Membership &membership) {
        return membership.group == group || membership.member == Principal(group);
    });
    std::erase_if(rows.entries, [&](const AccessEntry &entry) { return entry.principal == Principal(group); });
}

void setStanding(AccessRows &rows, const SetStanding &change)
{
    for (AccessRows::PersonRow &person : rows.people) {
        if (person.id == change.person) {
            person.isBlocked = change.standing.isBlocked;
            person.switches = change.standing.switches;
        }
    }
    for (const AccessRows::GroupRow &group : rows.groups) {
        const std::optional<Role> role = group.builtIn ? roleOf(*group.builtIn) : std::nullopt;
        if (role)
            setMembership(rows, {.group = group.id, .member = change.person, .isMember = *role == change.standing.role});
    }
}
} // namespace

AccessScope ownScope(const LibraryItem &item)
{
    if (const auto *folder = std::get_if<FolderId>(&item))
        return AccessScope::ofFolder(*folder);
    return AccessScope::ofOwnList(std::get<RecordingId>(item));
}

std::vector<AccessEntry> entriesFrom(const SetAccessList &change)
{
    std::vector<AccessEntry> entries;
    for (const GrantEntry &grant : change.entries) {
        entries.push_back({.scope = ownScope(change.item),
                           .principal = grant.principal,
                           .permission = grant.permission,
                           .untilMs = grant.untilMs});
    }
    return entries;
}

AccessRows changedRows(AccessRows rows, const AccessChange &change)
{
    std::visit(Overloaded{[&](const SetAccessList &one) {
                              setOwnList(rows, one.item, true);
                              const auto entries = entriesFrom(one);
                              rows.entries.insert(rows.entries.end(), entries.begin(), entries.end());
                          },
                          [&](const ResetAccessList &one) { setOwnList(rows, one.item, false); },
                          [&](const MoveFolder &one) {
                              for (AccessRows::FolderRow &folder : rows.folders) {
                                  if (folder.id == one.folder)
                                      folder.parent = one.to;
                              }
                          },
                          [&](const SetMembership &one) { setMembership(rows, one); },
                          [&](const RemoveGroup &one) { removeGroup(rows, one.group); },
                          [&](const SetStanding &one) { setStanding(rows, one); }, [](const auto &) {}},
               change);
    return rows;
}

} // namespace letopis
