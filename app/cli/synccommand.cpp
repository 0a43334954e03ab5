#include "app/cli/synccommand.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/errortext.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"

#include <algorithm>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QJsonArray failedJson(const SyncReport &report)
{
    QJsonArray failed;
    for (const RecordingProblem &problem : report.failed)
        failed += QJsonObject{{u"recordId"_s, problem.externalId}, {u"reason"_s, problem.reason}};
    return failed;
}

QJsonObject reportJson(const SyncReport &report)
{
    return {{u"added"_s, report.added},
            {u"updated"_s, report.updated},
            {u"unchanged"_s, report.unchanged},
            {u"gone"_s, report.gone},
            {u"meetingsFetched"_s, report.meetingsFetched},
            {u"failed"_s, failedJson(report)}};
}
} // namespace

QString progressText(const QString &what, const Progress &progress)
{
    const QString done = progress.unit == ProgressUnit::Bytes ? sizeText(progress.done) : QString::number(progress.done);
    QString text = what + u": "_s + done;
    if (progress.total > 0) {
        const QString total =
            progress.unit == ProgressUnit::Bytes ? sizeText(progress.total) : QString::number(progress.total);
        text = Cli::tr("%1 of %2").arg(text, total);
    }
    if (progress.bytesPerSecond > 0)
        text += u", "_s + Cli::tr("%1/s").arg(sizeText(progress.bytesPerSecond));
    return text;
}

SyncCommand::SyncCommand(Session &session, QString name) : Command(session), m_name(std::move(name)) {}

void SyncCommand::start()
{
    connect(&workspace(), &Workspace::jobChanged, this, &SyncCommand::onJobChanged);
    onValue(workspace().servers(session().actor), [this](QList<ConferenceServer> servers) {
        servers.removeIf([](const ConferenceServer &server) { return server.isRemoved; });
        if (m_name.isEmpty())
            return begin(servers);
        const Result<ConferenceServer> server = serverNamed(servers, m_name);
        if (!server)
            return fail(server.error());
        begin({*server});
    });
}

void SyncCommand::begin(const QList<ConferenceServer> &servers)
{
    if (servers.isEmpty()) {
        session().terminal.say(Cli::tr("The catalog has no server yet: `letopis-cli server add`."));
        return finish(ExitCode::NotFound);
    }
    for (const ConferenceServer &server : servers) {
        const JobId job = workspace().startSync(session().actor, server.id);
        m_runs[job.value].serverName = server.name;
    }
    // What was said before the numbers were known.
    for (const JobStatus &status : workspace().jobs())
        onJobChanged(status);
}

void SyncCommand::interrupt()
{
    if (m_runs.isEmpty())
        return Command::interrupt();
    session().terminal.say(Cli::tr("Stopping…"));
    for (const qint64 job : m_runs.keys())
        workspace().cancelJob(JobId{job});
}

void SyncCommand::onJobChanged(const JobStatus &status)
{
    const auto run = m_runs.find(status.id.value);
    if (run == m_runs.end() || run->status.state == Job::State::Finished)
        return;
    run->status = status;
    const bool areAllFinished = std::all_of(m_runs.cbegin(), m_runs.cend(), [](const Run &each) {
        return each.status.state == Job::State::Finished;
    });
    if (areAllFinished)
        report();
    else
        showProgress();
}

void SyncCommand::showProgress()
{
    QStringList parts;
    for (const Run &run : std::as_const(m_runs)) {
        if (run.status.state == Job::State::Running)
            parts += progressText(run.serverName, run.status.progress);
    }
    session().terminal.showProgress(parts.join(u"; "_s));
}

void SyncCommand::report()
{
    print(grid(), json());
    for (const Run &run : std::as_const(m_runs)) {
        for (const RecordingProblem &problem : run.status.report.value_or(SyncReport{}).failed) {
            if (session().format != OutputFormat::Json)
                session().terminal.say(Cli::tr("%1: recording %2 was skipped: %3")
                                           .arg(run.serverName, problem.externalId, problem.reason));
        }
        if (run.status.error)
            session().terminal.say(run.serverName + u": "_s + textFor(*run.status.error));
    }
    finish(exitCode());
}

Grid SyncCommand::grid() const
{
    Grid grid{{{Cli::tr("Server"), u"server"_s, false, true},
               {Cli::tr("Added"), u"added"_s, true, false},
               {Cli::tr("Updated"), u"updated"_s, true, false},
               {Cli::tr("Unchanged"), u"unchanged"_s, true, false},
               {Cli::tr("Gone"), u"gone"_s, true, false},
               {Cli::tr("Meetings read"), u"meetingsFetched"_s, true, false},
               {Cli::tr("Skipped"), u"failed"_s, true, false},
               {Cli::tr("Ended"), u"error"_s, false, false}},
              {}};
    for (const Run &run : m_runs) {
        const SyncReport done = run.status.report.value_or(SyncReport{});
        grid.rows += {run.serverName,
                      QString::number(done.added),
                      QString::number(done.updated),
                      QString::number(done.unchanged),
                      QString::number(done.gone),
                      QString::number(done.meetingsFetched),
                      QString::number(done.failed.size()),
                      run.status.error ? errorKindName(run.status.error->kind) : u"ok"_s};
    }
    return grid;
}

QJsonObject SyncCommand::json() const
{
    SyncReport all;
    QJsonArray servers;
    for (const Run &run : m_runs) {
        const SyncReport done = run.status.report.value_or(SyncReport{});
        QJsonObject object = reportJson(done);
        object.insert(u"server"_s, run.serverName);
        object.insert(u"error"_s, run.status.error ? QJsonValue(errorKindName(run.status.error->kind)) : QJsonValue());
        object.insert(u"detail"_s, run.status.error ? QJsonValue(run.status.error->detail) : QJsonValue());
        servers += object;
        all.added += done.added;
        all.updated += done.updated;
        all.unchanged += done.unchanged;
        all.gone += done.gone;
        all.meetingsFetched += done.meetingsFetched;
        all.failed += done.failed;
    }
    QJsonObject object = reportJson(all);
    object.insert(u"servers"_s, servers);
    return object;
}

ExitCode SyncCommand::exitCode() const
{
    for (const Run &run : m_runs) {
        if (run.status.error)
            return exitCodeFor(run.status.error->kind);
    }
    return ExitCode::Done;
}

CommandSpec syncSpec()
{
    return {.words = {u"sync"_s},
            .arguments = Cli::tr("[NAME]"),
            .summary = Cli::tr("Brings what is new from one server, or from all."),
            .details = Cli::tr("A recording that cannot be read is named and skipped; the others arrive, and the exit code stays 0.\n"
                               "Ctrl+C stops after the current page; the next sync goes on from there."),
            .options = {},
            .leastArguments = 0,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([name = arguments.positionalArguments().value(1)](Session &session) {
                    return std::make_unique<SyncCommand>(session, name);
                });
            }};
}

} // namespace letopis::cli
