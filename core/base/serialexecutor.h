#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace letopis {

// One thread that runs posted closures in order. Closures capture values or shared_ptr, never `this` of a QObject that may
// die first. The destructor runs what is already queued, then joins.
class SerialExecutor
{
public:
    explicit SerialExecutor(const char *threadName);
    ~SerialExecutor();
    SerialExecutor(const SerialExecutor &) = delete;
    SerialExecutor &operator=(const SerialExecutor &) = delete;

    // f() → Result<T>. Exceptions become Internal: none leaves the thread.
    template<typename F, typename R = std::invoke_result_t<F>>
    QFuture<R> post(F f)
    {
        auto promise = std::make_shared<QPromise<R>>();
        QFuture<R> future = promise->future();
        promise->start();
        enqueue([promise, f = std::move(f)]() mutable {
            try {
                promise->addResult(f());
            } catch (const std::exception &e) {
                promise->addResult(R(Error{ErrorKind::Internal, QString::fromUtf8(e.what()), {}, {}}));
            }
            promise->finish();
        });
        return future;
    }

    bool isCurrentThread() const { return std::this_thread::get_id() == m_thread.get_id(); }

private:
    void enqueue(std::function<void()> closure);
    void loop(const char *threadName);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace letopis
