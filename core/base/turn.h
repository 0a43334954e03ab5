#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <memory>
#include <stop_token>

namespace letopis {

// Something that one at a time may do, in any process of this computer: whoever holds the lock file. Waits for its turn;
// given back when what comes back is destroyed, or its process dies. Blocks: for a worker thread. Cancelled,
// PermissionDenied (the file cannot be written).
Result<std::unique_ptr<QLockFile>> takeTurn(const QString &lockFile, const std::stop_token &stop);

} // namespace letopis
