#include "app/cli/serverjobscommand.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/errortext.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"

#include <QJsonArray>

#include <algorithm>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

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

QJsonArray problemsJson(const QList<RecordingProblem> &problems)
{
    QJsonArray all;
    for (const RecordingProblem &problem : problems)
        all += QJsonObject{{u"recordId"_s, problem.externalId}, {u"reason"_s, problem.reason}};
    return all;
}

ServerJobsCommand::ServerJobsCommand(Session &session, QString server) : Command(session), m_server(std::move(server)) {}

bool ServerJobsCommand::concerns(const ConferenceServer &) const
{
    return true;
}

QString ServerJobsCommand::nothingToDo() const
{
    return Cli::tr("The catalog has no server yet: `letopis-cli server add`.");
}

void ServerJobsCommand::start()
{
    connect(&workspace(), &Workspace::jobChanged, this, &ServerJobsCommand::onJobChanged);
    onValue(workspace().servers(session().actor), [this](QList<ConferenceServer> servers) {
        servers.removeIf([](const ConferenceServer &server) { return server.isRemoved; });
        if (m_server.isEmpty()) {
            servers.removeIf([this](const ConferenceServer &server) { return !concerns(server); });
            return begin(servers);
        }
        const Result<ConferenceServer> server = serverNamed(servers, m_server);
        if (!server)
            return fail(server.error());
        begin({*server});
    });
}

void ServerJobsCommand::begin(const QList<ConferenceServer> &servers)
{
    if (servers.isEmpty()) {
        session().terminal.say(nothingToDo());
        return finish(ExitCode::NotFound);
    }
    for (const ConferenceServer &server : servers)
        m_runs[startJob(server.id).value].serverName = server.name;
    // What was said before the numbers were known.
    for (const JobStatus &status : workspace().jobs(session().actor))
        onJobChanged(status);
}

void ServerJobsCommand::interrupt()
{
    if (m_runs.isEmpty())
        return Command::interrupt();
    session().terminal.say(Cli::tr("Stopping…"));
    for (const qint64 job : m_runs.keys())
        workspace().cancelJob(session().actor, JobId{job});
}

void ServerJobsCommand::onJobChanged(const JobStatus &status)
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

void ServerJobsCommand::showProgress()
{
    QStringList parts;
    for (const Run &run : std::as_const(m_runs)) {
        if (run.status.state == Job::State::Running)
            parts += progressText(run.serverName, run.status.progress);
    }
    session().terminal.showProgress(parts.join(u"; "_s));
}

void ServerJobsCommand::report()
{
    printAnswer();
    for (const Run &run : std::as_const(m_runs)) {
        for (const RecordingProblem &problem : problems(run.status)) {
            if (session().format != OutputFormat::Json)
                session().terminal.say(Cli::tr("%1: recording %2 was skipped: %3")
                                           .arg(run.serverName, problem.externalId, problem.reason));
        }
        if (run.status.error)
            session().terminal.say(run.serverName + u": "_s + textFor(*run.status.error));
    }
    finish(exitCode());
}

void ServerJobsCommand::printAnswer()
{
    Grid grid{QList<Grid::Column>{{Cli::tr("Server"), u"server"_s, false, true}} + columns()
                  + QList<Grid::Column>{{Cli::tr("Ended"), u"error"_s, false, false}},
              {}};
    QJsonArray servers;
    for (const Run &run : std::as_const(m_runs)) {
        const std::optional<Error> &error = run.status.error;
        const QString ended = error ? errorKindName(error->kind) : u"ok"_s;
        grid.rows += QStringList{run.serverName} + cells(run.status) + QStringList{ended};
        QJsonObject one = json(run.status);
        one.insert(u"server"_s, run.serverName);
        one.insert(u"error"_s, error ? QJsonValue(ended) : QJsonValue());
        one.insert(u"detail"_s, error ? QJsonValue(error->detail) : QJsonValue());
        servers += one;
    }
    QJsonObject answer = totals(m_runs.values());
    answer.insert(u"servers"_s, servers);
    print(grid, answer);
}

ExitCode ServerJobsCommand::exitCode() const
{
    bool hasProblems = false;
    for (const Run &run : m_runs) {
        if (run.status.error)
            return exitCodeFor(run.status.error->kind);
        hasProblems = hasProblems || !problems(run.status).isEmpty();
    }
    return hasProblems ? codeForProblems() : ExitCode::Done;
}

} // namespace letopis::cli
