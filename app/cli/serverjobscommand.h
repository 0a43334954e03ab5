#pragma once

#include "app/cli/commandline.h"
#include "core/workspace/workspace.h"

#include <QMap>

namespace letopis::cli {

// Runs a job on one server, or on all that it concerns, side by side; shows their progress and sums up what they did.
class ServerJobsCommand : public Command
{
    Q_OBJECT

public:
    ServerJobsCommand(Session &session, QString server); // empty: all

    void start() override;
    // Asks the jobs to stop; what they did until then is reported.
    void interrupt() override;

protected:
    struct Run
    {
        QString serverName;
        JobStatus status;
    };

    virtual JobId startJob(ServerId server) = 0;
    virtual bool concerns(const ConferenceServer &server) const;
    virtual QString nothingToDo() const; // where it concerns none
    // What a job did: columns between the server's name and how it ended, and the same for scripts.
    virtual QList<Grid::Column> columns() const { return {}; }
    virtual QStringList cells(const JobStatus &) const { return {}; }
    virtual QJsonObject json(const JobStatus &) const { return {}; }
    virtual QJsonObject totals(const QList<Run> &) const { return {}; }
    virtual QList<RecordingProblem> problems(const JobStatus &) const { return {}; }
    virtual ExitCode codeForProblems() const { return ExitCode::Done; }

private:
    void begin(const QList<ConferenceServer> &servers);
    void onJobChanged(const JobStatus &status);
    void showProgress();
    void report();
    void printAnswer();
    ExitCode exitCode() const;

    const QString m_server;
    QMap<qint64, Run> m_runs; // by job
};

// The specification of such a command, which takes a server's name after its words, or none.
template<typename T>
CommandSpec serverJobsSpec(const QStringList &words, const QString &argument, const QString &summary, const QString &details)
{
    return {.words = words,
            .arguments = argument,
            .summary = summary,
            .details = details,
            .options = {},
            .leastArguments = 0,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [count = words.size()](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([server = arguments.positionalArguments().value(count)](Session &session) {
                    return std::make_unique<T>(session, server);
                });
            }};
}

QJsonArray problemsJson(const QList<RecordingProblem> &problems);
// "bbb.example: 12 of 400, 3 MB/s"
QString progressText(const QString &what, const Progress &progress);

} // namespace letopis::cli
