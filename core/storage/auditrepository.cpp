#include "core/storage/auditrepository.h"

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
            .hash = row.get<QByteArray>("hash"_L1)};
}

Result<> AuditAppender::loadHead(Connection &connection)
{
    static const Statement last{
        "audit.head"_L1,
        u"SELECT sequence, at_ms, actor, action, server_id, recording_id, details, previous_hash, hash "
        "FROM audit_event ORDER BY sequence DESC LIMIT 1"_s};
    const Result<std::optional<AuditEvent>> head = connection.selectOne<AuditEvent>(last);
    if (!head)
        return head.error();
    m_sequence = head.value() ? head.value()->sequence : 0;
    m_hash = head.value() ? head.value()->hash : QByteArray(32, '\0');
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
    event.hash = auditHash(event);
    static const Statement insert{
        "audit.append"_L1,
        u"INSERT INTO audit_event (sequence, at_ms, actor, action, server_id, recording_id, details, "
        "previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?)"_s};
    const Result<Executed> appended =
        connection.executeWith(insert, event.sequence, event.atMs, event.actor.isNull() ? u""_s : event.actor, event.action,
                               event.server.value, event.recording.value, event.details.isNull() ? QByteArray("") : event.details, event.previousHash,
                               event.hash);
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
        u"SELECT sequence, at_ms, actor, action, server_id, recording_id, details, previous_hash, hash "
        "FROM audit_event WHERE sequence > :after ORDER BY sequence LIMIT :limit"_s};
    return m_database.read([after, limit](Connection &connection) {
        return connection.select<AuditEvent>(select, {{":after"_L1, after}, {":limit"_L1, limit}});
    });
}

} // namespace letopis
