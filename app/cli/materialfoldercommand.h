#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// material folder [PATH | --default]
CommandSpec materialFolderSpec();

} // namespace letopis::cli
