#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <chrono>
#include <memory>
#include <stop_token>

namespace letopis {

// Something that one at a time may do, in any process of this computer: whoever holds the lock file. Waits for its turn;
// given back when what comes back is destroyed, or its process dies. Blocks: for a worker thread. Cancelled,
// PermissionDenied (the file cannot be written).
// When a lock file that names nobody is taken for one whose maker was killed over it. One that is held is locked by the system
// as well and stays, however old.
constexpr std::chrono::milliseconds abandonedLock = std::chrono::seconds(5);

Result<std::unique_ptr<QLockFile>> takeTurn(const QString &lockFile, const std::stop_token &stop);

} // namespace letopis
