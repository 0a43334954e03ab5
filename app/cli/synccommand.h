#pragma once

#include "app/cli/serverjobscommand.h"

namespace letopis::cli {

// sync: brings one server's recordings, or every server's, side by side.
class SyncCommand final : public ServerJobsCommand
{
    Q_OBJECT

public:
    using ServerJobsCommand::ServerJobsCommand;

private:
    JobId startJob(ServerId server) override;
    QList<Grid::Column> columns() const override;
    QStringList cells(const JobStatus &status) const override;
    QJsonObject json(const JobStatus &status) const override;
    QJsonObject totals(const QList<Run> &runs) const override;
    QList<RecordingProblem> problems(const JobStatus &status) const override;
};

CommandSpec syncSpec();

} // namespace letopis::cli
