#pragma once

#include "core/domain/attendancereport.h"

#include <QJsonObject>

namespace letopis {

// Attendance for other programs, under the keys that docs/cli.md promises. Times are ISO 8601 UTC, lengths ms; what is not
// known is null, or an empty cell.

QString provenanceName(Provenance provenance); // "automatic" …
QJsonObject participantJson(const Participant &participant);
QJsonObject attendeeJson(const Attendee &attendee);
QJsonObject attendanceJson(const AttendanceReport &report);

// RFC 4180 in UTF-8 with a heading; safe to open in a spreadsheet (core/base/plaintext.h).
QByteArray attendanceCsv(const AttendanceReport &report);

} // namespace letopis
