#include "app/cli/accesscommands.h"

#include "app/cli/accessanswer.h"
#include "app/cli/accesscommand.h"
#include "app/cli/recordingscommand.h"
#include "app/cli/text.h"
#include "core/base/clock.h"
#include "ui/text/accesstext.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;

// One entry of an item's list put in or taken out; the list, where no entry is named.
struct EntryWish
{
    QString item;
    QString principal;
    std::optional<Permission> permission; // none: taken out
    qint64 untilMs = 0;
    bool isDryRun = false;
};

class EntryCommand final : public AccessCommand
{
public:
    EntryCommand(Session &session, EntryWish wish)
        : AccessCommand(session), m_wish(std::move(wish))
    {
    }

    void start() override
    {
        if (m_wish.untilMs != 0 && m_wish.untilMs <= session().clock.now().toMSecsSinceEpoch()) {
            session().terminal.say(Cli::tr("--until has passed: nobody would be given anything."));
            return finish(ExitCode::Usage);
        }
        withItem(m_wish.item, [this](const LibraryItem &item) {
            if (m_wish.principal.isEmpty())
                return showList(item);
            withPrincipal(m_wish.principal, [this, item](const Principal &principal) {
                onValue(access().list(session().actor, item),
                        [this, item, principal](const AccessList &list) { change(item, principal, entriesOf(list)); });
            });
        });
    }

private:
    void change(const LibraryItem &item, const Principal &principal, const QList<GrantEntry> &before)
    {
        QList<GrantEntry> after = without(before, principal);
        if (m_wish.permission)
            after += {.principal = principal, .permission = *m_wish.permission, .untilMs = m_wish.untilMs};
        else if (after.size() == before.size())
            return fail({ErrorKind::NotFound, u"nothing is granted here to"_s, m_wish.principal, {}});
        replaceList(item, before, after, m_wish.isDryRun);
    }

    const EntryWish m_wish;
};

class ResetCommand final : public AccessCommand
{
public:
    ResetCommand(Session &session, QString item, bool isDryRun)
        : AccessCommand(session), m_item(std::move(item)), m_isDryRun(isDryRun)
    {
    }

    void start() override
    {
        withItem(m_item, [this](const LibraryItem &item) {
            if (m_isDryRun)
                return showPreview(ResetAccessList{item});
            onValue(access().preview(session().actor, ResetAccessList{item}), [this, item](const NamedPreview &shown) {
                session().terminal.say(previewText(shown.preview));
                onValue(access().resetToParent(session().actor, item, shown.preview), [this, item] {
                    markDone();
                    showList(item);
                });
            });
        });
    }

private:
    const QString m_item;
    const bool m_isDryRun;
};

class PublicCommand final : public AccessCommand
{
public:
    PublicCommand(Session &session, QString recording, bool isPublic, bool isDryRun)
        : AccessCommand(session), m_recording(std::move(recording)), m_isPublic(isPublic), m_isDryRun(isDryRun)
    {
    }

    void start() override
    {
        withRecording(m_recording, [this](RecordingId recording) {
            if (m_isDryRun)
                return showPreview(SetPublicView{recording, m_isPublic});
            onValue(access().setPublic(session().actor, recording, m_isPublic), [this, recording] {
                markDone();
                showList(recording);
            });
        });
    }

private:
    const QString m_recording;
    const bool m_isPublic;
    const bool m_isDryRun;
};

class ExplainCommand final : public AccessCommand
{
public:
    ExplainCommand(Session &session, QString person, QString item)
        : AccessCommand(session), m_person(std::move(person)), m_item(std::move(item))
    {
    }

