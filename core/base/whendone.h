#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

namespace letopis {

// The one way to wait for a future on a thread with an event loop. `handler(Result<T>)` runs in `context`'s thread and
// never during or after its destruction. QFuture::then(context, f) asserts there in Qt 6.4, hence not used.
// Call from context's own thread.
template<typename T, typename Handler>
void whenDone(const QFuture<Result<T>> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        const QFuture<Result<T>> done = watcher->future();
        handler(done.resultCount() > 0 ? done.result() : Result<T>(Error{ErrorKind::Cancelled, {}, {}, {}}));
    });
    watcher->setFuture(future);
}

// A future that is already answered.
template<typename T>
QFuture<Result<T>> readyFuture(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace letopis
