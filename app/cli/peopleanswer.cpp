#include "app/cli/peopleanswer.h"

#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Kind = PeopleImportPlan::Kind;

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Added: return u"added"_s;
    case Kind::Changed: return u"changed"_s;
    case Kind::Unchanged: return u"unchanged"_s;
    case Kind::Error: return u"error"_s;
    }
    return {};
}

QString problemName(PersonProblem::Kind kind)
{
    switch (kind) {
    case PersonProblem::Kind::NameMissing: return u"nameMissing"_s;
    case PersonProblem::Kind::NameTooLong: return u"nameTooLong"_s;
    case PersonProblem::Kind::LoginInvalid: return u"loginInvalid"_s;
    case PersonProblem::Kind::LoginTooLong: return u"loginTooLong"_s;
    case PersonProblem::Kind::LoginTaken: return u"loginTaken"_s;
    case PersonProblem::Kind::LoginLooksAlike: return u"loginLooksAlike"_s;
    case PersonProblem::Kind::EmailInvalid: return u"emailInvalid"_s;
    case PersonProblem::Kind::EmailTaken: return u"emailTaken"_s;
    case PersonProblem::Kind::ExternalIdTaken: return u"externalIdTaken"_s;
    }
    return {};
}

struct FieldChange
{
    QString field;
    QString before;
    QString after;
};

QList<FieldChange> changesOf(const PeopleImportPlan::Line &line)
{
    QList<FieldChange> changes;
    const Person before = line.before.value_or(Person());
    const auto compare = [&](const QString &field, const QString &was, const QString &is) {
        if (was != is)
            changes += {field, was, is};
    };
    compare(u"name"_s, before.name, line.person.name);
    compare(u"login"_s, before.login, line.person.login);
    compare(u"email"_s, before.email, line.person.email);
    compare(u"language"_s, before.language, line.person.language);
    compare(u"role"_s, line.before ? roleName(before.role) : QString(), roleName(line.person.role));
    QStringList ids;
    for (const auto &id : line.person.externalIds) {
        if (!before.externalIds.contains(id))
            ids += id.second;
    }
    compare(u"externalIds"_s, {}, ids.join(u", "_s));
    return changes;
}

QString differenceText(const PeopleImportPlan::Line &line)
{
    QStringList parts;
    if (!line.unreadable.isEmpty())
        parts += Cli::tr("cannot be read: %1").arg(line.unreadable);
    if (line.sameAsLine > 0)
        parts += Cli::tr("the same person as in line %1").arg(line.sameAsLine);
    if (line.isRefused)
        parts += Cli::tr("your role does not allow this");
    for (const PersonProblem &problem : line.problems)
        parts += problemText(problem);
    if (line.kind == Kind::Changed) {
        for (const FieldChange &change : changesOf(line))
            parts += u"%1: %2 → %3"_s.arg(change.field, change.before, change.after);
    }
    if (!line.groups.isEmpty() && line.kind != Kind::Error)
        parts += Cli::tr("into: %1").arg(line.groups.join(u", "_s));
    return parts.join(u"; "_s);
}

QString problemsCell(const PeopleImportPlan::Line &line)
{
    QStringList parts;
    if (!line.unreadable.isEmpty())
        parts += u"unreadable"_s;
    if (line.sameAsLine > 0)
        parts += u"sameAsLine:"_s + QString::number(line.sameAsLine);
    if (line.isRefused)
        parts += u"refused"_s;
    for (const PersonProblem &problem : line.problems)
        parts += problemName(problem.kind);
    for (const FieldChange &change : line.kind == Kind::Changed ? changesOf(line) : QList<FieldChange>())
        parts += change.field;
    return parts.join(u' ');
}

QString groupWord(const Group &group)
{
    return group.builtIn ? builtInGroupName(*group.builtIn) : group.name;
}
} // namespace

QJsonObject personJson(const Person &person)
{
    QJsonArray ids;
    for (const auto &[server, id] : person.externalIds)
        ids += QJsonObject{{u"server"_s, server.value}, {u"id"_s, id}};
    return {{u"id"_s, person.id.value},
            {u"uuid"_s, person.uuid},
            {u"name"_s, person.name},
            {u"login"_s, person.login},
            {u"email"_s, person.email},
            {u"role"_s, roleName(person.role)},
            {u"switches"_s, QJsonArray::fromStringList(adminSwitchNames(person.switches))},
            {u"language"_s, person.language},
            {u"blocked"_s, person.isBlocked},
            {u"externalIds"_s, ids}};
}

QJsonObject groupJson(const Group &group)
{
    return {{u"id"_s, group.id.value}, {u"uuid"_s, group.uuid}, {u"name"_s, groupWord(group)}, {u"builtIn"_s, group.builtIn.has_value()}};
}

QString principalKindName(const Principal &principal)
{
    return std::holds_alternative<PersonId>(principal) ? u"person"_s : u"group"_s;
}

QString principalKindText(const QString &name)
{
    return name == "person"_L1 ? Cli::tr("person") : Cli::tr("group");
}

