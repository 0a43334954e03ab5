#pragma once

#include "core/base/progress.h"
#include "core/domain/audit.h"
#include "core/storage/auditrepository.h"

#include <stop_token>

namespace letopis {

struct AuditCheck
{
    QString catalogFile;                // may be in use and grow meanwhile; what comes after the start is not looked at
    std::optional<AuditAnchor> anchor = {};
    int threads = 0;                    // 0: as many as there are processors
};

// Recomputes every hash of a catalog's journal, several stretches at once, each by a connection of its own that only reads.
// Blocks: worker threads only. Cancelled, DatabaseFailed; a broken chain is an answer. `progress` counts events.
Result<AuditVerdict> checkJournal(const AuditCheck &check, ProgressCounters *progress = nullptr, std::stop_token stop = {});

// The journal as a whole.
class AuditLog
{
public:
    explicit AuditLog(const AuditRepository &events)
        : m_events(events)
    {
    }

    Result<AuditVerdict> verify(std::stop_token stop = {}) const { return checkJournal({.catalogFile = m_events.catalogFile()}, nullptr, stop); }

private:
    const AuditRepository &m_events;
};

} // namespace letopis
