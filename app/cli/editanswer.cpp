#include "app/cli/editanswer.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(qint64 number)
{
    return number < 0 ? QJsonValue() : QJsonValue(number);
}

QJsonObject editJson(const FieldEdit &edit)
{
    return {{u"id"_s, edit.recording.value}, {u"field"_s, edit.field}, {u"before"_s, edit.before}, {u"after"_s, edit.after}};
}

QString percentText(double percent)
{
    return percent < 0 ? QString() : QString::number(percent, 'f', 1);
}
} // namespace

QJsonObject plannedJson(const PlannedEdit &edit)
{
    QJsonObject json = editJson(edit.edit);
    json[u"title"_s] = edit.recordingTitle;
    json[u"changes"_s] = edit.isChange();
    json[u"problem"_s] = edit.problem ? QJsonValue(fieldProblemName(*edit.problem)) : QJsonValue();
    json[u"waiting"_s] = edit.pending ? QJsonValue(editStateName(*edit.pending)) : QJsonValue();
    return json;
}

QJsonObject resultJson(const FieldEditResult &result)
{
    QJsonObject json = editJson(result.edit);
    json[u"outcome"_s] = editOutcomeName(result.outcome);
    json[u"current"_s] = result.current;
    json[u"problem"_s] = result.problem ? QJsonValue(fieldProblemName(*result.problem)) : QJsonValue();
    return json;
}

QJsonObject historyJson(const FieldHistoryEntry &entry)
{
    return {{u"at"_s, isoTime(entry.at)},         {u"field"_s, entry.field}, {u"before"_s, entry.before},
            {u"after"_s, entry.after},            {u"actor"_s, orNull(entry.actor)},
            {u"fromServer"_s, entry.isFromServer}};
}

QJsonObject outboxJson(const OutboxEntry &entry)
{
    const FieldEditState &edit = entry.edit;
    return {{u"id"_s, edit.recording.value},
            {u"recordId"_s, entry.externalId},
            {u"server"_s, entry.serverName},
            {u"title"_s, entry.recordingTitle},
            {u"field"_s, edit.field},
            {u"base"_s, edit.base},
            {u"ours"_s, edit.ours},
            {u"theirs"_s, edit.theirs},
            {u"state"_s, editStateName(edit.state)},
            {u"reason"_s, edit.reason ? QJsonValue(catalogOnlyReasonName(*edit.reason)) : QJsonValue()},
            {u"attempts"_s, edit.attempts},
            {u"nextAttemptAt"_s, orNull(isoTime(edit.nextAttemptAt))},
            {u"lastError"_s, orNull(edit.lastError)},
            {u"editedBy"_s, edit.editedBy},
            {u"editedAt"_s, isoTime(edit.editedAt)}};
}

QJsonObject fieldJson(const FieldDefinition &definition)
{
    return {{u"field"_s, definition.id},
            {u"label"_s, orNull(definition.label)},
            {u"type"_s, fieldTypeName(definition.type)},
            {u"choices"_s, QJsonArray::fromStringList(definition.choices)},
            {u"archived"_s, definition.isArchived}};
}

QString provenanceName(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Automatic:
        return u"automatic"_s;
    case Provenance::Edited:
        return u"edited"_s;
    case Provenance::Added:
        return u"added"_s;
    }
    return {};
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

Grid attendanceTable(const QList<Attendee> &attendees)
{
    Grid grid{{{Cli::tr("UID"), u"uid"_s, false, true},
               {Cli::tr("Name"), u"name"_s, false, true},
               {Cli::tr("Role"), u"role"_s, false, false},
               {Cli::tr("Joins"), u"sessions"_s, true, false},
               {Cli::tr("Present"), u"presentMs"_s, true, false},
               {Cli::tr("Talked"), u"talkMs"_s, true, false},
               {Cli::tr("Chat"), u"chatMessages"_s, true, false},
               {Cli::tr("Polls"), u"pollAnswers"_s, true, false},
               {Cli::tr("From"), u"provenance"_s, false, false}},
              {}};
    for (const Attendee &one : attendees) {
        const Participant &person = one.participant;
        grid.rows += {one.uid,
                      person.name,
                      conferenceRoleName(person.role),
                      QString::number(person.sessions.size()),
                      durationText(person.presentMs),
                      durationText(person.talkMs),
                      QString::number(person.chatMessages),
                      QString::number(person.pollAnswers),
                      one.isRemoved ? u"removed"_s : provenanceName(one.provenance)};
    }
    return grid;
}

Grid attendanceCsv(const AttendanceReport &report)
{
    Grid grid;
    const QList<std::pair<QString, bool>> columns{
        {u"uid"_s, false},         {u"name"_s, false},       {u"externalUserId"_s, false}, {u"role"_s, false},
        {u"firstJoinedAt"_s, false}, {u"lastLeftAt"_s, false}, {u"joins"_s, true},           {u"presentMs"_s, true},
        {u"recordedPresentMs"_s, true}, {u"percentOfRecorded"_s, true}, {u"talkMs"_s, true}, {u"chatMessages"_s, true},
        {u"pollAnswers"_s, true},  {u"provenance"_s, false}, {u"person"_s, false},         {u"note"_s, false}};
    for (const auto &[key, isNumber] : columns)
        grid.columns += {key, key, isNumber, false};
    for (const AttendanceReportRow &row : report.rows) {
        const Participant &person = row.attendee.participant;
        const bool hasSessions = !person.sessions.isEmpty();
        grid.rows += {row.attendee.uid,
                      person.name,
                      person.externalUserId,
                      conferenceRoleName(person.role),
                      hasSessions ? isoTime(person.sessions.first().joinedAtMs) : QString(),
                      hasSessions ? isoTime(person.sessions.last().leftAtMs) : QString(),
                      QString::number(person.sessions.size()),
                      QString::number(person.presentMs),
                      row.recordedPresentMs < 0 ? QString() : QString::number(row.recordedPresentMs),
                      percentText(row.percentOfRecorded),
                      QString::number(person.talkMs),
                      QString::number(person.chatMessages),
                      QString::number(person.pollAnswers),
                      provenanceName(row.attendee.provenance),
                      row.attendee.personName,
                      row.attendee.note};
    }
    return grid;
}

QJsonObject attendanceJson(const AttendanceReport &report)
{
    QJsonArray rows;
    for (const AttendanceReportRow &row : report.rows) {
        QJsonObject json = attendeeJson(row.attendee);
        json[u"recordedPresentMs"_s] = orNull(row.recordedPresentMs);
        json[u"percentOfRecorded"_s] = row.percentOfRecorded < 0 ? QJsonValue() : QJsonValue(row.percentOfRecorded);
        rows += json;
    }
    return {{u"title"_s, report.title},
            {u"startedAt"_s, isoTime(report.startedAt)},
            {u"recordedMs"_s, report.recordedMs},
            {u"participants"_s, rows}};
}

} // namespace letopis::cli
