#include "core/storage/attendancerepository.h"

#include "core/storage/attendancerows.h"
#include "core/storage/auditrepository.h"
#include "core/storage/personwriter.h"
#include "core/storage/searchtext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestName = 300;
constexpr qsizetype longestNote = 2000;

struct ServerOf
{
    qint64 server = 0;
};

struct Identity
{
    PersonId person;
    ServerId server;
    QString externalId;
};

Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}
} // namespace

template <>
ServerOf fromRow(const Row &row)
{
    return {.server = row.get<qint64>("server_id"_L1)};
}

template <>
KnownPerson fromRow(const Row &row)
{
    return {.id = {row.get<qint64>("id"_L1)}, .name = row.get<QString>("name"_L1), .externalIds = {}};
}

template <>
Identity fromRow(const Row &row)
{
    return {.person = {row.get<qint64>("person_id"_L1)},
            .server = {row.get<qint64>("server_id"_L1)},
            .externalId = row.get<QString>("external_user_id"_L1)};
}

namespace {
Result<qint64> serverOf(Connection &connection, RecordingId id)
{
    static const Statement select{"attendance.server"_L1, u"SELECT server_id FROM recording WHERE id = :id"_s};
    const Result<std::optional<ServerOf>> found = connection.selectOne<ServerOf>(select, {{":id"_L1, id.value}});
    if (!found)
        return found.error();
    if (!found.value())
        return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(id.value), {}};
    return found.value()->server;
}

std::optional<Error> problemIn(const QList<AttendeeEdit> &edits)
{
    QSet<QString> seen;
    for (const AttendeeEdit &edit : edits) {
        const QString name = edit.name.value_or(QString()).trimmed();
        if (edit.uid.isEmpty() || seen.contains(edit.uid))
            return Error{ErrorKind::InvalidInput, u"an entry without a name of its own, or twice"_s, edit.uid, {}};
        if ((edit.sources.isEmpty() || edit.name) && name.isEmpty())
            return Error{ErrorKind::InvalidInput, u"a participant without a name"_s, edit.uid, {}};
        if (name.size() > longestName || edit.externalUserId.value_or(QString()).size() > longestName
            || edit.note.size() > longestNote)
            return Error{ErrorKind::InvalidInput, u"a text is too long"_s, name.left(60), {}};
        if (edit.presentMs && *edit.presentMs < 0)
            return Error{ErrorKind::InvalidInput, u"a negative time"_s, name.left(60), {}};
        seen.insert(edit.uid);
    }
    return {};
}

const AttendeeEdit *editOf(const QList<AttendeeEdit> &edits, const QString &uid)
{
    const auto found = std::find_if(edits.begin(), edits.end(), [&](const AttendeeEdit &one) { return one.uid == uid; });
    return found == edits.end() ? nullptr : &*found;
}

// Who said what and when stays with each entry that says the same as before.
Result<> storeEdits(Connection &connection, const Actor &actor, qint64 nowMs, RecordingId id,
                    const QList<AttendeeEdit> &before, const QList<AttendeeEdit> &after)
{
    static const Statement remove{"attendance.remove"_L1, u"DELETE FROM attendee_edit WHERE recording_id = ? AND uid = ?"_s};
    for (const AttendeeEdit &edit : before) {
        if (editOf(after, edit.uid))
            continue;
        if (Result<> removed = executed(connection.execute(remove, Values{id.value, edit.uid})); !removed)
            return removed;
    }
    static const Statement move{"attendance.move"_L1,
                                u"UPDATE attendee_edit SET position = ? WHERE recording_id = ? AND uid = ?"_s};
    static const Statement put{
        "attendance.store"_L1, u"INSERT OR REPLACE INTO attendee_edit (recording_id, uid, position, edit, person_id, edited_by, "
                               "edited_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"_s};
    for (qsizetype position = 0; position < after.size(); ++position) {
        const AttendeeEdit &edit = after[position];
        const AttendeeEdit *old = editOf(before, edit.uid);
        const QVariant person = edit.person.isValid() ? QVariant(edit.person.value) : QVariant();
        const Result<Executed> stored =
            old && *old == edit
                ? connection.execute(move, Values{position, id.value, edit.uid})
                : connection.execute(put, Values{id.value, edit.uid, position, QString::fromUtf8(attendeeEditToJson(edit)),
                                                 person, actor.login, nowMs});
        if (!stored)
            return stored.error();
    }
    return {};
}

