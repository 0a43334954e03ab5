#pragma once

#include "core/access/accessgraph.h"
#include "core/storage/database.h"

namespace letopis::testing {

using namespace Qt::Literals::StringLiterals;

// Writes rows of people, groups, folders and entries as they are, past every rule: for tests of what reads them. The built-in
// groups and the roots are there already.
inline Result<> storeAccess(Connection &connection, const AccessRows &rows)
{
    const auto run = [&](const QString &sql, const Values &values) -> Result<> {
        const Result<Executed> done = connection.execute({"test.access"_L1, sql}, values);
        return done ? Result<>() : Result<>(done.error());
    };
    Result<> done;
    for (const AccessRows::PersonRow &person : rows.people) {
        const QString name = u"Person %1"_s.arg(person.id.value);
        if (done)
            done = run(u"INSERT INTO person (id, uuid, name, sort_key, is_blocked) VALUES (?, ?, ?, ?, ?)"_s,
                       {person.id.value, u"person-%1"_s.arg(person.id.value), name, name, person.isBlocked});
    }
    for (const AccessRows::GroupRow &group : rows.groups) {
        const QString name = u"Group %1"_s.arg(group.id.value);
        if (done && !group.builtIn)
            done = run(u"INSERT OR IGNORE INTO person_group (id, uuid, name, sort_key) VALUES (?, ?, ?, ?)"_s, {group.id.value, name, name, name});
    }
    for (const AccessRows::Membership &membership : rows.memberships) {
        if (!done)
            break;
        if (const auto *person = std::get_if<PersonId>(&membership.member))
            done = run(u"INSERT OR IGNORE INTO group_person VALUES (?, ?)"_s, {membership.group.value, person->value});
        else
            done = run(u"INSERT OR IGNORE INTO group_group VALUES (?, ?)"_s,
                       {membership.group.value, std::get<GroupId>(membership.member).value});
    }
    for (const AccessRows::FolderRow &folder : rows.folders) {
        const QString name = u"Folder %1"_s.arg(folder.id.value);
        if (done && folder.parent.isValid())
            done = run(u"INSERT INTO folder (id, uuid, parent_id, name, sort_key, has_own_list) VALUES (?, ?, ?, ?, ?, ?)"_s,
                       {folder.id.value, name, folder.parent.value, name, name, folder.hasOwnList});
    }
    for (const AccessEntry &entry : rows.entries) {
        if (!done)
            break;
        const auto *person = std::get_if<PersonId>(&entry.principal);
        done = run(u"INSERT OR IGNORE INTO access_entry VALUES (?, ?, ?, ?, ?, 'test', 0)"_s,
                   {entry.scope.value(), person ? u"person"_s : u"group"_s,
                    person ? person->value : std::get<GroupId>(entry.principal).value, permissionName(entry.permission), entry.untilMs});
    }
    if (done)
        done = run(u"UPDATE access_version SET version = version + 1"_s, {});
    return done;
}

} // namespace letopis::testing
