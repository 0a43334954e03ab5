#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `link create|list|revoke|policy`.
QList<CommandSpec> linkSpecs();

} // namespace letopis::cli
