#pragma once

#include "core/base/result.h"

#include <QFileDevice>

namespace letopis {

// Flushes Qt's buffer and the system's to the disk. The program's only place for fsync. DiskFull, Internal.
Result<> syncToDisk(QFileDevice &file);

// Atomically puts `from` in the place of `to`, replacing it; makes the rename itself durable where the system can.
Result<> renameReplacing(const QString &from, const QString &to);

// The Error for a failed write to this file: DiskFull where the disk is full, PermissionDenied, else Internal.
Error writeError(const QFileDevice &file);

} // namespace letopis
