#include "core/storage/meetingrepository.h"

#include "core/base/enumname.h"
#include "core/storage/attendancerows.h"
#include "core/storage/auditrepository.h"
#include "core/storage/jsontext.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 retryUnreadableAfterMs = qint64(24) * 3600 * 1000;
constexpr qint64 retryGoneWithinMs = 30 * retryUnreadableAfterMs; // of the meeting's start

struct RecordingHead
{
    qint64 server = 0;
    QString state;
};

constexpr EnumName<EventsStatus> statusNames[]{
    {EventsStatus::NotFetched, ""_L1},
    {EventsStatus::Known, "known"_L1},
    {EventsStatus::Gone, "gone"_L1},
    {EventsStatus::Unreadable, "unreadable"_L1},
};
} // namespace

template <>
TimelineEntry fromRow(const Row &row)
{
    return {.atMs = row.get<qint64>("at_ms"_L1),
            .playbackMs = row.get<qint64>("playback_ms"_L1),
            .kind = timelineKindFromName(row.get<QString>("kind"_L1)).value_or(TimelineKind::Joined),
            .person = row.get<QString>("person"_L1),
            .text = row.get<QString>("text"_L1)};
}

template <>
RecordingHead fromRow(const Row &row)
{
    return {.server = row.get<qint64>("server_id"_L1), .state = row.get<QString>("state"_L1)};
}

template <>
StoredMeeting fromRow(const Row &row)
{
    return {.status = valueIn(statusNames, row.get<QString>("status"_L1)).value_or(EventsStatus::NotFetched),
            .reason = row.get<QString>("reason"_L1),
            .sourcePath = row.get<QString>("source_path"_L1),
            .archive = {row.get<QByteArray>("archive_sha256"_L1), row.get<qint64>("archive_size_bytes"_L1)},
            .eventCount = row.get<qint64>("event_count"_L1),
            .recordedMs = row.get<qint64>("recorded_ms"_L1),
            .fetchedAt = fromUtcMs(row.get<qint64>("fetched_at_ms"_L1))};
}

template <>
WantedMeeting fromRow(const Row &row)
{
    return {.id = {row.get<qint64>("id"_L1)},
            .key = {.externalId = row.get<QString>("external_id"_L1),
                    .internalMeetingId = row.get<QString>("internal_meeting_id"_L1)},
            .title = row.get<QString>("title"_L1),
            .state = publicationStateFromName(row.get<QString>("state"_L1)).value_or(PublicationState::Published)};
}

namespace {
Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}

Result<RecordingHead> headOf(Connection &connection, RecordingId id)
{
    static const Statement select{"meeting.recording"_L1, u"SELECT server_id, state FROM recording WHERE id = :id"_s};
    const Result<std::optional<RecordingHead>> head =
        connection.selectOne<RecordingHead>(select, {{":id"_L1, id.value}});
    if (!head)
        return head.error();
    if (!head.value())
        return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(id.value), {}};
    return *head.value();
}

Result<> clearTimeline(Connection &connection, RecordingId id)
{
    static const Statement timeline{"meeting.clearTimeline"_L1, u"DELETE FROM timeline_entry WHERE recording_id = ?"_s};
    return executed(connection.execute(timeline, Values{id.value}));
}

Result<> insertTimeline(Connection &connection, RecordingId id, const QList<TimelineEntry> &timeline)
{
    static const Statement insert{
        "meeting.insertTimeline"_L1,
        u"INSERT INTO timeline_entry (recording_id, position, at_ms, playback_ms, kind, person, text) VALUES (?, ?, ?, ?, ?, ?, ?)"_s};
    for (qsizetype position = 0; position < timeline.size(); ++position) {
        const TimelineEntry &entry = timeline[position];
        const Values values{id.value,     position,  entry.atMs, entry.playbackMs, timelineKindName(entry.kind),
                            entry.person, entry.text};
        if (Result<> inserted = executed(connection.execute(insert, values)); !inserted)
            return inserted;
    }
    return {};
}

const Statement &recordStatement()
{
    static const Statement store{
        "meeting.storeRecord"_L1,
        u"INSERT INTO meeting_record (recording_id, status, reason, attempted_state, attempted_at_ms, source_path, "
        "source_version, archive_sha256, archive_size_bytes, event_count, started_at_ms, ended_at_ms, recorded_ms, "
        "fetched_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (recording_id) DO UPDATE SET "
        "status = excluded.status, reason = excluded.reason, attempted_state = excluded.attempted_state, "
        "attempted_at_ms = excluded.attempted_at_ms, source_path = excluded.source_path, "
        "source_version = excluded.source_version, archive_sha256 = excluded.archive_sha256, "
        "archive_size_bytes = excluded.archive_size_bytes, event_count = excluded.event_count, "
        "started_at_ms = excluded.started_at_ms, ended_at_ms = excluded.ended_at_ms, recorded_ms = "
        "excluded.recorded_ms, "
        "fetched_at_ms = excluded.fetched_at_ms"_s};
    return store;
}

