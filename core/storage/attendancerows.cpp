#include "core/storage/attendancerows.h"

#include "core/storage/searchindex.h"
#include "core/storage/searchtext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct StoredParticipant
{
    qint64 id = 0;
    Participant participant;
};

struct OwnedRole
{
    qint64 participant = 0;
    RoleSpan span;
};

struct OwnedSession
{
    qint64 participant = 0;
    PresenceSession session;
};

struct StoredEdit
{
    AttendeeEdit edit;
};

struct PersonName
{
    qint64 person = 0;
    QString name;
};
} // namespace

template <>
StoredParticipant fromRow(const Row &row)
{
    Participant participant;
    participant.name = row.get<QString>("name"_L1);
    participant.externalUserId = row.get<QString>("external_user_id"_L1);
    if (!row.isNull("registered"_L1))
        participant.registered = row.get<bool>("registered"_L1);
    participant.isPhone = row.get<bool>("is_phone"_L1);
    participant.role = conferenceRoleFromName(row.get<QString>("role"_L1)).value_or(ConferenceRole::Viewer);
    participant.presentMs = row.get<qint64>("present_ms"_L1);
    participant.talkMs = row.get<qint64>("talk_ms"_L1);
    participant.chatMessages = row.get<int>("chat_messages"_L1);
    participant.pollAnswers = row.get<int>("poll_answers"_L1);
    return {.id = row.get<qint64>("id"_L1), .participant = participant};
}

template <>
OwnedRole fromRow(const Row &row)
{
    return {.participant = row.get<qint64>("participant_id"_L1),
            .span = {.role = conferenceRoleFromName(row.get<QString>("role"_L1)).value_or(ConferenceRole::Viewer),
                     .fromMs = row.get<qint64>("from_ms"_L1),
                     .toMs = row.get<qint64>("to_ms"_L1)}};
}

template <>
OwnedSession fromRow(const Row &row)
{
    return {
        .participant = row.get<qint64>("participant_id"_L1),
        .session = {.joinedAtMs = row.get<qint64>("joined_at_ms"_L1), .leftAtMs = row.get<qint64>("left_at_ms"_L1)}};
}

template <>
StoredEdit fromRow(const Row &row)
{
    AttendeeEdit edit = attendeeEditFromJson(row.get<QString>("edit"_L1).toUtf8());
    edit.uid = row.get<QString>("uid"_L1);
    edit.person = {row.get<qint64>("person_id"_L1)}; // NULL, where the person was removed: none
    return {.edit = edit};
}

template <>
PersonName fromRow(const Row &row)
{
    return {.person = row.get<qint64>("id"_L1), .name = row.get<QString>("name"_L1)};
}

namespace {
Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}

Result<> clear(Connection &connection, RecordingId id)
{
    static const Statement participants{"meeting.clearParticipants"_L1,
                                        u"DELETE FROM participant WHERE recording_id = ?"_s};
    return executed(connection.execute(participants, Values{id.value}));
}

Result<> insertSpans(Connection &connection, qint64 participantId, const Participant &participant)
{
    static const Statement insertRole{
        "meeting.insertRole"_L1,
        u"INSERT INTO participant_role (participant_id, position, role, from_ms, to_ms) VALUES (?, ?, ?, ?, ?)"_s};
    for (qsizetype position = 0; position < participant.roles.size(); ++position) {
        const RoleSpan &span = participant.roles[position];
        const Values values{participantId, position, conferenceRoleName(span.role), span.fromMs, span.toMs};
        if (Result<> inserted = executed(connection.execute(insertRole, values)); !inserted)
            return inserted;
    }
    static const Statement insertSession{
        "meeting.insertSession"_L1,
        u"INSERT INTO participant_session (participant_id, position, joined_at_ms, left_at_ms) VALUES (?, ?, ?, ?)"_s};
    for (qsizetype position = 0; position < participant.sessions.size(); ++position) {
        const PresenceSession &session = participant.sessions[position];
        const Values values{participantId, position, session.joinedAtMs, session.leftAtMs};
        if (Result<> inserted = executed(connection.execute(insertSession, values)); !inserted)
            return inserted;
    }
    return {};
}

