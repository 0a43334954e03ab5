#include "app/cli/retentioncommand.h"
#include "app/cli/retentioncommands.h"
#include "app/cli/folderanswer.h"
#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;
using Policies = QList<RetentionPolicy>;

// Commands that read the policies, perhaps change them, and end with the list.
class PolicyCommand : public RetentionCommand
{
public:
    PolicyCommand(Session &session, bool isDryRun, std::optional<qint64> typed)
        : RetentionCommand(session), m_isDryRun(isDryRun), m_typed(typed)
    {
    }

protected:
    void withPolicies(std::function<void(const Policies &)> handler) { onValue(retention().policies(session().actor), handler); }

    void store(const Policies &before, const Policies &after)
    {
        if (m_isDryRun)
            return foresee(retention().previewPolicies(session().actor, after), {});
        onValue(retention().setPolicies(session().actor, before, after, m_typed), [this] { list(); });
    }

    void list()
    {
        withPolicies([this](const Policies &policies) {
            withTree([this, policies](const QList<FolderNode> &nodes) {
                onValue(workspace().serversOfCatalog(session().actor), [=, this](const QList<ConferenceServer> &servers) {
                    QList<ShownPolicy> shown;
                    QJsonArray array;
                    for (const RetentionPolicy &policy : policies) {
                        const bool hasFolder = policy.scope.kind == RetentionScope::Kind::Folder;
                        shown += {.position = shown.size() + 1, .policy = policy, .server = serverName(servers, policy.scope.server),
                                  .folder = hasFolder ? folderPath(nodes, policy.scope.folder) : QString()};
                        array += policyJson(shown.last());
                    }
                    print(policyTable(shown), {{u"policies"_s, array}});
                    finish(ExitCode::Done);
                });
            });
        });
    }

    // A place from 1 to `count`; else the command has ended.
    std::optional<qsizetype> placeIn(const QString &text, qsizetype count)
    {
        bool isNumber = false;
        const qsizetype place = text.toInt(&isNumber) - 1;
        if (isNumber && place >= 0 && place < count)
            return place;
        fail({ErrorKind::NotFound, u"there is no policy at this place"_s, text, {}});
        return {};
    }

private:
    static QString serverName(const QList<ConferenceServer> &servers, ServerId id)
    {
        for (const ConferenceServer &server : servers) {
            if (server.id == id)
                return server.name;
        }
        return id.isValid() ? QString::number(id.value) : QString();
    }

    const bool m_isDryRun;
    const std::optional<qint64> m_typed;
};

class PolicyListCommand final : public PolicyCommand
{
public:
    explicit PolicyListCommand(Session &session) : PolicyCommand(session, false, {}) {}
    void start() override { list(); }
};

// A policy as it is typed, with the names that are still to be looked up.
struct TypedPolicy
{
    RetentionPolicy policy;
    QString server;
    QString folder;
    QString place; // empty: the last
    bool hasRule = false;
    std::optional<bool> isEnabled;
    bool isDryRun = false;
    std::optional<qint64> typed;
};

class PolicyAddCommand final : public PolicyCommand
{
public:
    PolicyAddCommand(Session &session, TypedPolicy wanted)
        : PolicyCommand(session, wanted.isDryRun, wanted.typed), m_wanted(std::move(wanted))
    {
    }

    void start() override
    {
        if (!m_wanted.folder.isEmpty()) {
            return withFolder(m_wanted.folder, [this](FolderId folder) {
                m_wanted.policy.scope.folder = folder;
                insert();
            });
        }
        if (m_wanted.server.isEmpty())
            return insert();
        withServer(m_wanted.server, [this](ServerId server) {
            m_wanted.policy.scope.server = server;
            insert();
        });
    }

private:
    void insert()
    {
        withPolicies([this](const Policies &before) {
            const QString place = m_wanted.place.isEmpty() ? QString::number(before.size() + 1) : m_wanted.place;
            if (const auto at = placeIn(place, before.size() + 1)) {
                Policies after = before;
                after.insert(*at, m_wanted.policy);
                store(before, after);
            }
        });
    }

    TypedPolicy m_wanted;
};

class PolicySetCommand final : public PolicyCommand
{
public:
    PolicySetCommand(Session &session, QString which, TypedPolicy wanted)
        : PolicyCommand(session, wanted.isDryRun, wanted.typed), m_which(std::move(which)), m_wanted(std::move(wanted))
    {
    }

    void start() override
    {
        withPolicies([this](const Policies &before) {
            const auto at = placeIn(m_which, before.size());
            const auto to = at ? placeIn(m_wanted.place.isEmpty() ? m_which : m_wanted.place, before.size()) : std::nullopt;
            if (!to)
                return;
            Policies after = before;
            RetentionPolicy &policy = after[*at];
            if (m_wanted.hasRule)
                policy.rule = m_wanted.policy.rule;
            if (!m_wanted.policy.name.isEmpty())
                policy.name = m_wanted.policy.name;
            policy.isEnabled = m_wanted.isEnabled.value_or(policy.isEnabled);
            after.move(*at, *to);
            store(before, after);
        });
    }

private:
    const QString m_which;
    const TypedPolicy m_wanted;
};

