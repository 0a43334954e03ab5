#include "ui/models/serverdirectory.h"

#include "core/base/whendone.h"
#include "ui/models/joblistmodel.h"

#include <algorithm>

namespace letopis {

ServerDirectory::ServerDirectory(Workspace &workspace, Actor actor, JobListModel &jobs, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_actor(std::move(actor)), m_jobs(jobs)
{
    connect(&workspace, &Workspace::serversChanged, this, &ServerDirectory::reload);
    connect(&workspace, &Workspace::jobChanged, this, &ServerDirectory::onJobChanged);
    reload();
}

void ServerDirectory::reload()
{
    whenDone(m_workspace.servers(m_actor), this, [this](const Result<QList<ConferenceServer>> &servers) {
        if (!servers)
            return; // the pages say why their own readings fail
        const bool isNews = !m_isLoaded || m_servers != *servers;
        m_isLoaded = true;
        m_servers = *servers;
        if (isNews)
            Q_EMIT changed();
    });
}

const ConferenceServer *ServerDirectory::find(ServerId id) const
{
    const auto found = std::find_if(m_servers.begin(), m_servers.end(), [id](const auto &server) { return server.id == id; });
    return found == m_servers.end() ? nullptr : &*found;
}

void ServerDirectory::onJobChanged(const JobStatus &job)
{
    if (job.kind != JobKind::Sync)
        return;
    if (job.state == Job::State::Finished) {
        if (job.error && job.error->kind != ErrorKind::Cancelled)
            m_problems.insert(job.server, *job.error);
        else if (!job.error)
            m_problems.remove(job.server);
        reload(); // the time of its last sync
    }
    Q_EMIT statusChanged();
}

ServerDirectory::Status ServerDirectory::status(ServerId id) const
{
    for (int row = 0; row < m_jobs.rowCount(); ++row) {
        const JobStatus &job = m_jobs.job(row);
        if (job.kind == JobKind::Sync && job.server == id && job.state != Job::State::Finished)
            return Status::Syncing;
    }
    if (m_problems.contains(id))
        return Status::Failed;
    const ConferenceServer *server = find(id);
    return server && server->lastSyncAt.isValid() ? Status::UpToDate : Status::NeverSynced;
}

std::optional<Error> ServerDirectory::problem(ServerId id) const
{
    const auto found = m_problems.constFind(id);
    return found == m_problems.constEnd() ? std::nullopt : std::optional<Error>(*found);
}

QString serverStatusText(ServerDirectory::Status status)
{
    switch (status) {
    //: State of a server
    case ServerDirectory::Status::NeverSynced: return ServerDirectory::tr("not synced yet");
    //: State of a server
    case ServerDirectory::Status::UpToDate: return ServerDirectory::tr("up to date");
    //: State of a server
    case ServerDirectory::Status::Syncing: return ServerDirectory::tr("syncing");
    //: State of a server
    case ServerDirectory::Status::Failed: return ServerDirectory::tr("last sync failed");
    }
    return {};
}

} // namespace letopis
