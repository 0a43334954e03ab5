#include "core/playback/recordclock.h"

#include <QRegularExpression>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 lastDateMs = 253'402'300'799'999;  // 9999-12-31
constexpr qint64 oldestEpochMs = 1'000'000'000'000; // a first timestamp above it is UTC itself (0.7-0.81)
constexpr qint64 widestStartGapMs = 10 * 60 * 1000;

// The create time in "<sha1>-<epoch ms>[-<break>]"; 0 where there is none.
qint64 createTime(const QString &meetingId)
{
    static const QRegularExpression form(u"^[^-]+-(\\d{13})(?:-\\d+)?$"_s);
    const QRegularExpressionMatch match = form.match(meetingId);
    return match.hasMatch() ? match.captured(1).toLongLong() : 0;
}
} // namespace

RecordClock::RecordClock(const MeetingEvents &events, const QString &recordingId)
{
    setUp(events);
    std::vector<qint64> marks;
    for (const MeetingEvent &event : events.events) {
        if (event.kind == MeetingEventKind::RecordMark)
            marks.push_back(event.at.ts);
    }
    m_hasMarks = !marks.empty();
    std::sort(marks.begin(), marks.end());
    // Paired by order, whatever status they carry, as BigBlueButton itself does.
    for (size_t i = 0; i < marks.size(); i += 2)
        m_spans.push_back({marks[i], i + 1 < marks.size() ? marks[i + 1] : std::max(events.lastTs, marks[i]), 0});
    if (!m_hasMarks && events.hasTime)
        m_spans.push_back({events.firstTs, events.lastTs, 0});
    clipToChapter(events, recordingId);
    addUp();
}

void RecordClock::addUp()
{
    qint64 played = 0;
    for (Span &span : m_spans) {
        span.playedBefore = played;
        played += span.to - span.from;
    }
}

void RecordClock::setUp(const MeetingEvents &events)
{
    const qint64 created = createTime(events.meetingId);
    if (!events.hasTime) {
        m_startedAtMs = created;
        return;
    }
    if (events.utcOffset)
        m_offset = *events.utcOffset;
    else if (events.firstTs > oldestEpochMs)
        m_offset = 0;
    else
        m_offset = created - events.firstTs;
    const qint64 first = std::clamp<qint64>(events.firstTs + m_offset, 0, lastDateMs);
    m_startedAtMs = created > 0 && std::abs(created - first) <= widestStartGapMs ? created : first;
}

void RecordClock::clipToChapter(const MeetingEvents &events, const QString &recordingId)
{
    std::vector<qint64> breaks;
    for (const MeetingEvent &event : events.events) {
        if (event.kind == MeetingEventKind::ChapterBreak)
            breaks.push_back(event.text.toLongLong());
    }
    if (breaks.empty() || recordingId.isEmpty())
        return;
    std::sort(breaks.begin(), breaks.end());
    qint64 from = breaks.back();
    qint64 to = lastDateMs;
    if (recordingId.count(u'-') == 2 && recordingId.startsWith(events.meetingId + u'-')) {
        to = recordingId.section(u'-', -1).toLongLong();
        const auto next = std::lower_bound(breaks.begin(), breaks.end(), to);
        from = next == breaks.begin() ? 0 : *std::prev(next);
    }
    for (Span &span : m_spans)
        span = {std::clamp(span.from, from, std::max(from, to)), std::clamp(span.to, from, std::max(from, to)), 0};
    std::erase_if(m_spans, [](const Span &span) { return span.to <= span.from; });
}

qint64 RecordClock::wallMs(EventMoment moment) const
{
    return moment.utc > 0 ? moment.utc : std::clamp<qint64>(moment.ts + m_offset, 0, lastDateMs);
}

qint64 RecordClock::playbackMs(qint64 ts) const
{
    const auto after = std::upper_bound(m_spans.begin(), m_spans.end(), ts,
                                        [](qint64 moment, const Span &span) { return moment < span.from; });
    if (after == m_spans.begin())
        return -1;
    const Span &span = *std::prev(after);
    return span.playedBefore + std::min(ts, span.to) - span.from;
}

qint64 RecordClock::recordedMs() const
{
    return m_spans.empty() ? 0 : m_spans.back().playedBefore + m_spans.back().to - m_spans.back().from;
}

} // namespace letopis
