#include "core/providers/bigbluebutton/recordingslicer.h"

#include <algorithm>

namespace letopis {

namespace {
constexpr QByteArrayView startTag("<recording>");
constexpr QByteArrayView endTag("</recording>");
constexpr qsizetype longestSlice = 256 * 1024; // a longer recording passes uncut

// How many bytes at the end may be the beginning of the tag.
qsizetype unfinished(QByteArrayView bytes, QByteArrayView tag)
{
    for (qsizetype length = std::min(bytes.size(), tag.size() - 1); length > 0; --length) {
        if (bytes.last(length) == tag.first(length))
            return length;
    }
    return 0;
}
} // namespace

// Hands out what is complete; returns how much that was.
qsizetype RecordingSlicer::take(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (!m_isEnded && at < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(at);
        if (!rest.startsWith(startTag)) {
            const qsizetype start = rest.indexOf(startTag);
            const qsizetype length = start >= 0 ? start : rest.size() - unfinished(rest, startTag);
            if (length == 0)
                break;
            m_isEnded = !m_receiver.other(rest.first(length));
            at += length;
            continue;
        }
        const qsizetype end = rest.indexOf(endTag, std::max(startTag.size(), m_searched));
        m_searched = 0;
        if (end >= 0) {
            const qsizetype length = end + endTag.size();
            m_isEnded = !m_receiver.recording(rest.first(length));
            at += length;
        } else if (rest.size() > longestSlice) {
            m_isEnded = !m_receiver.other(rest.first(startTag.size()));
            at += startTag.size();
        } else {
            m_searched = std::max<qsizetype>(0, rest.size() - endTag.size());
            break;
        }
    }
    return at;
}

void RecordingSlicer::feed(QByteArrayView bytes)
{
    // Completes the held piece with no more of the new bytes than it needs: they need not be copied then.
    while (!m_isEnded && !m_held.isEmpty() && !bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf(endTag);
        const qsizetype length = std::min(end < 0 ? bytes.size() : end + endTag.size(), longestSlice);
        m_held.append(bytes.data(), length);
        bytes = bytes.sliced(length);
        m_held.remove(0, take(m_held));
    }
    if (m_isEnded || bytes.isEmpty())
        return;
    const QByteArrayView rest = bytes.sliced(take(bytes));
    m_held.append(rest.data(), rest.size());
}

void RecordingSlicer::finish()
{
    const QByteArray held = std::exchange(m_held, {});
    if (!m_isEnded && !held.isEmpty())
        m_isEnded = !m_receiver.other(held);
}

} // namespace letopis
