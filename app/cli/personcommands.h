#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `person add|list|set|remove|merge|import|export`.
QList<CommandSpec> personSpecs();

} // namespace letopis::cli
