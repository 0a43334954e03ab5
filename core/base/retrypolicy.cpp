#include "core/base/retrypolicy.h"

#include <algorithm>

namespace letopis {

std::optional<std::chrono::milliseconds> RetryPolicy::delayAfter(int failedAttempts, ErrorKind kind) const
{
    if (!isTransient(kind) || failedAttempts >= attempts)
        return std::nullopt;
    std::chrono::milliseconds delay = firstDelay;
    for (int i = 1; i < failedAttempts && delay < longestDelay; ++i)
        delay *= 2;
    return std::min(delay, longestDelay);
}

} // namespace letopis
