#pragma once

#include "core/access/peopleimport.h"
#include "core/storage/peoplewrite.h"

namespace letopis {

// Lists of people to and from CSV (core/access/peoplecsv.h), inside the caller's transaction.

Result<PeopleImportPlan> planPeopleImport(Connection &connection, PeopleAuthority authority, const QByteArray &csv);
// Everything or, with an error, nothing once the transaction is rolled back: InvalidInput where the plan has errors,
// ContentMismatch where people changed since it was made.
Result<> applyPeopleImport(PeopleWrite &write, const PeopleImportPlan &plan);
Result<QByteArray> exportPeople(Connection &connection);

} // namespace letopis
