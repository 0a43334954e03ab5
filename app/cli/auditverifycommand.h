#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// `audit verify [FILE]`: the catalog's journal, or a file without any catalog.
CommandSpec auditVerifySpec();

} // namespace letopis::cli
