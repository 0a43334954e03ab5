#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <stop_token>

namespace letopis {

// What tells one state of a catalog from another.
struct CatalogIdentity
{
    qint64 schema = 0;
    qint64 auditEvents = 0;
    QByteArray auditHead; // hash of the journal's last event; zeros where it is empty
    // From the journal's first event, so that it stays with the catalog wherever that is restored; zeros before it.
    QString catalogId;

    friend bool operator==(const CatalogIdentity &, const CatalogIdentity &) = default;
};

// Copies the catalog as it is at one moment into a file of its own (VACUUM INTO), for its owner only. Writers go on
// meanwhile: in the write-ahead log nobody waits for a reader. Not interruptible. Blocks; any thread.
// NotFound, DiskFull, DatabaseFailed.
Result<> snapshotCatalog(const QString &catalogFile, const QString &into);

// Of a file that nobody writes. SchemaTooNew, ContentMismatch (a migration is not the one this program knows).
Result<CatalogIdentity> identityOf(const QString &catalogFile);

// Everything that can be checked of a catalog that came from elsewhere: SQLite's integrity_check and foreign_key_check,
// the schema (nothing that runs by itself but what this program made), every hash of the journal. ContentMismatch,
// SchemaTooNew, Cancelled. `scratchFile` is made and removed.
Result<CatalogIdentity> checkCatalog(const QString &catalogFile, const QString &scratchFile, std::stop_token stop);

} // namespace letopis
