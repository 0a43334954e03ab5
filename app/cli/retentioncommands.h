#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// All of `retention` that decides when recordings go: `show|set|hold|release` and the following.
QList<CommandSpec> retentionSpecs();
// `retention plan|simulate|on|off|parameters|zone|notices`.
QList<CommandSpec> retentionRunSpecs();
// `retention policy list|add|set|remove`.
QList<CommandSpec> retentionPolicySpecs();

} // namespace letopis::cli
