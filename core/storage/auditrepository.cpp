#include "core/storage/auditrepository.h"

#include "core/domain/eventorigin.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

template <>
AuditEvent fromRow(const Row &row)
{
    return {.sequence = row.get<qint64>("sequence"_L1),
            .atMs = row.get<qint64>("at_ms"_L1),
            .actor = row.get<QString>("actor"_L1),
            .action = row.get<QString>("action"_L1),
            .server = {row.get<qint64>("server_id"_L1)},
            .recording = {row.get<qint64>("recording_id"_L1)},
            .details = row.get<QString>("details"_L1).toUtf8(),
            .previousHash = row.get<QByteArray>("previous_hash"_L1),
            .hash = row.get<QByteArray>("hash"_L1),
            .origin = row.get<QString>("origin"_L1).toUtf8()};
}

Result<AuditHead> readAuditHead(Connection &connection)
{
    // A segment's rows may all be gone, the last event's too.
    static const Statement last{
        "audit.head"_L1,
        u"SELECT * FROM (SELECT sequence, hash, at_ms FROM audit_event ORDER BY sequence DESC LIMIT 1) "
        "UNION ALL SELECT * FROM (SELECT last_sequence, last_hash, last_at_ms FROM audit_segment ORDER BY first_sequence DESC LIMIT 1) "
        "ORDER BY 1 DESC LIMIT 1"_s};
    AuditHead head;
    const Result<> read = connection.forEachRaw(last, {}, [&head](const QSqlQuery &row) {
        head = {row.value(0).toLongLong(), row.value(1).toByteArray(), row.value(2).toLongLong()};
    });
    return read ? Result<AuditHead>(head) : Result<AuditHead>(read.error());
}

Result<> AuditAppender::loadHead(Connection &connection)
{
    const Result<AuditHead> head = readAuditHead(connection);
    if (!head)
        return head.error();
    m_sequence = head->sequence;
    m_hash = head->hash;
    m_transactionSerial = connection.transactionSerial();
    return {};
}

Result<> AuditAppender::append(Connection &connection, AuditEvent event)
{
    Q_ASSERT(connection.isInTransaction());
    if (m_transactionSerial != connection.transactionSerial()) {
        if (Result<> loaded = loadHead(connection); !loaded)
            return loaded;
    }
    event.sequence = m_sequence + 1;
    event.previousHash = m_hash;
    if (event.origin.isEmpty() && connection.eventOrigin())
        event.origin = connection.eventOrigin()->json();
    const QByteArray actor = event.actor.isNull() ? QByteArray("") : event.actor.toUtf8();
    const QByteArray action = event.action.toUtf8();
    event.hash = m_hasher
                     .hash({.sequence = event.sequence,
                            .atMs = event.atMs,
                            .actor = actor,
                            .action = action,
                            .server = event.server.value,
                            .recording = event.recording.value,
                            .details = event.details,
                            .origin = event.origin,
                            .previousHash = event.previousHash})
                     .toByteArray();
    static const Statement insert{
        "audit.append"_L1,
        u"INSERT INTO audit_event (sequence, at_ms, actor, action, server_id, recording_id, details, previous_hash, hash, origin) "
        "VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), ?, ?, CAST(? AS TEXT))"_s};
    const auto filled = [](const QByteArray &bytes) { return bytes.isNull() ? QByteArray("") : bytes; };
    const Result<Executed> appended =
        connection.executeWith(insert, event.sequence, event.atMs, actor, filled(action), event.server.value, event.recording.value,
                               filled(event.details), event.previousHash, event.hash, filled(event.origin));
    if (!appended)
        return appended.error();
    m_sequence = event.sequence;
    m_hash = event.hash;
    return {};
}

Result<> AuditRepository::append(Connection &connection, AuditEvent event)
{
    return AuditAppender().append(connection, std::move(event));
}

QFuture<Result<std::vector<AuditEvent>>> AuditRepository::page(qint64 after, int limit) const
{
    static const Statement select{
        "audit.page"_L1,
        u"SELECT sequence, at_ms, actor, action, server_id, recording_id, details, previous_hash, hash, origin "
        "FROM audit_event WHERE sequence > :after ORDER BY sequence LIMIT :limit"_s};
    return m_database.read([after, limit](Connection &connection) {
        return connection.select<AuditEvent>(select, {{":after"_L1, after}, {":limit"_L1, limit}});
    });
}

} // namespace letopis
