#pragma once

#include <QList>

namespace letopis {

struct ByteRange
{
    qint64 from = 0;
    qint64 end = 0; // one past the last byte

    qint64 length() const { return end - from; }
    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

// A set of bytes, as sorted ranges that neither touch nor overlap.
class ByteRanges
{
public:
    void add(ByteRange range);
    void clear() { m_ranges.clear(); }

    bool contains(ByteRange range) const;
    qint64 total() const;
    // The first bytes at or after `from`, before `end`, that are not in the set; empty where none are.
    ByteRange firstGap(qint64 from, qint64 end) const;
    const QList<ByteRange> &list() const { return m_ranges; }

    friend bool operator==(const ByteRanges &, const ByteRanges &) = default;

private:
    QList<ByteRange> m_ranges;
};

} // namespace letopis
