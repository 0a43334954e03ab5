#include "core/domain/attendancereport.h"

#include <algorithm>

namespace letopis {

namespace {
qint64 lengthOf(const TimeSpans &spans)
{
    qint64 total = 0;
    for (const auto &[from, to] : spans)
        total += to - from;
    return total;
}

TimeSpans united(const QList<PresenceSession> &sessions)
{
    TimeSpans spans;
    for (const PresenceSession &one : sessions)
        spans += {one.joinedAtMs, one.leftAtMs};
    std::sort(spans.begin(), spans.end());
    TimeSpans apart;
    for (const auto &[from, to] : std::as_const(spans)) {
        if (!apart.isEmpty() && from <= apart.last().second)
            apart.last().second = std::max(apart.last().second, to);
        else if (to > from)
            apart += {from, to};
    }
    return apart;
}

qint64 overlap(const TimeSpans &one, const TimeSpans &other)
{
    qint64 total = 0;
    for (const auto &[from, to] : one) {
        for (const auto &[otherFrom, otherTo] : other)
            total += std::max<qint64>(0, std::min(to, otherTo) - std::max(from, otherFrom));
    }
    return total;
}
} // namespace

qint64 lastLeaveMs(const Participant &participant)
{
    qint64 last = 0;
    for (const PresenceSession &session : participant.sessions)
        last = std::max(last, session.leftAtMs);
    return last;
}

TimeSpans recordedSpans(const RecordingDetails &recording, const QList<TimelineEntry> &timeline)
{
    const qint64 startMs = recording.row.startedAt.toMSecsSinceEpoch();
    const qint64 endMs = recording.endedAt.isValid() ? recording.endedAt.toMSecsSinceEpoch()
                                                     : startMs + std::max<qint64>(recording.row.durationMs, 0);
    TimeSpans spans;
    qint64 runningSince = 0;
    bool isRunning = false;
    bool hasMarks = false;
    for (const TimelineEntry &entry : timeline) {
        if (entry.kind == TimelineKind::RecordingStarted && !isRunning) {
            runningSince = entry.atMs;
            isRunning = hasMarks = true;
        } else if (entry.kind == TimelineKind::RecordingStopped && isRunning) {
            if (entry.atMs > runningSince)
                spans += {runningSince, entry.atMs};
            isRunning = false;
        }
    }
    if (isRunning && endMs > runningSince)
        spans += {runningSince, endMs};
    if (!hasMarks && recording.row.startedAt.isValid() && endMs > startMs)
        spans += {startMs, endMs};
    return spans;
}

AttendanceReport attendanceReport(const RecordingDetails &recording, const QList<Attendee> &attendees,
                                  const QList<TimelineEntry> &timeline)
{
    const TimeSpans recorded = recordedSpans(recording, timeline);
    AttendanceReport report{
        .title = recording.row.title, .startedAt = recording.row.startedAt, .recordedMs = lengthOf(recorded), .rows = {}};
    for (const Attendee &one : attendees) {
        if (one.isRemoved)
            continue;
        AttendanceReportRow row{.attendee = one};
        if (!one.participant.sessions.isEmpty()) {
            row.recordedPresentMs = overlap(united(one.participant.sessions), recorded);
            if (report.recordedMs > 0)
                row.percentOfRecorded = 100.0 * double(row.recordedPresentMs) / double(report.recordedMs);
        }
        report.rows += row;
    }
    return report;
}

} // namespace letopis
