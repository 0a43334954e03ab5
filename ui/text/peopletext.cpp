#include "ui/text/peopletext.h"

#include "ui/text/quantities.h"
#include "ui/text/refusaltext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PeopleTr
{
    Q_DECLARE_TR_FUNCTIONS(PeopleText)
};

using Kind = PeopleImportPlan::Kind;

int plural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString csvProblemText(const PeopleCsvProblem &problem)
{
    using Csv = PeopleCsvProblem::Kind;
    switch (problem.kind) {
    case Csv::Utf16: return PeopleTr::tr("The file is in UTF-16. Save it as CSV in UTF-8.");
    case Csv::NotUtf8: return PeopleTr::tr("Line %1 is not UTF-8. Save the file as CSV in UTF-8.").arg(problem.line);
    case Csv::NoHeader: return PeopleTr::tr("The file is empty. Its first line names the columns: name, login, email, role.");
    case Csv::NoKnownColumn:
        return PeopleTr::tr("The first line names no column that is known here: name, login, email, role, language, groups, external_ids.");
    case Csv::ColumnTwice: return PeopleTr::tr("The column “%1” is there twice.").arg(problem.text);
    case Csv::TooManyLines: return PeopleTr::tr("The file has more than %1 lines.").arg(numberText(maxPeopleCsvLines));
    case Csv::TooLarge: return PeopleTr::tr("The file is larger than %1.").arg(sizeText(maxPeopleCsvBytes));
    }
    return {};
}

// "field: before → after"
QStringList changesOf(const PeopleImportPlan::Line &line)
{
    QStringList changes;
    const Person before = line.before.value_or(Person());
    const auto compare = [&](const QString &field, const QString &was, const QString &is) {
        if (was != is)
            changes += was.isEmpty() ? u"%1: %2"_s.arg(field, is) : u"%1: %2 → %3"_s.arg(field, was, is);
    };
    compare(PeopleTr::tr("name"), before.name, line.person.name);
    compare(PeopleTr::tr("login"), before.login, line.person.login);
    compare(PeopleTr::tr("e-mail"), before.email, line.person.email);
    if (before.language != line.person.language)
        compare(PeopleTr::tr("language"), languageText(before.language), languageText(line.person.language));
    compare(PeopleTr::tr("role"), personRoleText(before.role), personRoleText(line.person.role));
    QStringList ids;
    for (const auto &id : line.person.externalIds) {
        if (!before.externalIds.contains(id))
            ids += id.second;
    }
    compare(PeopleTr::tr("external IDs"), {}, ids.join(u", "_s));
    return changes;
}

} // namespace

QString personRoleText(Role role)
{
    switch (role) {
    case Role::Viewer: return PeopleTr::tr("Viewer");
    case Role::Moderator: return PeopleTr::tr("Moderator");
    case Role::LimitedAdministrator: return PeopleTr::tr("Limited administrator");
    case Role::Administrator: return PeopleTr::tr("Administrator");
    }
    return {};
}

QString personRoleExplanation(Role role)
{
    switch (role) {
    case Role::Viewer: return PeopleTr::tr("Watches and downloads what was opened to them.");
    case Role::Moderator: return PeopleTr::tr("Edits and shares the recordings they manage, and adds viewers.");
    case Role::LimitedAdministrator: return PeopleTr::tr("Manages what was opened to them, with the rights chosen below.");
    case Role::Administrator: return PeopleTr::tr("May do everything, with every recording.");
    }
    return {};
}

QString adminSwitchText(AdminSwitch adminSwitch)
{
    switch (adminSwitch) {
    case AdminSwitch::People: return PeopleTr::tr("People and groups");
    case AdminSwitch::Permissions: return PeopleTr::tr("Permissions on recordings and folders");
    case AdminSwitch::Retention: return PeopleTr::tr("Auto-deletion");
    case AdminSwitch::Reports: return PeopleTr::tr("Reports");
    }
    return {};
}

QString builtInGroupText(BuiltInGroup group)
{
    switch (group) {
    case BuiltInGroup::Administrators: return PeopleTr::tr("Administrators");
    case BuiltInGroup::LimitedAdministrators: return PeopleTr::tr("Limited administrators");
    case BuiltInGroup::Moderators: return PeopleTr::tr("Moderators");
    case BuiltInGroup::Viewers: return PeopleTr::tr("Viewers");
    case BuiltInGroup::Authors: return PeopleTr::tr("Authors");
    }
    return {};
}

QString builtInGroupExplanation(BuiltInGroup group)
{
    const std::optional<Role> role = roleOf(group);
    return role ? PeopleTr::tr("Built in: its members have the role %1.").arg(personRoleText(*role))
                : PeopleTr::tr("Built in: a group to give the permission Publish to. It gives no role.");
}

QString groupText(const Group &group)
{
    return group.builtIn ? builtInGroupText(*group.builtIn) : group.name;
}

