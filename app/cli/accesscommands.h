#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `grant`, `revoke`, `reset`, `public`, `explain`, `who`; `what` is a list of recordings (recordingscommand.h).
QList<CommandSpec> accessSpecs();

} // namespace letopis::cli