QJsonValue journalValue(const AttendeeEdit *edit)
{
    if (!edit)
        return QJsonValue::Null;
    QJsonObject json = QJsonDocument::fromJson(attendeeEditToJson(*edit)).object();
    if (edit->person.isValid())
        json[u"person"_s] = edit->person.value;
    return json;
}

// One line for each entry that differs.
Result<> journalEdits(Connection &connection, AuditEvent event, const QList<AttendeeEdit> &before,
                      const QList<AttendeeEdit> &after)
{
    QStringList uids;
    for (const QList<AttendeeEdit> *list : {&before, &after}) {
        for (const AttendeeEdit &edit : *list) {
            if (!uids.contains(edit.uid))
                uids += edit.uid;
        }
    }
    AuditAppender audit;
    for (const QString &uid : std::as_const(uids)) {
        const AttendeeEdit *old = editOf(before, uid);
        const AttendeeEdit *now = editOf(after, uid);
        if (old && now && *old == *now)
            continue;
        event.action = u"attendee.edited"_s;
        event.details = QJsonDocument(QJsonObject{{u"uid"_s, uid},
                                                  {u"before"_s, journalValue(old)},
                                                  {u"after"_s, journalValue(now)}})
                            .toJson(QJsonDocument::Compact);
        if (Result<> journalled = audit.append(connection, event); !journalled)
            return journalled;
    }
    return {};
}

PersonId matched(const QList<AttendeeEdit> &edits, const QString &uid)
{
    const AttendeeEdit *edit = editOf(edits, uid);
    return edit ? edit->person : PersonId();
}

// Whoever this edit matched is known by that id of the server from now on. The first match stands, unless it was this one that
// is corrected; what other edits of the recording say was learnt, or unlearnt, before.
Result<> learnIdentities(Connection &connection, qint64 server, RecordingId id, const QList<AttendeeEdit> &before,
                         const QList<AttendeeEdit> &after)
{
    const Result<QList<Attendee>> attendees = readAttendance(connection, id);
    if (!attendees)
        return attendees.error();
    static const Statement insert{"person.identify"_L1,
                                  u"INSERT INTO person_identity (server_id, external_user_id, person_id) VALUES (?, ?, ?) "
                                  "ON CONFLICT (server_id, external_user_id) DO UPDATE SET person_id = excluded.person_id "
                                  "WHERE person_identity.person_id = ?"_s};
    for (const Attendee &one : *attendees) {
        const PersonId old = matched(before, one.uid);
        if (!one.person.isValid() || one.participant.externalUserId.isEmpty() || matched(after, one.uid) == old)
            continue;
        const Values values{server, one.participant.externalUserId, one.person.value, old.value};
        if (Result<> learnt = executed(connection.execute(insert, values)); !learnt)
            return learnt;
    }
    return {};
}

Result<QList<KnownPerson>> withIdentities(Connection &connection, std::vector<KnownPerson> people)
{
    static const Statement select{
        "person.identities"_L1,
        u"SELECT person_id, server_id, external_user_id FROM person_identity WHERE person_id = :person ORDER BY 2, 3"_s};
    for (KnownPerson &person : people) {
        const Result<std::vector<Identity>> identities =
            connection.select<Identity>(select, {{":person"_L1, person.id.value}});
        if (!identities)
            return identities.error();
        for (const Identity &one : *identities)
            person.externalIds += {one.server, one.externalId};
    }
    return QList<KnownPerson>(people.begin(), people.end());
}

// By the server's id, else by the very same name where only one person has it.
Result<std::optional<KnownPerson>> suggestionFor(Connection &connection, qint64 server, const Participant &participant)
{
    static const Statement byId{
        "person.byIdentity"_L1,
        u"SELECT p.id, p.name FROM person_identity i JOIN person p ON p.id = i.person_id "
        "WHERE i.server_id = :server AND i.external_user_id = :external AND i.external_user_id <> ''"_s};
    const Result<std::optional<KnownPerson>> known = connection.selectOne<KnownPerson>(
        byId, {{":server"_L1, server}, {":external"_L1, participant.externalUserId.isNull() ? u""_s : participant.externalUserId}});
    if (!known || known.value())
        return known;
    static const Statement byName{"person.byName"_L1, u"SELECT id, name FROM person WHERE sort_key = :key LIMIT 2"_s};
    const Result<std::vector<KnownPerson>> named =
        connection.select<KnownPerson>(byName, {{":key"_L1, sortKey(participant.name)}});
    if (!named)
        return named.error();
    return named->size() == 1 ? std::optional(named->front()) : std::nullopt;
}
} // namespace

