#pragma once

#include "core/storage/connection.h"

#include <QJsonObject>

namespace letopis {

// What holds for everybody who uses the catalog, inside the caller's transaction. Nothing stored, or unreadable: an empty object.
Result<QJsonObject> catalogSetting(Connection &connection, const QString &key);
Result<> setCatalogSetting(Connection &connection, const QString &key, const QJsonObject &value);

} // namespace letopis
