#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// material remove, restore, rename, describe, move.
QList<CommandSpec> materialEditSpecs();

} // namespace letopis::cli
