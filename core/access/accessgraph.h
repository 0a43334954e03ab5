#pragma once

#include "core/access/folder.h"

#include <unordered_map>
#include <vector>

namespace letopis {

// One line of an item's list. `scope` names whose list it is in.
struct AccessEntry
{
    AccessScope scope;
    Principal principal;
    Permission permission = Permission::View;
    qint64 untilMs = 0; // epoch; 0: without end. From then on it counts no more

    bool holdsAt(qint64 nowMs) const { return untilMs == 0 || nowMs < untilMs; }
    friend bool operator==(const AccessEntry &, const AccessEntry &) = default;
};

// What rights rest on, as it is stored; in any order.
struct AccessRows
{
    struct PersonRow
    {
        PersonId id;
        bool isBlocked = false;
        AdminSwitches switches;
    };
    struct GroupRow
    {
        GroupId id;
        std::optional<BuiltInGroup> builtIn;
    };
    struct Membership
    {
        GroupId group;
        Principal member;
    };
    struct FolderRow
    {
        FolderId id;
        FolderId parent;
        bool hasOwnList = false;
    };

    std::vector<PersonRow> people;
    std::vector<GroupRow> groups;
    std::vector<Membership> memberships;
    std::vector<FolderRow> folders;
    std::vector<AccessEntry> entries;
};

// What a person is, whatever they were given.
struct Standing
{
    Role role = Role::Viewer;
    AdminSwitches switches;
    bool isBlocked = false; // then nothing else counts
    bool onlyLooks = false; // may change nothing (Actor::onlyLooks)

    friend bool operator==(const Standing &, const Standing &) = default;
};

// Everything a person can see, by lists and scopes: what a query for it needs.
struct PersonRights
{
    Standing standing;
    std::unordered_map<qint64, PermissionSet> byList; // key: AccessScope::value() of the list; nothing: absent

    bool seesAll() const { return !standing.isBlocked && standing.role == Role::Administrator; }
};

// Why, in the order it is told.
struct AccessTrace
{
    struct FromGroup
    {
        QList<GroupId> path; // the person is in the first, that in the next, …; the last one has the entry
        AccessEntry entry;
    };

    Standing standing;
    QList<GroupId> rolePath;      // through which the role came; empty: none gives one
    AccessScope list;             // whose list it is
    QList<FromGroup> groups;      // entries that count now
    PermissionSet groupsTogether;
    std::optional<AccessEntry> own;
    bool isPublic = false;
    Ruling ruling;
};

// Groups, folders and entries made ready for questions. Immutable, so that threads share it; answers are those of rule().
// Unknown ids answer as nobody and nothing; cycles do no harm. Times are epoch milliseconds.
class AccessGraph
{
public:
    AccessGraph() = default;
    explicit AccessGraph(AccessRows rows);

    Standing standing(PersonId person) const;
    bool isMember(PersonId person, GroupId group) const; // however deep
    std::vector<PersonId> membersOf(GroupId group) const;
    // The shortest way from the person up to the group; empty: no member.
    QList<GroupId> pathTo(PersonId person, GroupId group) const;
    // The chain group → … → group that adding `member` to `group` would close; empty: it would not.
    QList<GroupId> cycleWith(GroupId group, GroupId member) const;
    // People who are Administrators and not blocked.
    std::vector<PersonId> administrators() const;

    // Whose list governs the scope: its own or the nearest folder above that has one. The public switch is kept.
    AccessScope listOf(AccessScope scope) const;
    // The folder's own scope and those of the folders below it that inherit from it, its own first.
    std::vector<FolderId> inheritingFolders(FolderId folder) const;
    bool isBelow(FolderId folder, FolderId other) const; // or the same

    Ruling ruling(PersonId person, AccessScope scope, qint64 nowMs) const;
    AccessTrace trace(PersonId person, AccessScope scope, qint64 nowMs) const;
    PersonRights rights(PersonId person, qint64 nowMs) const;
    // Everyone whom the entries give anything, without Administrators and the blocked; Denied ones too.
    std::unordered_map<qint64, PermissionSet> peopleOf(const std::vector<AccessEntry> &entries, qint64 nowMs) const;
    std::vector<AccessEntry> entriesOf(AccessScope list) const;
    // When an entry next ends; 0: none does.
    qint64 nextExpiry(qint64 nowMs) const;

    const AccessRows &rows() const { return m_rows; }

private:
    using Index = qint32;
    // Rows of numbers, one behind the other: neighbours of i are at [begin[i], begin[i + 1]).
    struct Adjacency
    {
        std::vector<qint32> begin;
        std::vector<Index> values;

        void build(size_t nodes, const std::vector<std::pair<Index, Index>> &edges);
        struct Range
        {
            const Index *first;
            const Index *last;
            const Index *begin() const { return first; }
            const Index *end() const { return last; }
        };
        Range of(Index node) const;
    };

    void indexMembers();
    void indexEntries();
    Index personIndex(PersonId person) const; // -1: unknown
    Index groupIndex(GroupId group) const;
    std::vector<Index> groupsAbove(Index person) const;
    QList<GroupId> wayUp(std::vector<Index> open, Index goal) const;

    AccessRows m_rows; // entries sorted by list
    std::unordered_map<qint64, Index> m_people;
    std::unordered_map<qint64, Index> m_groups;
    std::unordered_map<qint64, Index> m_folders;
    Adjacency m_groupsOfPerson;  // direct
    Adjacency m_groupsOfGroup;   // direct, upwards
    Adjacency m_peopleOfGroup;   // direct
    Adjacency m_membersOfGroup;  // direct, groups
    Adjacency m_childFolders;
    Adjacency m_entriesOfPerson; // into m_rows.entries
    Adjacency m_entriesOfGroup;
};

} // namespace letopis
