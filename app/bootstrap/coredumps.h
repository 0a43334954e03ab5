#pragma once

namespace letopis {

// From now on no core dump of this process is written and no other program of the same account may attach to it: its memory
// holds secrets. A debugger that starts the program still can. Call first in main(); does nothing on Windows.
void refuseCoreDumps();

} // namespace letopis
