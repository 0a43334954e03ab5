#include "app/cli/personcommands.h"

#include "app/cli/accesscommand.h"
#include "app/cli/peopleanswer.h"
#include "app/cli/personimportcommand.h"
#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;
using ExternalIds = QList<std::pair<ServerId, QString>>;

// What the options say of a person; what they do not say stays.
struct PersonWishes
{
    std::optional<QString> name, login, email, language;
    std::optional<Role> role;
    std::optional<AdminSwitches> switches;
    std::optional<bool> isBlocked;
    QStringList externalIds, withoutExternalIds; // SERVER:ID
    QStringList groups;
    bool isDryRun = false;
};

void fulfil(Person &person, const PersonWishes &wishes, const ExternalIds &added, const ExternalIds &removed)
{
    person.name = wishes.name.value_or(person.name);
    person.login = wishes.login.value_or(person.login);
    person.email = wishes.email.value_or(person.email);
    person.language = wishes.language.value_or(person.language);
    person.role = wishes.role.value_or(person.role);
    person.switches = wishes.switches.value_or(person.switches);
    person.isBlocked = wishes.isBlocked.value_or(person.isBlocked);
    for (const auto &id : removed)
        person.externalIds.removeAll(id);
    for (const auto &id : added) {
        if (!person.externalIds.contains(id))
            person.externalIds += id;
    }
}

// Adds somebody, or changes who is named. Nothing is written before all that is named is found.
class PersonEditCommand final : public AccessCommand
{
public:
    PersonEditCommand(Session &session, QString whom, PersonWishes wishes)
        : AccessCommand(session), m_whom(std::move(whom)), m_wishes(std::move(wishes))
    {
    }

    void start() override
    {
        withExternalIds(m_wishes.externalIds, [this](const ExternalIds &added) {
            withExternalIds(m_wishes.withoutExternalIds, [this, added](const ExternalIds &removed) {
                withGroups(m_wishes.groups, {}, [this, added, removed](const QList<Group> &groups) {
                    if (m_whom.isEmpty())
                        return edit({}, added, removed, groups);
                    withPerson(m_whom, [=, this](const Person &person) { edit(person, added, removed, groups); });
                });
            });
        });
    }

private:
    void withGroups(QStringList names, const QList<Group> &found, const std::function<void(const QList<Group> &)> &handler)
    {
        if (names.isEmpty())
            return handler(found);
        const QString name = names.takeFirst();
        withGroup(name, [=, this](const Group &group) { withGroups(names, found + QList{group}, handler); });
    }

    void edit(const Person &before, const ExternalIds &added, const ExternalIds &removed, const QList<Group> &groups)
    {
        Person person = before;
        fulfil(person, m_wishes, added, removed);
        onValue(people().check(session().actor, person), [this, before, person, groups](const QList<PersonProblem> &problems) {
            bool isFine = true;
            for (const PersonProblem &problem : problems) {
                if (problem.isWarning() || m_wishes.isDryRun)
                    session().terminal.say(problemText(problem));
                isFine = isFine && problem.isWarning();
            }
            if (m_wishes.isDryRun)
                return isFine ? preview(before, person, groups) : finish(ExitCode::Failed);
            if (!m_whom.isEmpty())
                return onValue(people().update(session().actor, person), [this, id = person.id, groups] { join(id, groups); });
            onValue(people().add(session().actor, person), [this, groups](PersonId id) { join(id, groups); });
        });
    }

    void preview(const Person &before, const Person &person, const QList<Group> &groups)
    {
        const Standing standing{.role = person.role, .switches = person.switches, .isBlocked = person.isBlocked};
        QList<NamedChange> changes;
        if (person.role != before.role || person.switches != before.switches || person.isBlocked != before.isBlocked || groups.isEmpty())
            changes += NamedChange{m_whom, SetStanding{person.id, standing}};
        for (const Group &group : groups)
            changes += NamedChange{u"%1, group:%2"_s.arg(m_whom, group.builtIn ? builtInGroupName(*group.builtIn) : group.name),
                                   SetMembership{group.id, person.id, true}};
        showPreviews(changes);
    }

    void join(PersonId id, QList<Group> groups)
    {
        if (groups.isEmpty()) {
            markDone();
            return showPerson(id);
        }
        const Group first = groups.takeFirst();
        onValue(people().setMember(session().actor, first.id, id, true), [this, id, groups] { join(id, groups); });
    }

    const QString m_whom; // empty: somebody new
    const PersonWishes m_wishes;
};

struct ListWishes
{
    PeopleQuery query;
    QString group;
};

class PersonListCommand final : public PeopleCommand
{
public:
    PersonListCommand(Session &session, ListWishes wishes)
        : PeopleCommand(session), m_wishes(std::move(wishes))
    {
    }

