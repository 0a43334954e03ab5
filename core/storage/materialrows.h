#pragma once

#include "core/domain/materialdescription.h"
#include "core/storage/connection.h"

namespace letopis {

// Where a recording's materials are on its server.
struct MaterialPlace
{
    RecordingId recording;
    ServerId server;
    QString externalId; // the server's recordID

    friend bool operator==(const MaterialPlace &, const MaterialPlace &) = default;
};

// A material with what both sides last agreed on.
struct StoredMaterial
{
    Material material; // localFile of a version: not empty where it is in the profile's store
    MaterialPlace place;
    std::optional<MaterialDescription> base; // nothing: never on the server
    // What is being written. Where the answer never came it may be there all the same: our own words then, nobody's change.
    std::optional<MaterialDescription> sent;

    // What the server should say now: versions only where their contents are there.
    MaterialDescription wanted() const;
    // Whether the server says less or something else, or may.
    bool differsFromBase() const;
};

// Rows of materials, inside the caller's transaction.
Result<std::vector<StoredMaterial>> readMaterials(Connection &connection, RecordingId recording);
Result<StoredMaterial> readMaterial(Connection &connection, MaterialId id); // NotFound
Result<std::optional<StoredMaterial>> findMaterial(Connection &connection, RecordingId recording, const QString &uuid);
Result<std::optional<int>> lastMaterialPosition(Connection &connection, RecordingId recording); // none: no material
Result<MaterialPlace> readMaterialPlace(Connection &connection, RecordingId recording); // NotFound
// Up to `limit` of the server that wait and are due, by id, after `after`.
Result<std::vector<StoredMaterial>> readDueMaterials(Connection &connection, ServerId server, qint64 nowMs, MaterialId after,
                                                     int limit);
const Statement &dueMaterialsStatement(); // for a look at its plan

// A new one where it has no id yet. The rows are as `stored` says; is_waiting is what differsFromBase() tells. The time of the
// next attempt is now where `isDue`, else as it was.
Result<MaterialId> storeMaterial(Connection &connection, StoredMaterial stored, bool isDue);

} // namespace letopis
