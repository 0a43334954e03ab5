#pragma once

#include "core/storage/connection.h"

#include <QList>

namespace letopis {

// One frozen step of the schema.
struct Migration
{
    qint64 version = 0;
    QString name;        // of the file: "0001_initial.sql"
    QString sql;         // statements separated by lines "-- ;;", type words not expanded
    QByteArray checksum; // SHA-256 of the file, hex
};

// Those compiled into the program, by version.
Result<QList<Migration>> compiledMigrations();

Migration makeMigration(qint64 version, const QString &name, const QByteArray &file);

// Brings a SQLite file to the newest schema: one transaction per migration, which also records it. An existing file is
// first copied to `copyPath` (VACUUM INTO) when that is not empty. Returns true if anything changed. SchemaTooNew,
// InvalidInput (not a catalog), ContentMismatch (a recorded migration is not the one compiled in).
Result<bool> migrate(Connection &connection, const QList<Migration> &migrations, const QString &copyPath, qint64 nowMs);

// The version of a catalog's schema, where every migration it had is one of those. InvalidInput (not a catalog), SchemaTooNew,
// ContentMismatch.
Result<qint64> knownSchemaVersion(Connection &connection, const QList<Migration> &migrations);

} // namespace letopis