    void start() override
    {
        if (m_wishes.group.isEmpty())
            return readPage({});
        withGroup(m_wishes.group, [this](const Group &group) {
            m_wishes.query.group = group.id;
            readPage({});
        });
    }

private:
    void readPage(const QByteArray &after)
    {
        constexpr int pageSize = 500;
        onValue(people().people(session().actor, m_wishes.query, after, pageSize), [this](const PeoplePage &page) {
            m_people += page.people;
            if (!page.next.isEmpty())
                return readPage(page.next);
            QJsonArray array;
            for (const Person &person : std::as_const(m_people))
                array += personJson(person);
            print(personTable(m_people), {{u"people"_s, array}});
            finish(ExitCode::Done);
        });
    }

    ListWishes m_wishes;
    QList<Person> m_people;
};

class PersonRemoveCommand final : public AccessCommand
{
public:
    PersonRemoveCommand(Session &session, QString whom, bool isDryRun)
        : AccessCommand(session), m_whom(std::move(whom)), m_isDryRun(isDryRun)
    {
    }

    void start() override
    {
        withPerson(m_whom, [this](const Person &person) {
            if (m_isDryRun)
                return showPreview(RemovePerson{person.id});
            onValue(people().remove(session().actor, person.id), [this, person] {
                print(personTable({person}), {{u"removed"_s, personJson(person)}});
                finish(ExitCode::Done);
            });
        });
    }

private:
    const QString m_whom;
    const bool m_isDryRun;
};

class PersonMergeCommand final : public AccessCommand
{
public:
    PersonMergeCommand(Session &session, QString kept, QString other, bool isDryRun)
        : AccessCommand(session), m_kept(std::move(kept)), m_other(std::move(other)), m_isDryRun(isDryRun)
    {
    }

    void start() override
    {
        withPerson(m_kept, [this](const Person &kept) {
            withPerson(m_other, [this, kept](const Person &other) {
                if (m_isDryRun)
                    return showPreview(MergePeople{kept.id, other.id});
                onValue(people().merge(session().actor, kept.id, other.id), [this, kept] {
                    markDone();
                    showPerson(kept.id);
                });
            });
        });
    }

private:
    const QString m_kept;
    const QString m_other;
    const bool m_isDryRun;
};

std::optional<QString> textOf(const QCommandLineParser &arguments, const QString &option)
{
    return arguments.isSet(option) ? std::optional(arguments.value(option)) : std::nullopt;
}

std::variant<UsageError, PersonWishes> wishesFrom(const QCommandLineParser &arguments)
{
    PersonWishes wishes;
    wishes.login = textOf(arguments, u"login"_s);
    wishes.email = textOf(arguments, u"email"_s);
    wishes.language = textOf(arguments, u"language"_s);
    wishes.externalIds = arguments.values(u"external"_s);
    wishes.groups = arguments.values(u"group"_s);
    if (const auto role = textOf(arguments, u"role"_s)) {
        wishes.role = roleFromName(*role);
        if (!wishes.role)
            return UsageError{Cli::tr("--role takes viewer, moderator, limited-administrator or administrator.")};
    }
    if (const auto switches = textOf(arguments, u"switches"_s)) {
        wishes.switches = adminSwitchesFromNames(switches->split(u',', Qt::SkipEmptyParts));
        if (!wishes.switches)
            return UsageError{Cli::tr("--switches takes people, permissions, retention and reports, separated by commas.")};
    }
    return wishes;
}

QList<QCommandLineOption> wishOptions()
{
    return {{u"login"_s, Cli::tr("The login; without one, somebody cannot sign in."), u"LOGIN"_s},
            {u"email"_s, Cli::tr("The e-mail address."), u"EMAIL"_s},
            {u"role"_s, Cli::tr("viewer (the default), moderator, limited-administrator or administrator."), u"ROLE"_s},
            {u"language"_s, Cli::tr("The language, such as ru or en."), u"LANGUAGE"_s},
            {u"switches"_s, Cli::tr("What a limited administrator is given: people,permissions,retention,reports."), u"LIST"_s},
            {u"external"_s, Cli::tr("An external user id at a server; may be given several times."), u"SERVER:ID"_s},
            {u"group"_s, Cli::tr("Puts them into a group; may be given several times."), u"GROUP"_s}};
}

QCommandLineOption dryRun()
{
    return {u"dry-run"_s, Cli::tr("Changes nothing; tells who would gain and who would lose what.")};
}

QString aboutPeople()
{
    return Cli::tr("PERSON is a login, an e-mail address, or an ID as `person list` tells it.");
}

CommandSpec spec(const QString &word, const QString &arguments, const QString &summary, int least, int most)
{
    return {.words = {u"person"_s, word},
            .arguments = arguments,
            .summary = summary,
            .details = aboutPeople(),
            .options = {},
            .leastArguments = least,
            .mostArguments = most,
            .needsWorkspace = true,
            .prepare = {}};
}

