#pragma once

#include "core/access/capability.h"

namespace letopis {

// How far somebody may go with people and groups: a Moderator adds viewers; a Limited administrator, where given people,
// manages those below the administrators; roles of administrators and their switches are an Administrator's alone.
enum class PeopleAuthority { Nothing, AddViewers, BelowAdministrators, Everybody };

PeopleAuthority peopleAuthority(const Standing &standing);

// Whether they may add people of the role, or give it.
constexpr bool mayMake(PeopleAuthority authority, Role role)
{
    return authority == PeopleAuthority::Everybody
           || (authority == PeopleAuthority::BelowAdministrators && role < Role::LimitedAdministrator)
           || (authority == PeopleAuthority::AddViewers && role == Role::Viewer);
}

// Whether they may change or remove people who have the role, or take it away.
constexpr bool mayChange(PeopleAuthority authority, Role role)
{
    return authority >= PeopleAuthority::BelowAdministrators && mayMake(authority, role);
}

} // namespace letopis
