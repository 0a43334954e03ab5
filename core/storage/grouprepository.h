#pragma once

#include "core/access/peopleauthority.h"
#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/storage/database.h"

namespace letopis {

// Groups and who is in them. Any thread. `authority`: how far the actor may go, PermissionDenied beyond it.
class GroupRepository
{
public:
    GroupRepository(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    static constexpr int mostMembers = 10'000;

    QFuture<Result<QList<Group>>> groups() const; // built-in ones first, then by name
    QFuture<Result<QList<NamedPrincipal>>> members(GroupId group) const; // direct; groups first, then by name. NotFound
    QFuture<Result<QList<Group>>> groupsOf(const Principal &principal) const; // direct
    // InvalidInput, AlreadyExists; built-in ones are not renamed or removed: PermissionDenied.
    QFuture<Result<GroupId>> add(const Actor &actor, PeopleAuthority authority, const QString &name);
    QFuture<Result<>> rename(const Actor &actor, PeopleAuthority authority, GroupId group, const QString &name);
    QFuture<Result<>> remove(const Actor &actor, PeopleAuthority authority, GroupId group);
    // NotFound; InvalidInput with GuardEvidence: a cycle, or the last Administrator would be gone.
    QFuture<Result<>> setMember(const Actor &actor, PeopleAuthority authority, GroupId group, const Principal &member,
                                bool isMember);

private:
    template <typename F>
    auto write(const Actor &actor, PeopleAuthority authority, F f);

    Database &m_database;
    const Clock &m_clock;
};

} // namespace letopis
