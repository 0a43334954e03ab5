#include "core/jobs/deletionjob.h"

#include "core/base/whendone.h"

namespace letopis {

DeletionJob::DeletionJob(DeletionPlanId plan, ServerId server, ServerOpener open, DiskOpener openDisk, DeletionTools tools, Actor actor,
                         WorkerPool &pool)
    : m_plan(plan)
    , m_server(server)
    , m_open(std::move(open))
    , m_openDisk(std::move(openDisk))
    , m_tools(std::move(tools))
    , m_actor(std::move(actor))
    , m_pool(pool)
{
    connect(this, &Job::progressChanged, this, &DeletionJob::tellChanges);
}

void DeletionJob::run(std::stop_token stop)
{
    whenDone(m_open(m_server), this, [this, stop](const Result<OpenedServer> &opened) {
        if (!opened)
            return finish(opened.error());
        if (!opened->server.ssh)
            return start({*opened, {}}, stop);
        whenDone(m_openDisk(m_server), this, [this, stop, opened = *opened](const Result<OpenedDisk> &disk) {
            if (disk)
                return start({opened, *disk}, stop);
            if (disk.error().kind != ErrorKind::Unsupported)
                return finish(disk.error());
            start({opened, {}}, stop);
        });
    });
}

void DeletionJob::start(const DeletionPlace &place, std::stop_token stop)
{
    const auto deletion = std::make_shared<DeletionRun>(place, m_tools, m_actor, m_feed);
    const auto work = [=, plan = m_plan, counters = counters()] { return deletion->execute(plan, *counters, stop); };
    whenDone(m_pool.run(work), this, [this](const Result<> &result) {
        tellChanges();
        Q_EMIT reported(m_feed->report());
        finish(result);
    });
}

void DeletionJob::tellChanges()
{
    if (const CatalogChange change = m_feed->takeChange(); !change.isEmpty())
        Q_EMIT catalogChanged(change);
}

} // namespace letopis