    void start() override
    {
        withItem(m_item, [this](const LibraryItem &item) {
            const Actor &actor = session().actor;
            // One's own access may be asked about by who may not read the directory of people.
            const bool isOneself = actor.kind == ActorKind::Person && loginKey(m_person) == loginKey(actor.login);
            if (isOneself)
                return explain(actor.person, item);
            withPerson(m_person, [this, item](const Person &person) { explain(person.id, item); });
        });
    }

private:
    void explain(PersonId person, const LibraryItem &item)
    {
        onValue(access().explain(session().actor, person, item), [this, item](const AccessExplanation &explanation) {
            Grid grid{{{Cli::tr("%1, %2").arg(explanation.person.name, itemText(item, explanation.itemName)), u"sentence"_s, false, false}}, {}};
            for (const QString &sentence : explanationSentences(explanation))
                grid.rows += QStringList{sentence};
            print(grid, explanationJson(item, explanation));
            finish(ExitCode::Done);
        });
    }

    const QString m_person;
    const QString m_item;
};

class WhoCommand final : public AccessCommand
{
public:
    WhoCommand(Session &session, QString item, int limit)
        : AccessCommand(session), m_item(std::move(item)), m_limit(limit)
    {
    }

    void start() override
    {
        withItem(m_item, [this](const LibraryItem &item) {
            onValue(access().whoCanSee(session().actor, item, m_limit), [this](const AccessHolders &holders) {
                print(holdersTable(holders, session().format), holdersJson(holders));
                if (holders.isPublic)
                    session().terminal.say(Cli::tr("The recording is public: everybody can see it."));
                if (holders.count > holders.people.size())
                    session().terminal.say(Cli::tr("%1 of %2 are shown: --limit").arg(holders.people.size()).arg(holders.count));
                finish(ExitCode::Done);
            });
        });
    }

private:
    const QString m_item;
    const int m_limit;
};

QCommandLineOption dryRun()
{
    return {u"dry-run"_s, Cli::tr("Changes nothing; tells who would gain and who would lose what.")};
}

QString itemHelp()
{
    return Cli::tr("ITEM is a recording (its ID, or the server's record ID) or a folder by its path, such as /Shared/Faculty.");
}

QString whoHelp()
{
    return itemHelp() + u'\n' + Cli::tr("WHO is a login, an e-mail address, an ID as `person list` tells it, or group:NAME.");
}

std::optional<Permission> permissionFrom(const QString &word)
{
    return permissionFromName(word.toLower());
}

CommandSpec grantSpec()
{
    return {.words = {u"grant"_s},
            .arguments = Cli::tr("ITEM [WHO view|publish|manage|denied]"),
            .summary = Cli::tr("Gives a person or group a permission, and lists what is given."),
            .details = whoHelp() + u'\n'
                       + Cli::tr("What inherited gets a list of its own, which starts as a copy. `denied` is not the same as nothing: it takes away\n"
                                 "what groups give.") + u'\n' + permissionsReachText(),
            .options = {{u"until"_s, Cli::tr("It ends with this day, or at this moment (UTC)."), u"DATE"_s}, dryRun()},
            .leastArguments = 1,
            .mostArguments = 3,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> Prepared {
                const QStringList given = arguments.positionalArguments().sliced(1);
                EntryWish wish{.item = given.at(0), .principal = given.value(1), .permission = permissionFrom(given.value(2)),
                               .untilMs = 0, .isDryRun = arguments.isSet(u"dry-run"_s)};
                if (given.size() == 1 && (arguments.isSet(u"until"_s) || wish.isDryRun))
                    return UsageError{Cli::tr("--until and --dry-run are for an entry: say WHO, and which permission.")};
                if (given.size() == 2 || (given.size() == 3 && !wish.permission))
                    return UsageError{Cli::tr("A permission is view, publish, manage or denied.")};
                if (arguments.isSet(u"until"_s)) {
                    const QDateTime until = moment(arguments.value(u"until"_s), true);
                    if (!until.isValid())
                        return UsageError{Cli::tr("--%1 is a day or a moment such as 2024-05-31 or 2024-05-31T14:00:00Z.").arg(u"until"_s)};
                    wish.untilMs = until.toMSecsSinceEpoch();
                }
                return CommandFactory([wish](Session &session) { return std::make_unique<EntryCommand>(session, wish); });
            }};
}

