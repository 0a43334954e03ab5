#include "core/storage/materialrows.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// A version is local; where its file is, is the store's affair.
const QString present = u"store"_s;

const QString materialColumns =
    u"SELECT m.id, m.recording_id, m.uuid, m.name, m.description, m.position, m.is_trashed, m.trashed_at_ms, m.base, "
    "m.sent, m.is_waiting, m.problem, r.server_id, r.external_id "_s;
// CROSS: the material comes first always. SQLite has no statistics here, and would walk all of a server's recordings.
const QString materialPlaces = u"CROSS JOIN recording r ON r.id = m.recording_id "_s;
const QString anyMaterials = materialColumns + u"FROM material m "_s + materialPlaces;
// Those that wait are few; in the order of their numbers SQLite would walk all.
const QString waitingMaterials = materialColumns + u"FROM material m INDEXED BY material_waiting "_s + materialPlaces;

struct LastPosition
{
    std::optional<int> position;
};

Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}
} // namespace

template <>
StoredMaterial fromRow(const Row &row)
{
    StoredMaterial stored;
    Material &material = stored.material;
    material.id = {row.get<qint64>("id"_L1)};
    material.recording = {row.get<qint64>("recording_id"_L1)};
    material.uuid = row.get<QString>("uuid"_L1);
    material.name = row.get<QString>("name"_L1);
    material.description = row.get<QString>("description"_L1);
    material.position = row.get<int>("position"_L1);
    material.isTrashed = row.get<bool>("is_trashed"_L1);
    material.trashedAt = fromUtcMs(row.get<qint64>("trashed_at_ms"_L1));
    material.isWaiting = row.get<bool>("is_waiting"_L1);
    material.problem = row.get<QString>("problem"_L1);
    stored.place = {material.recording, {row.get<qint64>("server_id"_L1)}, row.get<QString>("external_id"_L1)};
    if (const Result<MaterialDescription> base =
            descriptionFromJson(row.get<QString>("base"_L1).toUtf8(), material.uuid))
        stored.base = *base;
    if (const Result<MaterialDescription> sent =
            descriptionFromJson(row.get<QString>("sent"_L1).toUtf8(), material.uuid))
        stored.sent = *sent;
    return stored;
}

template <>
MaterialVersion fromRow(const Row &row)
{
    MaterialVersion version;
    version.number = row.get<int>("number"_L1);
    version.fileName = row.get<QString>("file_name"_L1);
    version.sizeBytes = row.get<qint64>("size_bytes"_L1);
    version.sha256 = row.get<QByteArray>("sha256"_L1);
    version.mimeType = row.get<QString>("mime_type"_L1);
    version.addedBy = row.get<QString>("added_by"_L1);
    version.addedAt = fromUtcMs(row.get<qint64>("added_at_ms"_L1));
    version.isOnServer = row.get<bool>("is_on_server"_L1);
    version.localFile = row.get<bool>("is_local"_L1) ? present : QString();
    return version;
}

template <>
MaterialPlace fromRow(const Row &row)
{
    return {{row.get<qint64>("id"_L1)}, {row.get<qint64>("server_id"_L1)}, row.get<QString>("external_id"_L1)};
}

template <>
LastPosition fromRow(const Row &row)
{
    return {.position = row.isNull("last"_L1) ? std::nullopt : std::optional(row.get<int>("last"_L1))};
}

