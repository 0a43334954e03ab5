#pragma once

#include "core/backup/backupworkplace.h"
#include "core/backup/passphrasekey.h"
#include "core/base/progress.h"
#include "core/base/secrettext.h"
#include "core/domain/backup.h"

#include <optional>
#include <stop_token>

namespace letopis {

// A backup is one file: the catalog as it was at one moment, the store beside it, the settings, and the contents of
// materials that no server has yet; never a secret. Inside: manifest.json, catalog.sqlite, settings.ini,
// store/ab/<sha256>.gz, materials/ab/<sha256>, SHA256SUMS, as tar in zstd (tararchive.h), which is sealed
// against changes, and with a passphrase also against reading (backupfile.h). Without one it shows participants' names to
// whoever gets the file.
struct BackupRequest
{
    CatalogFiles files;
    QString backupFile; // AlreadyExists where it is there
    std::optional<SecretText> passphrase;
    QString application; // "letopis 0.1.0"
    QDateTime now;       // UTC
    KeyCost keyCost = usualKeyCost();
};

// Writes the backup beside its final name, has SQLite check the copy of the catalog that is packed, reads all of the file back
// and compares every checksum, and only then gives it its name: under that it is always whole. The catalog may be in use
// meanwhile, by other programs too. Memory is bounded, whatever the catalog's size; the disk needs room for a copy of the
// catalog beside it. Progress: bytes packed, then checked.
// Blocks; worker threads only. A stop waits for SQLite where that copies or checks (seconds per gigabyte).
Result<BackupReport> createBackup(const BackupRequest &request, ProgressCounters &progress, std::stop_token stop);

// Into a folder, under the name that backupname.h says; the folder is made where it is missing.
Result<BackupReport> createBackupIn(const QString &folder, BackupRequest request, ProgressCounters &progress,
                                    std::stop_token stop);

// Reads a backup to its end without restoring it; errors as unpackBackup(). Its catalog is unpacked beside this profile's, or
// beside the backup where none is named.
Result<BackupReport> verifyBackup(const QString &backupFile, const std::optional<SecretText> &passphrase,
                                  ProgressCounters &progress, std::stop_token stop, const QString &catalogFile = {});

} // namespace letopis