QString principalText(const NamedPrincipal &principal)
{
    return principal.builtIn ? builtInGroupText(*principal.builtIn) : principal.name;
}

QString languageText(const QString &code)
{
    if (code == u"ru"_s)
        return u"Русский"_s;
    if (code == u"en"_s)
        return u"English"_s;
    return code.isEmpty() ? PeopleTr::tr("As the program's") : code;
}

QString personProblemText(const PersonProblem &problem)
{
    using Problem = PersonProblem::Kind;
    switch (problem.kind) {
    case Problem::NameMissing: return PeopleTr::tr("A person needs a name.");
    case Problem::NameTooLong: return PeopleTr::tr("The name is longer than %1 characters.").arg(maxPersonName);
    case Problem::LoginInvalid: return PeopleTr::tr("A login has no spaces and no invisible characters.");
    case Problem::LoginTooLong: return PeopleTr::tr("The login is longer than %1 characters.").arg(maxLogin);
    case Problem::LoginTaken: return PeopleTr::tr("This login is taken already: %1.").arg(problem.text);
    case Problem::LoginLooksAlike: return PeopleTr::tr("Looks like the login %1, which is another one. Is this meant?").arg(problem.text);
    case Problem::EmailInvalid: return PeopleTr::tr("This is no e-mail address.");
    case Problem::EmailTaken: return PeopleTr::tr("This e-mail address is taken already: %1.").arg(problem.text);
    case Problem::ExternalIdTaken: return PeopleTr::tr("This ID belongs to another person: %1.").arg(problem.text);
    }
    return {};
}

QString peopleCount(qint64 count)
{
    return PeopleTr::tr("%1 people", nullptr, plural(count)).arg(numberText(count));
}

QString groupsCount(qint64 count)
{
    return PeopleTr::tr("%1 group(s)", nullptr, plural(count)).arg(numberText(count));
}

ErrorText peopleErrorText(const Error &error)
{
    if (const auto *problems = std::any_cast<QList<PersonProblem>>(&error.evidence)) {
        for (const PersonProblem &problem : *problems) {
            if (!problem.isWarning())
                return {personProblemText(problem), {}};
        }
    }
    if (const auto *csv = std::any_cast<PeopleCsvProblem>(&error.evidence))
        return {csvProblemText(*csv), {}};
    if (error.evidence.has_value())
        return errorText(error);
    if (error.kind == ErrorKind::PermissionDenied)
        return {PeopleTr::tr("Built-in groups keep their name and stay."), {}};
    if (error.kind == ErrorKind::NotFound)
        return {PeopleTr::tr("This is no longer there."), PeopleTr::tr("Somebody removed or moved it meanwhile, or it was closed to you.")};
    if (error.kind == ErrorKind::ContentMismatch)
        return {PeopleTr::tr("People or groups were changed meanwhile."), PeopleTr::tr("Look at the list again and repeat it.")};
    return errorText(error);
}

QString importKindText(Kind kind)
{
    switch (kind) {
    case Kind::Added: return PeopleTr::tr("New");
    case Kind::Changed: return PeopleTr::tr("Changed");
    case Kind::Unchanged: return PeopleTr::tr("Unchanged");
    case Kind::Error: return PeopleTr::tr("Error");
    }
    return {};
}

QString importLineText(const PeopleImportPlan::Line &line)
{
    QStringList parts;
    if (!line.unreadable.isEmpty())
        parts += PeopleTr::tr("Cannot be read: %1").arg(line.unreadable);
    if (line.sameAsLine > 0)
        parts += PeopleTr::tr("The same person as in line %1").arg(line.sameAsLine);
    if (line.isRefused)
        parts += PeopleTr::tr("Your role does not allow this");
    for (const PersonProblem &problem : line.problems)
        parts += personProblemText(problem);
    if (line.kind == Kind::Changed)
        parts += changesOf(line);
    if (line.kind == Kind::Added && line.person.role != Role::Viewer)
        parts += personRoleText(line.person.role);
    if (!line.groups.isEmpty() && line.kind != Kind::Error)
        parts += PeopleTr::tr("into %1").arg(line.groups.join(u", "_s));
    return parts.join(u"; "_s);
}

QString importSummaryText(const PeopleImportPlan &plan)
{
    QStringList parts{PeopleTr::tr("New: %1").arg(numberText(plan.count(Kind::Added))),
                      PeopleTr::tr("changed: %1").arg(numberText(plan.count(Kind::Changed))),
                      PeopleTr::tr("unchanged: %1").arg(numberText(plan.count(Kind::Unchanged)))};
    if (plan.hasErrors())
        parts += PeopleTr::tr("with errors: %1").arg(numberText(plan.count(Kind::Error)));
    return parts.join(u", "_s);
}

} // namespace letopis
