#include "core/access/peopleauthority.h"

namespace letopis {

PeopleAuthority peopleAuthority(const Standing &standing)
{
    if (refusalByRole(standing, Capability::ManagePeople) == Refusal::None)
        return standing.role == Role::Administrator ? PeopleAuthority::Everybody : PeopleAuthority::BelowAdministrators;
    return refusalByRole(standing, Capability::AddViewers) == Refusal::None ? PeopleAuthority::AddViewers
                                                                            : PeopleAuthority::Nothing;
}

} // namespace letopis