CommandSpec addSpec()
{
    CommandSpec add = spec(u"add"_s, Cli::tr("NAME [--login LOGIN] [--email EMAIL] [--role ROLE] [--group GROUP …]"), Cli::tr("Adds a person."), 1, 1);
    add.options = wishOptions();
    add.emptyOptions = {u"login"_s, u"email"_s, u"language"_s, u"switches"_s};
    add.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        auto wishes = wishesFrom(arguments);
        if (const UsageError *wrong = std::get_if<UsageError>(&wishes))
            return *wrong;
        std::get<PersonWishes>(wishes).name = arguments.positionalArguments().at(2);
        return CommandFactory([wished = std::get<PersonWishes>(wishes)](Session &session) {
            return std::make_unique<PersonEditCommand>(session, QString(), wished);
        });
    };
    return add;
}

CommandSpec setSpec()
{
    CommandSpec set = spec(u"set"_s, Cli::tr("PERSON [--name NAME] [--role ROLE] [--block | --unblock] …"), Cli::tr("Changes a person; what is not given stays."), 1, 1);
    set.options = QList<QCommandLineOption>{{u"name"_s, Cli::tr("The name."), u"NAME"_s}} + wishOptions()
                  + QList<QCommandLineOption>{{u"remove-external"_s, Cli::tr("Takes an external user id away."), u"SERVER:ID"_s},
                                              {u"block"_s, Cli::tr("They may nothing until they are unblocked.")},
                                              {u"unblock"_s, Cli::tr("They may again what they were given.")},
                                              dryRun()};
    set.emptyOptions = {u"login"_s, u"email"_s, u"language"_s, u"switches"_s};
    set.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        auto prepared = wishesFrom(arguments);
        if (const UsageError *wrong = std::get_if<UsageError>(&prepared))
            return *wrong;
        PersonWishes &wishes = std::get<PersonWishes>(prepared);
        wishes.name = textOf(arguments, u"name"_s);
        if (arguments.isSet(u"block"_s) && arguments.isSet(u"unblock"_s))
            return UsageError{Cli::tr("Say --block or --unblock.")};
        if (arguments.isSet(u"block"_s) || arguments.isSet(u"unblock"_s))
            wishes.isBlocked = arguments.isSet(u"block"_s);
        wishes.withoutExternalIds = arguments.values(u"remove-external"_s);
        wishes.isDryRun = arguments.isSet(u"dry-run"_s);
        return CommandFactory([whom = arguments.positionalArguments().at(2), wishes](Session &session) {
            return std::make_unique<PersonEditCommand>(session, whom, wishes);
        });
    };
    return set;
}

CommandSpec listSpec()
{
    CommandSpec list = spec(u"list"_s, Cli::tr("[TEXT] [--group GROUP] [--role ROLE] [--logins]"), Cli::tr("Lists people by name."), 0, 1);
    list.details = Cli::tr("TEXT begins words of the name, the login, or the e-mail address.");
    list.options = {{u"group"_s, Cli::tr("Only members, also of the groups inside it."), u"GROUP"_s},
                    {u"role"_s, Cli::tr("Only people of this role."), u"ROLE"_s},
                    {u"logins"_s, Cli::tr("Only who has a login.")}};
    list.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        ListWishes wishes;
        wishes.query.text = arguments.positionalArguments().value(2);
        wishes.query.onlyWithLogin = arguments.isSet(u"logins"_s);
        wishes.group = arguments.value(u"group"_s);
        if (arguments.isSet(u"role"_s)) {
            wishes.query.role = roleFromName(arguments.value(u"role"_s));
            if (!wishes.query.role)
                return UsageError{Cli::tr("--role takes viewer, moderator, limited-administrator or administrator.")};
        }
        return CommandFactory([wishes](Session &session) { return std::make_unique<PersonListCommand>(session, wishes); });
    };
    return list;
}

CommandSpec removeSpec()
{
    CommandSpec remove = spec(u"remove"_s, Cli::tr("PERSON [--dry-run]"), Cli::tr("Removes a person with all they were given; the recordings they attended stay."), 1, 1);
    remove.options = {dryRun()};
    remove.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([whom = arguments.positionalArguments().at(2), isDryRun = arguments.isSet(u"dry-run"_s)](Session &session) {
            return std::make_unique<PersonRemoveCommand>(session, whom, isDryRun);
        });
    };
    return remove;
}

CommandSpec mergeSpec()
{
    CommandSpec merge = spec(u"merge"_s, Cli::tr("KEPT OTHER [--dry-run]"), Cli::tr("Gives everything of OTHER to KEPT: ids, groups, permissions, folders, attendance."), 2, 2);
    merge.options = {dryRun()};
    merge.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([given = arguments.positionalArguments(), isDryRun = arguments.isSet(u"dry-run"_s)](Session &session) {
            return std::make_unique<PersonMergeCommand>(session, given.at(2), given.at(3), isDryRun);
        });
    };
    return merge;
}
} // namespace

QList<CommandSpec> personSpecs()
{
    return QList<CommandSpec>{addSpec(), listSpec(), setSpec(), removeSpec(), mergeSpec()} + personImportSpecs();
}

} // namespace letopis::cli
