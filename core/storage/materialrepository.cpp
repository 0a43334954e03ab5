#include "core/storage/materialrepository.h"

#include "core/storage/materialedits.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 firstBackOffMs = 30'000;
constexpr qint64 longestBackOffMs = 3'600'000;

struct WaitingCount
{
    qint64 count = 0;
};

struct MaterialServer
{
    ServerId server;
};

Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}
} // namespace

template <>
WaitingCount fromRow(const Row &row)
{
    return {.count = row.get<qint64>("waiting"_L1)};
}

template <>
MaterialServer fromRow(const Row &row)
{
    return {.server = {row.get<qint64>("server_id"_L1)}};
}

template <>
MaterialPlace fromRow(const Row &row); // materialrows.cpp

namespace {
template <typename T>
Result<QList<T>> listOf(const Result<std::vector<T>> &rows)
{
    if (!rows)
        return rows.error();
    return QList<T>(rows->begin(), rows->end());
}

void showLocalFiles(Material &material, const FileStore &store)
{
    for (MaterialVersion &version : material.versions) {
        if (!version.localFile.isEmpty())
            version.localFile = store.pathOf(version.sha256);
    }
}
} // namespace

QFuture<Result<QList<Material>>> MaterialRepository::materials(RecordingId id, bool withTrash) const
{
    return m_database.read([=, store = m_store](Connection &connection) {
        return connection.transaction([&]() -> Result<QList<Material>> {
            if (const Result<MaterialPlace> place = readMaterialPlace(connection, id); !place)
                return place.error();
            const Result<std::vector<StoredMaterial>> all = readMaterials(connection, id);
            if (!all)
                return all.error();
            QList<Material> found;
            for (const StoredMaterial &one : *all) {
                if (one.material.versions.isEmpty() || (one.material.isTrashed && !withTrash))
                    continue;
                found += one.material;
                showLocalFiles(found.last(), store);
            }
            return found;
        });
    });
}

QFuture<Result<Material>> MaterialRepository::material(MaterialId id) const
{
    return m_database.read([id, store = m_store](Connection &connection) {
        return connection.transaction([&]() -> Result<Material> {
            Result<StoredMaterial> found = readMaterial(connection, id);
            if (!found)
                return found.error();
            showLocalFiles(found->material, store);
            return found->material;
        });
    });
}

QFuture<Result<MaterialPlace>> MaterialRepository::place(RecordingId id) const
{
    return m_database.read([id](Connection &connection) { return readMaterialPlace(connection, id); });
}

QFuture<Result<MaterialId>> MaterialRepository::add(const Actor &actor, RecordingId recording, MaterialVersion first)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        return addMaterial(connection, actor, nowMs, recording, first);
    });
}

QFuture<Result<>> MaterialRepository::addVersion(const Actor &actor, MaterialId id, MaterialVersion next)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        return addMaterialVersion(connection, actor, nowMs, id, next);
    });
}

QFuture<Result<>> MaterialRepository::change(const Actor &actor, MaterialId id, const MaterialChange &change)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        return changeMaterial(connection, actor, nowMs, id, change);
    });
}

QFuture<Result<>> MaterialRepository::setOrder(const Actor &actor, RecordingId recording, const QList<MaterialId> &order)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) -> Result<> {
        for (qsizetype position = 0; position < order.size(); ++position) {
            const Result<StoredMaterial> stored = readMaterial(connection, order[position]);
            if (!stored)
                return stored.error();
            if (stored->place.recording != recording)
                return Error{ErrorKind::InvalidInput, u"a material of another recording"_s, stored->material.name, {}};
            if (Result<> moved = editMaterial(connection, actor, nowMs, order[position], u"material.moved"_s,
                                         [position](Material &one) { one.position = int(position); });
                !moved)
                return moved;
        }
        return {};
    });
}

QFuture<Result<>> MaterialRepository::setTrashed(const Actor &actor, MaterialId id, bool isTrashed)
{
    const QString action = isTrashed ? u"material.trashed"_s : u"material.restored"_s;
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        return editMaterial(connection, actor, nowMs, id, action, [&](Material &one) {
            if (one.isTrashed == isTrashed)
                return;
            one.isTrashed = isTrashed;
            one.trashedAt = isTrashed ? fromUtcMs(nowMs) : QDateTime();
        });
    });
}

QFuture<Result<QList<MaterialPlace>>> MaterialRepository::placesOnServer(ServerId server) const
{
    return m_database.read([server](Connection &connection) {
        static const Statement select{"material.places"_L1,
                                      u"SELECT id, server_id, external_id FROM recording WHERE server_id = :server "
                                      "AND id IN (SELECT m.recording_id FROM material m WHERE m.base <> '' OR EXISTS "
                                      "(SELECT 1 FROM material_version v WHERE v.material_id = m.id AND v.is_on_server = 1)) "
                                      "ORDER BY id"_s};
        return listOf(connection.select<MaterialPlace>(select, {{":server"_L1, server.value}}));
    });
}

