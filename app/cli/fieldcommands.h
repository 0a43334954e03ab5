#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `field list|add|archive`: the custom fields of the catalog.
QList<CommandSpec> fieldSpecs();

} // namespace letopis::cli
