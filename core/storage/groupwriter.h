#pragma once

#include "core/storage/peoplewrite.h"

namespace letopis {

// Adds, renames, removes groups and changes who is in them, inside the caller's transaction. An error means that the
// transaction is to be rolled back.
class GroupWriter
{
public:
    explicit GroupWriter(PeopleWrite &write)
        : m_write(write)
    {
    }

    Result<GroupId> add(const QString &name);
    Result<> rename(GroupId id, const QString &name);
    Result<> remove(GroupId id);
    Result<> setMember(GroupId group, const Principal &member, bool isMember);
    // Of somebody new or in an import: whoever may add viewers may put them into a group that gives no role.
    Result<> enrol(GroupId group, PersonId person);

private:
    Result<> checkName(const QString &name, GroupId self);
    Result<> mayTouch(const Group &group);
    Result<> checkNesting(const Group &group, const Group &member);
    Result<> storeMember(const Group &group, const Principal &member, const QString &memberName, bool isMember);

    PeopleWrite &m_write;
};

Result<Group> readGroup(Connection &connection, GroupId id); // NotFound
Result<QList<Group>> readGroups(Connection &connection);     // built-in ones first, then by name

} // namespace letopis
