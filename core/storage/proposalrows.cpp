#include "core/storage/proposalrows.h"

#include "core/access/person.h"
#include "core/storage/attendancerows.h"
#include "core/storage/catalogsettings.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto modesKey = "proposals";

struct MatchRow
{
    PersonId person;
};

struct EditedRow
{
    RecordingId recording;
};

constexpr auto moderatorColumns = "r.id AS recording_id, r.access_scope, r.title, r.started_at_ms, r.server_id";
} // namespace

template <>
MatchRow fromRow(const Row &row)
{
    return {.person = {row.get<qint64>("person_id"_L1)}};
}

template <>
EditedRow fromRow(const Row &row)
{
    return {.recording = {row.get<qint64>("recording_id"_L1)}};
}

template <>
MeetingModerator fromRow(const Row &row)
{
    return {.person = {row.get<qint64>("person_id"_L1)},
            .recording = {row.get<qint64>("recording_id"_L1)},
            .scope = AccessScope::fromValue(row.get<qint64>("access_scope"_L1)),
            .title = row.get<QString>("title"_L1),
            .startedAtMs = row.get<qint64>("started_at_ms"_L1),
            .server = {row.get<qint64>("server_id"_L1)}};
}

namespace {
// By the server's user id; else by an e-mail address that it is.
Result<PersonId> personBehind(Connection &connection, RecordingId recording, const QString &externalUserId)
{
    static const Statement select{
        "proposal.match"_L1,
        u"SELECT i.person_id FROM person_identity i JOIN recording r ON r.server_id = i.server_id WHERE r.id = :recording "
        "AND i.external_user_id = :user UNION ALL SELECT id FROM person WHERE email_key = :email AND email_key <> '' LIMIT 1"_s};
    if (externalUserId.isEmpty())
        return PersonId();
    const QString email = externalUserId.contains(u'@') ? emailKey(externalUserId) : QString(u""_s);
    const Result<std::optional<MatchRow>> row = connection.selectOne<MatchRow>(
        select, {{":recording"_L1, recording.value}, {":user"_L1, externalUserId}, {":email"_L1, email}});
    if (!row)
        return row.error();
    return row.value() ? row.value()->person : PersonId();
}

// Meetings whose participants nobody corrected, from the people's side: there are fewer of them than participants.
Statement unedited(const QString &name, const QString &from, bool isOfServer)
{
    const QString server = isOfServer ? u"AND r.server_id = :server "_s : QString();
    return {QLatin1StringView(isOfServer ? "proposal.ofServer" : "proposal.ofAll"),
            u"SELECT %1 AS person_id, %2 FROM %3 JOIN recording r ON r.id = p.recording_id %4"
            "WHERE p.role = 'moderator' AND p.external_user_id <> '' AND r.state NOT IN ('gone', 'deleted') "
            "AND NOT EXISTS (SELECT 1 FROM attendee_edit e WHERE e.recording_id = r.id) "
            "AND NOT EXISTS (SELECT 1 FROM settled_proposal s WHERE s.recording_id = r.id AND s.person_id = %1)"_s
                .arg(name, QString::fromLatin1(moderatorColumns), from, server)};
}

Result<> addUnedited(Connection &connection, std::optional<ServerId> server, std::vector<MeetingModerator> &found)
{
    static const QString byId = u"person_identity i CROSS JOIN participant p INDEXED BY participant_moderator "
                                "ON p.external_user_id = i.external_user_id"_s;
    static const QString byEmail = u"person m CROSS JOIN participant p INDEXED BY participant_moderator "
                                   "ON m.email_key <> '' AND p.external_user_id IN (m.email, m.email_key)"_s;
    static const std::array<Statement, 2> ofAll{unedited(u"i.person_id"_s, byId, false), unedited(u"m.id"_s, byEmail, false)};
    static const std::array<Statement, 2> ofServer{unedited(u"i.person_id"_s, byId, true), unedited(u"m.id"_s, byEmail, true)};
    for (const Statement &one : server ? ofServer : ofAll) {
        const auto rows = connection.select<MeetingModerator>(one, server ? Bindings{{":server"_L1, server->value}} : Bindings{});
        if (!rows)
            return rows.error();
        found.insert(found.end(), rows.value().begin(), rows.value().end());
    }
    return {};
}

Result<> addEdited(Connection &connection, std::optional<ServerId> server, std::vector<MeetingModerator> &found)
{
    static const Statement select{"proposal.edited"_L1,
                                  u"SELECT DISTINCT e.recording_id FROM attendee_edit e JOIN recording r ON r.id = e.recording_id "
                                  "WHERE (:server = 0 OR r.server_id = :server) AND r.state NOT IN ('gone', 'deleted')"_s};
    const auto edited = connection.select<EditedRow>(select, {{":server"_L1, server.value_or(ServerId()).value}});
    if (!edited)
        return edited.error();
    for (const EditedRow &row : edited.value()) {
        const auto moderators = moderatorsOf(connection, row.recording);
        if (!moderators)
            return moderators.error();
        found.insert(found.end(), moderators.value().begin(), moderators.value().end());
    }
    return {};
}
} // namespace

