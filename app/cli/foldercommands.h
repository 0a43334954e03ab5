#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `folder list|add|rename|move|remove|file`.
QList<CommandSpec> folderSpecs();

} // namespace letopis::cli
