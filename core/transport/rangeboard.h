#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>

namespace letopis {

// Of a file that is transferred.
struct TransferRange
{
    qint64 offset = 0;
    qint64 length = 0;

    qint64 end() const { return offset + length; }
};

// What of a transfer is still to be done, for several sessions that share it. Hands out ascending ranges, never further
// than `ahead` beyond the first byte that is not done: so a part file is whole up to `ahead` before its end.
// Thread-safe.
class RangeBoard
{
public:
    RangeBoard(qint64 from, qint64 end, qint64 ahead);

    // Nothing where there is nothing to do at this moment.
    std::optional<TransferRange> take(qint64 maxBytes);
    void done(const TransferRange &range);
    // Taken, and not done after all.
    void giveBack(const TransferRange &range);
    // Waits until there may be something to take; false where nothing more will come.
    bool wait(std::stop_token stop);
    // The first error wins; nothing is handed out any more.
    void fail(const Error &error);
    std::optional<Error> error() const;

private:
    bool canTake() const;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    qint64 m_next;  // never handed out from here on
    qint64 m_first; // everything before is done
    qint64 m_end;
    qint64 m_ahead;
    std::map<qint64, qint64> m_done; // offset → end, beyond m_first
    std::deque<TransferRange> m_returned;
    std::optional<Error> m_error;
};

} // namespace letopis