namespace {
Result<std::vector<StoredMaterial>> withVersions(Connection &connection, Result<std::vector<StoredMaterial>> found)
{
    static const Statement select{
        "material.versions"_L1, u"SELECT number, file_name, size_bytes, sha256, mime_type, added_by, added_at_ms, "
                                "is_on_server, is_local FROM material_version WHERE material_id = :id ORDER BY number"_s};
    if (!found)
        return found;
    for (StoredMaterial &one : *found) {
        const Result<std::vector<MaterialVersion>> versions =
            connection.select<MaterialVersion>(select, {{":id"_L1, one.material.id.value}});
        if (!versions)
            return versions.error();
        one.material.versions = QList<MaterialVersion>(versions->begin(), versions->end());
    }
    return found;
}

Result<> storeVersions(Connection &connection, const Material &material)
{
    static const Statement clear{"material.clearVersions"_L1, u"DELETE FROM material_version WHERE material_id = ?"_s};
    static const Statement insert{
        "material.storeVersion"_L1,
        u"INSERT INTO material_version (material_id, number, file_name, size_bytes, sha256, mime_type, added_by, added_at_ms, "
        "is_on_server, is_local) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s};
    if (Result<> cleared = executed(connection.execute(clear, Values{material.id.value})); !cleared)
        return cleared;
    for (const MaterialVersion &one : material.versions) {
        const Values values{material.id.value, one.number,          one.fileName,          one.sizeBytes,
                            one.sha256,        one.mimeType,        one.addedBy,           toUtcMs(one.addedAt),
                            one.isOnServer ? 1 : 0, one.localFile.isEmpty() ? 0 : 1};
        if (Result<> stored = executed(connection.execute(insert, values)); !stored)
            return stored;
    }
    return {};
}
} // namespace

MaterialDescription StoredMaterial::wanted() const
{
    MaterialDescription description = descriptionOf(material);
    description.versions.clear();
    for (MaterialVersion version : material.versions) {
        if (!version.isOnServer)
            continue;
        version.isOnServer = false;
        version.localFile.clear();
        description.versions += version;
    }
    return wantedAfter(base, description);
}

bool StoredMaterial::differsFromBase() const
{
    const auto isMissing = [](const MaterialVersion &one) { return !one.isOnServer; };
    return !base || sent || wanted() != *base || std::any_of(material.versions.begin(), material.versions.end(), isMissing);
}

Result<std::vector<StoredMaterial>> readMaterials(Connection &connection, RecordingId recording)
{
    static const Statement select{"material.ofRecording"_L1,
                                  anyMaterials + u"WHERE m.recording_id = :recording ORDER BY m.position, m.id"_s};
    return withVersions(connection, connection.select<StoredMaterial>(select, {{":recording"_L1, recording.value}}));
}

Result<StoredMaterial> readMaterial(Connection &connection, MaterialId id)
{
    static const Statement select{"material.byId"_L1, anyMaterials + u"WHERE m.id = :id"_s};
    const auto found = withVersions(connection, connection.select<StoredMaterial>(select, {{":id"_L1, id.value}}));
    if (!found)
        return found.error();
    if (found->empty() || found->front().material.versions.isEmpty())
        return Error{ErrorKind::NotFound, u"no such material"_s, QString::number(id.value), {}};
    return found->front();
}

Result<std::optional<StoredMaterial>> findMaterial(Connection &connection, RecordingId recording, const QString &uuid)
{
    static const Statement select{"material.byUuid"_L1,
                                  anyMaterials + u"WHERE m.recording_id = :recording AND m.uuid = :uuid"_s};
    const auto found = withVersions(connection, connection.select<StoredMaterial>(
                                                    select, {{":recording"_L1, recording.value}, {":uuid"_L1, uuid}}));
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional(found->front());
}

Result<std::optional<int>> lastMaterialPosition(Connection &connection, RecordingId recording)
{
    static const Statement select{"material.lastPosition"_L1,
                                  u"SELECT max(position) AS last FROM material WHERE recording_id = :recording"_s};
    const auto last = connection.selectOne<LastPosition>(select, {{":recording"_L1, recording.value}});
    if (!last)
        return last.error();
    return last.value() ? last.value()->position : std::nullopt;
}

Result<MaterialPlace> readMaterialPlace(Connection &connection, RecordingId recording)
{
    static const Statement select{"material.place"_L1,
                                  u"SELECT id, server_id, external_id FROM recording WHERE id = :id"_s};
    const auto found = connection.selectOne<MaterialPlace>(select, {{":id"_L1, recording.value}});
    if (!found)
        return found.error();
    if (!found.value())
        return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(recording.value), {}};
    return *found.value();
}

const Statement &dueMaterialsStatement()
{
    static const Statement select{
        "material.due"_L1, waitingMaterials + u"WHERE m.is_waiting = 1 AND m.next_attempt_at_ms <= :now "
                                             "AND r.server_id = :server AND m.id > :after ORDER BY m.id LIMIT :limit"_s};
    return select;
}

Result<std::vector<StoredMaterial>> readDueMaterials(Connection &connection, ServerId server, qint64 nowMs, MaterialId after,
                                                     int limit)
{
    return withVersions(connection, connection.select<StoredMaterial>(dueMaterialsStatement(), {{":now"_L1, nowMs},
                                                                                                {":server"_L1, server.value},
                                                                                                {":after"_L1, after.value},
                                                                                                {":limit"_L1, limit}}));
}

Result<MaterialId> storeMaterial(Connection &connection, StoredMaterial stored, bool isDue)
{
    static const Statement insert{
        "material.add"_L1,
        u"INSERT INTO material (recording_id, uuid, name, description, position, is_trashed, trashed_at_ms, base, sent, "
        "is_waiting, attempts, next_attempt_at_ms, problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')"_s};
    static const Statement update{
        "material.update"_L1,
        u"UPDATE material SET name = ?, description = ?, position = ?, is_trashed = ?, trashed_at_ms = ?, base = ?, "
        "sent = ?, is_waiting = ?, attempts = iif(?, 0, attempts), next_attempt_at_ms = iif(?, 0, next_attempt_at_ms), "
        "problem = iif(?, '', problem) WHERE id = ?"_s};
    Material &one = stored.material;
    const bool isWaiting = stored.differsFromBase();
    const auto json = [](const std::optional<MaterialDescription> &said) {
        return said ? QString::fromUtf8(toJson(*said)) : u""_s;
    };
    const int reset = isDue || !isWaiting ? 1 : 0;
    Values values{one.name,
                  one.description.isNull() ? u""_s : one.description,
                  one.position,
                  one.isTrashed ? 1 : 0,
                  one.isTrashed ? toUtcMs(one.trashedAt) : qint64(0),
                  json(stored.base),
                  json(stored.sent),
                  isWaiting ? 1 : 0};
    const Result<Executed> written =
        one.id.isValid() ? connection.execute(update, values + Values{reset, reset, reset, one.id.value})
                         : connection.execute(insert, Values{one.recording.value, one.uuid} + values);
    if (!written)
        return written.error();
    if (!one.id.isValid())
        one.id = {written->lastInsertId};
    if (Result<> versions = storeVersions(connection, one); !versions)
        return versions.error();
    return one.id;
}

} // namespace letopis
