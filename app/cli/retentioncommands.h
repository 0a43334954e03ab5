#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `retention show|set|hold|release|plan|simulate|on|off|parameters|zone|notices`.
QList<CommandSpec> retentionSpecs();
// `retention policy list|add|set|remove`.
QList<CommandSpec> retentionPolicySpecs();

} // namespace letopis::cli