QFuture<Result<QList<Attendee>>> AttendanceRepository::attendance(RecordingId id) const
{
    return m_database.read([id](Connection &connection) {
        return connection.transaction([&] { return readAttendance(connection, id); });
    });
}

QFuture<Result<QList<AttendeeEdit>>> AttendanceRepository::edits(RecordingId id) const
{
    return m_database.read([id](Connection &connection) { return readAttendeeEdits(connection, id); });
}

QFuture<Result<>> AttendanceRepository::replaceEdits(const Actor &actor, RecordingId id, const QList<AttendeeEdit> &before,
                                                     const QList<AttendeeEdit> &after)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) -> Result<> {
        if (const std::optional<Error> problem = problemIn(after))
            return *problem;
        const Result<qint64> server = serverOf(connection, id);
        if (!server)
            return server.error();
        const Result<QList<AttendeeEdit>> current = readAttendeeEdits(connection, id);
        if (!current)
            return current.error();
        if (*current != before)
            return Error{ErrorKind::ContentMismatch, u"the participants were edited elsewhere meanwhile"_s, {}, {}};
        if (Result<> stored = storeEdits(connection, actor, nowMs, id, before, after); !stored)
            return stored;
        AuditEvent event;
        event.atMs = nowMs;
        event.actor = actor.login;
        event.server = {*server};
        event.recording = id;
        if (Result<> journalled = journalEdits(connection, event, before, after); !journalled)
            return journalled;
        if (Result<> learnt = learnIdentities(connection, *server, id, before, after); !learnt)
            return learnt;
        return showAttendance(connection, id);
    });
}

QFuture<Result<QList<KnownPerson>>> AttendanceRepository::findPeople(const QString &text, int limit) const
{
    return m_database.read([key = sortKey(text.trimmed()), limit](Connection &connection) -> Result<QList<KnownPerson>> {
        // Surnames come first or last: any word may be meant.
        QString pattern = key;
        pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
        static const Statement select{
            "person.find"_L1, u"SELECT id, name FROM person WHERE sort_key LIKE :begin ESCAPE '\\' "
                              "OR sort_key LIKE :inside ESCAPE '\\' ORDER BY sort_key, id LIMIT :limit"_s};
        const Result<std::vector<KnownPerson>> people = connection.select<KnownPerson>(
            select, {{":begin"_L1, QString(pattern + u'%')}, {":inside"_L1, QString(u"% "_s + pattern + u'%')}, {":limit"_L1, limit}});
        if (!people)
            return people.error();
        return withIdentities(connection, *people);
    });
}

QFuture<Result<QHash<QString, KnownPerson>>> AttendanceRepository::suggestions(RecordingId id) const
{
    return m_database.read([id](Connection &connection) {
        return connection.transaction([&]() -> Result<QHash<QString, KnownPerson>> {
            const Result<qint64> server = serverOf(connection, id);
            if (!server)
                return server.error();
            const Result<QList<Attendee>> attendees = readAttendance(connection, id);
            if (!attendees)
                return attendees.error();
            QHash<QString, KnownPerson> suggested;
            for (const Attendee &one : *attendees) {
                if (one.person.isValid())
                    continue;
                const Result<std::optional<KnownPerson>> person = suggestionFor(connection, *server, one.participant);
                if (!person)
                    return person.error();
                if (person.value())
                    suggested.insert(one.uid, *person.value());
            }
            return suggested;
        });
    });
}

QFuture<Result<PersonId>> AttendanceRepository::addPerson(const Actor &actor, const KnownPerson &person)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        PeopleWrite write(connection, actor, PeopleAuthority::AddViewers, nowMs);
        Person draft;
        draft.name = person.name;
        draft.externalIds = person.externalIds;
        return PersonWriter(write).add(draft);
    });
}

} // namespace letopis
