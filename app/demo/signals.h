#pragma once

#include <functional>

class QObject;

namespace letopis::demo {

// Calls back in the event loop of `context` on SIGTERM or SIGINT (`end`) and SIGUSR1 (`more`). Once per process. Does
// nothing where there are no such signals.
void onSignals(QObject *context, std::function<void()> end, std::function<void()> more);
// Sends this process SIGTERM when its parent ends. Linux only.
void endWithParent();

} // namespace letopis::demo