Result<> insertParticipants(Connection &connection, RecordingId id, const QList<Participant> &participants)
{
    static const Statement insert{"meeting.insertParticipant"_L1,
                                  u"INSERT INTO participant (recording_id, position, name, external_user_id, "
                                  u"registered, is_phone, role, present_ms, "
                                  "talk_ms, chat_messages, poll_answers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s};
    for (qsizetype position = 0; position < participants.size(); ++position) {
        const Participant &one = participants[position];
        const QVariant registered = one.registered ? QVariant(*one.registered ? 1 : 0) : QVariant();
        const Result<Executed> inserted = connection.execute(
            insert, Values{id.value, position, one.name, one.externalUserId, registered, one.isPhone ? 1 : 0,
                           conferenceRoleName(one.role), one.presentMs, one.talkMs, one.chatMessages, one.pollAnswers});
        if (!inserted)
            return inserted.error();
        if (Result<> spans = insertSpans(connection, inserted.value().lastInsertId, one); !spans)
            return spans;
    }
    return {};
}

} // namespace

Result<> replaceParticipants(Connection &connection, RecordingId id, const QList<Participant> &participants)
{
    if (Result<> cleared = clear(connection, id); !cleared)
        return cleared;
    return insertParticipants(connection, id, participants);
}

Result<QList<Participant>> readParticipants(Connection &connection, RecordingId id)
{
    const Bindings bindings{{":id"_L1, id.value}};
    static const Statement people{
        "meeting.participants"_L1,
        u"SELECT id, name, external_user_id, registered, is_phone, role, present_ms, talk_ms, "
        "chat_messages, poll_answers FROM participant WHERE recording_id = :id ORDER BY position"_s};
    static const Statement roles{
        "meeting.roles"_L1,
        u"SELECT participant_id, role, from_ms, to_ms FROM participant_role WHERE participant_id IN "
        "(SELECT id FROM participant WHERE recording_id = :id) ORDER BY participant_id, position"_s};
    static const Statement sessions{
        "meeting.sessions"_L1,
        u"SELECT participant_id, joined_at_ms, left_at_ms FROM participant_session WHERE participant_id IN "
        "(SELECT id FROM participant WHERE recording_id = :id) ORDER BY participant_id, position"_s};
    const Result<std::vector<StoredParticipant>> stored = connection.select<StoredParticipant>(people, bindings);
    const Result<std::vector<OwnedRole>> spans = connection.select<OwnedRole>(roles, bindings);
    const Result<std::vector<OwnedSession>> presences = connection.select<OwnedSession>(sessions, bindings);
    if (!stored || !spans || !presences)
        return !stored ? stored.error() : !spans ? spans.error() : presences.error();
    QList<Participant> participants;
    QHash<qint64, qsizetype> positions;
    for (const StoredParticipant &one : stored.value()) {
        positions.insert(one.id, participants.size());
        participants.append(one.participant);
    }
    for (const OwnedRole &owned : spans.value())
        participants[positions.value(owned.participant)].roles.append(owned.span);
    for (const OwnedSession &owned : presences.value())
        participants[positions.value(owned.participant)].sessions.append(owned.session);
    return participants;
}

