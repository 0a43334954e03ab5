#pragma once

#include "core/domain/actor.h"
#include "core/storage/materialrows.h"

#include <QSet>

namespace letopis {

// What an exchange with a server finds out about materials, inside the caller's transaction.

struct AbsorbedMaterial
{
    StoredMaterial stored;
    bool isChanged = false; // the catalog shows something else than before
};

// What the server says of one material, known or not: merged into the catalog.
Result<AbsorbedMaterial> absorbMaterial(Connection &connection, const Actor &actor, qint64 nowMs, const MaterialPlace &place,
                                        const MaterialDescription &theirs);

// What the server lost of a material that both sides had agreed on: it is written again as far as it is here.
struct LostMaterial
{
    bool isDescriptionLost = false;
    QSet<QByteArray> contents; // SHA-256
};
Result<> loseMaterial(Connection &connection, MaterialId id, const LostMaterial &lost);

} // namespace letopis
