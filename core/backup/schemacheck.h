#pragma once

#include "core/storage/connection.h"

namespace letopis {

// A database that came from elsewhere may bring triggers and views that run when the program writes. Makes an empty catalog
// of the same version in `scratchFile` and compares: every table of it is there, every trigger and view is one of its own.
// ContentMismatch.
Result<> checkSchema(Connection &foreign, qint64 version, const QString &scratchFile);

} // namespace letopis
