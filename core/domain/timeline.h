#pragma once

#include "core/domain/participant.h"

namespace letopis {

enum class TimelineKind {
    MeetingStarted, MeetingEnded, Joined, Left, RoleChanged, PresenterChanged,
    RecordingStarted, RecordingStopped, PollStarted, PollPublished, ScreenShareStarted, ScreenShareStopped,
};

QString timelineKindName(TimelineKind kind); // "joined" …
std::optional<TimelineKind> timelineKindFromName(const QString &name);

// Something that happened in the meeting.
struct TimelineEntry
{
    qint64 atMs = 0;        // epoch, UTC
    qint64 playbackMs = -1; // the same moment on the recording's own clock, pauses cut out; -1: before the recording
    TimelineKind kind = TimelineKind::Joined;
    QString person; // name, where one is concerned
    QString text;   // new role, poll question with answers, reason of the end, …

    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

// What a meeting's events.xml tells.
struct MeetingRecord
{
    qint64 startedAtMs = 0;
    qint64 endedAtMs = 0;
    qint64 recordedMs = 0; // between the record marks; the whole meeting where there are none
    QList<Participant> participants; // by first join
    QList<TimelineEntry> timeline;   // by time
    QString sourceVersion;           // bbb_version of the file
    qint64 eventCount = 0;
};

} // namespace letopis
