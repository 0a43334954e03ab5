#include "app/cli/linkcommands.h"

#include "app/cli/accessanswer.h"
#include "app/cli/accesscommand.h"
#include "app/cli/errortext.h"
#include "app/cli/recordingscommand.h"
#include "app/cli/text.h"
#include "core/base/clock.h"
#include "ui/text/linktext.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;

class LinkCommand : public AccessCommand
{
public:
    using AccessCommand::AccessCommand;

protected:
    qint64 nowMs() { return session().clock.now().toMSecsSinceEpoch(); }

    // Every problem in its sentence, with the policy's own numbers.
    void failWith(const Error &error, const LinkPolicy &policy)
    {
        const auto *link = std::any_cast<LinkProblemEvidence>(&error.evidence);
        const auto *set = std::any_cast<LinkPolicyEvidence>(&error.evidence);
        if (!link && !set)
            return fail(error);
        for (const LinkProblem problem : link ? link->problems : QList<LinkProblem>())
            session().terminal.say(linkProblemText(problem, policy));
        for (const LinkPolicyProblem problem : set ? set->problems : QList<LinkPolicyProblem>())
            session().terminal.say(linkPolicyProblemText(problem));
        finish(exitCodeFor(error.kind));
    }

    void list(std::optional<RecordingId> recording)
    {
        onValue(access().links(session().actor, recording), [this](const QList<AccessLink> &links) {
            QJsonArray array;
            for (const AccessLink &link : links)
                array += linkJson(link, nowMs());
            print(linkTable(links, nowMs()), {{u"links"_s, array}});
            finish(ExitCode::Done);
        });
    }
};

struct LinkWish
{
    QString recording;
    QString label;
    std::optional<qint64> untilMs; // none: as the policy says
    qint64 maxUses = 0;
    bool hasPassword = false;
    std::optional<bool> allowsDownload;
};

class LinkCreateCommand final : public LinkCommand
{
public:
    LinkCreateCommand(Session &session, LinkWish wish)
        : LinkCommand(session), m_wish(std::move(wish))
    {
    }

    void start() override
    {
        std::optional<SecretText> password;
        if (m_wish.hasPassword) {
            password = session().terminal.readSecretLine(Cli::tr("Password of the link: "));
            if (!password || password->isEmpty()) {
                session().terminal.say(Cli::tr("Standard input ended before every secret was given."));
                return finish(ExitCode::Usage);
            }
        }
        withRecording(m_wish.recording, [this, password](RecordingId recording) {
            onValue(access().linkPolicy(session().actor),
                    [this, password, recording](const LinkPolicy &policy) { create(recording, password, policy); });
        });
    }

private:
    void create(RecordingId recording, const std::optional<SecretText> &password, const LinkPolicy &policy)
    {
        const LinkDraft draft{.recording = recording,
                              .label = m_wish.label,
                              .password = password,
                              .expiresAtMs = m_wish.untilMs.value_or(usualExpiry(policy, nowMs())),
                              .maxUses = m_wish.maxUses,
                              .allowsDownload = m_wish.allowsDownload.value_or(policy.allowsDownload)};
        whenDone(access().createLink(session().actor, draft), this, [this, recording, policy](const Result<NewLink> &made) {
            if (!made)
                return failWith(made.error(), policy);
            // The token is told once: whatever else can be told of the link, it is.
            whenDone(access().links(session().actor, recording), this, [this, policy, made = *made](const Result<QList<AccessLink>> &links) {
                show(links.value_or(QList<AccessLink>()), made, policy);
            });
        });
    }

    void show(const QList<AccessLink> &links, const NewLink &made, const LinkPolicy &policy)
    {
        const auto link = std::find_if(links.begin(), links.end(), [&](const AccessLink &one) { return one.id == made.id; });
        const QString token = QString::fromLatin1(made.token.reveal());
        Grid grid{{{Cli::tr("ID"), u"id"_s, true, false}, {Cli::tr("Token"), u"token"_s, false, false}},
                  {{QString::number(made.id.value), token}}};
        QJsonObject json = link == links.end() ? QJsonObject{{u"id"_s, made.id.value}} : linkJson(*link, nowMs());
        json.insert(u"token"_s, token);
        print(grid, json);
        session().terminal.say(tokenOnceText());
        session().terminal.say(linksReachText(policy));
        finish(ExitCode::Done);
    }

    const LinkWish m_wish;
};

class LinkListCommand final : public LinkCommand
{
public:
    LinkListCommand(Session &session, QString recording)
        : LinkCommand(session), m_recording(std::move(recording))
    {
    }

