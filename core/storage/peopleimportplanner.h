#pragma once

#include "core/access/group.h"
#include "core/access/peopleauthority.h"
#include "core/access/peoplecsv.h"
#include "core/access/peopleimport.h"

#include <QHash>
#include <QSet>

namespace letopis {

// What a list is compared with.
struct PeopleKnown
{
    QList<Person> people;
    QHash<PersonId, QSet<GroupId>> groupsOf; // direct
    QHash<QString, Group> groups;            // by nameKey() of what a list calls them
    QHash<GroupId, Role> rolesOfGroups;      // of being in them, where they give one
    QHash<QString, ServerId> servers;        // by nameKey()
};

// A list of people → what it would do. Somebody is known by login, else by e-mail, else by an external id; somebody with none
// of them by name, where one contact alone has it. Pure; a line never depends on later ones.
class PeopleImportPlanner
{
public:
    PeopleImportPlanner(PeopleKnown known, PeopleAuthority authority);

    PeopleImportPlan plan(const PeopleCsv &csv);

private:
    using Line = PeopleImportPlan::Line;
    using Identity = std::pair<ServerId, QString>;
    struct Claim // who has a key: somebody known, or an earlier line
    {
        qsizetype person = -1;
        int line = 0;
        QString text;
    };

    void index(qsizetype person);
    Line planned(const PeopleCsvRow &row);
    bool readCells(const PeopleCsvRow &row, Line &line, std::optional<Role> &role, QList<Group> &groups);
    std::optional<Identity> identityFrom(const QString &text) const;
    qsizetype find(const Person &said, bool &isAmbiguous) const;
    Person merged(const Person *before, const Person &said, std::optional<Role> role) const;
    void judge(Line &line, qsizetype self, const QList<Group> &groups);
    void findTaken(Line &line, qsizetype self);
    void claim(const Line &line, qsizetype self);
    bool isAllowed(const Line &line, const QList<Group> &groups) const;
    Role roleThroughGroups(PersonId person) const;

    PeopleKnown m_known;
    PeopleAuthority m_authority;
    QHash<QString, Claim> m_logins;
    QHash<QString, Claim> m_emails;
    QHash<Identity, Claim> m_identities;
    QHash<QString, Claim> m_skeletons;
    QMultiHash<QString, qsizetype> m_contacts; // without login and e-mail, by name
    QHash<qsizetype, int> m_lines;             // that a person was found in already
    QHash<QString, int> m_contactLines;        // new contacts, by name
};

} // namespace letopis
