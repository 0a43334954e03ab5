#pragma once

#include "core/base/result.h"
#include "core/domain/backup.h"

#include <QByteArray>

namespace letopis {

// manifest.json, the first entry of a backup.
QByteArray toJson(const BackupManifest &manifest);
// Unsupported where the format is newer, ContentMismatch where it is no manifest or its numbers are absurd.
Result<BackupManifest> manifestFromJson(const QByteArray &json);

} // namespace letopis
