#pragma once

#include "core/access/group.h"
#include "core/storage/connection.h"

#include <QHash>

namespace letopis {

// Roles as memberships give them, however deep, found for all people of a question at once. Inside the caller's transaction.

constexpr GroupId idOf(BuiltInGroup group)
{
    return {qint64(group) + 1}; // as 0003_access.sql numbers them
}
constexpr bool isRoleGroup(GroupId group)
{
    return group.value >= 1 && group.value <= 4;
}

QString jsonArray(const QList<PersonId> &ids); // for json_each()

Result<QHash<PersonId, Role>> readRoles(Connection &connection, const QList<PersonId> &people); // Viewers are left out
Result<QHash<PersonId, Role>> readAllRoles(Connection &connection);                             // the same
// What being in the group makes somebody, through the groups it is in; nothing: no role.
Result<QHash<GroupId, Role>> readRolesOfGroups(Connection &connection);
Result<std::optional<Role>> roleGivenBy(Connection &connection, GroupId group);
Result<bool> hasAdministrator(Connection &connection); // who can sign in: has a login, is not blocked

// Moderators and above who own no folder, by id.
Result<QHash<PersonId, QString>> moderatorsWithoutFolder(Connection &connection);

} // namespace letopis
