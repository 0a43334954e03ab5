#include "core/domain/attendanceexport.h"

#include "core/base/plaintext.h"

#include <QJsonArray>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString isoTime(qint64 epochMs)
{
    return isoTime(QDateTime::fromMSecsSinceEpoch(epochMs, Qt::UTC));
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

struct Cell
{
    QString text;
    bool isNumber = false;
};

Cell number(qint64 value)
{
    return {value < 0 ? QString() : QString::number(value), true};
}

QByteArray lineOf(const QList<Cell> &cells)
{
    QByteArrayList line;
    for (const Cell &cell : cells)
        line += csvCell(cell.text, cell.isNumber);
    return line.join(',') + "\r\n";
}

QList<Cell> cellsOf(const AttendanceReportRow &row)
{
    const Attendee &attendee = row.attendee;
    const Participant &person = attendee.participant;
    const bool hasSessions = !person.sessions.isEmpty();
    return {{attendee.uid},
            {person.name},
            {person.externalUserId},
            {conferenceRoleName(person.role)},
            {hasSessions ? isoTime(person.sessions.first().joinedAtMs) : QString()},
            {hasSessions ? isoTime(lastLeaveMs(person)) : QString()},
            number(person.sessions.size()),
            number(person.presentMs),
            number(row.recordedPresentMs),
            {row.percentOfRecorded < 0 ? QString() : QString::number(row.percentOfRecorded, 'f', 1), true},
            number(person.talkMs),
            number(person.chatMessages),
            number(person.pollAnswers),
            {provenanceName(attendee.provenance)},
            {attendee.personName},
            {attendee.note}};
}
} // namespace

QString provenanceName(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Automatic: return u"automatic"_s;
    case Provenance::Edited: return u"edited"_s;
    case Provenance::Added: return u"added"_s;
    }
    return {};
}

QJsonObject participantJson(const Participant &participant)
{
    QJsonArray roles;
    for (const RoleSpan &span : participant.roles) {
        roles += QJsonObject{{u"role"_s, conferenceRoleName(span.role)},
                             {u"from"_s, isoTime(span.fromMs)},
                             {u"to"_s, isoTime(span.toMs)}};
    }
    QJsonArray sessions;
    for (const PresenceSession &session : participant.sessions)
        sessions += QJsonObject{{u"joinedAt"_s, isoTime(session.joinedAtMs)}, {u"leftAt"_s, isoTime(session.leftAtMs)}};
    return {{u"name"_s, participant.name},
            {u"externalUserId"_s, orNull(participant.externalUserId)},
            {u"registered"_s, participant.registered ? QJsonValue(*participant.registered) : QJsonValue()},
            {u"isPhone"_s, participant.isPhone},
            {u"role"_s, conferenceRoleName(participant.role)},
            {u"roles"_s, roles},
            {u"sessions"_s, sessions},
            {u"presentMs"_s, participant.presentMs},
            {u"talkMs"_s, participant.talkMs},
            {u"chatMessages"_s, participant.chatMessages},
            {u"pollAnswers"_s, participant.pollAnswers}};
}

QJsonObject attendeeJson(const Attendee &attendee)
{
    QJsonObject json = participantJson(attendee.participant);
    json[u"uid"_s] = attendee.uid;
    json[u"provenance"_s] = provenanceName(attendee.provenance);
    json[u"automaticName"_s] = attendee.automatic ? QJsonValue(attendee.automatic->name) : QJsonValue();
    json[u"note"_s] = orNull(attendee.note);
    json[u"person"_s] = orNull(attendee.personName);
    json[u"removed"_s] = attendee.isRemoved;
    return json;
}

QJsonObject attendanceJson(const AttendanceReport &report)
{
    QJsonArray rows;
    for (const AttendanceReportRow &row : report.rows) {
        QJsonObject json = attendeeJson(row.attendee);
        json[u"recordedPresentMs"_s] = row.recordedPresentMs < 0 ? QJsonValue() : QJsonValue(row.recordedPresentMs);
        json[u"percentOfRecorded"_s] = row.percentOfRecorded < 0 ? QJsonValue() : QJsonValue(row.percentOfRecorded);
        rows += json;
    }
    return {{u"title"_s, report.title},
            {u"startedAt"_s, isoTime(report.startedAt)},
            {u"recordedMs"_s, report.recordedMs},
            {u"participants"_s, rows}};
}

QByteArray attendanceCsv(const AttendanceReport &report)
{
    QByteArray csv = "uid,name,externalUserId,role,firstJoinedAt,lastLeftAt,joins,presentMs,recordedPresentMs,"
                     "percentOfRecorded,talkMs,chatMessages,pollAnswers,provenance,person,note\r\n";
    for (const AttendanceReportRow &row : report.rows)
        csv += lineOf(cellsOf(row));
    return csv;
}

} // namespace letopis
