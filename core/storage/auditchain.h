#pragma once

#include "core/domain/audit.h"
#include "core/storage/connection.h"

#include <stop_token>

namespace letopis {

// The journal's chain in a catalog file, also of an older schema. One connection; stretches may be checked by several
// connections at once, for a hash needs its own row only.

// What of the chain is in the table.
struct ChainOutline
{
    qint64 first = 1;      // number of the first event that should be there
    qint64 last = 0;       // of the last that is
    QByteArray previous = QByteArray(32, '\0'); // hash before the first
    std::optional<AuditBreak> broken; // the segments do not fit together
};

// A stretch that was checked: what it must be joined by.
struct ChainStretch
{
    qint64 first = 0;
    qint64 events = 0;        // right ones, from the first on
    QByteArray previous;      // as the first says
    QByteArray lastHash;
    qint64 bytesHashed = 0;
    bool isBroken = false;    // at first + events
};

class ChainReader
{
public:
    static Result<ChainReader> on(Connection &connection);

    Result<ChainOutline> outline();
    // Numbers [first, last].
    Result<ChainStretch> check(qint64 first, qint64 last);
    // What is wrong at this number, where the hash before it should have been `previous`.
    Result<AuditBreak> explain(qint64 sequence, const QByteArray &previous);
    // Against what somebody saw earlier: nothing, or how it differs. `isThere`: the event is in the table or ends a dropped segment.
    Result<std::optional<AuditBreak>> compare(const AuditAnchor &anchor, const ChainOutline &outline, bool &isThere);
    // Of an event of the table, or the end of a dropped segment; empty: neither.
    Result<QByteArray> hashAt(qint64 sequence);

private:
    ChainReader(Connection &connection, bool hasOrigin, bool hasSegments)
        : m_connection(&connection)
        , m_originColumn(hasOrigin ? QStringLiteral("CAST(origin AS BLOB)") : QStringLiteral("x''"))
        , m_hasSegments(hasSegments)
    {
    }
    Result<> outlineSegments(ChainOutline &outline);
    Result<> confirmDrop(qint64 first, qint64 last, const QByteArray &lastHash, ChainOutline &outline);

    Connection *m_connection;
    QString m_originColumn;
    bool m_hasSegments = false;
    AuditHasher m_hasher;
};

// All of it, in the caller's thread. Cancelled.
Result<AuditVerdict> checkChain(Connection &connection, const std::stop_token &stop);

} // namespace letopis
