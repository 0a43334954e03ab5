#pragma once

#include "core/base/job.h"
#include "core/jobs/deletionrun.h"
#include "core/jobs/workerpool.h"

namespace letopis {

// DeletionRun as a job: opens the server and, where there is an account, its disk; tells while it runs what it changed in the catalog.
class DeletionJob final : public Job
{
    Q_OBJECT

public:
    DeletionJob(DeletionPlanId plan, ServerId server, ServerOpener open, DiskOpener openDisk, DeletionTools tools, Actor actor,
                WorkerPool &pool);

Q_SIGNALS:
    void catalogChanged(const letopis::CatalogChange &change);
    // Just before finished(); also of a run that failed half-way.
    void reported(const letopis::DeletionReport &report);

private:
    void run(std::stop_token stop) override;
    void start(const DeletionPlace &place, std::stop_token stop);
    void tellChanges();

    const DeletionPlanId m_plan;
    const ServerId m_server;
    const ServerOpener m_open;
    const DiskOpener m_openDisk;
    const DeletionTools m_tools;
    const Actor m_actor;
    WorkerPool &m_pool;
    const std::shared_ptr<DeletionFeed> m_feed = std::make_shared<DeletionFeed>();
};

} // namespace letopis
