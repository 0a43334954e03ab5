#include "core/storage/materialrepository.h"

#include "core/storage/auditrepository.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 firstBackOffMs = 30'000;
constexpr qint64 longestBackOffMs = 3'600'000;

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
MaterialServer fromRow(const Row &row)
{
    return {.server = {row.get<qint64>("server_id"_L1)}};
}

template <>
MaterialPlace fromRow(const Row &row); // materialrows.cpp

namespace {
QJsonObject change(const QString &before, const QString &after)
{
    return {{u"before"_s, before}, {u"after"_s, after}};
}

Result<> journal(Connection &connection, const Actor &actor, qint64 nowMs, const QString &action, const StoredMaterial &stored,
                 QJsonObject details)
{
    details.insert(u"uuid"_s, stored.material.uuid);
    if (!details.contains(u"name"_s))
        details.insert(u"name"_s, stored.material.name);
    AuditEvent event;
    event.atMs = nowMs;
    event.actor = actor.login;
    event.action = action;
    event.server = stored.place.server;
    event.recording = stored.place.recording;
    event.details = QJsonDocument(details).toJson(QJsonDocument::Compact);
    return AuditRepository::append(connection, event);
}

QJsonObject versionDetails(const MaterialVersion &version)
{
    return {{u"version"_s, version.number},
            {u"fileName"_s, version.fileName},
            {u"size"_s, version.sizeBytes},
            {u"sha256"_s, QString::fromLatin1(version.sha256.toHex())}};
}

// As one line and within the bounds; names of files may hold anything.
QString boundedName(const QString &name)
{
    QString kept;
    for (const QChar one : name) {
        if (one.category() != QChar::Other_Control)
            kept += one;
    }
    kept = kept.trimmed().left(longestMaterialName);
    return kept.isEmpty() ? u"file"_s : kept;
}

void complete(MaterialVersion &version, const Actor &actor, qint64 nowMs)
{
    version.fileName = boundedName(version.fileName);
    version.mimeType = version.mimeType.isNull() ? u""_s : version.mimeType.left(100);
    version.addedBy = actor.login.isNull() ? u""_s : actor.login.left(100);
    version.addedAt = fromUtcMs(nowMs);
    version.isOnServer = false;
    version.localFile = u"store"_s;
}

Result<MaterialId> addOne(Connection &connection, const Actor &actor, qint64 nowMs, RecordingId recording, MaterialVersion first)
{
    const Result<MaterialPlace> place = readMaterialPlace(connection, recording);
    if (!place)
        return place.error();
    const Result<std::vector<StoredMaterial>> others = readMaterials(connection, recording);
    if (!others)
        return others.error();
    first.number = 1;
    complete(first, actor, nowMs);
    StoredMaterial stored;
    stored.place = *place;
    stored.material.recording = recording;
    stored.material.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    stored.material.name = first.fileName;
    stored.material.position = others->empty() ? 0 : others->back().material.position + 1;
    stored.material.versions = {first};
    const Result<MaterialId> id = storeMaterial(connection, stored, true);
    if (!id)
        return id;
    if (Result<> noted = journal(connection, actor, nowMs, u"material.added"_s, stored, versionDetails(first)); !noted)
        return noted.error();
    return id;
}

Result<> addNext(Connection &connection, const Actor &actor, qint64 nowMs, MaterialId id, MaterialVersion next)
{
    Result<StoredMaterial> stored = readMaterial(connection, id);
    if (!stored)
        return stored.error();
    if (stored->material.versions.size() >= mostMaterialVersions)
        return Error{ErrorKind::TooLarge, u"a material has at most 100 versions"_s, stored->material.name, {}};
    next.number = stored->material.newest().number + 1;
    complete(next, actor, nowMs);
    stored->material.versions += next;
    if (const Result<MaterialId> written = storeMaterial(connection, *stored, true); !written)
        return written.error();
    return journal(connection, actor, nowMs, u"material.versionAdded"_s, *stored, versionDetails(next));
}

std::optional<Error> problemIn(const MaterialChange &change)
{
    if (change.name && (change.name->trimmed().isEmpty() || change.name->size() > longestMaterialName))
        return Error{ErrorKind::InvalidInput, u"a name has 1 to 300 characters"_s, change.name->left(60), {}};
    if (change.description && change.description->size() > longestMaterialDescription)
        return Error{ErrorKind::InvalidInput, u"a description has at most 4000 characters"_s, {}, {}};
    return {};
}

// Changes one material; a journal line names what differs, where anything does.
template <typename Change>
Result<> editOne(Connection &connection, const Actor &actor, qint64 nowMs, MaterialId id, const QString &action, Change edit)
{
    Result<StoredMaterial> stored = readMaterial(connection, id);
    if (!stored)
        return stored.error();
    const MaterialDescription before = descriptionOf(stored->material);
    edit(stored->material);
    const MaterialDescription after = descriptionOf(stored->material);
    if (before == after)
        return {};
    QJsonObject details;
    if (before.name != after.name)
        details.insert(u"name"_s, change(before.name, after.name));
    if (before.description != after.description)
        details.insert(u"description"_s, change(before.description, after.description));
    if (before.position != after.position)
        details.insert(u"position"_s, change(QString::number(before.position), QString::number(after.position)));
    if (const Result<MaterialId> written = storeMaterial(connection, *stored, true); !written)
        return written.error();
    return journal(connection, actor, nowMs, action, *stored, details);
}

void show(Material &material, const MaterialDescription &description, const QList<MaterialVersion> &onServer)
{
    const QList<MaterialVersion> before = material.versions;
    material.name = description.name;
    material.description = description.description;
    material.position = description.position;
    material.isTrashed = description.trashedAt.isValid();
    material.trashedAt = description.trashedAt;
    material.versions = description.versions;
    for (MaterialVersion &version : material.versions) {
        version.isOnServer = std::any_of(onServer.begin(), onServer.end(),
                                         [&](const MaterialVersion &one) { return isSameVersion(one, version); });
        for (const MaterialVersion &old : before) {
            if (old.sha256 == version.sha256 && !old.localFile.isEmpty())
                version.localFile = old.localFile;
            if (isSameVersion(old, version))
                version.isOnServer = version.isOnServer || old.isOnServer;
        }
    }
}

Result<> journalMerge(Connection &connection, const Actor &actor, qint64 nowMs, const StoredMaterial &stored,
                      const MaterialDescription &before, const MaterialMerge &merge)
{
    for (const MaterialConflict &conflict : merge.conflicts) {
        const QString field = conflict.field == MaterialDescription::Name ? u"name"_s : u"description"_s;
        const QJsonObject details{{u"field"_s, field}, {u"ours"_s, conflict.ours}, {u"theirs"_s, conflict.theirs}};
        const QString action = conflict.isOvertaken ? u"material.overtaken"_s : u"material.conflict"_s;
        if (Result<> noted = journal(connection, actor, nowMs, action, stored, details); !noted)
            return noted;
    }
    QJsonObject details;
    for (const auto &[field, key] : {std::pair(MaterialDescription::Name, u"name"_s),
                                     std::pair(MaterialDescription::Description, u"description"_s),
                                     std::pair(MaterialDescription::Position, u"position"_s),
                                     std::pair(MaterialDescription::Trashed, u"trashed"_s)}) {
        if (before.value(field) != merge.merged.value(field))
            details.insert(key, change(before.value(field), merge.merged.value(field)));
    }
    if (before.versions != merge.merged.versions)
        details.insert(u"versions"_s, merge.merged.versions.size());
    return details.isEmpty() ? Result<>()
                             : journal(connection, actor, nowMs, u"material.changedOnServer"_s, stored, details);
}

Result<MaterialRepository::Absorbed> absorbNew(Connection &connection, const Actor &actor, qint64 nowMs,
                                               const MaterialPlace &place, const MaterialDescription &theirs)
{
    StoredMaterial found;
    found.place = place;
    found.material.recording = place.recording;
    found.material.uuid = theirs.uuid;
    show(found.material, theirs, theirs.versions);
    found.base = baseAfter({}, theirs);
    const Result<MaterialId> id = storeMaterial(connection, found, false);
    if (!id)
        return id.error();
    found.material.id = *id;
    if (Result<> noted = journal(connection, actor, nowMs, u"material.found"_s, found, versionDetails(theirs.versions.last()));
        !noted)
        return noted.error();
    return MaterialRepository::Absorbed{found, true};
}

Result<MaterialRepository::Absorbed> absorbOne(Connection &connection, const Actor &actor, qint64 nowMs,
                                               const MaterialPlace &place, const MaterialDescription &theirs)
{
    const Result<std::vector<StoredMaterial>> all = readMaterials(connection, place.recording);
    if (!all)
        return all.error();
    const auto known = std::find_if(all->begin(), all->end(),
                                    [&](const StoredMaterial &one) { return one.material.uuid == theirs.uuid; });
    if (known == all->end())
        return absorbNew(connection, actor, nowMs, place, theirs);
    StoredMaterial stored = *known;
    const MaterialDescription before = descriptionOf(stored.material);
    const MaterialMerge merge = mergeDescriptions(stored.base, before, theirs);
    const MaterialDescription base = baseAfter(stored.base, theirs);
    const Material shown = stored.material;
    show(stored.material, merge.merged, theirs.versions);
    if (stored.base == base && stored.material == shown)
        return MaterialRepository::Absorbed{stored, false};
    stored.base = base;
    if (const Result<MaterialId> written = storeMaterial(connection, stored, false); !written)
        return written.error();
    if (Result<> noted = journalMerge(connection, actor, nowMs, stored, before, merge); !noted)
        return noted.error();
    stored.material.isWaiting = stored.differsFromBase();
    return MaterialRepository::Absorbed{stored, !(stored.material == shown)};
}

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
        return addOne(connection, actor, nowMs, recording, first);
    });
}

