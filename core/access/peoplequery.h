#pragma once

#include "core/access/group.h"

namespace letopis {

struct PeopleQuery
{
    QString text; // each word begins a word of the name, the login, or the e-mail
    std::optional<GroupId> group; // members, however deep
    std::optional<Role> role;
    bool onlyWithLogin = false;
};

struct PeoplePage
{
    QList<Person> people; // by name
    QByteArray next;      // empty: the last page
};

} // namespace letopis
