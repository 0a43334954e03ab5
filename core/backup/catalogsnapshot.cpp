#include "core/backup/catalogsnapshot.h"

#include "core/backup/schemacheck.h"
#include "core/base/durablefile.h"
#include "core/storage/auditchain.h"
#include "core/storage/connection.h"
#include "core/storage/migrator.h"

#include <QFile>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FirstText
{
    QString text;
};

struct Anything
{};

} // namespace

template <>
FirstText fromRow(const Row &row)
{
    return {row.get<QString>("integrity_check"_L1)};
}

template <>
Anything fromRow(const Row &)
{
    return {};
}

namespace {

// Of the very first event, which a sealed segment remembers when its rows are gone; empty: there is none.
Result<QByteArray> firstHash(Connection &connection)
{
    bool hasSegments = false;
    QByteArray hash;
    const auto take = [&hash](const QSqlQuery &row) { hash = row.value(0).toByteArray(); };
    Result<> read = connection.forEachRaw({"backup.segments"_L1, u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'audit_segment'"_s}, {},
                                          [&hasSegments](const QSqlQuery &) { hasSegments = true; });
    if (read && hasSegments) {
        read = connection.forEachRaw({"backup.firstSegment"_L1, u"SELECT first_hash FROM audit_segment ORDER BY first_sequence LIMIT 1"_s}, {}, take);
    }
    if (read && hash.isEmpty())
        read = connection.forEachRaw({"backup.firstEvent"_L1, u"SELECT hash FROM audit_event ORDER BY sequence LIMIT 1"_s}, {}, take);
    return read ? Result<QByteArray>(hash) : Result<QByteArray>(read.error());
}

Result<std::unique_ptr<Connection>> openForeign(const QString &file)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(file, ConnectionMode::ReadOnly, {});
    if (!connection)
        return connection;
    for (const QString &pragma : {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s}) {
        if (Result<> done = (*connection)->executeOnce({"backup.pragma"_L1, pragma}); !done)
            return done.error();
    }
    return connection;
}

Result<CatalogIdentity> readIdentity(Connection &connection)
{
    const Result<QList<Migration>> migrations = compiledMigrations();
    if (!migrations)
        return migrations.error();
    const Result<qint64> schema = knownSchemaVersion(connection, *migrations);
    if (!schema)
        return schema.error();
    Result<ChainReader> chain = ChainReader::on(connection);
    if (!chain)
        return chain.error();
    const Result<ChainOutline> outline = chain->outline();
    const Result<QByteArray> first = firstHash(connection);
    if (!outline || !first)
        return outline ? first.error() : outline.error();
    CatalogIdentity identity{*schema, 0, QByteArray(32, '\0'), u"00000000"_s};
    if (outline->last > 0) {
        const Result<QByteArray> head = chain->hashAt(outline->last);
        if (!head)
            return head.error();
        identity.auditEvents = outline->last;
        identity.auditHead = *head;
        identity.catalogId = QString::fromLatin1(first->toHex().left(8));
    }
    return identity;
}

Result<> checkIntegrity(Connection &connection)
{
    const Result<std::vector<FirstText>> found =
        connection.select<FirstText>({"backup.integrity"_L1, u"PRAGMA integrity_check(1)"_s});
    if (!found)
        return found.error();
    if (found->empty() || found->front().text != "ok"_L1) {
        return Error{ErrorKind::ContentMismatch,
                     u"integrity_check: "_s + (found->empty() ? QString() : found->front().text.left(200)), {}, {}};
    }
    const Result<std::vector<Anything>> orphans =
        connection.select<Anything>({"backup.foreignKeys"_L1, u"SELECT 1 FROM pragma_foreign_key_check LIMIT 1"_s});
    if (!orphans)
        return orphans.error();
    if (!orphans->empty())
        return Error{ErrorKind::ContentMismatch, u"foreign_key_check: a row refers to nothing"_s, {}, {}};
    return {};
}

Result<> checkJournal(Connection &connection, const CatalogIdentity &identity, std::stop_token stop)
{
    const Result<AuditVerdict> verdict = checkChain(connection, stop);
    if (!verdict)
        return verdict.error();
    if (verdict->broken) {
        return Error{ErrorKind::ContentMismatch,
                     u"event %1 of the journal: %2"_s.arg(verdict->broken->sequence).arg(auditBreakName(verdict->broken->kind)), {}, {}};
    }
    if (verdict->head != identity.auditHead)
        return Error{ErrorKind::ContentMismatch, u"the journal does not end where it should"_s, {}, {}};
    return {};
}

// What SQLite says of a file that came from elsewhere is a damage of that file.
Error asDamage(Error error)
{
    if (error.kind == ErrorKind::DatabaseFailed || error.kind == ErrorKind::InvalidInput)
        error.kind = ErrorKind::ContentMismatch;
    return error;
}

} // namespace

Result<> snapshotCatalog(const QString &catalogFile, const QString &into)
{
    if (!QFile::exists(catalogFile))
        return Error{ErrorKind::NotFound, u"there is no catalog"_s, catalogFile, {}};
    QFile copy(into); // SQLite fills an empty file, and leaves its rights as they are
    if (!copy.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return writeError(copy);
    copy.close();
    const Result<std::unique_ptr<Connection>> connection = Connection::open(catalogFile, ConnectionMode::ReadOnly, {});
    if (!connection)
        return connection.error();
    // VACUUM INTO writes another file only, but SQLite takes it for a write.
    if (Result<> allowed = (*connection)->executeOnce({"backup.pragma"_L1, u"PRAGMA query_only = OFF"_s}); !allowed)
        return allowed;
    const Result<Executed> copied = (*connection)->execute({"backup.snapshot"_L1, u"VACUUM INTO ?"_s}, Values{into});
    return copied ? Result<>() : Result<>(copied.error());
}

Result<CatalogIdentity> identityOf(const QString &catalogFile)
{
    const Result<std::unique_ptr<Connection>> connection = openForeign(catalogFile);
    if (!connection)
        return connection.error();
    return readIdentity(**connection);
}

Result<CatalogIdentity> checkCatalog(const QString &catalogFile, const QString &scratchFile, std::stop_token stop)
{
    const Result<std::unique_ptr<Connection>> connection = openForeign(catalogFile);
    if (!connection)
        return asDamage(connection.error());
    // The structure first: everything after it may rely on pages being what they should.
    if (Result<> whole = checkIntegrity(**connection); !whole)
        return asDamage(whole.error());
    const Result<CatalogIdentity> identity = readIdentity(**connection);
    if (!identity)
        return asDamage(identity.error());
    if (Result<> own = checkSchema(**connection, identity->schema, scratchFile); !own)
        return asDamage(own.error());
    if (Result<> intact = checkJournal(**connection, *identity, stop); !intact)
        return asDamage(intact.error());
    return identity;
}

} // namespace letopis
