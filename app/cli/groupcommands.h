#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `group add|list|member|rename|remove`.
QList<CommandSpec> groupSpecs();

} // namespace letopis::cli
