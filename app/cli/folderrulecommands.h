#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `folder rule list|add|remove|move|apply`.
QList<CommandSpec> folderRuleSpecs();

} // namespace letopis::cli
