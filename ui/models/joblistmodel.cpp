#include "ui/models/joblistmodel.h"

#include "ui/text/names.h"

#include <algorithm>

namespace letopis {

JobListModel::JobListModel(Workspace &workspace, Actor actor, QObject *parent)
    : QAbstractListModel(parent), m_actor(std::move(actor))
{
    const QList<JobStatus> jobs = workspace.jobs(m_actor);
    m_jobs.assign(jobs.rbegin(), jobs.rend());
    connect(&workspace, &Workspace::jobChanged, this, &JobListModel::upsert);
    connect(&workspace, &Workspace::jobDismissed, this, &JobListModel::remove);
}

int JobListModel::rowOf(JobId id) const
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [id](const JobStatus &job) { return job.id == id; });
    return found == m_jobs.end() ? -1 : static_cast<int>(found - m_jobs.begin());
}

int JobListModel::runningCount() const
{
    return static_cast<int>(std::count_if(m_jobs.begin(), m_jobs.end(),
                                          [](const JobStatus &job) { return job.state != Job::State::Finished; }));
}

const JobStatus *JobListModel::firstRunning() const
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [](const JobStatus &job) { return job.state != Job::State::Finished; });
    return found == m_jobs.end() ? nullptr : &*found;
}

void JobListModel::upsert(const JobStatus &status)
{
    if (!mayFollow(m_actor, status))
        return;
    bool isFinishedNow = status.state == Job::State::Finished;
    if (const int row = rowOf(status.id); row >= 0) {
        isFinishedNow = isFinishedNow && m_jobs[static_cast<size_t>(row)].state != Job::State::Finished;
        m_jobs[static_cast<size_t>(row)] = status;
        Q_EMIT dataChanged(index(row), index(row));
    } else {
        beginInsertRows({}, 0, 0);
        m_jobs.insert(m_jobs.begin(), status);
        endInsertRows();
    }
    Q_EMIT summaryChanged();
    if (isFinishedNow)
        Q_EMIT jobFinished(status);
}

void JobListModel::remove(JobId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_jobs.erase(m_jobs.begin() + row);
    endRemoveRows();
    Q_EMIT summaryChanged();
}

int JobListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant JobListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const JobStatus &job = m_jobs[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return jobTitle(job);
    case IdRole: return job.id.value;
    case PercentRole: return percent(job.progress);
    default: return {};
    }
}

int JobListModel::percent(const Progress &progress)
{
    if (progress.total <= 0)
        return -1;
    const double part = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    return static_cast<int>(std::clamp(part, 0.0, 1.0) * 100);
}

} // namespace letopis
