#include "core/journal/auditlog.h"

namespace letopis {

namespace {
constexpr int eventsPerPage = 2000;
}

Result<AuditVerdict> AuditLog::verify(std::stop_token stop) const
{
    AuditVerdict verdict{.events = 0, .firstBadSequence = {}, .head = QByteArray(32, '\0')};
    for (qint64 sequence = 0;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        const Result<std::vector<AuditEvent>> page = waitFor(m_events.page(sequence, eventsPerPage));
        if (!page)
            return page.error();
        for (const AuditEvent &event : page.value()) {
            if (event.sequence != sequence + 1 || event.previousHash != verdict.head ||
                auditHash(event) != event.hash) {
                verdict.firstBadSequence = sequence + 1;
                return verdict;
            }
            ++sequence;
            ++verdict.events;
            verdict.head = event.hash;
        }
        if (std::ssize(page.value()) < eventsPerPage)
            return verdict;
    }
}

} // namespace letopis
