#pragma once

#include "core/domain/attendancereport.h"
#include "core/domain/server.h"

#include <QLocale>

namespace letopis {

// Words for the participants form.

// The conference service's own word for a role, in the program's language.
QString serviceRoleText(ServerKind kind, ConferenceRole role, const QLocale &locale = QLocale());
QString serviceText(ServerKind kind, const QLocale &locale = QLocale()); // "BigBlueButton"

QString provenanceText(Provenance provenance);
// What differs from the automatic list, a line for each; empty for an automatic participant.
QString provenanceExplanation(const Attendee &attendee, ServerKind kind);

QString percentText(double percent, const QLocale &locale = QLocale()); // "87 %"; "–" where negative
QString sessionText(const PresenceSession &session); // "10:02–11:30"

// Why a list of edits could not be stored; other errors have errorText().
QString attendeesChangedElsewhereText();

// The attendance report's heads and lines.
struct AttendanceReportText
{
    QString heading;
    QStringList facts;   // date, recorded time, number of people
    QStringList columns; // of the table, seven
    QString pageOf;      // "Page %1 of %2"
};

AttendanceReportText attendanceReportText(const AttendanceReport &report);
QStringList attendanceReportCells(const AttendanceReportRow &row, ServerKind kind); // as many as columns

} // namespace letopis
