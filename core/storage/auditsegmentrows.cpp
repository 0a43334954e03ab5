#include "core/storage/auditsegmentrows.h"

#include "core/storage/auditindex.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

template <>
AuditSegment fromRow(const Row &row)
{
    return {.firstSequence = row.get<qint64>("first_sequence"_L1),
            .lastSequence = row.get<qint64>("last_sequence"_L1),
            .previousHash = row.get<QByteArray>("previous_hash"_L1),
            .firstHash = row.get<QByteArray>("first_hash"_L1),
            .lastHash = row.get<QByteArray>("last_hash"_L1),
            .firstAtMs = row.get<qint64>("first_at_ms"_L1),
            .lastAtMs = row.get<qint64>("last_at_ms"_L1),
            .sealedAtMs = row.get<qint64>("sealed_at_ms"_L1),
            .sealedBy = row.get<QString>("sealed_by"_L1),
            .fileName = row.get<QString>("file_name"_L1),
            .fileSha256 = row.get<QByteArray>("file_sha256"_L1),
            .exportedAtMs = row.get<qint64>("exported_at_ms"_L1),
            .droppedAtMs = row.get<qint64>("dropped_at_ms"_L1)};
}

namespace {
Result<> done(const Result<Executed> &executed)
{
    return executed ? Result<>() : Result<>(executed.error());
}
} // namespace

Result<QList<AuditSegment>> readSegments(Connection &connection)
{
    const Result<std::vector<AuditSegment>> rows =
        connection.select<AuditSegment>({"segment.list"_L1, u"SELECT * FROM audit_segment ORDER BY first_sequence"_s});
    return rows ? Result<QList<AuditSegment>>(QList<AuditSegment>(rows->begin(), rows->end())) : Result<QList<AuditSegment>>(rows.error());
}

Result<> insertSegment(Connection &connection, const AuditSegment &segment)
{
    static const Statement insert{"segment.insert"_L1,
                                  u"INSERT INTO audit_segment (first_sequence, last_sequence, previous_hash, first_hash, last_hash, first_at_ms, "
                                  "last_at_ms, sealed_at_ms, sealed_by, file_name, file_sha256, exported_at_ms, dropped_at_ms) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', x'', 0, 0)"_s};
    return done(connection.execute(insert, Values{segment.firstSequence, segment.lastSequence, segment.previousHash, segment.firstHash,
                                                  segment.lastHash, segment.firstAtMs, segment.lastAtMs, segment.sealedAtMs, segment.sealedBy}));
}

Result<> markExported(Connection &connection, const AuditSegment &segment)
{
    static const Statement update{"segment.exported"_L1,
                                  u"UPDATE audit_segment SET file_name = ?, file_sha256 = ?, exported_at_ms = ? WHERE first_sequence = ?"_s};
    return done(connection.execute(update, Values{segment.fileName, segment.fileSha256, segment.exportedAtMs, segment.firstSequence}));
}

Result<> dropEvents(Connection &connection, const AuditSegment &segment, qint64 nowMs)
{
    static const Statement mark{"segment.dropped"_L1, u"UPDATE audit_segment SET dropped_at_ms = ? WHERE first_sequence = ?"_s};
    if (Result<> marked = done(connection.execute(mark, Values{nowMs, segment.firstSequence})); !marked)
        return marked;
    static const Statement drop{"segment.drop"_L1, u"DELETE FROM audit_event WHERE sequence BETWEEN ? AND ?"_s};
    if (Result<> gone = done(connection.execute(drop, Values{segment.firstSequence, segment.lastSequence})); !gone)
        return gone;
    // Their words are gone with them; those of the others are gathered anew when somebody searches.
    return forgetIndexedEvents(connection, segment.lastSequence);
}

} // namespace letopis
