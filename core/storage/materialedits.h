#pragma once

#include "core/domain/actor.h"
#include "core/storage/materialrows.h"

#include <QJsonObject>

#include <functional>

namespace letopis {

// People's changes of materials with their journal lines, inside the caller's transaction.

Result<> journalMaterial(Connection &connection, const Actor &actor, qint64 nowMs, const QString &action,
                         const StoredMaterial &stored, QJsonObject details);
QJsonObject journalledChange(const QString &before, const QString &after);
QJsonObject journalledVersion(const MaterialVersion &version);

Result<MaterialId> addMaterial(Connection &connection, const Actor &actor, qint64 nowMs, RecordingId recording,
                               MaterialVersion first);
// TooLarge: it has as many as a description takes.
Result<> addMaterialVersion(Connection &connection, const Actor &actor, qint64 nowMs, MaterialId id, MaterialVersion next);
// Changes one material; a journal line names what differs, where anything does.
Result<> editMaterial(Connection &connection, const Actor &actor, qint64 nowMs, MaterialId id, const QString &action,
                      const std::function<void(Material &)> &edit);
// Checks the bounds: InvalidInput.
Result<> changeMaterial(Connection &connection, const Actor &actor, qint64 nowMs, MaterialId id, const MaterialChange &change);

} // namespace letopis
