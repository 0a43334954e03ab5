#include "core/storage/materialexchange.h"

#include "core/storage/materialedits.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
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
        if (Result<> noted = journalMaterial(connection, actor, nowMs, action, stored, details); !noted)
            return noted;
    }
    QJsonObject details;
    for (const auto &[field, key] : {std::pair(MaterialDescription::Name, u"name"_s),
                                     std::pair(MaterialDescription::Description, u"description"_s),
                                     std::pair(MaterialDescription::Position, u"position"_s),
                                     std::pair(MaterialDescription::Trashed, u"trashed"_s)}) {
        if (before.value(field) != merge.merged.value(field))
            details.insert(key, journalledChange(before.value(field), merge.merged.value(field)));
    }
    if (before.versions != merge.merged.versions)
        details.insert(u"versions"_s, merge.merged.versions.size());
    return details.isEmpty() ? Result<>()
                             : journalMaterial(connection, actor, nowMs, u"material.changedOnServer"_s, stored, details);
}

Result<AbsorbedMaterial> absorbNew(Connection &connection, const Actor &actor, qint64 nowMs, const MaterialPlace &place,
                                   const MaterialDescription &theirs)
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
    const QJsonObject newest = journalledVersion(theirs.versions.last());
    if (Result<> noted = journalMaterial(connection, actor, nowMs, u"material.found"_s, found, newest); !noted)
        return noted.error();
    return AbsorbedMaterial{found, true};
}
} // namespace

Result<AbsorbedMaterial> absorbMaterial(Connection &connection, const Actor &actor, qint64 nowMs, const MaterialPlace &place,
                                        const MaterialDescription &theirs)
{
    const Result<std::optional<StoredMaterial>> known = findMaterial(connection, place.recording, theirs.uuid);
    if (!known)
        return known.error();
    if (!known.value())
        return absorbNew(connection, actor, nowMs, place, theirs);
    StoredMaterial stored = *known.value();
    const MaterialDescription before = descriptionOf(stored.material);
    const std::optional<MaterialDescription> agreed = stored.sent ? baseWithSent(stored.base, *stored.sent, theirs) : stored.base;
    const MaterialMerge merge = mergeDescriptions(agreed, before, theirs);
    const MaterialDescription base = baseAfter(agreed, theirs);
    const Material shown = stored.material;
    show(stored.material, merge.merged, theirs.versions);
    if (stored.base == base && stored.material == shown)
        return AbsorbedMaterial{stored, false};
    stored.base = base;
    if (const Result<MaterialId> written = storeMaterial(connection, stored, false); !written)
        return written.error();
    if (Result<> noted = journalMerge(connection, actor, nowMs, stored, before, merge); !noted)
        return noted.error();
    stored.material.isWaiting = stored.differsFromBase();
    return AbsorbedMaterial{stored, !(stored.material == shown)};
}

Result<> loseMaterial(Connection &connection, MaterialId id, const LostMaterial &lost)
{
    Result<StoredMaterial> stored = readMaterial(connection, id);
    if (!stored)
        return stored.error();
    // What both agreed on stays known: it may come back with somebody's change.
    if (lost.isDescriptionLost && stored->base)
        stored->base->behind = MaterialDescription::allBehind;
    for (MaterialVersion &version : stored->material.versions)
        version.isOnServer = version.isOnServer && !lost.contents.contains(version.sha256);
    const Result<MaterialId> written = storeMaterial(connection, *stored, true);
    return written ? Result<>() : Result<>(written.error());
}

} // namespace letopis
