#pragma once

#include "core/domain/actor.h"
#include "core/domain/audit.h"
#include "core/storage/database.h"

#include <QJsonObject>

namespace letopis {

// The profile's last anchor, in a file beside the catalog: a catalog that was exchanged for an older copy is noticed, and nothing
// is deleted by it. Block: worker threads only.

// How the catalog stands to the anchor in the file.
Result<CatalogAgeReport> catalogAge(const QString &anchorFile, const QString &catalogFile);

// Keeps the present head, where the catalog is one that may be trusted; otherwise the file stays as it is.
Result<CatalogAgeReport> rememberHead(const QString &anchorFile, const QString &catalogFile, qint64 nowMs);

// A person, or Letopis's own restore, says that this catalog is the right one: event "catalog.restored", and the anchor is the new
// head whatever it was before.
Result<AuditAnchor> acceptCatalog(Database &database, const Actor &actor, const QString &anchorFile, const QJsonObject &details, qint64 nowMs);

// After a restore (core/storage/restoremark.h): accepts the catalog if it is the one that was put here. True where it was.
Result<bool> acceptRestored(Database &database, const Actor &actor, const QString &anchorFile, qint64 nowMs);

} // namespace letopis
