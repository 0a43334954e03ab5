#include "app/cli/retentioncommands.h"

#include "app/cli/retentioncommand.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

using Prepared = std::variant<UsageError, CommandFactory>;

void RetentionCommand::withServer(const QString &name, std::function<void(ServerId)> handler)
{
    onValue(workspace().servers(session().actor), [this, name, handler](const QList<ConferenceServer> &servers) {
        const Result<ConferenceServer> server = serverNamed(servers, name);
        if (!server)
            return fail(server.error());
        handler(server->id);
    });
}

void RetentionCommand::showForecast(const RetentionForecast &forecast, const QJsonObject &more, std::function<void()> then)
{
    onValue(retention().forecastRows(session().actor, forecast, 0, mostShown), [=, this](const QList<ForecastRow> &rows) {
        QJsonObject json = forecastJson(forecast, rows);
        for (auto entry = more.begin(); entry != more.end(); ++entry)
            json.insert(entry.key(), entry.value());
        session().terminal.say(forecastSummary(forecast));
        print(forecastTable(rows), json);
        then();
    });
}

void RetentionCommand::foresee(const QFuture<Result<RetentionForecast>> &future, std::function<void()> act)
{
    onValue(future, [this, act](const RetentionForecast &forecast) {
        showForecast(forecast, {{u"dryRun"_s, !act}}, [this, act] { act ? act() : finish(ExitCode::Done); });
    });
}

void RetentionCommand::listServers()
{
    onValue(retention().servers(session().actor), [this](const QList<ServerRetention> &servers) {
        QJsonArray array;
        for (const ServerRetention &server : servers)
            array += serverRetentionJson(server);
        print(serverRetentionTable(servers), {{u"servers"_s, array}});
        finish(ExitCode::Done);
    });
}

std::variant<UsageError, std::optional<qint64>> confirmedNumber(const QCommandLineParser &given)
{
    if (!given.isSet(u"confirm"_s))
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = given.value(u"confirm"_s).toLongLong(&isNumber);
    if (!isNumber || number < 0)
        return UsageError{Cli::tr("--confirm needs the number of recordings.")};
    return std::optional(number);
}

QCommandLineOption confirmOption()
{
    return {u"confirm"_s, Cli::tr("The number of recordings that would go, as the preview tells it."), u"COUNT"_s};
}

std::variant<UsageError, std::optional<qint64>> numberOf(const QCommandLineParser &given, const QString &option, qint64 least)
{
    if (!given.isSet(option))
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 value = given.value(option).toLongLong(&isNumber);
    if (!isNumber || value < least)
        return UsageError{Cli::tr("--%1 needs a number.").arg(option)};
    return std::optional(value);
}

CommandSpec retentionSpec(const QStringList &words, const QString &arguments, const QString &summary, int least, int most)
{
    return {.words = QStringList{u"retention"_s} + words, .arguments = arguments, .summary = summary, .details = {}, .options = {},
            .leastArguments = least, .mostArguments = most, .needsWorkspace = true, .prepare = {}};
}

namespace {
class ShowCommand final : public RetentionCommand
{
public:
    ShowCommand(Session &session, QString what) : RetentionCommand(session), m_what(std::move(what)) {}

    void start() override
    {
        if (m_what == u"all")
            return showHolds();
        onValue(workspace().servers(session().actor), [this](const QList<ConferenceServer> &servers) {
            const Result<ConferenceServer> server = serverNamed(servers, m_what);
            server ? showServer(server->id) : showRecording();
        });
    }

private:
    void showRecording()
    {
        withRecordings({m_what}, [this](const QList<RecordingId> &recordings) {
            onValue(retention().decisionFor(session().actor, recordings.first()), [this, recordings](const RetentionExplanation &why) {
                QJsonObject json = explanationJson(why);
                json.insert(u"recording"_s, recordings.first().value);
                print(explanationTable(why), json);
                finish(ExitCode::Done);
            });
        });
    }

    void showServer(ServerId id)
    {
        onValue(retention().servers(session().actor), [this, id](const QList<ServerRetention> &servers) {
            for (const ServerRetention &server : servers) {
                if (server.server != id)
                    continue;
                print(serverRetentionTable({server}), serverRetentionJson(server));
                return finish(ExitCode::Done);
            }
            fail({ErrorKind::NotFound, u"no such server"_s, m_what, {}});
        });
    }

    void showHolds()
    {
        onValue(retention().holdsInForce(session().actor, mostShown), [this](const QList<LegalHold> &holds) {
            if (session().format != OutputFormat::Json && !holds.isEmpty())
                print(holdTable(holds), {});
            onValue(retention().servers(session().actor), [this, holds](const QList<ServerRetention> &servers) {
                QJsonArray held, array;
                for (const LegalHold &hold : holds)
                    held += holdJson(hold);
                for (const ServerRetention &server : servers)
                    array += serverRetentionJson(server);
                print(serverRetentionTable(servers), {{u"servers"_s, array}, {u"holds"_s, held}});
                finish(ExitCode::Done);
            });
        });
    }

