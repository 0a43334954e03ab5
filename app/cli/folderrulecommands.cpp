#include "app/cli/folderrulecommands.h"

#include "app/cli/accessanswer.h"
#include "app/cli/folderanswer.h"
#include "app/cli/foldercommand.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"
#include "ui/text/accesstext.h"

#include <numeric>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;
using Rules = QList<FilingRule>;

// Commands that read the rules, perhaps change them, and end with the list.
class RuleCommand : public FolderCommand
{
public:
    using FolderCommand::FolderCommand;

protected:
    void withRules(std::function<void(const Rules &)> handler) { onValue(folders().rules(session().actor), handler); }

    void store(const Rules &before, const Rules &after)
    {
        onValue(folders().setRules(session().actor, before, after), [this, after] {
            markDone();
            list(after);
        });
    }

    void list(const Rules &rules, const QList<qint64> &counts = {}, const QJsonObject &more = {})
    {
        withTree([this, rules, counts, more](const QList<FolderNode> &nodes) {
            onValue(workspace().serversOfCatalog(session().actor), [=, this](const QList<ConferenceServer> &servers) {
                QList<ShownRule> shown;
                QJsonArray array;
                for (qsizetype at = 0; at < rules.size(); ++at) {
                    shown += {.position = at + 1,
                              .rule = rules[at],
                              .folder = folderPath(nodes, rules[at].folder),
                              .server = serverName(servers, rules[at].server),
                              .count = at < counts.size() ? std::optional(counts[at]) : std::nullopt};
                    array += ruleJson(shown.last());
                }
                QJsonObject json = more;
                json.insert(u"rules"_s, array);
                print(ruleTable(shown), json);
                finish(ExitCode::Done);
            });
        });
    }

    // "3": the third. Ends the command where there is none.
    std::optional<qsizetype> positionIn(const Rules &rules, const QString &text, qsizetype most)
    {
        bool isNumber = false;
        const qsizetype position = text.toLongLong(&isNumber);
        if (isNumber && position >= 1 && position <= qMin(most, rules.size() + 1))
            return position - 1;
        fail({ErrorKind::NotFound, u"there is no rule at this place"_s, text, {}});
        return {};
    }

private:
    static QString serverName(const QList<ConferenceServer> &servers, std::optional<ServerId> id)
    {
        for (const ConferenceServer &server : servers) {
            if (id == server.id)
                return server.name;
        }
        return id ? QString::number(id->value) : QString();
    }
};

class RuleListCommand final : public RuleCommand
{
public:
    using RuleCommand::RuleCommand;
    void start() override
    {
        withRules([this](const Rules &rules) { list(rules); });
    }
};

struct NewRule
{
    QString folder;
    QString server; // empty: any
    QList<FilingRule::Condition> conditions;
    QString position; // empty: the last
    bool isDryRun = false;
};

class RuleAddCommand final : public RuleCommand
{
public:
    RuleAddCommand(Session &session, NewRule wanted)
        : RuleCommand(session), m_wanted(std::move(wanted))
    {
    }

    void start() override
    {
        withFolder(m_wanted.folder, [this](FolderId folder) {
            FilingRule rule{.folder = folder, .server = {}, .conditions = m_wanted.conditions};
            if (m_wanted.server.isEmpty())
                return insert(rule);
            onValue(workspace().servers(session().actor), [this, rule](const QList<ConferenceServer> &servers) mutable {
                const Result<ConferenceServer> server = serverNamed(servers, m_wanted.server);
                if (!server)
                    return fail(server.error());
                rule.server = server->id;
                insert(rule);
            });
        });
    }

private:
    void insert(const FilingRule &rule)
    {
        withRules([this, rule](const Rules &before) {
            const QString place = m_wanted.position.isEmpty() ? QString::number(before.size() + 1) : m_wanted.position;
            const std::optional<qsizetype> at = positionIn(before, place, before.size() + 1);
            if (!at)
                return;
            Rules after = before;
            after.insert(*at, rule);
            if (!m_wanted.isDryRun)
                return store(before, after);
            onValue(folders().countByRules(session().actor, after), [this, after](const QList<qint64> &counts) {
                list(after, counts, {{u"dryRun"_s, true}});
            });
        });
    }

    const NewRule m_wanted;
};

class RuleRemoveCommand final : public RuleCommand
{
public:
    RuleRemoveCommand(Session &session, QString position)
        : RuleCommand(session), m_position(std::move(position))
    {
    }

    void start() override
    {
        withRules([this](const Rules &before) {
            if (const std::optional<qsizetype> at = positionIn(before, m_position, before.size())) {
                Rules after = before;
                after.removeAt(*at);
                store(before, after);
            }
        });
    }

private:
    const QString m_position;
};

class RuleMoveCommand final : public RuleCommand
{
public:
    RuleMoveCommand(Session &session, QString position, QString to)
        : RuleCommand(session), m_position(std::move(position)), m_to(std::move(to))
    {
    }

    void start() override
    {
        withRules([this](const Rules &before) {
            const std::optional<qsizetype> from = positionIn(before, m_position, before.size());
            const std::optional<qsizetype> to = from ? positionIn(before, m_to, before.size()) : std::nullopt;
            if (!to)
                return;
            Rules after = before;
            after.move(*from, *to);
            store(before, after);
        });
    }

private:
    const QString m_position;
    const QString m_to;
};

class RuleApplyCommand final : public RuleCommand
{
public:
    RuleApplyCommand(Session &session, bool isDryRun)
        : RuleCommand(session), m_isDryRun(isDryRun)
    {
    }

