#include "core/storage/peoplewrite.h"

#include "core/access/accesspreview.h"
#include "core/storage/accessversion.h"
#include "core/storage/folderrows.h"
#include "core/storage/rolerows.h"
#include "core/storage/searchtext.h"

#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

Result<> PeopleWrite::journal(const QString &action, const JsonObjectWriter &details)
{
    AuditEvent event;
    event.atMs = m_nowMs;
    event.actor = m_actor.login;
    event.action = action;
    event.details = details.toUtf8();
    return m_audit.append(m_connection, std::move(event));
}

Result<PeopleWrite::Before> PeopleWrite::beginChange()
{
    const Result<bool> administrator = hasAdministrator(m_connection);
    if (!administrator)
        return administrator.error();
    const Result<QHash<PersonId, QString>> without = moderatorsWithoutFolder(m_connection);
    if (!without)
        return without.error();
    const Result<Role> own = ownRole();
    if (!own)
        return own.error();
    return Before{.hadAdministrator = *administrator, .ownRole = *own, .withoutFolder = *without};
}

Result<Role> PeopleWrite::ownRole() const
{
    if (m_actor.kind != ActorKind::Person)
        return Role::Viewer; // has none to lose
    const Result<QHash<PersonId, Role>> roles = readRoles(m_connection, {m_actor.person});
    return roles ? Result<Role>(roles->value(m_actor.person, Role::Viewer)) : Result<Role>(roles.error());
}

Result<> PeopleWrite::endChange(const Before &before)
{
    const Result<bool> administrator = hasAdministrator(m_connection);
    if (!administrator)
        return administrator.error();
    if (before.hadAdministrator && !*administrator)
        return Error{ErrorKind::InvalidInput, u"the last Administrator would be gone"_s, {},
                     GuardEvidence{.guards = {AccessGuard::LastAdministrator}, .cycle = {}}};
    const Result<Role> own = ownRole();
    if (!own)
        return own.error();
    if (*own < before.ownRole)
        return Error{ErrorKind::InvalidInput, u"you would lose your own role"_s, {},
                     GuardEvidence{.guards = {AccessGuard::LocksYouOut}, .cycle = {}}};
    const Result<QHash<PersonId, QString>> without = moderatorsWithoutFolder(m_connection);
    if (!without)
        return without.error();
    QList<PersonId> owners = without->keys();
    std::sort(owners.begin(), owners.end());
    for (const PersonId owner : std::as_const(owners)) {
        // Whoever was a Moderator before had theirs, and somebody took it away.
        if (before.withoutFolder.contains(owner))
            continue;
        if (Result<> added = addFolder(owner, without->value(owner)); !added)
            return added;
    }
    return bumpAccessVersion(m_connection);
}

// A number behind it where the name is taken: found in one query, since a thousand people may have one name.
Result<QString> PeopleWrite::freeFolderName(const QString &wanted)
{
    QString name = wanted.simplified();
    name.replace(u'/', u'-'); // which separates folders in a path
    static const Statement taken{"folder.takenNames"_L1,
                                 u"SELECT sort_key FROM folder WHERE parent_id = :parent AND sort_key >= :key AND sort_key < :end"_s};
    const QString key = nameKey(name);
    QSet<QString> keys;
    const Bindings range{{":parent"_L1, peopleFolder.value}, {":key"_L1, key}, {":end"_L1, QString(key + u" ("_s + QChar(0x3A))}};
    const Result<> read = m_connection.forEachRaw(taken, range, [&](const QSqlQuery &row) { keys += row.value(0).toString(); });
    if (!read)
        return read.error();
    QString free = name;
    for (int number = 2; keys.contains(nameKey(free)); ++number)
        free = u"%1 (%2)"_s.arg(name).arg(number);
    return free;
}

Result<> PeopleWrite::addFolder(PersonId owner, const QString &wanted)
{
    const Result<QString> name = freeFolderName(wanted);
    if (!name)
        return name.error();
    const Result<FolderId> added = insertFolder(
        m_connection, {.id = {}, .uuid = {}, .parent = peopleFolder, .name = *name, .owner = owner, .hasOwnList = true});
    if (!added)
        return added.error();
    static const Statement grant{
        "folder.grantOwner"_L1,
        u"INSERT INTO access_entry (scope, principal_kind, principal_id, permission, until_ms, granted_by, granted_at_ms) "
        "VALUES (?, 'person', ?, ?, 0, ?, ?)"_s};
    const Values values{AccessScope::ofFolder(*added).value(), owner.value, permissionName(Permission::Manage),
                        m_actor.login, m_nowMs};
    if (Result<> granted = asResult(m_connection.execute(grant, values)); !granted)
        return granted;
    return journal(u"folder.added"_s, JsonObjectWriter().add("folder"_L1, added->value).add("name"_L1, *name).add("owner"_L1, owner.value));
}

Error beyondAuthority(PeopleAuthority authority, const QString &subject)
{
    const Capability needed = authority == PeopleAuthority::Nothing ? Capability::AddViewers : Capability::ManagePeople;
    return refused(needed, Refusal::Role, subject);
}

} // namespace letopis
