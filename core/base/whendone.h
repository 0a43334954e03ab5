#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <type_traits>

namespace letopis {

template<typename Future>
struct NextTraits;
template<typename R>
struct NextTraits<QFuture<R>>
{
    using ResultType = R;
};

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

// Runs f(T) → QFuture<Result<U>> when `future` succeeded and answers as that does; an error goes straight through. As with
// whenDone(), f runs in `context`'s thread; where the context dies first, the answer is Cancelled.
template<typename T, typename F>
auto chain(const QFuture<Result<T>> &future, QObject *context, F f)
{
    constexpr bool hasValue = !std::is_void_v<T>;
    const auto call = [](F &step, const Result<T> &result) {
        if constexpr (hasValue)
            return step(*result);
        else
            return step();
    };
    using Next = decltype(call(f, std::declval<const Result<T> &>()));
    using NextResult = typename NextTraits<Next>::ResultType;
    auto promise = std::make_shared<QPromise<NextResult>>();
    promise->start();
    const auto answer = [promise](NextResult result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    whenDone(future, context, [context, f = std::move(f), call, answer](const Result<T> &result) mutable {
        if (result)
            whenDone(call(f, result), context, answer);
        else
            answer(result.error());
    });
    return promise->future();
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
