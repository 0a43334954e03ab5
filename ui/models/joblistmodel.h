#pragma once

#include "core/workspace/workspace.h"

#include <QAbstractListModel>

namespace letopis {

// The workspace's jobs that the actor may follow, newest first.
class JobListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, PercentRole };

    JobListModel(Workspace &workspace, Actor actor, QObject *parent = nullptr);

    const JobStatus &job(int row) const { return m_jobs[static_cast<size_t>(row)]; }
    int rowOf(JobId id) const;
    int runningCount() const;
    // The newest running one, or nothing.
    const JobStatus *firstRunning() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    static int percent(const Progress &progress); // -1: not known

Q_SIGNALS:
    void summaryChanged(); // any change
    void jobFinished(const letopis::JobStatus &status);

private:
    void upsert(const JobStatus &status);
    void remove(JobId id);

    const Actor m_actor;
    std::vector<JobStatus> m_jobs;
};

} // namespace letopis
