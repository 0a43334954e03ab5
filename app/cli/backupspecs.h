#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// backup create, list, fetch, schedule, verify, restore.
QList<CommandSpec> backupSpecs();

} // namespace letopis::cli
