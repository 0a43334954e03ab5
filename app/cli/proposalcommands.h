#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `proposal list|accept|decline|mode` and `gap`.
QList<CommandSpec> proposalSpecs();

} // namespace letopis::cli