    const QString m_what;
};

class SetCommand final : public RetentionCommand
{
public:
    SetCommand(Session &session, QStringList recordings, OwnRetention own)
        : RetentionCommand(session), m_recordings(std::move(recordings)), m_own(own)
    {
    }
    void start() override
    {
        withRecordings(m_recordings, [this](const QList<RecordingId> &recordings) {
            onValue(retention().setOwn(session().actor, recordings, {}, m_own), [this] { finish(ExitCode::Done); });
        });
    }

private:
    const QStringList m_recordings;
    const OwnRetention m_own;
};

class HoldCommand final : public RetentionCommand
{
public:
    HoldCommand(Session &session, QStringList recordings, QString reason)
        : RetentionCommand(session), m_recordings(std::move(recordings)), m_reason(std::move(reason))
    {
    }
    void start() override
    {
        withRecordings(m_recordings, [this](const QList<RecordingId> &recordings) {
            onValue(retention().hold(session().actor, recordings, m_reason), [this] { finish(ExitCode::Done); });
        });
    }

private:
    const QStringList m_recordings;
    const QString m_reason;
};

class ReleaseCommand final : public RetentionCommand
{
public:
    ReleaseCommand(Session &session, QString recording, std::optional<HoldId> hold)
        : RetentionCommand(session), m_recording(std::move(recording)), m_hold(hold)
    {
    }

    void start() override
    {
        withRecordings({m_recording}, [this](const QList<RecordingId> &recordings) {
            onValue(retention().decisionFor(session().actor, recordings.first()), [this](const RetentionExplanation &why) {
                QList<HoldId> holds;
                for (const LegalHold &hold : why.holds) {
                    if (hold.isInForce() && (!m_hold || *m_hold == hold.id))
                        holds += hold.id;
                }
                holds.isEmpty() ? fail({ErrorKind::NotFound, u"nothing holds it"_s, m_recording, {}}) : release(holds);
            });
        });
    }

private:
    void release(const QList<HoldId> &holds)
    {
        if (holds.isEmpty())
            return finish(ExitCode::Done);
        onValue(retention().release(session().actor, holds.first()), [this, rest = holds.mid(1)] { release(rest); });
    }

    const QString m_recording;
    const std::optional<HoldId> m_hold;
};

CommandSpec showSpecOfRetention()
{
    CommandSpec show = retentionSpec({u"show"_s}, Cli::tr("RECORDING|SERVER|all"), Cli::tr("Tells when a recording goes and why, or how retention runs."), 1, 1);
    show.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([what = given.positionalArguments().at(2)](Session &session) { return std::make_unique<ShowCommand>(session, what); });
    };
    return show;
}

CommandSpec setSpecOfRetention()
{
    CommandSpec set = retentionSpec({u"set"_s}, Cli::tr("RECORDING… (--on DATE | --never | --policy)"), Cli::tr("Says when recordings go, whatever policies say."), 1, 10'000);
    set.options = {{u"on"_s, Cli::tr("On this day, such as 2027-01-31."), u"DATE"_s}, {u"never"_s, Cli::tr("Never.")}, {u"policy"_s, Cli::tr("As the policies say.")}};
    set.prepare = [](const QCommandLineParser &given) -> Prepared {
        if (int(given.isSet(u"on"_s)) + int(given.isSet(u"never"_s)) + int(given.isSet(u"policy"_s)) != 1)
            return UsageError{Cli::tr("One of --on, --never and --policy is needed.")};
        OwnRetention own;
        if (given.isSet(u"never"_s))
            own.kind = OwnRetention::Kind::Never;
        if (given.isSet(u"on"_s))
            own = {.kind = OwnRetention::Kind::OnDate, .date = QDate::fromString(given.value(u"on"_s), Qt::ISODate)};
        if (!isWellFormed(own))
            return UsageError{Cli::tr("A day is written like 2027-01-31.")};
        return CommandFactory([own, recordings = given.positionalArguments().mid(2)](Session &session) {
            return std::make_unique<SetCommand>(session, recordings, own);
        });
    };
    return set;
}

CommandSpec holdSpec()
{
    CommandSpec hold = retentionSpec({u"hold"_s}, Cli::tr("RECORDING… --reason TEXT"), Cli::tr("Holds recordings: nothing removes them, by any path."), 1, 10'000);
    hold.options = {{u"reason"_s, Cli::tr("Why they are needed."), u"TEXT"_s}};
    hold.prepare = [](const QCommandLineParser &given) -> Prepared {
        const QString reason = given.value(u"reason"_s).trimmed();
        if (reason.isEmpty() || reason.size() > LegalHold::maxReason)
            return UsageError{Cli::tr("--reason needs a text of at most %1 characters.").arg(LegalHold::maxReason)};
        return CommandFactory([reason, recordings = given.positionalArguments().mid(2)](Session &session) {
            return std::make_unique<HoldCommand>(session, recordings, reason);
        });
    };
    return hold;
}

CommandSpec releaseSpec()
{
    CommandSpec release = retentionSpec({u"release"_s}, Cli::tr("RECORDING [--hold NUMBER]"), Cli::tr("Ends the holds of a recording, or one of them."), 1, 1);
    release.options = {{u"hold"_s, Cli::tr("The hold's number."), u"NUMBER"_s}};
    release.prepare = [](const QCommandLineParser &given) -> Prepared {
        const auto number = numberOf(given, u"hold"_s, 1);
        if (const auto *wrong = std::get_if<UsageError>(&number))
            return *wrong;
        const auto value = std::get<std::optional<qint64>>(number);
        const std::optional<HoldId> hold = value ? std::optional(HoldId{*value}) : std::nullopt;
        return CommandFactory([hold, recording = given.positionalArguments().at(2)](Session &session) {
            return std::make_unique<ReleaseCommand>(session, recording, hold);
        });
    };
    return release;
}

} // namespace

QList<CommandSpec> retentionSpecs()
{
    return QList<CommandSpec>{showSpecOfRetention(), setSpecOfRetention(), holdSpec(), releaseSpec()} + retentionRunSpecs() + retentionPolicySpecs();
}

} // namespace letopis::cli
