#pragma once

#include "core/domain/actor.h"
#include "core/workspace/workspace.h"

#include <QHash>

namespace letopis {

class JobListModel;

// The connected servers and how each stands, kept up to date for everything in the window that names them.
class ServerDirectory final : public QObject
{
    Q_OBJECT

public:
    enum class Status { NeverSynced, UpToDate, Syncing, Failed };

    ServerDirectory(Workspace &workspace, Actor actor, JobListModel &jobs, QObject *parent = nullptr);

    const QList<ConferenceServer> &servers() const { return m_servers; }
    bool isLoaded() const { return m_isLoaded; }
    const ConferenceServer *find(ServerId id) const;
    Status status(ServerId id) const;
    std::optional<Error> problem(ServerId id) const; // of its last sync

    void reload();

Q_SIGNALS:
    void changed();       // servers were added, removed, renamed
    void statusChanged(); // of any

private:
    void onJobChanged(const JobStatus &job);

    Workspace &m_workspace;
    Actor m_actor;
    JobListModel &m_jobs;
    QList<ConferenceServer> m_servers;
    QHash<ServerId, Error> m_problems;
    bool m_isLoaded = false;
};

QString serverStatusText(ServerDirectory::Status status);

} // namespace letopis
