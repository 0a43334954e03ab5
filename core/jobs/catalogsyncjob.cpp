#include "core/jobs/catalogsyncjob.h"

#include "core/base/whendone.h"

namespace letopis {

using namespace std::chrono_literals;

CatalogSyncJob::CatalogSyncJob(ServerId server, ServerOpener open, SyncStorage storage, Actor actor, WorkerPool &pool,
                               std::shared_ptr<SyncAttempts> attempts)
    : m_server(server)
    , m_open(std::move(open))
    , m_storage(storage)
    , m_actor(std::move(actor))
    , m_pool(pool)
    , m_attempts(std::move(attempts))
{
    m_draining.setInterval(250ms);
    connect(&m_draining, &QTimer::timeout, this, &CatalogSyncJob::drain);
}

void CatalogSyncJob::run(std::stop_token stop)
{
    whenDone(m_open(m_server), this, [this, stop](const Result<OpenedServer> &opened) {
        if (!opened) {
            end(opened.error());
            return;
        }
        const auto sync = std::make_shared<SyncRun>(*opened, m_storage, m_actor, m_feed, m_attempts);
        const auto work = [sync, counters = counters(), stop] { return sync->execute(*counters, stop); };
        m_draining.start();
        whenDone(m_pool.run(work), this, [this](const Result<> &result) { end(result); });
    });
}

void CatalogSyncJob::drain()
{
    const CatalogChange change = m_feed->takeChange();
    if (!change.isEmpty())
        Q_EMIT catalogChanged(change);
}

void CatalogSyncJob::end(const Result<> &result)
{
    m_draining.stop();
    drain();
    Q_EMIT reported(m_feed->report());
    finish(result);
}

} // namespace letopis
