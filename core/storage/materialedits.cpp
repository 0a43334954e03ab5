#include "core/storage/materialedits.h"

#include "core/storage/auditrepository.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// As one line and within the bounds; names of files may hold anything.
QString boundedName(const QString &name)
{
    QString kept;
    for (const QChar one : name) {
        if (one.category() != QChar::Other_Control)
            kept += one;
    }
    kept = kept.trimmed().left(longestMaterialName);
    if (!kept.isEmpty() && kept.back().isHighSurrogate())
        kept.chop(1);
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

std::optional<Error> problemIn(const MaterialChange &change)
{
    if (change.name && (change.name->trimmed().isEmpty() || change.name->size() > longestMaterialName))
        return Error{ErrorKind::InvalidInput, u"a name has 1 to 300 characters"_s, change.name->left(60), {}};
    if (change.description && change.description->size() > longestMaterialDescription)
        return Error{ErrorKind::InvalidInput, u"a description has at most 4000 characters"_s, {}, {}};
    return {};
}
} // namespace

QJsonObject journalledChange(const QString &before, const QString &after)
{
    return {{u"before"_s, before}, {u"after"_s, after}};
}

Result<> journalMaterial(Connection &connection, const Actor &actor, qint64 nowMs, const QString &action,
                         const StoredMaterial &stored, QJsonObject details)
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

QJsonObject journalledVersion(const MaterialVersion &version)
{
    return {{u"version"_s, version.number},
            {u"fileName"_s, version.fileName},
            {u"size"_s, version.sizeBytes},
            {u"sha256"_s, QString::fromLatin1(version.sha256.toHex())}};
}

Result<MaterialId> addMaterial(Connection &connection, const Actor &actor, qint64 nowMs, RecordingId recording,
                               MaterialVersion first)
{
    const Result<MaterialPlace> place = readMaterialPlace(connection, recording);
    if (!place)
        return place.error();
    const Result<std::optional<int>> last = lastMaterialPosition(connection, recording);
    if (!last)
        return last.error();
    first.number = 1;
    complete(first, actor, nowMs);
    StoredMaterial stored;
    stored.place = *place;
    stored.material.recording = recording;
    stored.material.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    stored.material.name = first.fileName;
    stored.material.position = std::min(mostMaterialPosition, last->value_or(-1) + 1);
    stored.material.versions = {first};
    const Result<MaterialId> id = storeMaterial(connection, stored, true);
    if (!id)
        return id;
    if (Result<> noted = journalMaterial(connection, actor, nowMs, u"material.added"_s, stored, journalledVersion(first)); !noted)
        return noted.error();
    return id;
}

Result<> addMaterialVersion(Connection &connection, const Actor &actor, qint64 nowMs, MaterialId id, MaterialVersion next)
{
    Result<StoredMaterial> stored = readMaterial(connection, id);
    if (!stored)
        return stored.error();
    if (stored->material.versions.size() >= mostMaterialVersions)
        return Error{ErrorKind::TooLarge, u"a material has at most 100 versions"_s, stored->material.name, {}};
    // A server may say the highest number there is: no description could be written with the one after it.
    if (stored->material.newest().number >= highestMaterialVersion)
        return Error{ErrorKind::TooLarge, u"its numbers of versions are used up"_s, stored->material.name, {}};
    next.number = stored->material.newest().number + 1;
    complete(next, actor, nowMs);
    stored->material.versions += next;
    if (const Result<MaterialId> written = storeMaterial(connection, *stored, true); !written)
        return written.error();
    return journalMaterial(connection, actor, nowMs, u"material.versionAdded"_s, *stored, journalledVersion(next));
}

Result<> editMaterial(Connection &connection, const Actor &actor, qint64 nowMs, MaterialId id, const QString &action,
                      const std::function<void(Material &)> &edit)
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
        details.insert(u"name"_s, journalledChange(before.name, after.name));
    if (before.description != after.description)
        details.insert(u"description"_s, journalledChange(before.description, after.description));
    if (before.position != after.position)
        details.insert(u"position"_s, journalledChange(QString::number(before.position), QString::number(after.position)));
    if (const Result<MaterialId> written = storeMaterial(connection, *stored, true); !written)
        return written.error();
    return journalMaterial(connection, actor, nowMs, action, *stored, details);
}

Result<> changeMaterial(Connection &connection, const Actor &actor, qint64 nowMs, MaterialId id, const MaterialChange &change)
{
    if (const std::optional<Error> problem = problemIn(change))
        return *problem;
    return editMaterial(connection, actor, nowMs, id, u"material.changed"_s, [&](Material &one) {
        if (change.name)
            one.name = boundedName(*change.name);
        if (change.description)
            one.description = *change.description;
        if (change.position)
            one.position = std::clamp(*change.position, 0, mostMaterialPosition);
    });
}

} // namespace letopis
