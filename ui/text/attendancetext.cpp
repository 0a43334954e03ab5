#include "ui/text/attendancetext.h"

#include "core/domain/servicerights.h"
#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AttendanceTr
{
    Q_DECLARE_TR_FUNCTIONS(AttendanceText)
};

QString quoted(const QString &value)
{
    return value.isEmpty() ? AttendanceTr::tr("none") : AttendanceTr::tr("“%1”").arg(value);
}

} // namespace

QString serviceRoleText(ServerKind kind, ConferenceRole role, const QLocale &locale)
{
    const QString name = roleName(kind, role, locale.name());
    return name.isEmpty() ? roleText(role) : name;
}

QString serviceText(ServerKind kind, const QLocale &locale)
{
    const Result<ServiceRights> service = serviceRights(serviceOf(kind));
    return service ? service->name.in(locale.name()) : serviceOf(kind);
}

QString provenanceText(Provenance provenance)
{
    switch (provenance) {
    //: Where a participant's entry comes from: the server
    case Provenance::Automatic: return AttendanceTr::tr("Automatic");
    //: Where a participant's entry comes from: the server, changed by a person
    case Provenance::Edited: return AttendanceTr::tr("Edited");
    //: Where a participant's entry comes from: added by a person
    case Provenance::Added: return AttendanceTr::tr("Added by hand");
    }
    return {};
}

QString provenanceExplanation(const Attendee &attendee, ServerKind kind)
{
    if (attendee.provenance == Provenance::Automatic)
        return {};
    QStringList lines;
    if (attendee.keys.size() > 1)
        lines << AttendanceTr::tr("Merged of %n participant(s)", nullptr, static_cast<int>(attendee.keys.size()));
    else if (attendee.provenance == Provenance::Added)
        lines << AttendanceTr::tr("Added by hand");
    if (attendee.automatic) {
        const Participant &before = *attendee.automatic;
        const Participant &now = attendee.participant;
        if (before.name != now.name)
            lines << AttendanceTr::tr("Automatic name: %1").arg(quoted(before.name));
        if (before.role != now.role)
            lines << AttendanceTr::tr("Automatic role: %1").arg(serviceRoleText(kind, before.role));
        if (before.externalUserId != now.externalUserId)
            lines << AttendanceTr::tr("Automatic user ID: %1").arg(quoted(before.externalUserId));
    }
    if (attendee.isRemoved)
        lines << AttendanceTr::tr("Removed from the list");
    return lines.join(u'\n');
}

QString percentText(double percent, const QLocale &locale)
{
    if (percent < 0)
        return u"–"_s;
    //: A part of the recorded time: "87%"
    return AttendanceTr::tr("%1%").arg(locale.toString(percent, 'f', 0));
}

QString sessionText(const PresenceSession &session)
{
    return u"%1–%2"_s.arg(timeOfDay(session.joinedAtMs), timeOfDay(session.leftAtMs));
}

QString attendeesChangedElsewhereText()
{
    return AttendanceTr::tr("Somebody else edited these participants meanwhile. The list was read again; "
                            "your last change was not made.");
}

AttendanceReportText attendanceReportText(const AttendanceReport &report)
{
    AttendanceReportText text;
    text.heading = AttendanceTr::tr("Attendance");
    text.facts = {absoluteDate(report.startedAt),
                  AttendanceTr::tr("Recorded: %1").arg(minutesText(report.recordedMs)),
                  participantsCount(report.rows.size())};
    text.facts.removeAll(QString());
    text.columns = {AttendanceTr::tr("Name"),
                    AttendanceTr::tr("Role"),
                    //: Column: when a person joined for the first time
                    AttendanceTr::tr("First join"),
                    //: Column: when a person left for the last time
                    AttendanceTr::tr("Last leave"),
                    //: Column: minutes present
                    AttendanceTr::tr("Present"),
                    //: Column: percent of the recorded time a person was present
                    AttendanceTr::tr("Of recorded"),
                    AttendanceTr::tr("Notes")};
    //: Foot of a printed page
    text.pageOf = AttendanceTr::tr("Page %1 of %2");
    return text;
}

QStringList attendanceReportCells(const AttendanceReportRow &row, ServerKind kind)
{
    const Participant &person = row.attendee.participant;
    const bool hasSessions = !person.sessions.isEmpty();
    return {person.name,
            serviceRoleText(kind, person.role),
            hasSessions ? timeOfDay(person.sessions.first().joinedAtMs) : QString(),
            hasSessions ? timeOfDay(lastLeaveMs(person)) : QString(),
            person.presentMs > 0 || hasSessions ? minutesText(person.presentMs) : u"–"_s,
            percentText(row.percentOfRecorded),
            row.attendee.note};
}

} // namespace letopis
