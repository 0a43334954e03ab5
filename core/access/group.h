#pragma once

#include "core/access/person.h"

#include <variant>

namespace letopis {

using GroupId = StrongId<struct GroupTag>;

// Cannot be renamed or deleted; membership gives the role, save in Authors, which is a ready-made group to grant Publish to.
enum class BuiltInGroup { Administrators, LimitedAdministrators, Moderators, Viewers, Authors };

QString builtInGroupName(BuiltInGroup group); // "administrators" …: database, command line; windows have their own words
std::optional<BuiltInGroup> builtInGroupFromName(const QString &name);
std::optional<Role> roleOf(BuiltInGroup group);
BuiltInGroup groupOf(Role role);

struct Group
{
    GroupId id;
    QString uuid;
    QString name;
    std::optional<BuiltInGroup> builtIn;

    friend bool operator==(const Group &, const Group &) = default;
};

// Whom an entry is for.
using Principal = std::variant<PersonId, GroupId>;

struct NamedPrincipal
{
    Principal principal;
    QString name; // plain text
    QString detail; // a person's login; empty for groups
    std::optional<BuiltInGroup> builtIn;

    friend bool operator==(const NamedPrincipal &, const NamedPrincipal &) = default;
};

} // namespace letopis
