#include "core/backup/catalogsnapshot.h"

#include "core/backup/schemacheck.h"
#include "core/base/durablefile.h"
#include "core/domain/auditevent.h"
#include "core/storage/connection.h"
#include "core/storage/migrator.h"

#include <QFile>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int eventsPerPage = 2000;

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

template <>
AuditEvent fromRow(const Row &row); // core/storage/auditrepository.cpp

namespace {

Result<std::vector<AuditEvent>> events(Connection &connection, const QString &where, int limit)
{
    return connection.select<AuditEvent>(
        {"backup.audit"_L1, u"SELECT sequence, at_ms, actor, action, server_id, recording_id, details, previous_hash, hash "
                            "FROM audit_event "_s +
                                where + u" LIMIT "_s + QString::number(limit)});
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
    const Result<std::vector<AuditEvent>> first = events(connection, u"ORDER BY sequence"_s, 1);
    const Result<std::vector<AuditEvent>> last = events(connection, u"ORDER BY sequence DESC"_s, 1);
    if (!first || !last)
        return first ? last.error() : first.error();
    CatalogIdentity identity{*schema, 0, QByteArray(32, '\0'), u"00000000"_s};
    if (!first->empty() && !last->empty()) {
        identity.auditEvents = last->front().sequence;
        identity.auditHead = last->front().hash;
        identity.catalogId = QString::fromLatin1(first->front().hash.toHex().left(8));
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

// As core/journal's AuditLog, on a file that is no open catalog.
Result<> checkJournal(Connection &connection, const CatalogIdentity &identity, std::stop_token stop)
{
    QByteArray head(32, '\0');
    for (qint64 sequence = 0;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        const Result<std::vector<AuditEvent>> page =
            events(connection, u"WHERE sequence > %1 ORDER BY sequence"_s.arg(sequence), eventsPerPage);
        if (!page)
            return page.error();
        for (const AuditEvent &event : *page) {
            if (event.sequence != sequence + 1 || event.previousHash != head || auditHash(event) != event.hash) {
                return Error{ErrorKind::ContentMismatch, u"event %1 of the journal was changed"_s.arg(sequence + 1), {}, {}};
            }
            ++sequence;
            head = event.hash;
        }
        if (std::ssize(*page) < eventsPerPage) {
            if (head != identity.auditHead)
                return Error{ErrorKind::ContentMismatch, u"the journal does not end where it should"_s, {}, {}};
            return {};
        }
    }
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
