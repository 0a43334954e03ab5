#pragma once

#include "core/backup/backupmanifest.h"
#include "core/backup/backupworkplace.h"
#include "core/base/progress.h"
#include "core/base/secrettext.h"

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

struct RestoreReport
{
    BackupManifest manifest;
    qint64 storeFiles = 0;
    QString keptCatalog; // the catalog that was there before, under its new name; empty: none
    bool areSettingsRestored = false;
};

// Unpacks and checks the whole backup beside the catalog, and only then puts it in place: the store's files first (they are
// named by their content; those that are there stay), the settings where the profile has none, the catalog last and in one
// step. The present catalog is kept under another name, never deleted. Killed at any moment, the profile has the old catalog
// or the new one.
// The errors of unpackBackup(); SchemaTooNew: the backup is of a newer Letopis; Timeout: another program has the catalog open;
// AlreadyExists. Blocks; worker threads only.
Result<RestoreReport> restoreBackup(const RestoreRequest &request, ProgressCounters &progress, std::stop_token stop);

} // namespace letopis
