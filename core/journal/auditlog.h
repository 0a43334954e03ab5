#pragma once

#include "core/storage/auditrepository.h"

#include <optional>
#include <stop_token>

namespace letopis {

// What checking the journal's chain found.
struct AuditVerdict
{
    qint64 events = 0;                      // read
    std::optional<qint64> firstBadSequence; // the first event that is missing, moved or changed
    QByteArray head;                        // hash of the last good event

    bool isIntact() const { return !firstBadSequence; }
};

// The journal as a whole.
class AuditLog
{
public:
    explicit AuditLog(const AuditRepository &events)
        : m_events(events)
    {
    }

    // Recomputes every hash in order. Blocks: worker threads only.
    Result<AuditVerdict> verify(std::stop_token stop = {}) const;

private:
    const AuditRepository &m_events;
};

} // namespace letopis
