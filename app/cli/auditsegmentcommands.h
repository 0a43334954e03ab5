#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `audit segments|seal|store|drop`: the journal's own retention.
QList<CommandSpec> auditSegmentSpecs();

} // namespace letopis::cli