    void start() override
    {
        if (m_recording.isEmpty())
            return list({});
        withRecording(m_recording, [this](RecordingId recording) { list(recording); });
    }

private:
    const QString m_recording;
};

class LinkRevokeCommand final : public LinkCommand
{
public:
    LinkRevokeCommand(Session &session, LinkId link)
        : LinkCommand(session), m_link(link)
    {
    }

    void start() override
    {
        onValue(access().revokeLink(session().actor, m_link), [this] {
            markDone();
            onValue(access().links(session().actor, {}), [this](QList<AccessLink> links) {
                links.removeIf([this](const AccessLink &link) { return link.id != m_link; });
                print(linkTable(links, nowMs()), {{u"link"_s, links.isEmpty() ? QJsonValue() : QJsonValue(linkJson(links.first(), nowMs()))}});
                finish(ExitCode::Done);
            });
        });
    }

private:
    const LinkId m_link;
};

struct PolicyWish
{
    std::optional<int> days, maxDays;
    std::optional<bool> needsPassword, allowsDownload;
    std::optional<QString> service;

    bool isEmpty() const { return !days && !maxDays && !needsPassword && !allowsDownload && !service; }
};

class LinkPolicyCommand final : public LinkCommand
{
public:
    LinkPolicyCommand(Session &session, PolicyWish wish)
        : LinkCommand(session), m_wish(std::move(wish))
    {
    }

    void start() override
    {
        onValue(access().linkPolicy(session().actor), [this](LinkPolicy policy) {
            if (m_wish.isEmpty())
                return show(policy);
            policy.defaultDays = m_wish.days.value_or(policy.defaultDays);
            policy.maxDays = m_wish.maxDays.value_or(policy.maxDays);
            policy.needsPassword = m_wish.needsPassword.value_or(policy.needsPassword);
            policy.allowsDownload = m_wish.allowsDownload.value_or(policy.allowsDownload);
            policy.serviceAddress = m_wish.service.value_or(policy.serviceAddress);
            whenDone(access().setLinkPolicy(session().actor, policy), this, [this, policy](const Result<> &set) {
                if (set)
                    return show(policy);
                failWith(set.error(), policy);
            });
        });
    }

private:
    void show(const LinkPolicy &policy)
    {
        print(linkPolicyTable(policy), linkPolicyJson(policy));
        finish(ExitCode::Done);
    }

    const PolicyWish m_wish;
};

// Nothing where neither is said; an error where both are.
struct Switch
{
    std::optional<bool> value;
    bool isContradictory = false;
};

Switch switchOf(const QCommandLineParser &arguments, const QString &on, const QString &off)
{
    const bool isOn = arguments.isSet(on);
    const bool isOff = arguments.isSet(off);
    return {isOn || isOff ? std::optional(isOn) : std::nullopt, isOn && isOff};
}

