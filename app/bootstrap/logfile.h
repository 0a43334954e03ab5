#pragma once

#include <QString>

namespace letopis {

// Sends Qt's log to `path` besides standard error (warnings and worse only there). Kept to two files of 2 MB. Call once,
// at start; lasts until the program ends.
void installLogFile(const QString &path);

} // namespace letopis
