#include "core/media/byteranges.h"

#include <algorithm>
#include <numeric>

namespace letopis {

void ByteRanges::add(ByteRange range)
{
    if (range.length() <= 0)
        return;
    const auto first = std::lower_bound(m_ranges.begin(), m_ranges.end(), range.from,
                                        [](const ByteRange &r, qint64 from) { return r.end < from; });
    auto last = first;
    for (; last != m_ranges.end() && last->from <= range.end; ++last) {
        range.from = std::min(range.from, last->from);
        range.end = std::max(range.end, last->end);
    }
    m_ranges.insert(m_ranges.erase(first, last), range);
}

bool ByteRanges::contains(ByteRange range) const
{
    return range.length() <= 0 || firstGap(range.from, range.end).length() == 0;
}

qint64 ByteRanges::total() const
{
    return std::accumulate(m_ranges.begin(), m_ranges.end(), qint64(0),
                           [](qint64 sum, const ByteRange &r) { return sum + r.length(); });
}

ByteRange ByteRanges::firstGap(qint64 from, qint64 end) const
{
    auto next = std::upper_bound(m_ranges.begin(), m_ranges.end(), from,
                                 [](qint64 at, const ByteRange &r) { return at < r.end; });
    if (next != m_ranges.end() && next->from <= from) {
        from = next->end;
        ++next;
    }
    if (from >= end)
        return {end, end};
    return {from, next == m_ranges.end() ? end : std::min(end, next->from)};
}

} // namespace letopis
