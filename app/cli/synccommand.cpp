#include "app/cli/synccommand.h"

#include "app/cli/text.h"

#include <QJsonArray>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
SyncReport reportOf(const JobStatus &status)
{
    return status.report.value_or(SyncReport{});
}

QJsonObject reportJson(const SyncReport &report)
{
    return {{u"added"_s, report.added},
            {u"updated"_s, report.updated},
            {u"unchanged"_s, report.unchanged},
            {u"gone"_s, report.gone},
            {u"meetingsFetched"_s, report.meetingsFetched},
            {u"failed"_s, problemsJson(report.failed)}};
}
} // namespace

JobId SyncCommand::startJob(ServerId server)
{
    return workspace().startSync(session().actor, server);
}

QList<Grid::Column> SyncCommand::columns() const
{
    return {{Cli::tr("Added"), u"added"_s, true, false},
            {Cli::tr("Updated"), u"updated"_s, true, false},
            {Cli::tr("Unchanged"), u"unchanged"_s, true, false},
            {Cli::tr("Gone"), u"gone"_s, true, false},
            {Cli::tr("Meetings read"), u"meetingsFetched"_s, true, false},
            {Cli::tr("Skipped"), u"failed"_s, true, false}};
}

QStringList SyncCommand::cells(const JobStatus &status) const
{
    const SyncReport done = reportOf(status);
    return {QString::number(done.added), QString::number(done.updated),         QString::number(done.unchanged),
            QString::number(done.gone),  QString::number(done.meetingsFetched), QString::number(done.failed.size())};
}

QJsonObject SyncCommand::json(const JobStatus &status) const
{
    return reportJson(reportOf(status));
}

QJsonObject SyncCommand::totals(const QList<Run> &runs) const
{
    SyncReport all;
    for (const Run &run : runs) {
        const SyncReport done = reportOf(run.status);
        all.added += done.added;
        all.updated += done.updated;
        all.unchanged += done.unchanged;
        all.gone += done.gone;
        all.meetingsFetched += done.meetingsFetched;
        all.failed += done.failed;
    }
    return reportJson(all);
}

QList<RecordingProblem> SyncCommand::problems(const JobStatus &status) const
{
    return reportOf(status).failed;
}

CommandSpec syncSpec()
{
    return serverJobsSpec<SyncCommand>(
        {u"sync"_s}, Cli::tr("[NAME]"), Cli::tr("Brings what is new from one server, or from all."),
        Cli::tr("A recording that cannot be read is named and skipped; the others arrive, and the exit code stays 0.\n"
                "Ctrl+C stops after the current page; the next sync goes on from there."));
}

} // namespace letopis::cli
