#include "app/cli/materialsynccommand.h"

#include "app/cli/errortext.h"
#include "app/cli/serverselection.h"
#include "app/cli/synccommand.h"
#include "app/cli/text.h"
#include "core/workspace/materialshelf.h"

#include <QJsonArray>

#include <algorithm>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

void MaterialSyncCommand::start()
{
    connect(&workspace(), &Workspace::jobChanged, this, &MaterialSyncCommand::onJobChanged);
    onValue(workspace().servers(session().actor), [this](QList<ConferenceServer> servers) {
        servers.removeIf([](const ConferenceServer &server) { return server.isRemoved; });
        if (m_server.isEmpty()) {
            servers.removeIf([](const ConferenceServer &server) { return !server.ssh; });
            return begin(servers);
        }
        const Result<ConferenceServer> server = serverNamed(servers, m_server);
        if (!server)
            return fail(server.error());
        begin({*server});
    });
}

void MaterialSyncCommand::begin(const QList<ConferenceServer> &servers)
{
    if (servers.isEmpty()) {
        session().terminal.say(Cli::tr("No server of the catalog has an SSH account, over which materials go."));
        return finish(ExitCode::NotFound);
    }
    for (const ConferenceServer &server : servers)
        m_runs[workspace().materials().startExchange(session().actor, server.id).value].serverName = server.name;
    // What was said before the numbers were known.
    for (const JobStatus &status : workspace().jobs())
        onJobChanged(status);
}

void MaterialSyncCommand::interrupt()
{
    if (m_runs.isEmpty())
        return Command::interrupt();
    session().terminal.say(Cli::tr("Stopping…"));
    for (const qint64 job : m_runs.keys())
        workspace().cancelJob(JobId{job});
}

void MaterialSyncCommand::onJobChanged(const JobStatus &status)
{
    const auto run = m_runs.find(status.id.value);
    if (run == m_runs.end() || run->status.state == Job::State::Finished)
        return;
    run->status = status;
    const bool areAllFinished = std::all_of(m_runs.cbegin(), m_runs.cend(), [](const Run &each) {
        return each.status.state == Job::State::Finished;
    });
    if (areAllFinished)
        return report();
    QStringList parts;
    for (const Run &each : std::as_const(m_runs)) {
        if (each.status.state == Job::State::Running)
            parts += progressText(each.serverName, each.status.progress);
    }
    session().terminal.showProgress(parts.join(u"; "_s));
}

void MaterialSyncCommand::report()
{
    Grid grid{{{Cli::tr("Server"), u"server"_s, false, true}, {Cli::tr("Ended"), u"error"_s, false, false}}, {}};
    QJsonArray servers;
    ExitCode code = ExitCode::Done;
    for (const Run &run : std::as_const(m_runs)) {
        const std::optional<Error> &error = run.status.error;
        grid.rows += {run.serverName, error ? errorKindName(error->kind) : u"ok"_s};
        servers += QJsonObject{{u"server"_s, run.serverName},
                               {u"error"_s, error ? QJsonValue(errorKindName(error->kind)) : QJsonValue()},
                               {u"detail"_s, error ? QJsonValue(error->detail) : QJsonValue()}};
        if (error && code == ExitCode::Done)
            code = exitCodeFor(error->kind);
    }
    print(grid, {{u"servers"_s, servers}});
    for (const Run &run : std::as_const(m_runs)) {
        if (run.status.error)
            session().terminal.say(run.serverName + u": "_s + textFor(*run.status.error));
    }
    finish(code);
}

CommandSpec materialSyncSpec()
{
    return {.words = {u"material"_s, u"sync"_s},
            .arguments = Cli::tr("[SERVER]"),
            .summary = Cli::tr("Uploads what waits, and reads what others added, on one server or on all."),
            .details = Cli::tr("Files themselves are fetched by `material get`."),
            .options = {},
            .leastArguments = 0,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([server = arguments.positionalArguments().value(2)](Session &session) {
                    return std::make_unique<MaterialSyncCommand>(session, server);
                });
            }};
}

} // namespace letopis::cli
