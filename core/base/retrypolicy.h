#pragma once

#include "core/base/error.h"

#include <chrono>
#include <optional>

namespace letopis {

// When to try again: exponential back-off, transient errors only.
struct RetryPolicy
{
    int attempts = 4;
    std::chrono::milliseconds firstDelay{1000};
    std::chrono::milliseconds longestDelay{60000};

    // The pause before the next try, or nothing if `failedAttempts` (from 1) were enough.
    std::optional<std::chrono::milliseconds> delayAfter(int failedAttempts, ErrorKind kind) const;
};

} // namespace letopis