Result<QList<PersonId>> peopleWhoAttended(Connection &connection, RecordingId recording, bool onlyModerators)
{
    const Result<QList<Attendee>> attendees = readAttendance(connection, recording);
    if (!attendees)
        return attendees.error();
    QList<PersonId> people;
    for (const Attendee &attendee : attendees.value()) {
        if (attendee.isRemoved || (onlyModerators && attendee.participant.role != ConferenceRole::Moderator))
            continue;
        const Result<PersonId> person = attendee.person.isValid()
                                            ? Result<PersonId>(attendee.person)
                                            : personBehind(connection, recording, attendee.participant.externalUserId);
        if (!person)
            return person.error();
        if (person.value().isValid() && !people.contains(person.value()))
            people.append(person.value());
    }
    return people;
}

Result<std::vector<MeetingModerator>> moderatorsOf(Connection &connection, RecordingId recording)
{
    static const Statement select{
        "proposal.ofRecording"_L1,
        u"SELECT :person AS person_id, %1 FROM recording r WHERE r.id = :recording AND NOT EXISTS "
        "(SELECT 1 FROM settled_proposal s WHERE s.recording_id = r.id AND s.person_id = :person)"_s.arg(QString::fromLatin1(moderatorColumns))};
    const Result<QList<PersonId>> people = peopleWhoAttended(connection, recording, true);
    if (!people)
        return people.error();
    std::vector<MeetingModerator> found;
    for (const PersonId person : people.value()) {
        const auto row = connection.selectOne<MeetingModerator>(select, {{":person"_L1, person.value}, {":recording"_L1, recording.value}});
        if (!row)
            return row.error();
        if (row.value())
            found.push_back(*row.value());
    }
    return found;
}

Result<std::vector<MeetingModerator>> moderatorsOfAll(Connection &connection, std::optional<ServerId> server)
{
    std::vector<MeetingModerator> found;
    if (Result<> added = addUnedited(connection, server, found); !added)
        return added.error();
    if (Result<> added = addEdited(connection, server, found); !added)
        return added.error();
    const auto key = [](const MeetingModerator &one) { return std::tuple(-one.startedAtMs, one.recording.value, one.person.value); };
    std::sort(found.begin(), found.end(), [&](const auto &a, const auto &b) { return key(a) < key(b); });
    const auto twice = std::unique(found.begin(), found.end(), [&](const auto &a, const auto &b) { return key(a) == key(b); });
    found.erase(twice, found.end());
    return found;
}

Result<> settleProposal(Connection &connection, RecordingId recording, PersonId person, ProposalDecision decision)
{
    static const Statement put{"proposal.settle"_L1,
                               u"INSERT OR REPLACE INTO settled_proposal (recording_id, person_id, decision) VALUES (?, ?, ?)"_s};
    const QString word = decision == ProposalDecision::Declined ? u"declined"_s : u"granted"_s;
    const Result<Executed> done = connection.executeWith(put, recording.value, person.value, word);
    return done ? Result<>() : Result<>(done.error());
}

Result<bool> reopenProposal(Connection &connection, RecordingId recording, PersonId person)
{
    static const Statement remove{"proposal.reopen"_L1,
                                  u"DELETE FROM settled_proposal WHERE recording_id = ? AND person_id = ? AND decision = 'declined'"_s};
    const Result<Executed> done = connection.executeWith(remove, recording.value, person.value);
    return done ? Result<bool>(done->rowsAffected > 0) : Result<bool>(done.error());
}

Result<QHash<ServerId, ProposalMode>> proposalModes(Connection &connection)
{
    const Result<QJsonObject> stored = catalogSetting(connection, QString::fromLatin1(modesKey));
    if (!stored)
        return stored.error();
    QHash<ServerId, ProposalMode> modes;
    for (auto one = stored.value().begin(); one != stored.value().end(); ++one)
        modes.insert(ServerId{one.key().toLongLong()}, proposalModeFromName(one->toString()).value_or(ProposalMode::Propose));
    return modes;
}

Result<> writeProposalMode(Connection &connection, ServerId server, ProposalMode mode)
{
    Result<QJsonObject> stored = catalogSetting(connection, QString::fromLatin1(modesKey));
    if (!stored)
        return stored.error();
    stored.value().insert(QString::number(server.value), proposalModeName(mode));
    return setCatalogSetting(connection, QString::fromLatin1(modesKey), stored.value());
}

} // namespace letopis
