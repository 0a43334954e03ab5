#pragma once

#include "core/domain/attendance.h"
#include "core/domain/recording.h"
#include "core/storage/connection.h"

namespace letopis {

// Rows of participants and of people's edits over them, inside the caller's transaction.

Result<> replaceParticipants(Connection &connection, RecordingId id, const QList<Participant> &participants);
Result<QList<Participant>> readParticipants(Connection &connection, RecordingId id);

// An edit without uid and person, which are columns of their own.
QByteArray attendeeEditToJson(const AttendeeEdit &edit);
AttendeeEdit attendeeEditFromJson(const QByteArray &text);

Result<QList<AttendeeEdit>> readAttendeeEdits(Connection &connection, RecordingId id);
Result<QList<Attendee>> readAttendance(Connection &connection, RecordingId id); // with the matched people's names
// The list's count and the names in the search index, as the attendance is now.
Result<> showAttendance(Connection &connection, RecordingId id);

} // namespace letopis
