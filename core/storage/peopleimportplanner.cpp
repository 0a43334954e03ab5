#include "core/storage/peopleimportplanner.h"

#include "core/storage/personrows.h"
#include "core/storage/rolerows.h"
#include "core/storage/searchtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
using Kind = PeopleImportPlan::Kind;

QString calledBy(const Person &person)
{
    return person.login.isEmpty() ? person.name : person.login;
}
} // namespace

PeopleImportPlanner::PeopleImportPlanner(PeopleKnown known, PeopleAuthority authority)
    : m_known(std::move(known))
    , m_authority(authority)
{
    for (qsizetype person = 0; person < m_known.people.size(); ++person)
        index(person);
}

void PeopleImportPlanner::index(qsizetype at)
{
    const Person &person = m_known.people[at];
    const Claim claim{.person = at, .line = 0, .text = calledBy(person)};
    if (!person.login.isEmpty()) {
        m_logins.insert(loginKey(person.login), claim);
        m_skeletons.insert(loginSkeleton(person.login), claim);
    }
    if (!person.email.isEmpty())
        m_emails.insert(emailKey(person.email), claim);
    for (const Identity &identity : person.externalIds)
        m_identities.insert(identity, claim);
    if (person.login.isEmpty() && person.email.isEmpty())
        m_contacts.insert(nameKey(person.name), at);
}

PeopleImportPlan PeopleImportPlanner::plan(const PeopleCsv &csv)
{
    PeopleImportPlan plan;
    plan.ignoredColumns = csv.ignoredColumns;
    plan.lines.reserve(csv.rows.size());
    for (const PeopleCsvRow &row : csv.rows)
        plan.lines += planned(row);
    return plan;
}

PeopleImportPlan::Line PeopleImportPlanner::planned(const PeopleCsvRow &row)
{
    Line line;
    line.number = row.line;
    std::optional<Role> role;
    QList<Group> groups;
    if (!readCells(row, line, role, groups)) {
        line.kind = Kind::Error;
        return line;
    }
    bool isAmbiguous = false;
    const qsizetype self = find(line.person, isAmbiguous);
    const Person *before = self >= 0 ? &m_known.people[self] : nullptr;
    line.person = merged(before, line.person, role);
    if (before)
        line.before = *before;
    if (isAmbiguous)
        line.unreadable = u"name: "_s + row.name.left(80);
    if (role && before && roleThroughGroups(before->id) > *role)
        line.unreadable = u"role: "_s + row.role;
    judge(line, self, groups);
    if (line.kind != Kind::Changed)
        line.before.reset();
    claim(line, self);
    return line;
}

bool PeopleImportPlanner::readCells(const PeopleCsvRow &row, Line &line, std::optional<Role> &role, QList<Group> &groups)
{
    static const QRegularExpression language(u"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"_s);
    line.person.name = row.name;
    line.person.login = row.login;
    line.person.email = row.email;
    line.person.language = row.language;
    line.unreadable = row.unreadable;
    role = roleFromName(row.role.toLower());
    if (!row.role.isEmpty() && !role)
        line.unreadable = u"role: "_s + row.role.left(80);
    if (!row.language.isEmpty() && !language.match(row.language).hasMatch())
        line.unreadable = u"language: "_s + row.language.left(80);
    for (const QString &name : row.groups) {
        const auto group = m_known.groups.constFind(nameKey(name));
        if (group == m_known.groups.constEnd() || isRoleGroup(group->id))
            line.unreadable = u"groups: "_s + name.left(80);
        else
            groups += *group;
    }
    for (const QString &text : row.externalIds) {
        if (const std::optional<Identity> identity = identityFrom(text))
            line.person.externalIds += *identity;
        else
            line.unreadable = u"external_ids: "_s + text.left(80);
    }
    return line.unreadable.isEmpty();
}

// Names of servers may hold a colon, and ids too: the longest name that is a server's counts.
std::optional<PeopleImportPlanner::Identity> PeopleImportPlanner::identityFrom(const QString &text) const
{
    for (qsizetype colon = text.lastIndexOf(u':'); colon > 0; colon = text.lastIndexOf(u':', colon - 1)) {
        const auto server = m_known.servers.constFind(nameKey(text.left(colon)));
        const QString id = text.sliced(colon + 1).trimmed();
        if (server != m_known.servers.constEnd() && !id.isEmpty() && id.size() <= 300)
            return Identity{*server, id};
    }
    return {};
}

qsizetype PeopleImportPlanner::find(const Person &said, bool &isAmbiguous) const
{
    if (const qsizetype found = m_logins.value(loginKey(said.login)).person; found >= 0)
        return found;
    // Somebody who has another login is another person.
    const auto canBe = [&](qsizetype person) {
        return person >= 0 && (said.login.isEmpty() || m_known.people[person].login.isEmpty());
    };
    if (const qsizetype found = m_emails.value(emailKey(said.email)).person; canBe(found))
        return found;
    for (const Identity &identity : said.externalIds) {
        if (const qsizetype found = m_identities.value(identity).person; canBe(found))
            return found;
    }
    if (!said.login.isEmpty() || !said.email.isEmpty() || !said.externalIds.isEmpty())
        return -1;
    const QList<qsizetype> named = m_contacts.values(nameKey(said.name));
    isAmbiguous = named.size() > 1;
    return named.isEmpty() ? -1 : named.first();
}

