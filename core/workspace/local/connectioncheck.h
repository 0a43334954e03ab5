#pragma once

#include "core/workspace/workspace.h"

namespace letopis {

// Tests API, secret and disk one after the other. Blocks: for a worker thread.
Result<ConnectionReport> checkConnectionOf(ConferenceService &service, const ConferenceServer &server, std::stop_token stop);

} // namespace letopis