QFuture<Result<QList<MaterialPlace>>> MaterialRepository::placesNamed(ServerId server, const QStringList &externalIds) const
{
    return m_database.read([=](Connection &connection) -> Result<QList<MaterialPlace>> {
        static const Statement select{"material.placeNamed"_L1, u"SELECT id, server_id, external_id FROM recording "
                                                                "WHERE server_id = :server AND external_id = :name"_s};
        QList<MaterialPlace> found;
        for (const QString &name : externalIds) {
            const auto place =
                connection.selectOne<MaterialPlace>(select, {{":server"_L1, server.value}, {":name"_L1, name}});
            if (!place)
                return place.error();
            if (place.value())
                found += *place.value();
        }
        return found;
    });
}

QFuture<Result<QList<StoredMaterial>>> MaterialRepository::stored(RecordingId recording) const
{
    return m_database.read([recording](Connection &connection) {
        return connection.transaction([&] { return listOf(readMaterials(connection, recording)); });
    });
}

QFuture<Result<StoredMaterial>> MaterialRepository::stored(MaterialId id) const
{
    return m_database.read([id](Connection &connection) {
        return connection.transaction([&] { return readMaterial(connection, id); });
    });
}

QFuture<Result<QList<StoredMaterial>>> MaterialRepository::due(ServerId server, MaterialId after, int limit) const
{
    return m_database.read([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        return connection.transaction([&] { return listOf(readDueMaterials(connection, server, nowMs, after, limit)); });
    });
}

QFuture<Result<qint64>> MaterialRepository::countWaiting(ServerId server) const
{
    return m_database.read([server](Connection &connection) -> Result<qint64> {
        static const Statement select{"material.countWaiting"_L1,
                                      u"SELECT count(*) AS waiting FROM material m JOIN recording r ON r.id = m.recording_id "
                                      "WHERE m.is_waiting = 1 AND r.server_id = :server"_s};
        const auto rows = connection.select<WaitingCount>(select, {{":server"_L1, server.value}});
        return rows ? Result<qint64>(rows->front().count) : Result<qint64>(rows.error());
    });
}

QFuture<Result<QList<ServerId>>> MaterialRepository::serversWithDue() const
{
    return m_database.read([nowMs = toUtcMs(m_clock.now())](Connection &connection) -> Result<QList<ServerId>> {
        static const Statement select{"material.serversDue"_L1,
                                      u"SELECT DISTINCT r.server_id FROM material m CROSS JOIN recording r ON r.id = m.recording_id "
                                      "WHERE m.is_waiting = 1 AND m.next_attempt_at_ms <= :now AND r.server_id IN "
                                      "(SELECT id FROM server WHERE NOT is_removed)"_s};
        const auto rows = connection.select<MaterialServer>(select, {{":now"_L1, nowMs}});
        if (!rows)
            return rows.error();
        QList<ServerId> servers;
        for (const MaterialServer &row : *rows)
            servers += row.server;
        return servers;
    });
}

QFuture<Result<>> MaterialRepository::hasten(ServerId server)
{
    return m_database.write([server](Connection &connection) {
        static const Statement update{
            "material.hasten"_L1, u"UPDATE material SET next_attempt_at_ms = 0 WHERE is_waiting = 1 "
                                  "AND recording_id IN (SELECT id FROM recording WHERE server_id = ?)"_s};
        return executed(connection.execute(update, Values{server.value}));
    });
}

QFuture<Result<MaterialRepository::Absorbed>> MaterialRepository::absorb(const Actor &actor, const MaterialPlace &place,
                                                                        const MaterialDescription &theirs)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        return absorbMaterial(connection, actor, nowMs, place, theirs);
    });
}

QFuture<Result<>> MaterialRepository::markOnServer(MaterialId id, const MaterialVersion &version)
{
    return m_database.write([=](Connection &connection) -> Result<> {
        Result<StoredMaterial> stored = readMaterial(connection, id);
        if (!stored)
            return stored.error();
        for (MaterialVersion &one : stored->material.versions)
            one.isOnServer = one.isOnServer || isSameVersion(one, version);
        const Result<MaterialId> written = storeMaterial(connection, *stored, false);
        return written ? Result<>() : Result<>(written.error());
    });
}

QFuture<Result<>> MaterialRepository::expect(MaterialId id, const MaterialDescription &sent)
{
    return m_database.write([=](Connection &connection) -> Result<> {
        Result<StoredMaterial> stored = readMaterial(connection, id);
        if (!stored)
            return stored.error();
        stored->sent = sent;
        const Result<MaterialId> updated = storeMaterial(connection, *stored, false);
        return updated ? Result<>() : Result<>(updated.error());
    });
}