// What the list shows: people instead of joins, and the precise length.
Result<> updateRecording(Connection &connection, RecordingId id, const FetchedMeeting &meeting)
{
    const qint64 preciseMs = meeting.recordedMs >= 0 ? meeting.recordedMs : meeting.record.recordedMs;
    static const Statement update{
        "meeting.updateRecording"_L1,
        u"UPDATE recording SET are_people_known = 1, "
        "precise_duration_ms = CASE WHEN :precise > 0 THEN :precise ELSE precise_duration_ms END, "
        "duration_ms = CASE WHEN :precise > 0 THEN :precise ELSE duration_ms END WHERE id = :id"_s};
    if (Result<> updated = executed(connection.execute(update, {{":precise"_L1, preciseMs}, {":id"_L1, id.value}})); !updated)
        return updated;
    return showAttendance(connection, id);
}

AuditEvent eventOf(const QString &actor, qint64 nowMs, const QString &action, const RecordingHead &head, RecordingId id)
{
    AuditEvent event;
    event.atMs = nowMs;
    event.actor = actor;
    event.action = action;
    event.server = {head.server};
    event.recording = id;
    return event;
}

// What goes with a meeting into its transaction.
struct Storing
{
    QString actor;
    qint64 nowMs = 0;
    RecordingId id;
    FetchedMeeting meeting; // without the archive
    StoredContent archive;
};

Result<> storeMeeting(Connection &connection, const Storing &storing)
{
    const Result<RecordingHead> head = headOf(connection, storing.id);
    if (!head)
        return head.error();
    const MeetingRecord &record = storing.meeting.record;
    if (Result<> cleared = clearTimeline(connection, storing.id); !cleared)
        return cleared;
    const Values values{storing.id.value,
                        nameIn(statusNames, EventsStatus::Known),
                        u""_s,
                        head.value().state,
                        storing.nowMs,
                        storing.meeting.sourcePath,
                        record.sourceVersion,
                        storing.archive.sha256,
                        storing.archive.sizeBytes,
                        record.eventCount,
                        record.startedAtMs,
                        record.endedAtMs,
                        record.recordedMs,
                        storing.nowMs};
    if (Result<> stored = executed(connection.execute(recordStatement(), values)); !stored)
        return stored;
    if (Result<> people = replaceParticipants(connection, storing.id, record.participants); !people)
        return people;
    if (Result<> timeline = insertTimeline(connection, storing.id, record.timeline); !timeline)
        return timeline;
    if (Result<> updated = updateRecording(connection, storing.id, storing.meeting); !updated)
        return updated;
    AuditEvent event = eventOf(storing.actor, storing.nowMs, u"meeting.stored"_s, head.value(), storing.id);
    event.details = JsonObjectWriter()
                        .add("participants"_L1, record.participants.size())
                        .add("events"_L1, record.eventCount)
                        .add("source"_L1, storing.meeting.sourcePath)
                        .add("archive"_L1, QString::fromLatin1(storing.archive.sha256.toHex()))
                        .toUtf8();
    return AuditRepository::append(connection, event);
}

const Statement &storedStatement()
{
    static const Statement select{
        "meeting.stored"_L1, u"SELECT status, reason, source_path, archive_sha256, archive_size_bytes, event_count, "
                             "recorded_ms, fetched_at_ms FROM meeting_record WHERE recording_id = :id"_s};
    return select;
}

Result<StoredMeeting> readStored(Connection &connection, RecordingId id)
{
    const Result<std::optional<StoredMeeting>> found =
        connection.selectOne<StoredMeeting>(storedStatement(), {{":id"_L1, id.value}});
    if (!found)
        return found.error();
    return found.value().value_or(StoredMeeting{});
}

Result<> storeStatus(Connection &connection, const Storing &storing, EventsStatus status, const QString &reason)
{
    const Result<RecordingHead> head = headOf(connection, storing.id);
    if (!head)
        return head.error();
    const Result<StoredMeeting> before = readStored(connection, storing.id);
    if (!before)
        return before.error();
    if (before.value().status == EventsStatus::Known)
        return {}; // what is known stays known when the server's copy goes
    const Values values{storing.id.value,
                        nameIn(statusNames, status),
                        reason,
                        head.value().state,
                        storing.nowMs,
                        u""_s,
                        u""_s,
                        QByteArray(),
                        0,
                        0,
                        0,
                        0,
                        -1,
                        0};
    if (Result<> stored = executed(connection.execute(recordStatement(), values)); !stored)
        return stored;
    if (before.value().status == status && before.value().reason == reason)
        return {}; // the attempt was repeated, nothing became known: no event
    AuditEvent event =
        eventOf(storing.actor, storing.nowMs, u"meeting."_s + nameIn(statusNames, status), head.value(), storing.id);
    event.details = JsonObjectWriter().add("reason"_L1, reason.left(500)).toUtf8();
    return AuditRepository::append(connection, event);
}

} // namespace

