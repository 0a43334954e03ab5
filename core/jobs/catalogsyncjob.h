#pragma once

#include "core/base/job.h"
#include "core/jobs/syncrun.h"
#include "core/jobs/workerpool.h"

namespace letopis {

// SyncRun as a job: opens the server, runs on the pool, tells the catalog's changes as they become durable.
class CatalogSyncJob final : public Job
{
    Q_OBJECT

public:
    // `attempts` is handed to each retry of the same sync.
    CatalogSyncJob(ServerId server, ServerOpener open, SyncStorage storage, Actor actor, WorkerPool &pool,
                   std::shared_ptr<SyncAttempts> attempts = std::make_shared<SyncAttempts>());

Q_SIGNALS:
    void catalogChanged(const letopis::CatalogChange &change);
    // Just before finished(); also of a sync that failed half-way.
    void reported(const letopis::SyncReport &report);

private:
    void run(std::stop_token stop) override;
    void drain();
    void end(const Result<> &result);

    const ServerId m_server;
    const ServerOpener m_open;
    const SyncStorage m_storage;
    const Actor m_actor;
    WorkerPool &m_pool;
    const std::shared_ptr<SyncAttempts> m_attempts;
    const std::shared_ptr<SyncFeed> m_feed = std::make_shared<SyncFeed>();
    QTimer m_draining;
};

} // namespace letopis
