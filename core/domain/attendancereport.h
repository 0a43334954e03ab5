#pragma once

#include "core/domain/attendance.h"
#include "core/domain/recording.h"
#include "core/domain/timeline.h"

namespace letopis {

struct AttendanceReportRow
{
    Attendee attendee;
    qint64 recordedPresentMs = -1; // present while the recording ran; -1: cannot be told (added by hand)
    double percentOfRecorded = -1; // 0-100; -1: cannot be told
};

// Who was there and how much of what was recorded they were there for.
struct AttendanceReport
{
    QString title;
    QDateTime startedAt; // UTC
    qint64 recordedMs = 0;
    QList<AttendanceReportRow> rows; // removed ones are left out
};

// When the person left for the last time, epoch ms; 0 without sessions.
qint64 lastLeaveMs(const Participant &participant);

// Stretches of time as [from, to), epoch ms, apart and in order.
using TimeSpans = QList<std::pair<qint64, qint64>>;

// When the recording ran, from its marks in the timeline; without marks, the whole meeting (BigBlueButton records it all).
TimeSpans recordedSpans(const RecordingDetails &recording, const QList<TimelineEntry> &timeline);

AttendanceReport attendanceReport(const RecordingDetails &recording, const QList<Attendee> &attendees,
                                  const QList<TimelineEntry> &timeline);

} // namespace letopis
