#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// Every command, in the order of the help.
QList<CommandSpec> allCommands();

} // namespace letopis::cli
