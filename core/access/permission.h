#pragma once

#include <QString>

#include <optional>

namespace letopis {

// What an entry gives a person or a group on a folder or recording (access.md, "Permissions on folders and recordings").
enum class Permission { View, Publish, Manage, Denied };

QString permissionName(Permission permission); // "view" …: database, command line, JSON
std::optional<Permission> permissionFromName(const QString &name);

// What entries come to together. View is contained in Publish and Manage; Publish and Manage stay two, as the library's
// tables show them. Denied is alone, and is not the same as nothing.
class PermissionSet
{
public:
    constexpr PermissionSet() = default;
    constexpr PermissionSet(Permission permission) // implicit: an entry is a set of one
        : m_bits(bitOf(permission))
    {
    }

    // Levels 1 and 2: what groups give adds up, and any Denied removes all of it.
    constexpr PermissionSet operator|(PermissionSet other) const { return fromBits(m_bits | other.m_bits); }
    constexpr PermissionSet &operator|=(PermissionSet other) { return *this = *this | other; }

    constexpr bool isNothing() const { return m_bits == 0; }
    constexpr bool isDenied() const { return m_bits & bitOf(Permission::Denied); }
    constexpr bool allowsView() const { return m_bits & ~bitOf(Permission::Denied); }
    constexpr bool allowsPublish() const { return m_bits & (bitOf(Permission::Publish) | bitOf(Permission::Manage)); }
    constexpr bool allowsManage() const { return m_bits & bitOf(Permission::Manage); }
    constexpr bool has(Permission permission) const { return m_bits & bitOf(permission); } // as shown

    friend constexpr bool operator==(PermissionSet, PermissionSet) = default;

private:
    static constexpr quint8 bitOf(Permission permission) { return quint8(1u << unsigned(permission)); }
    static constexpr PermissionSet fromBits(unsigned bits)
    {
        PermissionSet set;
        if (bits & bitOf(Permission::Denied))
            bits = bitOf(Permission::Denied);
        else if (bits & ~unsigned(bitOf(Permission::View)))
            bits &= ~unsigned(bitOf(Permission::View));
        set.m_bits = quint8(bits);
        return set;
    }

    quint8 m_bits = 0;
};

// Names joined by "+": "publish+manage"; empty: nothing.
QString permissionSetName(PermissionSet set);

// The level of precedence that decided (access.md, "Precedence, exactly"); Public is the switch beside them.
enum class RulingLevel { Groups = 1, GroupDenied = 2, Own = 3, OwnDenied = 4, Administrator = 5, Nothing = 6, Public = 7 };

struct Ruling
{
    PermissionSet result;
    RulingLevel level = RulingLevel::Nothing;

    friend bool operator==(const Ruling &, const Ruling &) = default;
};

// What holds for a person on an item, from what their groups give together (levels 1 and 2 are in its union), the entry of
// their own, and whether the item is public. A pure function: everything else answers as it does.
Ruling rule(PermissionSet groups, std::optional<Permission> own, bool isAdministrator, bool isPublic);

} // namespace letopis