CommandSpec revokeSpec()
{
    return {.words = {u"revoke"_s},
            .arguments = Cli::tr("ITEM WHO"),
            .summary = Cli::tr("Takes a person's or group's entry out of the list."),
            .details = whoHelp(),
            .options = {dryRun()},
            .leastArguments = 2,
            .mostArguments = 2,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> Prepared {
                const QStringList given = arguments.positionalArguments();
                const EntryWish wish{.item = given.at(1), .principal = given.at(2), .permission = {}, .untilMs = 0,
                                     .isDryRun = arguments.isSet(u"dry-run"_s)};
                return CommandFactory([wish](Session &session) { return std::make_unique<EntryCommand>(session, wish); });
            }};
}

CommandSpec resetSpec()
{
    return {.words = {u"reset"_s},
            .arguments = Cli::tr("ITEM"),
            .summary = Cli::tr("Drops the item's own list: it inherits its folder's again."),
            .details = itemHelp(),
            .options = {dryRun()},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> Prepared {
                return CommandFactory([item = arguments.positionalArguments().at(1), isDryRun = arguments.isSet(u"dry-run"_s)](Session &session) {
                    return std::make_unique<ResetCommand>(session, item, isDryRun);
                });
            }};
}

CommandSpec publicSpec()
{
    return {.words = {u"public"_s},
            .arguments = Cli::tr("RECORDING on|off"),
            .summary = Cli::tr("Lets everybody see a recording, or takes that back."),
            .details = Cli::tr("Only an administrator makes a recording public."),
            .options = {dryRun()},
            .leastArguments = 2,
            .mostArguments = 2,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> Prepared {
                const QStringList given = arguments.positionalArguments();
                if (given.at(2) != u"on" && given.at(2) != u"off")
                    return UsageError{Cli::tr("Say on or off.")};
                if (given.at(1).startsWith(u'/'))
                    return UsageError{Cli::tr("Only recordings can be public, not folders.")};
                return CommandFactory([recording = given.at(1), isPublic = given.at(2) == u"on", isDryRun = arguments.isSet(u"dry-run"_s)](Session &session) {
                    return std::make_unique<PublicCommand>(session, recording, isPublic, isDryRun);
                });
            }};
}

CommandSpec explainSpec()
{
    return {.words = {u"explain"_s},
            .arguments = Cli::tr("PERSON ITEM"),
            .summary = Cli::tr("Tells step by step why a person has the access they have."),
            .details = itemHelp(),
            .options = {},
            .leastArguments = 2,
            .mostArguments = 2,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> Prepared {
                return CommandFactory([given = arguments.positionalArguments()](Session &session) {
                    return std::make_unique<ExplainCommand>(session, given.at(1), given.at(2));
                });
            }};
}

CommandSpec whoSpec()
{
    return {.words = {u"who"_s},
            .arguments = Cli::tr("ITEM"),
            .summary = Cli::tr("Lists everybody who can see a recording or folder, and through what."),
            .details = itemHelp(),
            .options = {{u"limit"_s, Cli::tr("At most so many (default 1000)."), u"N"_s}},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> Prepared {
                bool isNumber = true;
                const int limit = arguments.isSet(u"limit"_s) ? arguments.value(u"limit"_s).toInt(&isNumber) : 1000;
                if (!isNumber || limit < 1)
                    return UsageError{Cli::tr("--limit is a number from 1.")};
                return CommandFactory([item = arguments.positionalArguments().at(1), limit](Session &session) {
                    return std::make_unique<WhoCommand>(session, item, limit);
                });
            }};
}
} // namespace

QList<CommandSpec> accessSpecs()
{
    return {grantSpec(), revokeSpec(), resetSpec(), publicSpec(), explainSpec(), whoSpec(), whatSpec()};
}

} // namespace letopis::cli
