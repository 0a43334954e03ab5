#include "core/transport/rangeboard.h"

#include <algorithm>

namespace letopis {

RangeBoard::RangeBoard(qint64 from, qint64 end, qint64 ahead)
    : m_next(from)
    , m_first(from)
    , m_end(end)
    , m_ahead(ahead)
{
}

bool RangeBoard::canTake() const
{
    return !m_error && (!m_returned.empty() || (m_next < m_end && m_next - m_first < m_ahead));
}

std::optional<TransferRange> RangeBoard::take(qint64 maxBytes)
{
    const std::lock_guard lock(m_mutex);
    if (!canTake())
        return {};
    if (!m_returned.empty()) {
        TransferRange &first = m_returned.front();
        const TransferRange range{first.offset, std::min(maxBytes, first.length)};
        first.offset += range.length;
        first.length -= range.length;
        if (first.length == 0)
            m_returned.pop_front();
        return range;
    }
    const TransferRange range{m_next, std::min(maxBytes, m_end - m_next)};
    m_next = range.end();
    return range;
}

void RangeBoard::done(const TransferRange &range)
{
    {
        const std::lock_guard lock(m_mutex);
        if (range.length <= 0)
            return;
        if (range.offset != m_first) {
            m_done.emplace(range.offset, range.end());
            return;
        }
        m_first = range.end();
        while (!m_done.empty() && m_done.begin()->first == m_first) {
            m_first = m_done.begin()->second;
            m_done.erase(m_done.begin());
        }
    }
    m_changed.notify_all();
}

void RangeBoard::giveBack(const TransferRange &range)
{
    if (range.length <= 0)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_returned.push_back(range);
    }
    m_changed.notify_all();
}

bool RangeBoard::wait(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [this] { return canTake() || m_error || m_first >= m_end; });
    return canTake() && !stop.stop_requested();
}

void RangeBoard::fail(const Error &error)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = error;
    }
    m_changed.notify_all();
}

std::optional<Error> RangeBoard::error() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

} // namespace letopis