QByteArray attendeeEditToJson(const AttendeeEdit &edit)
{
    QJsonArray sources;
    for (const AttendeeSource &source : edit.sources) {
        QJsonArray joins;
        for (const qint64 join : source.joins)
            joins += join;
        sources += QJsonObject{{u"key"_s, source.key}, {u"joins"_s, joins}};
    }
    QJsonObject json{{u"sources"_s, sources}};
    if (edit.name)
        json[u"name"_s] = *edit.name;
    if (edit.externalUserId)
        json[u"externalUserId"_s] = *edit.externalUserId;
    if (edit.role)
        json[u"role"_s] = conferenceRoleName(*edit.role);
    if (edit.presentMs)
        json[u"presentMs"_s] = *edit.presentMs;
    if (!edit.note.isEmpty())
        json[u"note"_s] = edit.note;
    if (edit.isRemoved)
        json[u"removed"_s] = true;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

AttendeeEdit attendeeEditFromJson(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    AttendeeEdit edit;
    for (const QJsonValue &value : json[u"sources"_s].toArray()) {
        AttendeeSource source{.key = value[u"key"_s].toString(), .joins = {}};
        for (const QJsonValue &join : value[u"joins"_s].toArray())
            source.joins += join.toInteger();
        edit.sources += source;
    }
    if (json.contains(u"name"_s))
        edit.name = json[u"name"_s].toString();
    if (json.contains(u"externalUserId"_s))
        edit.externalUserId = json[u"externalUserId"_s].toString();
    if (json.contains(u"role"_s))
        edit.role = conferenceRoleFromName(json[u"role"_s].toString());
    if (json.contains(u"presentMs"_s))
        edit.presentMs = json[u"presentMs"_s].toInteger();
    edit.note = json[u"note"_s].toString();
    edit.isRemoved = json[u"removed"_s].toBool();
    return edit;
}

Result<QList<AttendeeEdit>> readAttendeeEdits(Connection &connection, RecordingId id)
{
    static const Statement select{
        "attendance.edits"_L1,
        u"SELECT uid, edit, person_id FROM attendee_edit WHERE recording_id = :id ORDER BY position, uid"_s};
    const Result<std::vector<StoredEdit>> rows = connection.select<StoredEdit>(select, {{":id"_L1, id.value}});
    if (!rows)
        return rows.error();
    QList<AttendeeEdit> edits;
    for (const StoredEdit &row : *rows)
        edits += row.edit;
    return edits;
}

Result<QList<Attendee>> readAttendance(Connection &connection, RecordingId id)
{
    const Result<QList<Participant>> automatic = readParticipants(connection, id);
    const Result<QList<AttendeeEdit>> edits = readAttendeeEdits(connection, id);
    if (!automatic || !edits)
        return automatic ? edits.error() : automatic.error();
    QList<Attendee> attendees = attendanceOf(*automatic, *edits);
    static const Statement names{
        "attendance.people"_L1, u"SELECT p.id, p.name FROM person p WHERE p.id IN "
                                "(SELECT person_id FROM attendee_edit WHERE recording_id = :id)"_s};
    const Result<std::vector<PersonName>> people = connection.select<PersonName>(names, {{":id"_L1, id.value}});
    if (!people)
        return people.error();
    for (Attendee &attendee : attendees) {
        for (const PersonName &person : *people) {
            if (attendee.person.value == person.person)
                attendee.personName = person.name;
        }
    }
    return attendees;
}

Result<> showAttendance(Connection &connection, RecordingId id)
{
    const Result<QList<Attendee>> attendees = readAttendance(connection, id);
    if (!attendees)
        return attendees.error();
    QStringList names;
    qint64 present = 0;
    for (const Attendee &one : *attendees) {
        if (one.isRemoved)
            continue;
        ++present;
        names += one.participant.name;
        if (one.personName != one.participant.name)
            names += one.personName;
        if (one.automatic && one.automatic->name != one.participant.name)
            names += one.automatic->name; // found under the name they joined with, too
    }
    static const Statement update{
        "attendance.show"_L1,
        u"UPDATE recording SET participant_count = CASE WHEN are_people_known THEN ? ELSE participant_count END WHERE id = ?"_s};
    if (Result<> updated = executed(connection.execute(update, Values{present, id.value})); !updated)
        return updated;
    names.removeAll(QString());
    const Result<SearchDocument> before = readSearchDocument(connection, id.value);
    if (!before)
        return before.error();
    SearchDocument after = *before;
    after.people = searchFolded(names.join(u'\n'));
    return updateSearchDocument(connection, id.value, *before, after);
}

} // namespace letopis