QFuture<Result<>> MaterialRepository::settle(MaterialId id, const MaterialDescription &written)
{
    return m_database.write([=](Connection &connection) -> Result<> {
        Result<StoredMaterial> stored = readMaterial(connection, id);
        if (!stored)
            return stored.error();
        stored->base = written;
        stored->sent.reset();
        const Result<MaterialId> updated = storeMaterial(connection, *stored, true);
        return updated ? Result<>() : Result<>(updated.error());
    });
}

QFuture<Result<>> MaterialRepository::lose(MaterialId id, const LostMaterial &lost)
{
    return m_database.write([=](Connection &connection) { return loseMaterial(connection, id, lost); });
}

QFuture<Result<>> MaterialRepository::tellProblem(MaterialId id, const QString &problem)
{
    return m_database.write([=](Connection &connection) {
        static const Statement update{"material.tellProblem"_L1, u"UPDATE material SET problem = ? WHERE id = ?"_s};
        return executed(connection.execute(update, Values{problem.isNull() ? u""_s : problem.left(500), id.value}));
    });
}

QFuture<Result<>> MaterialRepository::postpone(MaterialId id, const QString &problem)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        static const Statement update{
            "material.postpone"_L1,
            u"UPDATE material SET attempts = attempts + 1, problem = ?, "
            "next_attempt_at_ms = ? + min(?, ? << min(attempts, 20)) WHERE id = ?"_s};
        return executed(connection.execute(
            update, Values{problem.left(500), nowMs, longestBackOffMs, firstBackOffMs, id.value}));
    });
}

QFuture<Result<>> MaterialRepository::markLocal(const QByteArray &sha256, bool isLocal)
{
    return m_database.write([=](Connection &connection) {
        static const Statement update{"material.markLocal"_L1, u"UPDATE material_version SET is_local = ? WHERE sha256 = ?"_s};
        return executed(connection.execute(update, Values{isLocal ? 1 : 0, sha256}));
    });
}

namespace {
// Local contents of the recording's materials that nothing else has, by hash.
Result<std::vector<std::pair<QByteArray, qint64>>> contentsOnlyOf(Connection &connection, RecordingId recording)
{
    static const Statement look{
        "material.contentsOnlyOf"_L1,
        u"SELECT v.sha256, max(v.size_bytes) FROM material_version v JOIN material m ON m.id = v.material_id "
        "WHERE m.recording_id = :id AND v.is_local = 1 AND NOT EXISTS (SELECT 1 FROM material_version o JOIN material om "
        "ON om.id = o.material_id WHERE o.sha256 = v.sha256 AND om.recording_id <> m.recording_id) GROUP BY v.sha256"_s};
    std::vector<std::pair<QByteArray, qint64>> contents;
    const Result<> read = connection.forEachRaw(look, {{":id"_L1, recording.value}}, [&contents](const QSqlQuery &row) {
        contents.emplace_back(row.value(0).toByteArray(), row.value(1).toLongLong());
    });
    return read ? Result<std::vector<std::pair<QByteArray, qint64>>>(contents)
                : Result<std::vector<std::pair<QByteArray, qint64>>>(read.error());
}
} // namespace

QFuture<Result<MaterialRepository::RemovedContents>> MaterialRepository::removeContentsOf(RecordingId recording)
{
    const qint64 nowMs = toUtcMs(m_clock.now());
    return m_database.writeDurably([=, store = m_store](Connection &connection) -> Result<RemovedContents> {
        const auto contents = contentsOnlyOf(connection, recording);
        if (!contents)
            return contents.error();
        static const Statement unmark{"material.purgeVersions"_L1,
                                      u"UPDATE material_version SET is_on_server = 0, is_local = 0 WHERE material_id IN "
                                      "(SELECT id FROM material WHERE recording_id = ?)"_s};
        static const Statement settle{"material.purge"_L1,
                                      u"UPDATE material SET is_waiting = 0, is_trashed = 1, base = '', sent = '', problem = '', trashed_at_ms = "
                                      "CASE WHEN trashed_at_ms = 0 THEN ? ELSE trashed_at_ms END WHERE recording_id = ?"_s};
        if (const Result<> done = executed(connection.execute(unmark, Values{recording.value})); !done)
            return done.error();
        if (const Result<> done = executed(connection.execute(settle, Values{nowMs, recording.value})); !done)
            return done.error();
        // In the transaction: should it fail, the rows name what is not there, which a fetch finds out; the other way round the
        // files would stay for ever.
        RemovedContents removed;
        for (const auto &[sha256, bytes] : *contents) {
            store.remove(sha256);
            const FileStore::RemovedCopies copies = store.removeOpenedCopies(sha256);
            removed.files += 1 + copies.files;
            removed.bytes += bytes + copies.bytes;
            removed.changedCopies += copies.changed;
        }
        return removed;
    });
}

} // namespace letopis
