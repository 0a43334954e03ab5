#pragma once

#include "core/access/peoplequery.h"
#include "core/storage/connection.h"

namespace letopis {

// Pages of people by name, inside the caller's transaction. `after`: PeoplePage::next of the page before; InvalidInput.
Result<PeoplePage> readPeoplePage(Connection &connection, const PeopleQuery &query, const QByteArray &after, int limit);
Result<qint64> countPeople(Connection &connection, const PeopleQuery &query);

} // namespace letopis