QJsonObject principalJson(const NamedPrincipal &principal)
{
    const auto *person = std::get_if<PersonId>(&principal.principal);
    return {{u"kind"_s, principalKindName(principal.principal)},
            {u"id"_s, person ? person->value : std::get<GroupId>(principal.principal).value},
            {u"name"_s, principal.name},
            {u"login"_s, principal.detail}};
}

QJsonObject importLineJson(const PeopleImportPlan::Line &line)
{
    QJsonArray problems;
    for (const PersonProblem &problem : line.problems)
        problems += QJsonObject{{u"problem"_s, problemName(problem.kind)}, {u"text"_s, problem.text}, {u"warning"_s, problem.isWarning()}};
    QJsonObject changes;
    for (const FieldChange &change : changesOf(line))
        changes.insert(change.field, QJsonArray{change.before, change.after});
    return {{u"line"_s, line.number},
            {u"kind"_s, kindName(line.kind)},
            {u"name"_s, line.person.name},
            {u"login"_s, line.person.login},
            {u"changes"_s, changes},
            {u"groups"_s, QJsonArray::fromStringList(line.groups)},
            {u"problems"_s, problems},
            {u"unreadable"_s, line.unreadable},
            {u"sameAsLine"_s, line.sameAsLine > 0 ? QJsonValue(line.sameAsLine) : QJsonValue()},
            {u"refused"_s, line.isRefused}};
}

Grid personTable(const QList<Person> &people)
{
    Grid grid{{{Cli::tr("ID"), u"id"_s, true, false},
               {Cli::tr("Name"), u"name"_s, false, true},
               {Cli::tr("Login"), u"login"_s, false, true},
               {Cli::tr("E-mail"), u"email"_s, false, true},
               {Cli::tr("Role"), u"role"_s, false, false},
               {Cli::tr("Language"), u"language"_s, false, false},
               {Cli::tr("Blocked"), u"blocked"_s, false, false, yesText}},
              {}};
    for (const Person &person : people) {
        grid.rows += {QString::number(person.id.value), person.name, person.login, person.email, roleName(person.role),
                      person.language, flagName(person.isBlocked)};
    }
    return grid;
}

Grid groupTable(const QList<Group> &groups)
{
    Grid grid{{{Cli::tr("ID"), u"id"_s, true, false},
               {Cli::tr("Name"), u"name"_s, false, true},
               {Cli::tr("Built in"), u"builtIn"_s, false, false, yesText}},
              {}};
    for (const Group &group : groups)
        grid.rows += {QString::number(group.id.value), groupWord(group), flagName(group.builtIn.has_value())};
    return grid;
}

Grid memberTable(const QList<NamedPrincipal> &members)
{
    Grid grid{{{Cli::tr("Kind"), u"kind"_s, false, false, principalKindText},
               {Cli::tr("ID"), u"id"_s, true, false},
               {Cli::tr("Name"), u"name"_s, false, true},
               {Cli::tr("Login"), u"login"_s, false, true}},
              {}};
    for (const NamedPrincipal &member : members) {
        const auto *person = std::get_if<PersonId>(&member.principal);
        const qint64 id = person ? person->value : std::get<GroupId>(member.principal).value;
        grid.rows += {principalKindName(member.principal), QString::number(id), member.name, member.detail};
    }
    return grid;
}

Grid importTable(const PeopleImportPlan &plan, OutputFormat format)
{
    Grid grid{{{Cli::tr("Line"), u"line"_s, true, false},
               {Cli::tr("What"), u"kind"_s, false, false},
               {Cli::tr("Name"), u"name"_s, false, true},
               {Cli::tr("Login"), u"login"_s, false, true},
               {Cli::tr("Details"), u"details"_s, false, true}},
              {}};
    for (const PeopleImportPlan::Line &line : plan.lines) {
        if (line.kind != Kind::Unchanged)
            grid.rows += {QString::number(line.number), kindName(line.kind), line.person.name, line.person.login,
                          format == OutputFormat::Csv ? problemsCell(line) : differenceText(line)};
    }
    return grid;
}

QString problemText(const PersonProblem &problem)
{
    switch (problem.kind) {
    case PersonProblem::Kind::NameMissing: return Cli::tr("The name is missing.");
    case PersonProblem::Kind::NameTooLong: return Cli::tr("The name has more than %1 characters.").arg(maxPersonName);
    case PersonProblem::Kind::LoginInvalid: return Cli::tr("A login has no spaces and no invisible characters.");
    case PersonProblem::Kind::LoginTooLong: return Cli::tr("The login has more than %1 characters.").arg(maxLogin);
    case PersonProblem::Kind::LoginTaken: return Cli::tr("The login belongs to %1.").arg(problem.text);
    case PersonProblem::Kind::LoginLooksAlike: return Cli::tr("The login looks like another one: %1.").arg(problem.text);
    case PersonProblem::Kind::EmailInvalid: return Cli::tr("This is no e-mail address: %1.").arg(problem.text);
    case PersonProblem::Kind::EmailTaken: return Cli::tr("The e-mail address belongs to %1.").arg(problem.text);
    case PersonProblem::Kind::ExternalIdTaken: return Cli::tr("An external id belongs to %1.").arg(problem.text);
    }
    return {};
}

} // namespace letopis::cli
