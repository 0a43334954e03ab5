#include "core/storage/deletedrecordings.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

template <>
AuditEvent fromRow(const Row &row); // auditrepository.cpp

Result<QList<TrashedRecording>> readTrash(Connection &connection, std::optional<ServerId> server, int from, int limit, const QString &visible)
{
    const Statement select{
        "deletion.trash"_L1,
        u"SELECT r.id, r.server_id, CASE WHEN %1 THEN r.external_id ELSE '' END, CASE WHEN %1 THEN r.title ELSE '' END, d.since_ms, "
        "d.purge_after_ms, d.means, d.was_published, "
        "EXISTS (SELECT 1 FROM recording o CROSS JOIN legal_hold h ON h.recording_id = o.id "
        "WHERE o.external_id = r.external_id AND h.released_at_ms = 0), "
        "CASE WHEN r.size_bytes < 0 AND r.raw_size_bytes < 0 THEN -1 ELSE max(r.size_bytes, 0) + max(r.raw_size_bytes, 0) END, d.by_login "
        "FROM recording_deletion d JOIN recording r ON r.id = d.recording_id WHERE d.stage = 'trashed' AND (:server = 0 OR r.server_id = :server) "
        "ORDER BY d.purge_after_ms = 0, d.purge_after_ms, r.id LIMIT :limit OFFSET :from"_s.arg(visible)};
    QList<TrashedRecording> trash;
    const Result<> read = connection.forEachRaw(
        select, {{":server"_L1, server.value_or(ServerId()).value}, {":limit"_L1, limit}, {":from"_L1, std::max(0, from)}}, [&](const QSqlQuery &row) {
            trash += TrashedRecording{.recording = {row.value(0).toLongLong()},
                                      .server = {row.value(1).toLongLong()},
                                      .externalId = row.value(2).toString(),
                                      .title = row.value(3).toString(),
                                      .sinceMs = row.value(4).toLongLong(),
                                      .purgeAfterMs = row.value(5).toLongLong(),
                                      .isInServerTree = row.value(6).toString() == u"serverTree",
                                      .wasPublished = row.value(7).toBool(),
                                      .isHeld = row.value(8).toBool(),
                                      .sizeBytes = row.value(9).toLongLong(),
                                      .byLogin = row.value(10).toString()};
        });
    return read ? Result<QList<TrashedRecording>>(trash) : Result<QList<TrashedRecording>>(read.error());
}

Result<QList<CertificateEntry>> readCertificates(Connection &connection, int from, int limit, const QString &visible)
{
    const Statement select{
        "deletion.certificateList"_L1,
        u"SELECT c.sha256, r.id, r.server_id, CASE WHEN %1 THEN r.external_id ELSE '' END, CASE WHEN %1 THEN r.title ELSE '' END, c.issued_at_ms, "
        "coalesce((SELECT i.freed_bytes FROM deletion_item i WHERE i.recording_id = r.id AND i.certificate_sha256 = c.sha256 LIMIT 1), -1), "
        "coalesce((SELECT e.actor FROM audit_event e WHERE e.sequence = c.audit_sequence), '') "
        "FROM deletion_certificate c JOIN recording r ON r.id = c.recording_id "
        "ORDER BY c.issued_at_ms DESC, c.audit_sequence DESC LIMIT :limit OFFSET :from"_s.arg(visible)};
    QList<CertificateEntry> entries;
    const Result<> read = connection.forEachRaw(select, {{":limit"_L1, limit}, {":from"_L1, std::max(0, from)}}, [&](const QSqlQuery &row) {
        entries += CertificateEntry{.sha256 = row.value(0).toByteArray(),
                                    .recording = {row.value(1).toLongLong()},
                                    .server = {row.value(2).toLongLong()},
                                    .externalId = row.value(3).toString(),
                                    .title = row.value(4).toString(),
                                    .issuedAtMs = row.value(5).toLongLong(),
                                    .freedBytes = row.value(6).toLongLong(),
                                    .purgedBy = row.value(7).toString()};
    });
    return read ? Result<QList<CertificateEntry>>(entries) : Result<QList<CertificateEntry>>(read.error());
}

Result<StoredCertificate> readCertificate(Connection &connection, const QByteArray &sha256)
{
    static const Statement look{"deletion.certificate"_L1,
                                u"SELECT recording_id, content, audit_sequence FROM deletion_certificate WHERE sha256 = :sha"_s};
    static const Statement find{"deletion.certificateEvent"_L1, u"SELECT * FROM audit_event WHERE sequence = :sequence"_s};
    std::optional<StoredCertificate> found;
    qint64 sequence = 0;
    const Result<> read = connection.forEachRaw(look, {{":sha"_L1, sha256}}, [&](const QSqlQuery &row) {
        found.emplace();
        found->recording = {row.value(0).toLongLong()};
        found->issued.json = row.value(1).toString().toUtf8();
        sequence = row.value(2).toLongLong();
    });
    if (!read)
        return read.error();
    if (!found)
        return Error{ErrorKind::NotFound, u"no such certificate"_s, QString::fromLatin1(sha256.toHex()), {}};
    const Result<std::optional<AuditEvent>> event = connection.selectOne<AuditEvent>(find, {{":sequence"_L1, sequence}});
    if (!event)
        return event.error();
    found->issued.event = event->value_or(AuditEvent());
    return *found;
}

} // namespace letopis
