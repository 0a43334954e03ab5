#pragma once

#include "core/domain/recordingsnapshot.h"

#include <vector>

namespace letopis::bench {

struct InsertionTimes
{
    double wallSeconds = 0;
    double processorSeconds = 0;
};

// The reference for writing a catalog: the same recordings as plain rows with a full-text index, through Qt Sql, WAL, in one
// transaction, into a new file.
InsertionTimes insertPlainly(const QString &path, const std::vector<RecordingSnapshot> &recordings);

} // namespace letopis::bench
