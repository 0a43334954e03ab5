#include "core/access/group.h"

#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct BuiltIn
{
    QLatin1StringView name;
    std::optional<Role> role;
};

constexpr std::array<BuiltIn, 5> builtInGroups{{{"administrators"_L1, Role::Administrator},
                                                {"limited-administrators"_L1, Role::LimitedAdministrator},
                                                {"moderators"_L1, Role::Moderator},
                                                {"viewers"_L1, Role::Viewer},
                                                {"authors"_L1, {}}}};
} // namespace

QString builtInGroupName(BuiltInGroup group)
{
    return builtInGroups[size_t(group)].name;
}

std::optional<BuiltInGroup> builtInGroupFromName(const QString &name)
{
    for (size_t group = 0; group < builtInGroups.size(); ++group) {
        if (name == builtInGroups[group].name)
            return BuiltInGroup(group);
    }
    return {};
}

std::optional<Role> roleOf(BuiltInGroup group)
{
    return builtInGroups[size_t(group)].role;
}

BuiltInGroup groupOf(Role role)
{
    for (size_t group = 0; group < builtInGroups.size(); ++group) {
        if (builtInGroups[group].role == role)
            return BuiltInGroup(group);
    }
    return BuiltInGroup::Viewers;
}

} // namespace letopis
