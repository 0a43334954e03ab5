#pragma once

#include "core/domain/actor.h"
#include "core/domain/auditevent.h"
#include "core/storage/database.h"

namespace letopis {

// Where the journal ends.
struct AuditHead
{
    qint64 sequence = 0;
    QByteArray hash = QByteArray(32, '\0');
    qint64 atMs = 0;

    friend bool operator==(const AuditHead &, const AuditHead &) = default;
};
Result<AuditHead> readAuditHead(Connection &connection);

// Appends to the journal inside the caller's transaction. Fills sequence, previousHash, hash and (from the
// connection) origin; the caller sets the rest. Another process may write between two transactions, so the chain's head is kept for one transaction only.
class AuditAppender
{
public:
    Result<> append(Connection &connection, AuditEvent event);
    AuditHead head() const { return {m_sequence, m_hash, 0}; } // after append()

private:
    Result<> loadHead(Connection &connection);

    quint64 m_transactionSerial = 0; // transaction serials start at 1; the one that m_sequence and m_hash belong to
    qint64 m_sequence = 0;
    QByteArray m_hash;
    AuditHasher m_hasher;
};

// Reads the journal.
class AuditRepository
{
public:
    explicit AuditRepository(Database &database)
        : m_database(database)
    {
    }

    // One event inside the caller's transaction.
    static Result<> append(Connection &connection, AuditEvent event);
    // Events with sequence > after, in order.
    QFuture<Result<std::vector<AuditEvent>>> page(qint64 after, int limit) const;
    QString catalogFile() const { return m_database.path(); }

private:
    Database &m_database;
};

} // namespace letopis
