#pragma once

#include "core/backup/backupworkplace.h"
#include "core/base/progress.h"
#include "core/base/secrettext.h"
#include "core/domain/backup.h"

#include <optional>
#include <stop_token>

namespace letopis {

struct RestoreRequest
{
    QString backupFile;
    std::optional<SecretText> passphrase;
    CatalogFiles into; // the folder of the catalog must be there
    bool replacesCatalog = false; // else AlreadyExists where the profile's catalog is not empty
    QDateTime now;                // UTC
};

// Unpacks and checks the whole backup beside the catalog, and only then puts it in place: the stores' files first (they are
// named by their content; those that are there stay), the settings where the profile has none, the catalog last and in one
// step. The present catalog is kept under another name, never deleted. Killed at any moment, the profile has the old catalog
// or the new one.
// The errors of unpackBackup(); SchemaTooNew: the backup is of a newer Letopis; Timeout: another program has the catalog open;
// AlreadyExists. Blocks; worker threads only.
Result<RestoreReport> restoreBackup(const RestoreRequest &request, ProgressCounters &progress, std::stop_token stop);

// The same in steps, for a program that has the catalog open: unpacked and checked beside it and compared with it; kept for the
// next start where a person says so; put in place then, before the catalog is opened.
struct StagedRestore
{
    RestorePreview preview;
    std::unique_ptr<BackupWorkplace> place; // what is in it goes with it
};

// Of RestoreRequest, replacesCatalog does not matter. Timeout where another restore is under way.
Result<std::shared_ptr<StagedRestore>> stageRestore(const RestoreRequest &request, ProgressCounters &progress,
                                                    std::stop_token stop);
// An earlier one that was kept is dropped.
Result<> keepForNextStart(StagedRestore &staged, const QString &catalogFile);
// What is kept for the next start.
std::optional<BackupManifest> pendingRestore(const QString &catalogFile);
void dropPendingRestore(const QString &catalogFile);
// Nothing where none is pending. After an error it is still pending, and the catalog is as it was. Killed at any moment, the
// next call goes on.
Result<std::optional<RestoreReport>> finishPendingRestore(const CatalogFiles &into, const QDateTime &now);

} // namespace letopis
