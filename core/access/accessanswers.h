#pragma once

#include "core/access/accesspreview.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace letopis {

struct NamedGrant
{
    GrantEntry entry;
    NamedPrincipal principal;
    QString grantedBy;
    qint64 grantedAtMs = 0;
};

// The list that governs an item, and where it comes from.
struct AccessList
{
    QList<NamedGrant> entries; // groups first, then by name
    bool isOwn = false;
    LibraryItem holder;     // whose list it is: the item or a folder above it
    QString holderName;     // empty: a root
    bool isPublic = false;  // of a recording
    PermissionSet forActor; // what holds for who asked
};

// A preview with the names it needs.
struct NamedPreview
{
    AccessPreview preview;
    QHash<PersonId, NamedPrincipal> people; // of preview.people
    QHash<GroupId, Group> groups;           // of preview.cycle
};

// A trace with the names it needs.
struct AccessExplanation
{
    NamedPrincipal person;
    AccessTrace trace;
    QHash<GroupId, Group> groups; // of the paths
    QString itemName;
    QString holderName;           // the folder or recording whose list decided
    bool isHolderHidden = false;  // a folder that is closed to who asked: neither its name nor its number
    bool isHolderTheItem = false;
    std::optional<Refusal> editInformation, editMaterials, grant; // what the role makes of it
};

struct AccessHolder
{
    NamedPrincipal person;
    PermissionSet permissions;
    RulingLevel level = RulingLevel::Groups;
    std::optional<Group> through; // the group that gave it, where one did
};

// Which holders of a list: whose name or login has each word of the text in it, without the first of these.
struct HolderPage
{
    QString text;
    qsizetype offset = 0;
};

struct AccessHolders
{
    QList<AccessHolder> people; // by name
    qint64 count = 0;           // of all, where the list was cut
    qint64 found = 0;           // of those the text is about
    bool isPublic = false;      // then everybody
};

inline bool isAbout(const NamedPrincipal &person, const QStringList &words)
{
    const QString text = person.name + u'\n' + person.detail;
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace letopis
