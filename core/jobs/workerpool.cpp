#include "core/jobs/workerpool.h"

namespace letopis {

WorkerPool::WorkerPool(int threads)
{
    m_pool.setMaxThreadCount(threads);
    m_pool.setObjectName(QStringLiteral("letopis-work"));
}

WorkerPool::~WorkerPool()
{
    m_pool.waitForDone();
}

} // namespace letopis
