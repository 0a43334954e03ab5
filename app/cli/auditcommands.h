#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `audit list|verify|export|anchor|segments|seal|store|drop`.
QList<CommandSpec> auditSpecs();

} // namespace letopis::cli