    void start() override
    {
        withRules([this](const Rules &rules) {
            onValue(folders().countByRules(session().actor, rules), [this, rules](const QList<qint64> &counts) {
                onValue(folders().previewByRules(session().actor, rules),
                        [this, rules, counts](const NamedPreview &shown) { apply(rules, counts, shown); });
            });
        });
    }

private:
    void apply(const Rules &rules, const QList<qint64> &counts, const NamedPreview &shown)
    {
        session().terminal.say(previewText(shown.preview));
        QJsonObject json{{u"dryRun"_s, m_isDryRun}, {u"preview"_s, previewJson(shown)}};
        if (m_isDryRun) {
            json.insert(u"filed"_s, std::accumulate(counts.begin(), counts.end(), qint64(0)));
            return list(rules, counts, json);
        }
        onValue(folders().fileByRules(session().actor, shown.preview), [this, rules, counts, json](qint64 filed) mutable {
            markDone();
            json.insert(u"filed"_s, filed);
            list(rules, counts, json);
        });
    }

    const bool m_isDryRun;
};

CommandSpec spec(const QString &word, const QString &arguments, const QString &summary, int count)
{
    return {.words = {u"folder"_s, u"rule"_s, word},
            .arguments = arguments,
            .summary = summary,
            .details = {},
            .options = {},
            .leastArguments = count,
            .mostArguments = count,
            .needsWorkspace = true,
            .prepare = {}};
}

QCommandLineOption dryRun()
{
    return {u"dry-run"_s, Cli::tr("Only counts the recordings of the Shared folder that rules would take now.")};
}

CommandSpec listSpec()
{
    CommandSpec list = spec(u"list"_s, {}, Cli::tr("Lists the rules that file new recordings; the first that fits counts."), 0);
    list.prepare = [](const QCommandLineParser &) -> Prepared {
        return CommandFactory([](Session &session) { return std::make_unique<RuleListCommand>(session); });
    };
    return list;
}

Prepared prepareAdd(const QCommandLineParser &given)
{
    NewRule rule{.folder = given.positionalArguments().at(3), .server = given.value(u"server"_s), .conditions = {},
                 .position = given.value(u"at"_s), .isDryRun = given.isSet(u"dry-run"_s)};
    for (const QString &text : given.values(u"if"_s)) {
        const std::optional<FilingRule::Condition> condition = conditionFromText(text);
        if (!condition)
            return UsageError{Cli::tr("This is no condition: %1").arg(text)};
        rule.conditions += *condition;
    }
    if (rule.conditions.isEmpty() && rule.server.isEmpty() && !given.isSet(u"all"_s))
        return UsageError{Cli::tr("A rule for every recording is added with --all.")};
    if (rule.conditions.size() > FilingRule::maxConditions)
        return UsageError{Cli::tr("A rule has at most %1 conditions.").arg(FilingRule::maxConditions)};
    return CommandFactory([rule](Session &session) { return std::make_unique<RuleAddCommand>(session, rule); });
}

CommandSpec addSpec()
{
    CommandSpec add = spec(u"add"_s, Cli::tr("FOLDER [--if CONDITION …] [--server NAME] [--at N] [--dry-run]"),
                           Cli::tr("Adds a rule that files new recordings into a folder."), 1);
    add.details = Cli::tr("CONDITION is WHAT HOW TEXT: WHAT is meeting, meetingId, owner or metadata:KEY, HOW is is, contains or beginsWith.\n"
                          "Upper and lower case do not count. All conditions of a rule must hold.");
    add.options = {{u"if"_s, Cli::tr("What must hold, such as 'meeting contains exam'; may be given several times."), u"CONDITION"_s},
                   {u"server"_s, Cli::tr("Only recordings of this server."), u"NAME"_s},
                   {u"all"_s, Cli::tr("Every recording, where no condition is given.")},
                   {u"at"_s, Cli::tr("Its place among the rules, from 1; otherwise the last."), u"N"_s},
                   dryRun()};
    add.prepare = prepareAdd;
    return add;
}

CommandSpec removeSpec()
{
    CommandSpec remove = spec(u"remove"_s, Cli::tr("N"), Cli::tr("Removes a rule; what it filed stays where it is."), 1);
    remove.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([position = given.positionalArguments().at(3)](Session &session) {
            return std::make_unique<RuleRemoveCommand>(session, position);
        });
    };
    return remove;
}

CommandSpec moveSpec()
{
    CommandSpec move = spec(u"move"_s, Cli::tr("N TO"), Cli::tr("Gives a rule another place among the rules."), 2);
    move.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([texts = given.positionalArguments()](Session &session) {
            return std::make_unique<RuleMoveCommand>(session, texts.at(3), texts.at(4));
        });
    };
    return move;
}

CommandSpec applySpec()
{
    CommandSpec apply = spec(u"apply"_s, Cli::tr("[--dry-run]"), Cli::tr("Lets the rules file the recordings of the Shared folder, too."), 0);
    apply.options = {dryRun()};
    apply.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([isDryRun = given.isSet(u"dry-run"_s)](Session &session) {
            return std::make_unique<RuleApplyCommand>(session, isDryRun);
        });
    };
    return apply;
}
} // namespace

QList<CommandSpec> folderRuleSpecs()
{
    return {listSpec(), addSpec(), removeSpec(), moveSpec(), applySpec()};
}

} // namespace letopis::cli
