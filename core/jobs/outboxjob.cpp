#include "core/jobs/outboxjob.h"

#include "core/base/whendone.h"

namespace letopis {

OutboxJob::OutboxJob(ServerId server, PushScope scope, ServerOpener open, OutboxRepository outbox, Actor actor,
                     WorkerPool &pool)
    : m_server(server)
    , m_scope(scope)
    , m_open(std::move(open))
    , m_outbox(outbox)
    , m_actor(std::move(actor))
    , m_pool(pool)
{
}

void OutboxJob::run(std::stop_token stop)
{
    whenDone(m_open(m_server), this, [this, stop](const Result<OpenedServer> &opened) {
        if (!opened) {
            end(opened.error());
            return;
        }
        const auto push = std::make_shared<OutboxRun>(*opened, m_outbox, m_actor, m_feed);
        const auto work = [=, scope = m_scope, counters = counters()] { return push->execute(scope, *counters, stop); };
        whenDone(m_pool.run(work), this, [this](const Result<> &result) { end(result); });
    });
}

void OutboxJob::end(const Result<> &result)
{
    if (const CatalogChange change = m_feed->takeChange(); !change.isEmpty())
        Q_EMIT catalogChanged(change);
    Q_EMIT reported(m_feed->report());
    finish(result);
}

} // namespace letopis