class PolicyRemoveCommand final : public PolicyCommand
{
public:
    PolicyRemoveCommand(Session &session, QString which, bool isDryRun, std::optional<qint64> typed)
        : PolicyCommand(session, isDryRun, typed), m_which(std::move(which))
    {
    }

    void start() override
    {
        withPolicies([this](const Policies &before) {
            if (const auto at = placeIn(m_which, before.size())) {
                Policies after = before;
                after.removeAt(*at);
                store(before, after);
            }
        });
    }

private:
    const QString m_which;
};

QList<QCommandLineOption> commonOptions()
{
    return {confirmOption(), {u"dry-run"_s, Cli::tr("Only lists the recordings that would go earlier than now, or at all.")}};
}

QList<QCommandLineOption> ruleOptions()
{
    return {{u"days"_s, Cli::tr("So many days after the recording."), u"N"_s},
            {u"after-view"_s, Cli::tr("The days are those after the last view.")},
            {u"on"_s, Cli::tr("On this day, such as 2027-01-31."), u"DATE"_s},
            {u"never"_s, Cli::tr("Never.")},
            {u"keep-newest"_s, Cli::tr("So many of each meeting stay."), u"K"_s},
            {u"unpublish-days"_s, Cli::tr("Unpublishes so many days before."), u"U"_s},
            {u"at"_s, Cli::tr("Its place in the list."), u"PLACE"_s}};
}

int numberIn(const QCommandLineParser &given, const QString &option)
{
    bool isNumber = false;
    const int number = given.value(option).toInt(&isNumber);
    return given.isSet(option) && !isNumber ? -1 : number;
}

// Nothing: it is said wrongly.
std::optional<RetentionRule> typedRule(const QCommandLineParser &given)
{
    RetentionRule rule;
    if (int(given.isSet(u"days"_s)) + int(given.isSet(u"on"_s)) + int(given.isSet(u"never"_s)) != 1)
        return {};
    if (given.isSet(u"days"_s)) {
        rule.kind = given.isSet(u"after-view"_s) ? RetentionRule::Kind::AfterLastView : RetentionRule::Kind::AfterRecording;
        rule.days = numberIn(given, u"days"_s);
    } else if (given.isSet(u"on"_s)) {
        rule.kind = RetentionRule::Kind::OnDate;
        rule.date = QDate::fromString(given.value(u"on"_s), Qt::ISODate);
    }
    rule.keepNewest = numberIn(given, u"keep-newest"_s);
    rule.unpublishDays = numberIn(given, u"unpublish-days"_s);
    return rule;
}

std::variant<UsageError, TypedPolicy> typedCommon(const QCommandLineParser &given)
{
    const auto typed = confirmedNumber(given);
    if (const auto *wrong = std::get_if<UsageError>(&typed))
        return *wrong;
    TypedPolicy wanted;
    wanted.typed = std::get<std::optional<qint64>>(typed);
    wanted.isDryRun = given.isSet(u"dry-run"_s);
    wanted.place = given.value(u"at"_s);
    return wanted;
}

// Nothing: it is said wrongly.
std::optional<RetentionScope> typedScope(const QCommandLineParser &given)
{
    RetentionScope scope;
    const bool hasServer = given.isSet(u"server"_s), hasFolder = given.isSet(u"folder"_s), hasMeeting = given.isSet(u"meeting"_s);
    const bool hasFilter = given.isSet(u"if"_s);
    if (hasFolder ? hasServer || hasMeeting || hasFilter : (hasMeeting && (hasFilter || !hasServer)) || !(hasServer || hasFilter))
        return {};
    scope.kind = hasFolder ? RetentionScope::Kind::Folder : hasMeeting ? RetentionScope::Kind::Meeting
                 : hasFilter ? RetentionScope::Kind::Filter : RetentionScope::Kind::Server;
    scope.meetingId = given.value(u"meeting"_s);
    for (const QString &text : given.values(u"if"_s)) {
        const auto condition = retentionConditionFromText(text);
        if (!condition)
            return {};
        scope.conditions += *condition;
    }
    return scope;
}

Prepared prepareAdd(const QCommandLineParser &given)
{
    auto common = typedCommon(given);
    if (const auto *wrong = std::get_if<UsageError>(&common))
        return *wrong;
    TypedPolicy wanted = std::get<TypedPolicy>(common);
    const auto scope = typedScope(given);
    const auto rule = typedRule(given);
    if (!scope)
        return UsageError{Cli::tr("A policy is about --server, --folder, --server with --meeting, or --if with a condition.")};
    wanted.policy.name = given.positionalArguments().at(3);
    wanted.policy.scope = *scope;
    wanted.policy.rule = rule.value_or(RetentionRule());
    wanted.server = given.value(u"server"_s);
    wanted.folder = given.value(u"folder"_s);
    RetentionPolicy tried = wanted.policy; // with what is still to be looked up
    if (!wanted.folder.isEmpty())
        tried.scope.folder = {1};
    if (!wanted.server.isEmpty())
        tried.scope.server = {1};
    if (!rule || !isWellFormed(tried))
        return UsageError{Cli::tr("A policy has a name and one of --days, --on and --never; a day is written like 2027-01-31.")};
    return CommandFactory([wanted](Session &session) { return std::make_unique<PolicyAddCommand>(session, wanted); });
}

