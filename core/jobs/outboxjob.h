#pragma once

#include "core/base/job.h"
#include "core/jobs/outboxrun.h"
#include "core/jobs/workerpool.h"

namespace letopis {

// OutboxRun as a job: opens the server, runs on the pool, tells the catalog's changes as they become durable.
class OutboxJob final : public Job
{
    Q_OBJECT

public:
    OutboxJob(ServerId server, ServerOpener open, FieldRepository &fields, Actor actor, WorkerPool &pool);

Q_SIGNALS:
    void catalogChanged(const letopis::CatalogChange &change);
    // Just before finished(); also of a push that failed half-way.
    void reported(const letopis::PushReport &report);

private:
    void run(std::stop_token stop) override;
    void end(const Result<> &result);

    const ServerId m_server;
    const ServerOpener m_open;
    FieldRepository &m_fields;
    const Actor m_actor;
    WorkerPool &m_pool;
    const std::shared_ptr<OutboxFeed> m_feed = std::make_shared<OutboxFeed>();
};

} // namespace letopis
