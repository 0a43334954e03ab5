#pragma once

#include "core/base/result.h"

#include <QDateTime>

namespace letopis {

// Nothing of anybody is in it: no file, an empty one, or a catalog without servers, recordings and journal.
Result<bool> isEmptyCatalog(const QString &catalogFile);

// Puts `staged` in the place of a catalog that nobody has open. The present one, where there is one, first gets a second
// name, "catalog.before-restore-<UTC>.sqlite", which is returned (else empty): at every moment there is a whole catalog under
// the catalog's name. Timeout where another program has it open.
Result<QString> swapCatalog(const QString &staged, const QString &catalogFile, const QDateTime &now);

} // namespace letopis
