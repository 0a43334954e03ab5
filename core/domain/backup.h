#pragma once

#include "core/base/error.h"
#include "core/domain/backupname.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace letopis {

// Backups of the catalog as windows, jobs and the command line speak of them. How they are made: core/backup.

enum class BackupInterval { Off, Daily, Weekly };

QString backupIntervalName(BackupInterval interval); // as in the settings: "off", "daily", "weekly"
BackupInterval backupIntervalFromName(const QString &name);

// When the next backup is due; at `now` where it is due already. `last` (invalid: never) of a time to come was taken before the
// clock was set back: it says nothing. Nothing where backups are off.
std::optional<QDateTime> nextBackup(const QDateTime &last, BackupInterval interval, const QDateTime &now);

// A file by its name, a folder (older backups in it are removed), or a server by its uuid (the same).
struct BackupDestination
{
    enum class Kind { File, Folder, Server };

    Kind kind = Kind::Folder;
    QString where;

    friend bool operator==(const BackupDestination &, const BackupDestination &) = default;
};

// What the profile's settings say of backups.
struct BackupPlan
{
    static constexpr int mostKept = 1000;

    BackupInterval interval = BackupInterval::Off;
    QString folder;     // empty: none
    QString serverUuid; // empty: none
    bool isEncrypted = true;
    int keep = 14; // of this catalog, at each destination

    bool hasDestination() const { return !folder.isEmpty() || !serverUuid.isEmpty(); }
    QList<BackupDestination> destinations() const; // the folder first
    friend bool operator==(const BackupPlan &, const BackupPlan &) = default;
};

struct BackupFile
{
    BackupName name;
    qint64 sizeBytes = 0;

    friend bool operator==(const BackupFile &, const BackupFile &) = default;
};

// A backup's first entry: what it holds. The sizes bound what is unpacked; of the stores they are upper bounds, because a file
// that is found damaged while it is packed is left out.
struct BackupManifest
{
    static constexpr int currentFormat = 1;

    QString application; // "letopis 0.1.0"
    QDateTime createdAt; // UTC
    QString catalogId;
    qint64 schema = 0; // of the catalog
    qint64 catalogBytes = 0;
    qint64 settingsBytes = -1; // -1: none
    qint64 storeFiles = 0;
    qint64 storeBytes = 0;
    qint64 materialFiles = 0; // contents that no server has yet
    qint64 materialBytes = 0;
    qint64 auditEvents = 0;
    QByteArray auditHead; // hash of the last event, 32 bytes

    friend bool operator==(const BackupManifest &, const BackupManifest &) = default;
};

struct BackupReport
{
    QString file; // its path, here or on the server
    BackupManifest manifest;
    qint64 fileBytes = 0;
    bool isEncrypted = false;
    QStringList damagedFiles;  // of the store: not what their names say, and left out; a sync brings them again
    QStringList lostMaterials; // by their names: waiting for the server, but missing or damaged here
};

// The evidence of an AuthenticationRefused that speaks of a backup's passphrase, not of a server's account.
struct WrongPassphrase
{};
bool isWrongPassphrase(const Error &error);

// What a catalog holds, to be compared before one takes the other's place.
struct CatalogSummary
{
    qint64 recordings = 0;
    qint64 servers = 0;
    QDateTime newestRecordingAt; // UTC; invalid: no recordings
    qint64 waitingEdits = 0;     // for a server
    qint64 materials = 0;        // not in the trash
    qint64 waitingMaterials = 0; // versions that no server has
    qint64 auditEvents = 0;
    QDateTime lastChangeAt; // UTC, of the journal's last event; invalid: none

    friend bool operator==(const CatalogSummary &, const CatalogSummary &) = default;
};

// How the catalog of a backup is related to the present one, by their journals.
enum class CatalogRelation { Same, Earlier, Later, Branched, Unrelated };

// A backup that was read to its end, checked, and lies ready beside the catalog.
struct RestorePreview
{
    BackupManifest manifest;
    CatalogSummary backup;
    CatalogSummary present;
    CatalogRelation relation = CatalogRelation::Unrelated; // Earlier: the backup is an earlier state of this catalog
    bool isPresentEmpty = false;
};

struct RestoreReport
{
    BackupManifest manifest;
    qint64 storeFiles = 0;
    qint64 materialFiles = 0;
    QString keptCatalog; // the catalog that was there before, under its new name; empty: none
    bool areSettingsRestored = false;
};

} // namespace letopis
