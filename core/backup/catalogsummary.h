#pragma once

#include "core/base/result.h"
#include "core/domain/backup.h"

namespace letopis {

// Counts what a catalog of any version holds; what it has no table for counts as none. May be in use.
Result<CatalogSummary> summaryOf(const QString &catalogFile);

// How `backup`, a catalog that was checked, is related to the present one.
Result<CatalogRelation> relationOf(const QString &backup, const QString &present);

} // namespace letopis
