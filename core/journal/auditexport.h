#pragma once

#include "core/base/progress.h"
#include "core/domain/audit.h"
#include "core/journal/auditkey.h"

#include <optional>
#include <stop_token>

namespace letopis {

struct AuditExportRequest
{
    QString catalogFile = {};
    QString file = {};      // takes its name when it is whole; ".zst": compressed
    AuditFileFormat format = AuditFileFormat::Csv;
    AuditQuery query = {};
    QString catalog = {};   // uuid, for the extract
    QString program = {};   // likewise
    std::optional<AuditKey> key = {}; // of the extract; none: not signed
    qint64 nowMs = 0;
    bool withHolds = true;    // else without legal holds: core/storage/auditpages.h
    qint64 firstSequence = 0; // of a segment: this range, whole; 0: what the query has
    qint64 lastSequence = 0;
};

// Writes what the query has into a file. A connection of its own that only reads; blocks. NotFound where nothing matches.
Result<AuditExportReport> exportAudit(const AuditExportRequest &request, ProgressCounters *progress = nullptr, std::stop_token stop = {});

} // namespace letopis
