#pragma once

#include "core/base/result.h"
#include "core/domain/backup.h"

#include <QList>
#include <QStringList>

namespace letopis {

// What to remove so that the newest `keep` of `written`'s catalog remain. `written` itself always does: a clock that was set
// back may have made it the oldest by name.
QList<BackupName> backupsToRemove(QList<BackupFile> present, const BackupName &written, int keep);

// True for the unfinished file of a backup that is a day or more older than `written`: what a killed program left.
bool isForgottenPart(const QString &fileName, const BackupName &written);

// The backups in a folder, newest first; of every catalog. NotFound.
Result<QList<BackupFile>> backupsIn(const QString &folder);

// After `written` was put into the folder. Removes nothing but backups of its catalog; returns their names.
Result<QStringList> pruneBackups(const QString &folder, const BackupName &written, int keep);

} // namespace letopis