QFuture<Result<>> MeetingRepository::store(const Actor &actor, RecordingId id, const FetchedMeeting &meeting)
{
    Storing storing{.actor = actor.login, .nowMs = toUtcMs(m_clock.now()), .id = id, .meeting = meeting, .archive = {}};
    storing.meeting.archive.clear();
    if (!meeting.archive.isEmpty()) {
        // The file first: a row never refers to a file that is not there. One without a row does no harm.
        const Result<StoredContent> content = m_store.put(meeting.archive);
        if (!content)
            return m_database.read([error = content.error()](Connection &) -> Result<> { return error; });
        storing.archive = content.value();
    }
    return m_database.write([storing](Connection &connection) { return storeMeeting(connection, storing); });
}

QFuture<Result<>> MeetingRepository::setStatus(const Actor &actor, RecordingId id, EventsStatus status,
                                               const QString &reason)
{
    const Storing storing{
        .actor = actor.login, .nowMs = toUtcMs(m_clock.now()), .id = id, .meeting = {}, .archive = {}};
    return m_database.write([storing, status, reason](Connection &connection) -> Result<> {
        if (status != EventsStatus::Gone && status != EventsStatus::Unreadable)
            return Error{ErrorKind::InvalidInput, u"only an attempt that failed sets a status"_s, {}, {}};
        return storeStatus(connection, storing, status, reason);
    });
}

QFuture<Result<QList<Participant>>> MeetingRepository::participants(RecordingId id) const
{
    return m_database.read([id](Connection &connection) {
        return connection.transaction([&] { return readParticipants(connection, id); });
    });
}

QFuture<Result<QList<TimelineEntry>>> MeetingRepository::timeline(RecordingId id) const
{
    return m_database.read([id](Connection &connection) -> Result<QList<TimelineEntry>> {
        static const Statement select{"meeting.timeline"_L1,
                                      u"SELECT at_ms, playback_ms, kind, person, text FROM timeline_entry "
                                      "WHERE recording_id = :id ORDER BY position"_s};
        const Result<std::vector<TimelineEntry>> entries =
            connection.select<TimelineEntry>(select, {{":id"_L1, id.value}});
        if (!entries)
            return entries.error();
        return QList<TimelineEntry>(entries.value().begin(), entries.value().end());
    });
}

QFuture<Result<StoredMeeting>> MeetingRepository::stored(RecordingId id) const
{
    return m_database.read([id](Connection &connection) { return readStored(connection, id); });
}

QFuture<Result<std::vector<WantedMeeting>>> MeetingRepository::wantingMeeting(ServerId server) const
{
    const qint64 retryBeforeMs = toUtcMs(m_clock.now()) - retryUnreadableAfterMs;
    const qint64 youngSinceMs = toUtcMs(m_clock.now()) - retryGoneWithinMs;
    return m_database.read([server, retryBeforeMs, youngSinceMs](Connection &connection) {
        // "gone" while a recording is processed may only mean "not there yet"; of a young one, that its disk was away.
        static const Statement select{
            "meeting.wanted"_L1,
            u"SELECT r.id, r.external_id, r.internal_meeting_id, r.title, r.state FROM recording r "
            "INDEXED BY recording_by_server LEFT JOIN meeting_record m ON m.recording_id = r.id "
            "WHERE r.server_id = :server AND r.state <> 'gone' AND (m.recording_id IS NULL "
            "OR (m.status = 'unreadable' AND (m.attempted_state <> r.state OR m.attempted_at_ms < :before)) "
            "OR (m.status = 'gone' AND m.attempted_state IN ('processing', 'processed') AND m.attempted_state <> "
            "r.state) "
            "OR (m.status = 'gone' AND r.started_at_ms > :young AND m.attempted_at_ms < :before)) "
            "ORDER BY r.started_at_ms DESC, r.id DESC"_s};
        return connection.select<WantedMeeting>(select, {{":server"_L1, server.value}, {":before"_L1, retryBeforeMs}, {":young"_L1, youngSinceMs}});
    });
}

Result<QByteArray> MeetingRepository::archive(RecordingId id) const
{
    const Result<StoredMeeting> found = waitFor(stored(id));
    if (!found)
        return found.error();
    if (found.value().archive.sha256.isEmpty())
        return Error{ErrorKind::NotFound, u"no events archive is kept"_s, QString::number(id.value), {}};
    return m_store.get(found.value().archive.sha256);
}

} // namespace letopis
