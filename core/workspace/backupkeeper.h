#pragma once

#include "core/base/secrettext.h"
#include "core/domain/actor.h"
#include "core/domain/backup.h"
#include "core/domain/jobstatus.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// One backup, wherever it is.
struct BackupLocation
{
    BackupDestination place; // of a single file: the file itself
    QString fileName;        // in the folder or on the server

    friend bool operator==(const BackupLocation &, const BackupLocation &) = default;
};

// The last backup that was made, on request or by the plan.
struct LastBackup
{
    QDateTime at; // UTC
    BackupLocation location;
    qint64 sizeBytes = 0;
    bool isEncrypted = false;

    friend bool operator==(const LastBackup &, const LastBackup &) = default;
};

struct BackupFailure
{
    QDateTime at; // UTC
    BackupDestination destination;
    Error error;
};

// How things stand with the backups of this catalog.
struct BackupStatus
{
    BackupPlan plan;
    bool hasPassphrase = false; // of the plan, in the SecretStore since it was made
    QString catalogId;          // as the backups' names say it
    std::optional<LastBackup> last;
    QDateTime nextAt;                      // UTC; invalid: none is planned
    std::optional<BackupFailure> failure;  // of the plan's last attempt; gone with the next one that succeeds
    std::optional<RestorePreview> staged;  // checked, and waits for a word
    std::optional<BackupManifest> pending; // takes the catalog's place at the next start
    std::optional<Result<RestoreReport>> restored; // what became of one at this start
};

// The part of the workspace that keeps backups of the catalog. Main thread only; nothing blocks. Passphrases are used, never
// kept, but for that of the plan, which is in the SecretStore.
class BackupKeeper : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<BackupStatus>> status(const Actor &actor) = 0;
    // Newest first, of every catalog. Of a single file: that file, named as far as that can be told. NotFound; InvalidInput
    // where a single file is no backup.
    virtual QFuture<Result<QList<BackupFile>>> backups(const Actor &actor, const BackupDestination &place) = 0;

    // Makes a backup there; without a passphrase everybody who gets the file can read it. Joins one to the same place.
    virtual JobId startBackup(const Actor &actor, const BackupDestination &to,
                              const std::optional<SecretText> &passphrase) = 0;
    // To every destination of the plan, as the plan says.
    virtual QList<JobId> startPlannedBackup(const Actor &actor) = 0;
    // Reads a backup to its end and checks all of it. Without a passphrase the plan's is tried: SecretMissing where there is
    // none, isWrongPassphrase() where it is another.
    virtual JobId startCheck(const Actor &actor, const BackupLocation &backup, const std::optional<SecretText> &passphrase) = 0;
    // Likewise, and lays it ready beside the catalog, which stays as it is: status() shows what differs. One at a time.
    virtual JobId startRestore(const Actor &actor, const BackupLocation &backup,
                               const std::optional<SecretText> &passphrase) = 0;
    // What lies ready takes the catalog's place when the program starts next; the present catalog is kept beside it.
    virtual QFuture<Result<>> confirmRestore(const Actor &actor) = 0;
    // Neither what lies ready nor what was confirmed is restored.
    virtual QFuture<Result<>> discardRestore(const Actor &actor) = 0;

    // From the next look on, within a minute. InvalidInput: an interval without a destination, a number out of bounds;
    // SecretMissing: encrypted, and no passphrase given or stored. Nothing is changed then.
    virtual QFuture<Result<>> setPlan(const Actor &actor, const BackupPlan &plan,
                                      const std::optional<SecretText> &passphrase) = 0;

Q_SIGNALS:
    void changed(); // status() says something else, or there is another backup
};

} // namespace letopis