std::optional<qint64> numberOf(const QString &text, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

UsageError notBoth(const QString &a, const QString &b)
{
    return {Cli::tr("Give --%1 or --%2, not both.").arg(a, b)};
}

CommandSpec spec(const QString &word, const QString &arguments, const QString &summary, int least, int most)
{
    return {.words = {u"link"_s, word},
            .arguments = arguments,
            .summary = summary,
            .details = {},
            .options = {},
            .leastArguments = least,
            .mostArguments = most,
            .needsWorkspace = true,
            .prepare = {}};
}

Prepared prepareCreate(const QCommandLineParser &arguments)
{
    LinkWish wish;
    wish.recording = arguments.positionalArguments().at(2);
    wish.label = arguments.value(u"label"_s);
    wish.hasPassword = arguments.isSet(u"password-stdin"_s);
    const Switch download = switchOf(arguments, u"download"_s, u"no-download"_s);
    if (download.isContradictory)
        return notBoth(u"download"_s, u"no-download"_s);
    wish.allowsDownload = download.value;
    if (arguments.isSet(u"uses"_s)) {
        const auto uses = numberOf(arguments.value(u"uses"_s), 1, maxLinkUses);
        if (!uses)
            return UsageError{Cli::tr("--uses is a number from 1 to %1.").arg(maxLinkUses)};
        wish.maxUses = *uses;
    }
    if (arguments.isSet(u"until"_s)) {
        const bool isNever = arguments.value(u"until"_s) == u"never";
        const QDateTime until = moment(arguments.value(u"until"_s), true);
        if (!isNever && !until.isValid())
            return UsageError{Cli::tr("--until is a day or a moment such as 2027-05-31 or 2027-05-31T14:00:00Z, or never.")};
        wish.untilMs = isNever ? 0 : until.toMSecsSinceEpoch();
    }
    return CommandFactory([wish](Session &session) { return std::make_unique<LinkCreateCommand>(session, wish); });
}

CommandSpec createSpec()
{
    CommandSpec create = spec(u"create"_s, Cli::tr("RECORDING [OPTION …]"), Cli::tr("Makes a link to a recording and prints its token once."), 1, 1);
    create.details = Cli::tr("Until a Letopis service answers for links, nothing on a server opens for a token. A BigBlueButton playback address is no\n"
                             "link: it asks for no rights.");
    create.options = {{u"label"_s, Cli::tr("What it is for."), u"TEXT"_s},
                      {u"until"_s, Cli::tr("It ends with this day, or at this moment (UTC); never: without end. Default: as the policy says."), u"DATE"_s},
                      {u"uses"_s, Cli::tr("It opens so many times at most."), u"N"_s},
                      {u"password-stdin"_s, Cli::tr("It asks for a password: one line of standard input.")},
                      {u"download"_s, Cli::tr("Files may be downloaded.")},
                      {u"no-download"_s, Cli::tr("Files may not be downloaded.")}};
    create.emptyOptions = {u"label"_s};
    create.prepare = prepareCreate;
    return create;
}

Prepared preparePolicy(const QCommandLineParser &arguments)
{
    PolicyWish wish;
    for (const auto &[option, days] : {std::pair{u"days"_s, &wish.days}, std::pair{u"max-days"_s, &wish.maxDays}}) {
        if (!arguments.isSet(option))
            continue;
        const auto number = numberOf(arguments.value(option), 0, maxLinkDays);
        if (!number)
            return UsageError{Cli::tr("--%1 is a number from 0 (without end) to %2.").arg(option).arg(maxLinkDays)};
        *days = int(*number);
    }
    const Switch password = switchOf(arguments, u"password"_s, u"no-password"_s);
    const Switch download = switchOf(arguments, u"download"_s, u"no-download"_s);
    if (password.isContradictory)
        return notBoth(u"password"_s, u"no-password"_s);
    if (download.isContradictory)
        return notBoth(u"download"_s, u"no-download"_s);
    wish.needsPassword = password.value;
    wish.allowsDownload = download.value;
    if (arguments.isSet(u"service"_s))
        wish.service = arguments.value(u"service"_s);
    return CommandFactory([wish](Session &session) { return std::make_unique<LinkPolicyCommand>(session, wish); });
}

CommandSpec policySpec()
{
    CommandSpec policy = spec(u"policy"_s, Cli::tr("[OPTION …]"), Cli::tr("Shows what holds for new links, after changing it."), 0, 0);
    policy.details = Cli::tr("Only an administrator changes it. Links that are there already stay as they are.");
    policy.options = {{u"days"_s, Cli::tr("How long a link lasts where nothing is said; 0: without end."), u"N"_s},
                      {u"max-days"_s, Cli::tr("How long it may last at most; 0: without end."), u"N"_s},
                      {u"password"_s, Cli::tr("Every link needs a password.")},
                      {u"no-password"_s, Cli::tr("A link may go without a password.")},
                      {u"download"_s, Cli::tr("New links allow downloads where nothing is said.")},
                      {u"no-download"_s, Cli::tr("New links allow no downloads where nothing is said.")},
                      {u"service"_s, Cli::tr("The address of the service that answers for links; empty: there is none."), u"URL"_s}};
    policy.emptyOptions = {u"service"_s};
    policy.prepare = preparePolicy;
    return policy;
}
} // namespace

QList<CommandSpec> linkSpecs()
{
    CommandSpec list = spec(u"list"_s, Cli::tr("[RECORDING]"), Cli::tr("Lists the links of a recording, or all that you may make."), 0, 1);
    list.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([recording = arguments.positionalArguments().value(2)](Session &session) {
            return std::make_unique<LinkListCommand>(session, recording);
        });
    };
    CommandSpec revoke = spec(u"revoke"_s, Cli::tr("LINK"), Cli::tr("Ends a link for good."), 1, 1);
    revoke.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        const auto id = numberOf(arguments.positionalArguments().at(2), 1, std::numeric_limits<qint64>::max());
        if (!id)
            return UsageError{Cli::tr("LINK is the ID that `link list` shows.")};
        return CommandFactory([id](Session &session) { return std::make_unique<LinkRevokeCommand>(session, LinkId{*id}); });
    };
    return {createSpec(), list, revoke, policySpec()};
}

} // namespace letopis::cli
