#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `person import|export`.
QList<CommandSpec> personImportSpecs();

} // namespace letopis::cli