QFuture<Result<>> MaterialRepository::addVersion(const Actor &actor, MaterialId id, MaterialVersion next)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        return addNext(connection, actor, nowMs, id, next);
    });
}

QFuture<Result<>> MaterialRepository::change(const Actor &actor, MaterialId id, const MaterialChange &change)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) -> Result<> {
        if (const std::optional<Error> problem = problemIn(change))
            return *problem;
        return editOne(connection, actor, nowMs, id, u"material.changed"_s, [&](Material &one) {
            if (change.name)
                one.name = boundedName(*change.name);
            if (change.description)
                one.description = *change.description;
            if (change.position)
                one.position = std::clamp(*change.position, 0, 1'000'000);
        });
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
            if (Result<> moved = editOne(connection, actor, nowMs, order[position], u"material.moved"_s,
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
        return editOne(connection, actor, nowMs, id, action, [&](Material &one) {
            if (one.isTrashed == isTrashed)
                return;
            one.isTrashed = isTrashed;
            one.trashedAt = isTrashed ? fromUtcMs(nowMs) : QDateTime();
        });
    });
}

QFuture<Result<QList<MaterialPlace>>> MaterialRepository::placesWithMaterials(ServerId server) const
{
    return m_database.read([server](Connection &connection) {
        static const Statement select{"material.places"_L1,
                                      u"SELECT id, server_id, external_id FROM recording WHERE server_id = :server "
                                      "AND id IN (SELECT recording_id FROM material) ORDER BY id"_s};
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

QFuture<Result<QList<ServerId>>> MaterialRepository::serversWithDue() const
{
    return m_database.read([nowMs = toUtcMs(m_clock.now())](Connection &connection) -> Result<QList<ServerId>> {
        static const Statement select{"material.serversDue"_L1,
                                      u"SELECT DISTINCT r.server_id FROM material m JOIN recording r ON r.id = m.recording_id "
                                      "WHERE m.is_waiting = 1 AND m.next_attempt_at_ms <= :now"_s};
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
        return absorbOne(connection, actor, nowMs, place, theirs);
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

QFuture<Result<>> MaterialRepository::settle(MaterialId id, const MaterialDescription &written)
{
    return m_database.write([=](Connection &connection) -> Result<> {
        Result<StoredMaterial> stored = readMaterial(connection, id);
        if (!stored)
            return stored.error();
        stored->base = written;
        const Result<MaterialId> updated = storeMaterial(connection, *stored, true);
        return updated ? Result<>() : Result<>(updated.error());
    });
}

QFuture<Result<>> MaterialRepository::forgetBase(MaterialId id)
{
    return m_database.write([=](Connection &connection) -> Result<> {
        Result<StoredMaterial> stored = readMaterial(connection, id);
        if (!stored)
            return stored.error();
        stored->base.reset();
        const Result<MaterialId> updated = storeMaterial(connection, *stored, false);
        return updated ? Result<>() : Result<>(updated.error());
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

} // namespace letopis
