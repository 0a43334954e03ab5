#pragma once

#include "core/access/capability.h"

namespace letopis {

// A list as it is edited.
struct GrantEntry
{
    Principal principal;
    Permission permission = Permission::View;
    qint64 untilMs = 0; // epoch; 0: without end

    friend bool operator==(const GrantEntry &, const GrantEntry &) = default;
};

// What can be done to access, as values: the same one is previewed, applied and journalled.
struct SetAccessList // gives the item a list of its own
{
    LibraryItem item;
    QList<GrantEntry> entries;
};
struct ResetAccessList // back to the parent's
{
    LibraryItem item;
};
struct SetPublicView
{
    RecordingId recording;
    bool isPublic = false;
};
struct MoveRecordings
{
    QList<RecordingId> recordings;
    FolderId to;
};
struct MoveFolder
{
    FolderId folder;
    FolderId to;
};
struct SetMembership
{
    GroupId group;
    Principal member;
    bool isMember = true;
};
struct RemoveGroup
{
    GroupId group;
};
struct SetStanding // the role goes to the built-in groups
{
    PersonId person;
    Standing standing;
};
struct RemovePerson
{
    PersonId person;
};
struct MergePeople // all of `other` goes to `kept`
{
    PersonId kept;
    PersonId other;
};
struct FileApart // several moves at once; no recording is in two of them
{
    QList<MoveRecordings> moves;
};

using AccessChange = std::variant<SetAccessList, ResetAccessList, SetPublicView, MoveRecordings, MoveFolder, SetMembership,
                                  RemoveGroup, SetStanding, RemovePerson, MergePeople, FileApart>;

// People and groups change; lists stay with their items.
bool isOfPeople(const AccessChange &change);

// The scope of the list that the item has or would have.
AccessScope ownScope(const LibraryItem &item);
std::vector<AccessEntry> entriesFrom(const SetAccessList &change);
// Which of two people's entries on one item remains when they become one: what holds yet, then Denied before Manage before Publish
// before View, then the later end.
AccessEntry strongerEntry(const AccessEntry &ours, const AccessEntry &theirs, qint64 nowMs);
// The rows as the change leaves them. Changes of recordings alone leave them as they are, but for their own lists.
AccessRows changedRows(AccessRows rows, const AccessChange &change, qint64 nowMs);

} // namespace letopis
