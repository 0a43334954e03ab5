#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace letopis {

// A content that a person added and no server has yet: nowhere but in this profile's FileStore.
struct WaitingMaterial
{
    QByteArray sha256;
    qint64 sizeBytes = 0;
    QString fileName; // as the person gave it
};

// Of a catalog that nobody writes; each content once.
Result<std::vector<WaitingMaterial>> waitingMaterials(const QString &catalogFile);

} // namespace letopis
