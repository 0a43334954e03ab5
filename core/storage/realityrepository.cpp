#include "core/storage/realityrepository.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

template <>
RealityFinding fromRow(const Row &row)
{
    return {.position = row.get<int>("position"_L1),
            .kind = realityKindFromName(row.get<QString>("kind"_L1)).value_or(RealityKind::StatesDiffer),
            .externalId = row.get<QString>("external_id"_L1),
            .recording = {row.get<qint64>("recording_id"_L1)},
            .detail = row.get<QString>("detail"_L1),
            .sizeBytes = row.get<qint64>("size_bytes"_L1),
            .changedAtMs = row.get<qint64>("changed_at_ms"_L1)};
}

template <>
RealityReport fromRow(const Row &row)
{
    return {.server = {row.get<qint64>("server_id"_L1)},
            .atMs = row.get<qint64>("at_ms"_L1),
            .source = row.get<QString>("source"_L1),
            .listed = row.get<qint64>("listed"_L1),
            .onDisk = row.get<qint64>("on_disk"_L1),
            .inCatalog = row.get<qint64>("in_catalog"_L1),
            .findings = row.get<qint64>("findings"_L1),
            .sizeBytes = row.get<qint64>("size_bytes"_L1)};
}

namespace {
Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}

Result<QList<RealityFinding>> listOf(const Result<std::vector<RealityFinding>> &rows)
{
    return rows ? Result<QList<RealityFinding>>(QList<RealityFinding>(rows->begin(), rows->end()))
                : Result<QList<RealityFinding>>(rows.error());
}

Result<> insertFinding(Connection &connection, ServerId server, int position, const RealityFinding &finding)
{
    static const Statement insert{"reality.insert"_L1,
                                  u"INSERT INTO reality_finding (server_id, position, kind, external_id, recording_id, detail, size_bytes, "
                                  "changed_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s};
    return executed(connection.execute(insert, Values{server.value, position, realityKindName(finding.kind), finding.externalId,
                                                      finding.recording.value, finding.detail, finding.sizeBytes,
                                                      finding.changedAtMs}));
}
} // namespace

Result<> RealityRepository::forEachRecording(ServerId server, const Visit &visit) const
{
    return waitFor(m_database.read([server, &visit](Connection &connection) {
        static const Statement select{"reality.recordings"_L1,
                                      u"SELECT r.external_id, r.id, r.state, d.stage FROM recording r LEFT JOIN recording_deletion d "
                                      "ON d.recording_id = r.id WHERE r.server_id = :server"_s};
        return connection.forEachRaw(select, {{":server"_L1, server.value}}, [&visit](const QSqlQuery &row) {
            RealitySighting sighting;
            sighting.recording = row.value(1).toLongLong();
            sighting.catalog = publicationStateFromName(row.value(2).toString()).value_or(PublicationState::Gone);
            sighting.isInTrash = row.value(3).toString() == "trashed"_L1;
            sighting.isPurged = row.value(3).toString() == "purged"_L1;
            visit(row.value(0).toString().toUtf8(), sighting);
        });
    }));
}

QFuture<Result<>> RealityRepository::store(RealityReport report, std::vector<RealityFinding> findings) const
{
    return m_database.write([report, findings = std::move(findings)](Connection &connection) -> Result<> {
        static const Statement clear{"reality.clear"_L1, u"DELETE FROM reality_finding WHERE server_id = ?"_s};
        static const Statement put{"reality.store"_L1,
                                   u"INSERT INTO reality_check (server_id, at_ms, source, listed, on_disk, in_catalog) VALUES (?, ?, ?, ?, ?, ?) "
                                   "ON CONFLICT (server_id) DO UPDATE SET at_ms = excluded.at_ms, source = excluded.source, listed = "
                                   "excluded.listed, on_disk = excluded.on_disk, in_catalog = excluded.in_catalog"_s};
        if (const Result<> cleared = executed(connection.execute(clear, Values{report.server.value})); !cleared)
            return cleared;
        if (const Result<> stored = executed(connection.execute(put, Values{report.server.value, report.atMs, report.source, report.listed,
                                                                            report.onDisk, report.inCatalog}));
            !stored)
            return stored;
        int position = 0;
        for (const RealityFinding &finding : findings) {
            if (const Result<> inserted = insertFinding(connection, report.server, ++position, finding); !inserted)
                return inserted;
        }
        return {};
    });
}

QFuture<Result<RealityReport>> RealityRepository::report(ServerId server) const
{
    return m_database.read([server](Connection &connection) -> Result<RealityReport> {
        static const Statement select{"reality.report"_L1,
                                      u"SELECT c.*, (SELECT count(*) FROM reality_finding f WHERE f.server_id = c.server_id) AS findings, "
                                      "(SELECT coalesce(sum(max(f.size_bytes, 0)), 0) FROM reality_finding f WHERE f.server_id = c.server_id) "
                                      "AS size_bytes FROM reality_check c WHERE c.server_id = :server"_s};
        const auto found = connection.selectOne<RealityReport>(select, {{":server"_L1, server.value}});
        if (!found)
            return found.error();
        RealityReport none;
        none.server = server;
        return found->value_or(none);
    });
}

QFuture<Result<QList<RealityFinding>>> RealityRepository::findings(ServerId server, int from, int limit) const
{
    return m_database.read([=](Connection &connection) {
        static const Statement select{"reality.findings"_L1,
                                      u"SELECT * FROM reality_finding WHERE server_id = :server AND position > :from "
                                      "ORDER BY position LIMIT :limit"_s};
        return listOf(connection.select<RealityFinding>(
            select, {{":server"_L1, server.value}, {":from"_L1, from}, {":limit"_L1, limit}}));
    });
}

QFuture<Result<QList<RealityFinding>>> RealityRepository::findingsAt(ServerId server, const QList<int> &positions) const
{
    return m_database.read([=](Connection &connection) -> Result<QList<RealityFinding>> {
        static const Statement select{"reality.finding"_L1,
                                      u"SELECT * FROM reality_finding WHERE server_id = :server AND position = :position"_s};
        QList<RealityFinding> found;
        for (const int position : positions) {
            const auto one = connection.selectOne<RealityFinding>(select, {{":server"_L1, server.value}, {":position"_L1, position}});
            if (!one)
                return one.error();
            if (!*one)
                return Error{ErrorKind::NotFound, u"no such finding"_s, QString::number(position), {}};
            found += **one;
        }
        return found;
    });
}

} // namespace letopis
