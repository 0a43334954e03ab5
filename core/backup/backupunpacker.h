#pragma once

#include "core/backup/backupmanifest.h"
#include "core/backup/passphrasekey.h"
#include "core/backup/catalogsnapshot.h"
#include "core/base/progress.h"
#include "core/base/secrettext.h"

#include <optional>
#include <stop_token>

namespace letopis {

// What of a backup is written to the disk; all of it is read and its checksums are compared in any case.
enum class Unpacked
{
    Nothing,    // and what SQLite says of the catalog is not asked: for who has just packed one that was checked
    Catalog,    // to be checked by SQLite
    Everything, // also the stores, synced
};

struct UnpackRequest
{
    QString backupFile;
    std::optional<SecretText> passphrase;
    QString folder; // empty, private; gets catalog.sqlite, settings.ini, store/, materials/
    Unpacked kept = Unpacked::Catalog;
    std::shared_ptr<const SaltedKey> knownKey = {}; // see BackupFileReader::open()
};

struct UnpackedBackup
{
    BackupManifest manifest;
    qint64 fileBytes = 0;
    qint64 storeFiles = 0; // found
    qint64 materialFiles = 0;
    bool isEncrypted = false;
    bool hasSettings = false;
};

// Reads a backup to its end and checks all of it: the file's own proof of being whole, every checksum, what SQLite and the
// journal's chain say of the catalog, and that this is the catalog that was packed. Names outside a short list, entries twice,
// sizes beyond the manifest's, more than the disk has: refused. Memory is bounded; blocks.
// The errors of BackupFileReader::open() and checkCatalog(), DiskFull, TooLarge, Cancelled.
Result<UnpackedBackup> unpackBackup(const UnpackRequest &request, ProgressCounters &progress, std::stop_token stop);

} // namespace letopis
