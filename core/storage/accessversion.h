#pragma once

#include "core/storage/connection.h"

namespace letopis {

// In every transaction that changes what rights rest on (roles, switches, blocked people, memberships, folders, entries): what
// was computed from them under another number is stale.
inline Result<> bumpAccessVersion(Connection &connection)
{
    using namespace Qt::Literals::StringLiterals;
    static const Statement bump{"access.bump"_L1, u"UPDATE access_version SET version = version + 1 WHERE id = 1"_s};
    const Result<Executed> bumped = connection.execute(bump, Values{});
    return bumped ? Result<>{} : Result<>{bumped.error()};
}

} // namespace letopis
