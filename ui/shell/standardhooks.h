#pragma once

#include "ui/shell/windowparts.h"

namespace letopis {

// The program's own windows behind the main window's hooks: connection wizard, servers page, trust questions, player.
// `parts` is copied; what it refers to outlives the window.
WindowHooks standardHooks(const WindowParts &parts);

} // namespace letopis
