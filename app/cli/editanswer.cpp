#include "app/cli/editanswer.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/text.h"
#include "core/domain/attendanceexport.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject editJson(const FieldEdit &edit)
{
    return {{u"id"_s, edit.recording.value}, {u"field"_s, edit.field}, {u"before"_s, edit.before}, {u"after"_s, edit.after}};
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
            {u"event"_s, fieldEventName(entry.event)},
            {u"reason"_s, entry.reason ? QJsonValue(catalogOnlyReasonName(*entry.reason)) : QJsonValue()},
            {u"fromServer"_s, entry.isFromServer()}};
}

QJsonObject outboxJson(const OutboxEntry &entry)
{
    const FieldEditState &edit = entry.edit;
    return {{u"id"_s, edit.recording.value},
            {u"recordId"_s, entry.externalId},
            {u"server"_s, entry.serverName},
            {u"serverRemoved"_s, entry.isServerRemoved},
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

} // namespace letopis::cli