Person PeopleImportPlanner::merged(const Person *before, const Person &said, std::optional<Role> role) const
{
    Person person = before ? *before : Person();
    const auto put = [](QString &field, const QString &cell) {
        if (!cell.isEmpty())
            field = cell;
    };
    put(person.name, said.name);
    put(person.login, said.login);
    put(person.email, said.email);
    put(person.language, said.language);
    person.role = role.value_or(person.role);
    person.externalIds += said.externalIds;
    return normalised(person);
}

void PeopleImportPlanner::judge(Line &line, qsizetype self, const QList<Group> &groups)
{
    const QSet<GroupId> present = self >= 0 ? m_known.groupsOf.value(m_known.people[self].id) : QSet<GroupId>();
    for (const Group &group : groups) {
        if (!present.contains(group.id) && !line.groups.contains(group.name))
            line.groups += group.name;
    }
    line.problems = problemsIn(line.person);
    findTaken(line, self);
    if (self >= 0 && m_lines.contains(self))
        line.sameAsLine = m_lines.value(self);
    const bool isNamedOnly = self < 0 && line.person.login.isEmpty() && line.person.email.isEmpty() && line.person.externalIds.isEmpty();
    if (isNamedOnly && m_contactLines.contains(nameKey(line.person.name)))
        line.sameAsLine = m_contactLines.value(nameKey(line.person.name));
    const bool isSame = line.before && *line.before == line.person && line.groups.isEmpty();
    line.kind = !line.before ? Kind::Added : isSame ? Kind::Unchanged : Kind::Changed;
    line.isRefused = !isAllowed(line, groups);
    const bool isWrong = std::any_of(line.problems.begin(), line.problems.end(),
                                     [](const PersonProblem &problem) { return !problem.isWarning(); });
    if (isWrong || line.isRefused || line.sameAsLine > 0 || !line.unreadable.isEmpty())
        line.kind = Kind::Error;
}

void PeopleImportPlanner::findTaken(Line &line, qsizetype self)
{
    const auto check = [&](const Claim &claim, PersonProblem::Kind kind) {
        if (claim.line > 0)
            line.sameAsLine = claim.line;
        else if (claim.person >= 0 && claim.person != self)
            line.problems += {.kind = kind, .text = claim.text};
    };
    if (!line.person.login.isEmpty()) {
        const QString key = loginKey(line.person.login);
        check(m_logins.value(key), PersonProblem::Kind::LoginTaken);
        const Claim alike = m_skeletons.value(loginSkeleton(line.person.login));
        const bool isOther = (alike.line > 0 || (alike.person >= 0 && alike.person != self)) && !m_logins.contains(key);
        if (isOther)
            line.problems += {.kind = PersonProblem::Kind::LoginLooksAlike, .text = alike.text};
    }
    if (!line.person.email.isEmpty())
        check(m_emails.value(emailKey(line.person.email)), PersonProblem::Kind::EmailTaken);
    for (const Identity &identity : std::as_const(line.person.externalIds))
        check(m_identities.value(identity), PersonProblem::Kind::ExternalIdTaken);
}

// From here on the line has its keys. Those of somebody known stay where they are: m_lines tells of them.
void PeopleImportPlanner::claim(const Line &line, qsizetype self)
{
    if (line.kind == Kind::Error)
        return;
    if (self >= 0)
        m_lines.insert(self, line.number);
    const Claim claim{.person = -1, .line = line.number, .text = calledBy(line.person)};
    const auto put = [&](auto &claims, const auto &key) {
        if (!claims.contains(key))
            claims.insert(key, claim);
    };
    if (!line.person.login.isEmpty()) {
        put(m_logins, loginKey(line.person.login));
        put(m_skeletons, loginSkeleton(line.person.login));
    }
    if (!line.person.email.isEmpty())
        put(m_emails, emailKey(line.person.email));
    for (const Identity &identity : line.person.externalIds)
        put(m_identities, identity);
    if (self < 0 && line.person.login.isEmpty() && line.person.email.isEmpty() && line.person.externalIds.isEmpty())
        m_contactLines.insert(nameKey(line.person.name), line.number);
}

bool PeopleImportPlanner::isAllowed(const Line &line, const QList<Group> &groups) const
{
    if (line.kind == Kind::Unchanged)
        return true;
    for (const Group &group : groups) {
        if (line.groups.contains(group.name) && !mayMake(m_authority, m_known.rolesOfGroups.value(group.id, Role::Viewer)))
            return false;
    }
    if (line.before)
        return mayChange(m_authority, line.before->role) && mayChange(m_authority, line.person.role);
    return mayMake(m_authority, line.person.role);
}

// What remains of a role when the direct one is taken away.
Role PeopleImportPlanner::roleThroughGroups(PersonId person) const
{
    Role role = Role::Viewer;
    for (const GroupId group : m_known.groupsOf.value(person)) {
        if (!isRoleGroup(group))
            role = std::max(role, m_known.rolesOfGroups.value(group, Role::Viewer));
    }
    return role;
}

} // namespace letopis
