#pragma once

#include "core/playback/meetingevents.h"

namespace letopis {

// The clocks of a meeting: its events' own, UTC, and the recording's, which runs only between the record marks.
class RecordClock
{
public:
    // recordingId "<meeting>-<break>" keeps only the marks of that chapter; the plain id those after the last break.
    RecordClock(const MeetingEvents &events, const QString &recordingId);

    qint64 wallMs(EventMoment moment) const; // epoch, UTC
    qint64 playbackMs(qint64 ts) const;      // -1 before the first mark; stands still between marks
    qint64 recordedMs() const;
    qint64 startedAtMs() const { return m_startedAtMs; }
    bool hasMarks() const { return m_hasMarks; }

private:
    struct Span
    {
        qint64 from;
        qint64 to;
        qint64 playedBefore; // of the spans before this one
    };
    void setUp(const MeetingEvents &events);
    void clipToChapter(const MeetingEvents &events, const QString &recordingId);
    void addUp();

    std::vector<Span> m_spans;
    qint64 m_offset = 0; // utc - ts
    qint64 m_startedAtMs = 0;
    bool m_hasMarks = false;
};

} // namespace letopis
