#include "core/access/permission.h"

#include <QStringList>

#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct Named
{
    Permission permission;
    QLatin1StringView name;
};

constexpr std::array<Named, 4> permissions{{{Permission::View, "view"_L1},
                                            {Permission::Publish, "publish"_L1},
                                            {Permission::Manage, "manage"_L1},
                                            {Permission::Denied, "denied"_L1}}};

// Levels 1 to 4 and 6.
Ruling ruleByEntries(PermissionSet groups, std::optional<Permission> own)
{
    if (own == Permission::Denied)
        return {.result = Permission::Denied, .level = RulingLevel::OwnDenied};
    if (own)
        return {.result = groups.isDenied() ? PermissionSet(*own) : groups | *own, .level = RulingLevel::Own};
    if (groups.isDenied())
        return {.result = groups, .level = RulingLevel::GroupDenied};
    if (!groups.isNothing())
        return {.result = groups, .level = RulingLevel::Groups};
    return {};
}
} // namespace

QString permissionName(Permission permission)
{
    return permissions[size_t(permission)].name;
}

std::optional<Permission> permissionFromName(const QString &name)
{
    for (const Named &known : permissions) {
        if (name == known.name)
            return known.permission;
    }
    return {};
}

QString permissionSetName(PermissionSet set)
{
    QStringList names;
    for (const Named &known : permissions) {
        if (set.has(known.permission))
            names += known.name;
    }
    return names.join(u'+');
}

Ruling rule(PermissionSet groups, std::optional<Permission> own, bool isAdministrator, bool isPublic)
{
    if (isAdministrator)
        return {.result = PermissionSet(Permission::Publish) | Permission::Manage, .level = RulingLevel::Administrator};
    const Ruling ruling = ruleByEntries(groups, own);
    if (isPublic && ruling.result.isNothing())
        return {.result = Permission::View, .level = RulingLevel::Public};
    return ruling;
}

} // namespace letopis