Prepared prepareSet(const QCommandLineParser &given)
{
    auto common = typedCommon(given);
    if (const auto *wrong = std::get_if<UsageError>(&common))
        return *wrong;
    TypedPolicy wanted = std::get<TypedPolicy>(common);
    for (const QString &option : {u"days"_s, u"after-view"_s, u"on"_s, u"never"_s, u"keep-newest"_s, u"unpublish-days"_s})
        wanted.hasRule = wanted.hasRule || given.isSet(option);
    const auto rule = typedRule(given);
    RetentionPolicy tried;
    tried.name = u"x"_s;
    tried.scope.server = {1};
    tried.rule = rule.value_or(RetentionRule());
    if (wanted.hasRule && (!rule || !isWellFormed(tried)))
        return UsageError{Cli::tr("A policy has a name and one of --days, --on and --never; a day is written like 2027-01-31.")};
    wanted.policy.rule = tried.rule;
    wanted.policy.name = given.value(u"name"_s);
    if (given.isSet(u"enable"_s) || given.isSet(u"disable"_s))
        wanted.isEnabled = given.isSet(u"enable"_s);
    return CommandFactory([wanted, which = given.positionalArguments().at(3)](Session &session) {
        return std::make_unique<PolicySetCommand>(session, which, wanted);
    });
}

CommandSpec addSpec()
{
    CommandSpec add = retentionSpec({u"policy"_s, u"add"_s}, Cli::tr("NAME (--server NAME | --folder FOLDER | --server NAME --meeting ID | --if CONDITION…) RULE [option …]"),
                                    Cli::tr("Adds a policy. The nearest decides: a meeting's, a filter's, a folder's, a server's."), 1, 1);
    add.options = QList<QCommandLineOption>{{u"server"_s, Cli::tr("Recordings of this server."), u"NAME"_s},
                                            {u"folder"_s, Cli::tr("Recordings in this folder and those below."), u"FOLDER"_s},
                                            {u"meeting"_s, Cli::tr("Recordings of this meeting, by its ID on the server."), u"ID"_s},
                                            {u"if"_s, Cli::tr("Recordings that this is true of; may be given several times."), u"CONDITION"_s}}
                  + ruleOptions() + commonOptions();
    add.details = Cli::tr("Conditions: \"title contains exam\", \"meeting is Algebra\", \"meetingId beginsWith room-\", \"metadata:KEY is VALUE\", "
                          "\"owner is Anna\", \"shorter-than 5\" (minutes), \"fewer-than 3\" (participants), \"never-viewed\", \"state unpublished\".");
    add.prepare = prepareAdd;
    return add;
}

CommandSpec setSpecOfPolicy()
{
    CommandSpec set = retentionSpec({u"policy"_s, u"set"_s}, Cli::tr("PLACE [option …]"), Cli::tr("Changes a policy."), 1, 1);
    set.options = QList<QCommandLineOption>{{u"name"_s, Cli::tr("Its name."), u"NAME"_s}, {u"enable"_s, Cli::tr("It counts.")},
                                            {u"disable"_s, Cli::tr("It does not count.")}}
                  + ruleOptions() + commonOptions();
    set.prepare = prepareSet;
    return set;
}

CommandSpec removeSpec()
{
    CommandSpec remove = retentionSpec({u"policy"_s, u"remove"_s}, Cli::tr("PLACE [--confirm COUNT] [--dry-run]"), Cli::tr("Removes a policy."), 1, 1);
    remove.options = commonOptions();
    remove.prepare = [](const QCommandLineParser &given) -> Prepared {
        const auto typed = confirmedNumber(given);
        if (const auto *wrong = std::get_if<UsageError>(&typed))
            return *wrong;
        return CommandFactory([which = given.positionalArguments().at(3), isDryRun = given.isSet(u"dry-run"_s),
                               number = std::get<std::optional<qint64>>(typed)](Session &session) {
            return std::make_unique<PolicyRemoveCommand>(session, which, isDryRun, number);
        });
    };
    return remove;
}

CommandSpec listSpec()
{
    CommandSpec list = retentionSpec({u"policy"_s, u"list"_s}, {}, Cli::tr("Lists the policies: of the same nearness the first counts."), 0, 0);
    list.prepare = [](const QCommandLineParser &) -> Prepared {
        return CommandFactory([](Session &session) { return std::make_unique<PolicyListCommand>(session); });
    };
    return list;
}
} // namespace

QList<CommandSpec> retentionPolicySpecs()
{
    return {listSpec(), addSpec(), setSpecOfPolicy(), removeSpec()};
}

} // namespace letopis::cli
