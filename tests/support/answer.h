#pragma once

#include "core/base/whendone.h"

#include <QTestEventLoop>

#include <optional>

namespace letopis {

// Waits for the answer on this thread's event loop, as a window would. Timeout after a minute.
template <typename T>
Result<T> answerOf(const QFuture<Result<T>> &future)
{
    std::optional<Result<T>> answer;
    QTestEventLoop loop;
    QObject context;
    whenDone(future, &context, [&](const Result<T> &result) {
        answer = result;
        loop.exitLoop();
    });
    loop.enterLoopMSecs(60'000);
    return answer ? *answer : Result<T>(Error{ErrorKind::Timeout, QStringLiteral("no answer"), {}, {}});
}

} // namespace letopis
