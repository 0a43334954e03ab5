#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace letopis {

// Threads for blocking work: network calls of the ports, waiting for the database. Apart from Qt's global pool, which is
// for computing only. Thread-safe. The destructor waits for running closures: ask them to stop first.
class WorkerPool
{
public:
    explicit WorkerPool(int threads);
    ~WorkerPool();

    // f() → Result<T>, in a thread of the pool. Exceptions become Internal.
    template<typename F, typename R = std::invoke_result_t<F>>
    QFuture<R> run(F f)
    {
        auto promise = std::make_shared<QPromise<R>>();
        QFuture<R> future = promise->future();
        promise->start();
        m_pool.start([promise, f = std::move(f)]() mutable {
            try {
                promise->addResult(f());
            } catch (const std::exception &e) {
                promise->addResult(R(Error{ErrorKind::Internal, QString::fromUtf8(e.what()), {}, {}}));
            }
            promise->finish();
        });
        return future;
    }

private:
    QThreadPool m_pool;
};

} // namespace letopis
