#pragma once

#include "core/domain/recordinginformation.h"
#include "core/domain/servicefields.h"
#include "core/storage/connection.h"

namespace letopis {

// How a recording's metadata is to be read, inside the caller's transaction.
Result<MetadataReading> readReading(Connection &connection, RecordingId id, const Metadata &metadata);
// In the place of what was known to be outdated.
Result<> storeOutdated(Connection &connection, RecordingId id, const FieldValues &outdated);

} // namespace letopis
