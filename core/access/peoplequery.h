#pragma once

#include "core/access/group.h"

#include <QHash>

namespace letopis {

// Whoever has no login (e-mail) comes last by it, or first where it is turned round.
enum class PeopleOrder { Name, Login, Email };

struct PeopleQuery
{
    QString text; // each word begins a word of the name, the login, or the e-mail
    std::optional<GroupId> group; // members, however deep
    std::optional<Role> role;
    bool onlyWithLogin = false;
    PeopleOrder order = PeopleOrder::Name;
    bool isDescending = false;

    friend bool operator==(const PeopleQuery &, const PeopleQuery &) = default;
};

struct PeoplePage
{
    QList<Person> people;
    QByteArray next;                  // empty: the last page
    QHash<PersonId, int> groupCounts; // direct ones that give no role; nobody with none is in it
};

} // namespace letopis
