#pragma once

#include <QtGlobal>

namespace letopis {

// From now on this process asks the system for nothing but what rendering needs: it reads, computes, writes to what is open. What
// only a tricked decoder would ask for (another program or process, a connection, another process's memory or end, a file to
// write) ends it at once; whatever else is refused. All of its threads. Call it after Qt is set up, and before the first foreign
// byte is read. False: the system would not have it. Linux only; elsewhere it is true and does nothing.
bool confineThisProcess();

// Whether confineThisProcess() does anything in this build.
bool canConfineProcesses();

// Asks for one thing that confineThisProcess() forbids, by name; for tests, which see whether it comes back. Unknown: nothing.
void tryForbidden(const char *what);

} // namespace letopis
