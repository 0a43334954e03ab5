#pragma once

#include "core/base/job.h"
#include "core/jobs/outboxrun.h"
#include "core/jobs/workerpool.h"

namespace letopis {

// OutboxRun as a job: opens the server, runs on the pool, tells at its end what it changed in the catalog, also where it
// failed half-way.
class OutboxJob final : public Job
{
    Q_OBJECT

public:
    OutboxJob(ServerId server, PushScope scope, ServerOpener open, OutboxRepository outbox, Actor actor, WorkerPool &pool);

Q_SIGNALS:
    void catalogChanged(const letopis::CatalogChange &change);
    // Just before finished(); also of a push that failed half-way.
    void reported(const letopis::PushReport &report);

private:
    void run(std::stop_token stop) override;
    void end(const Result<> &result);

    const ServerId m_server;
    const PushScope m_scope;
    const ServerOpener m_open;
    const OutboxRepository m_outbox;
    const Actor m_actor;
    WorkerPool &m_pool;
    const std::shared_ptr<OutboxFeed> m_feed = std::make_shared<OutboxFeed>();
};

} // namespace letopis
