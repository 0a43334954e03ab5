#pragma once

namespace letopis {

// What a decoder that is tricked may use up: memory, computing time, files. Call it before the first foreign byte is read.
// Elsewhere than on POSIX the client's time limit is all there is.
void limitThisProcess();

} // namespace letopis
