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
void removePerson(AccessRows &rows, PersonId person)
{
    std::erase_if(rows.people, [&](const AccessRows::PersonRow &row) { return row.id == person; });
    std::erase_if(rows.memberships, [&](const AccessRows::Membership &membership) { return membership.member == Principal(person); });
    std::erase_if(rows.entries, [&](const AccessEntry &entry) { return entry.principal == Principal(person); });
}

// One entry where both have one.
void mergeEntries(AccessRows &rows, const MergePeople &change, qint64 nowMs)
{
    std::unordered_map<qint64, AccessEntry *> kept; // by list
    for (AccessEntry &entry : rows.entries) {
        if (entry.principal == Principal(change.kept))
            kept.emplace(entry.scope.value(), &entry);
    }
    for (AccessEntry &entry : rows.entries) {
        if (entry.principal != Principal(change.other))
            continue;
        const auto ours = kept.find(entry.scope.value());
        if (ours == kept.end()) {
            entry.principal = change.kept;
            continue;
        }
        AccessEntry stronger = strongerEntry(*ours->second, entry, nowMs);
        stronger.principal = change.kept;
        *ours->second = stronger;
    }
}

// All groups of both; of those that give a role directly the highest alone.
void mergeMemberships(AccessRows &rows, const MergePeople &change)
{
    std::optional<Role> highest;
    std::unordered_map<qint64, Role> roles;
    for (const AccessRows::GroupRow &group : rows.groups) {
        if (const std::optional<Role> role = group.builtIn ? roleOf(*group.builtIn) : std::nullopt)
            roles.emplace(group.id.value, *role);
    }
    const auto isOfBoth = [&](const AccessRows::Membership &one) {
        return one.member == Principal(change.kept) || one.member == Principal(change.other);
    };
    for (AccessRows::Membership &membership : rows.memberships) {
        if (!isOfBoth(membership))
            continue;
        membership.member = change.kept;
        if (const auto role = roles.find(membership.group.value); role != roles.end())
            highest = std::max(highest.value_or(role->second), role->second);
    }
    std::erase_if(rows.memberships, [&](const AccessRows::Membership &membership) {
        const auto role = roles.find(membership.group.value);
        return membership.member == Principal(change.kept) && role != roles.end() && role->second != highest;
    });
}

void mergePeople(AccessRows &rows, const MergePeople &change, qint64 nowMs)
{
    const AccessGraph before(rows);
    const Standing kept = before.standing(change.kept);
    const Standing other = before.standing(change.other);
    if (other.role == Role::LimitedAdministrator && kept.role < other.role) {
        for (AccessRows::PersonRow &person : rows.people) {
            if (person.id == change.kept)
                person.switches = other.switches;
        }
    }
    mergeEntries(rows, change, nowMs);
    mergeMemberships(rows, change);
    removePerson(rows, change.other);
}
} // namespace

bool isOfPeople(const AccessChange &change)
{
    return std::holds_alternative<SetMembership>(change) || std::holds_alternative<RemoveGroup>(change) ||
           std::holds_alternative<SetStanding>(change) || std::holds_alternative<RemovePerson>(change) ||
           std::holds_alternative<MergePeople>(change);
}

AccessEntry strongerEntry(const AccessEntry &ours, const AccessEntry &theirs, qint64 nowMs)
{
    if (ours.holdsAt(nowMs) != theirs.holdsAt(nowMs))
        return ours.holdsAt(nowMs) ? ours : theirs;
    if (ours.permission != theirs.permission)
        return ours.permission > theirs.permission ? ours : theirs;
    const bool isOursLonger = ours.untilMs == 0 || (theirs.untilMs != 0 && ours.untilMs > theirs.untilMs);
    return isOursLonger ? ours : theirs;
}

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

AccessRows changedRows(AccessRows rows, const AccessChange &change, qint64 nowMs)
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
                          [&](const SetStanding &one) { setStanding(rows, one); },
                          [&](const RemovePerson &one) { removePerson(rows, one.person); },
                          [&](const MergePeople &one) { mergePeople(rows, one, nowMs); }, [](const auto &) {}},
               change);
    return rows;
}

} // namespace letopis
