#include "core/storage/recordingwrite.h"

#include "core/storage/fieldedits.h"
#include "core/storage/jsontext.h"
#include "core/storage/searchindex.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr char listSeparator = '\n'; // never inside a cleaned text

// What follows from a recording's formats together.
struct Derived
{
    QByteArray formats;
    qint64 durationMs = -1;
    qint64 sizeBytes = -1;
};

Derived derivedFrom(const std::vector<FormatRow> &formats)
{
    Derived derived;
    QByteArrayList types;
    for (const FormatRow &format : formats) {
        if (formats.size() > 1 && !types.contains(format.type))
            types += format.type;
        derived.durationMs = std::max(derived.durationMs, format.durationMs);
        if (format.sizeBytes >= 0)
            derived.sizeBytes = std::max<qint64>(derived.sizeBytes, 0) + format.sizeBytes;
    }
    std::sort(types.begin(), types.end());
    derived.formats = formats.size() == 1 ? formats.front().type : types.join(listSeparator);
    return derived;
}

// The catalog's copy, as far as an update is compared with it.
struct StoredBase
{
    QString name;
    QString title;
    QString description;
    PublicationState state = PublicationState::Gone;
    qint64 startedAtMs = 0;
    qint64 endedAtMs = 0;
    qint64 participants = -1;
    QString metadata;
    QString formats;
    qint64 sizeBytes = -1;
};

struct StoredId
{
    qint64 id = 0;
};
} // namespace

template <>
StoredBase fromRow(const Row &row)
{
    return {.name = row.get<QString>("name"_L1),
            .title = row.get<QString>("title"_L1),
            .description = row.get<QString>("description"_L1),
            .state = publicationStateFromName(row.get<QString>("state"_L1)).value_or(PublicationState::Gone),
            .startedAtMs = row.get<qint64>("started_at_ms"_L1),
            .endedAtMs = row.get<qint64>("ended_at_ms"_L1),
            .participants = row.get<qint64>("server_participant_count"_L1),
            .metadata = row.get<QString>("metadata"_L1),
            .formats = row.get<QString>("formats"_L1),
            .sizeBytes = row.get<qint64>("size_bytes"_L1)};
}

template <>
FormatRow fromRow(const Row &row)
{
    return {.type = row.get<QString>("type"_L1).toUtf8(),
            .url = row.get<QString>("url"_L1).toUtf8(),
            .previews = row.get<QString>("previews"_L1).toUtf8(),
            .durationMs = row.get<qint64>("duration_ms"_L1),
            .sizeBytes = row.get<qint64>("size_bytes"_L1),
            .processingMs = row.get<qint64>("processing_ms"_L1),
            .bytes = {}};
}

template <>
StoredId fromRow(const Row &row)
{
    return {.id = row.get<qint64>("id"_L1)};
}

namespace {
Result<StoredBase> readBase(Connection &connection, qint64 id)
{
    static const Statement select{
        "recording.before"_L1,
        u"SELECT name, title, description, state, started_at_ms, ended_at_ms, "
        "server_participant_count, metadata, formats, size_bytes FROM recording WHERE id = :id"_s};
    const Result<std::optional<StoredBase>> base = connection.selectOne<StoredBase>(select, {{":id"_L1, id}});
    if (!base)
        return base.error();
    if (!base.value())
        return Error{ErrorKind::NotFound, u"a recording vanished from the catalog"_s, QString::number(id), {}};
    return *base.value();
}

Result<std::vector<FormatRow>> readFormats(Connection &connection, qint64 id)
{
    static const Statement select{"recording.formats"_L1,
                                  u"SELECT type, url, duration_ms, size_bytes, processing_ms, previews FROM "
                                  u"recording_format WHERE recording_id = :id ORDER BY type, "
                                  "url"_s};
    return connection.select<FormatRow>(select, {{":id"_L1, id}});
}

QByteArray changesBetween(const StoredBase &before, const StoredBase &after)
{
    JsonObjectWriter json;
    json.addChange("name"_L1, before.name, after.name)
        .addChange("title"_L1, before.title, after.title)
        .addChange("description"_L1, before.description, after.description)
        .addChange("state"_L1, publicationStateName(before.state), publicationStateName(after.state))
        .addChange("startedAtMs"_L1, QString::number(before.startedAtMs), QString::number(after.startedAtMs))
        .addChange("endedAtMs"_L1, QString::number(before.endedAtMs), QString::number(after.endedAtMs))
        .addChange("participants"_L1, QString::number(before.participants), QString::number(after.participants))
        .addChange("metadata"_L1, before.metadata, after.metadata)
        .addChange("formats"_L1, before.formats, after.formats)
        .addChange("sizeBytes"_L1, QString::number(before.sizeBytes), QString::number(after.sizeBytes));
    return json.toUtf8();
}

// A member more of the object.
QByteArray withFolder(const QByteArray &json, FolderId folder)
{
    const QByteArray member = "\"folder\":" + QByteArray::number(folder.value) + '}';
    return json.size() > 2 ? json.first(json.size() - 1) + ',' + member : '{' + member;
}

Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}
} // namespace

Result<> RecordingWriter::append(Connection &connection, const QString &action, qint64 id, const QByteArray &details)
{
    AuditEvent event;
    event.atMs = m_nowMs;
    event.actor = m_actor;
    event.action = action;
    event.server = {m_serverId};
    event.recording = {id};
    event.details = details;
    return m_audit.append(connection, std::move(event));
}

Result<std::vector<qint64>> RecordingWriter::writeAll(Connection &connection, const std::vector<RecordingWrite> &writes)
{
    m_inserted.clear();
    if (Result<> found = findFolders(connection, writes); !found)
        return found.error();
    std::vector<qint64> ids;
    ids.reserve(writes.size());
    for (const RecordingWrite &one : writes) {
        const Result<qint64> id = write(connection, one);
        if (!id)
            return id.error();
        ids.push_back(id.value());
    }
    if (Result<> indexed = indexInserted(connection); !indexed)
        return indexed.error();
    return ids;
}

// Rules were read when the sync began; a folder that somebody removed since takes nothing.
Result<> RecordingWriter::findFolders(Connection &connection, const std::vector<RecordingWrite> &writes)
{
    static const Statement look{"recording.folderIsThere"_L1, u"SELECT id FROM folder WHERE id = :id"_s};
    QSet<FolderId> wanted;
    for (const RecordingWrite &write : writes) {
        if (write.id == 0 && write.base.folder != sharedFolder)
            wanted += write.base.folder;
    }
    m_folders.clear();
    for (const FolderId folder : std::as_const(wanted)) {
        const Result<std::optional<StoredId>> there = connection.selectOne<StoredId>(look, {{":id"_L1, folder.value}});
        if (!there)
            return there.error();
        if (there.value())
            m_folders += folder;
    }
    return {};
}

FolderId RecordingWriter::folderFor(const RecordingWrite &write) const
{
    return m_folders.contains(write.base.folder) ? write.base.folder : sharedFolder;
}

// All at the end: statements of other tables in between can make FTS5 write its buffer out.
Result<> RecordingWriter::indexInserted(Connection &connection) const
{
    for (const auto &[id, texts] : m_inserted) {
        if (Result<> indexed = insertSearchDocument(connection, id, *texts); !indexed)
            return indexed;
    }
    return {};
}

Result<qint64> RecordingWriter::write(Connection &connection, const RecordingWrite &write)
{
    if (write.id == 0)
        return insert(connection, write);
    if (Result<> updated = update(connection, write.id, write); !updated)
        return updated.error();
    return write.id;
}

Result<Executed> RecordingWriter::insertRow(Connection &connection, const RecordingWrite &write)
{
    // Without naming the conflict: nothing else in the row is unique.
    static const Statement insert{
        "recording.insert"_L1,
        u"INSERT INTO recording (server_id, external_id, meeting_id, internal_meeting_id, name, title, description, state, "
        "breakout_parent_id, metadata, title_key, meeting_key, formats, duration_ms, size_bytes, is_breakout, started_at_ms, "
        "ended_at_ms, precise_duration_ms, participant_count, server_participant_count, are_people_known, raw_size_bytes, "
        "is_seen, first_seen_at_ms, last_seen_at_ms, sync_digest, folder_id, access_scope) VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), "
        "CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), "
        "CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, ?, ?, -1, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING"_s};
    using T = RecordingTexts;
    const RecordingBase &base = write.base;
    const RecordingTexts &texts = base.texts;
    const Derived derived = derivedFrom(write.formats);
    const FolderId folder = folderFor(write);
    return connection.executeWith(insert, m_serverId, texts[T::ExternalId], texts[T::MeetingId],
                                  texts[T::InternalMeetingId], texts[T::Name], texts[T::Title], texts[T::Description],
                                  texts[T::State], texts[T::BreakoutParentId], texts[T::Metadata], texts[T::TitleKey],
                                  texts[T::MeetingKey], derived.formats.isNull() ? QByteArray("") : derived.formats,
                                  derived.durationMs, derived.sizeBytes, base.isBreakout ? 1 : 0, base.startedAtMs,
                                  base.endedAtMs, base.participantCount, base.participantCount, base.rawSizeBytes,
                                  m_areSeenAlready ? 1 : 0, m_nowMs, m_nowMs, write.digest, folder.value,
                                  AccessScope::ofFolder(folder).value());
}

// Another program synced this server meanwhile.
Result<qint64> RecordingWriter::updateInstead(Connection &connection, const RecordingWrite &write)
{
    static const Statement look{"recording.idOf"_L1,
                                u"SELECT id FROM recording WHERE external_id = :external AND server_id = :server"_s};
    const QString externalId = QString::fromUtf8(write.base.texts[RecordingTexts::ExternalId]);
    const Result<std::optional<StoredId>> there =
        connection.selectOne<StoredId>(look, {{":external"_L1, externalId}, {":server"_L1, m_serverId}});
    if (!there)
        return there.error();
    const qint64 id = there.value() ? there.value()->id : 0;
    if (Result<> updated = update(connection, id, write); !updated)
        return updated.error();
    return id;
}

Result<qint64> RecordingWriter::insert(Connection &connection, const RecordingWrite &write)
{
    const Result<Executed> inserted = insertRow(connection, write);
    if (!inserted)
        return inserted.error();
    if (inserted.value().rowsAffected == 0)
        return updateInstead(connection, write);
    const qint64 id = inserted.value().lastInsertId;
    m_inserted.emplace_back(id, &write.base.texts);
    for (const FormatRow &format : write.formats) {
        if (Result<> stored = storeFormat(connection, id, format); !stored)
            return stored.error();
    }
    if (Result<> rooms = storeBreakoutRooms(connection, id, write.base.breakoutRoomIds); !rooms)
        return rooms.error();
    QByteArray details = write.base.texts[RecordingTexts::AddedDetails];
    if (const FolderId folder = folderFor(write); folder != sharedFolder)
        details = withFolder(details, folder);
    if (Result<> journalled = append(connection, u"recording.added"_s, id, details); !journalled)
        return journalled.error();
    return id;
}

Result<> RecordingWriter::storeFormat(Connection &connection, qint64 id, const FormatRow &format)
{
    static const Statement store{
        "format.store"_L1,
        u"INSERT INTO recording_format (recording_id, type, url, duration_ms, size_bytes, processing_ms, previews) "
        "VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, CAST(? AS TEXT)) ON CONFLICT (recording_id, type, url) DO "
        "UPDATE SET duration_ms = "
        "excluded.duration_ms, "
        "size_bytes = excluded.size_bytes, processing_ms = excluded.processing_ms, previews = excluded.previews"_s};
    return executed(connection.executeWith(store, id, format.type, format.url, format.durationMs, format.sizeBytes,
                                           format.processingMs, format.previews));
}

Result<> RecordingWriter::storeBreakoutRooms(Connection &connection, qint64 id, const QStringList &rooms)
{
    static const Statement store{
        "breakout.store"_L1, u"INSERT INTO breakout_room (recording_id, room_external_id, position) VALUES (?, ?, ?) "
                             "ON CONFLICT (recording_id, room_external_id) DO NOTHING"_s};
    for (qsizetype room = 0; room < rooms.size(); ++room) {
        if (const Result<Executed> stored = connection.execute(store, Values{id, rooms[room], room}); !stored)
            return stored.error();
    }
    return {};
}

Result<> RecordingWriter::update(Connection &connection, qint64 id, const RecordingWrite &write)
{
    const Result<StoredBase> before = readBase(connection, id);
    if (!before)
        return before.error();
    for (const FormatRow &format : write.formats) {
        if (Result<> stored = storeFormat(connection, id, format); !stored)
            return stored;
    }
    if (write.hasBase) {
        if (Result<> updated = updateBase(connection, id, write); !updated)
            return updated;
    }
    if (Result<> derived = updateDerived(connection, id, write.digest); !derived)
        return derived;
    if (write.hasBase) {
        // What people edited stands, and what the server's other clients changed is in the history.
        const ServerWords words{.name = before->name, .metadata = metadataFromJson(before->metadata)};
        const auto journal = [&](const QString &action, const QByteArray &details) {
            return append(connection, action, id, details);
        };
        if (Result<> merged = mergeAfterListing(connection, {id}, words, m_nowMs, journal); !merged)
            return merged;
    }
    const Result<StoredBase> after = readBase(connection, id);
    if (!after)
        return after.error();
    const bool isBack = before.value().state == PublicationState::Gone && after.value().state != PublicationState::Gone;
    return append(connection, isBack ? u"recording.returned"_s : u"recording.updated"_s, id,
                  changesBetween(before.value(), after.value()));
}

Result<> RecordingWriter::updateBase(Connection &connection, qint64 id, const RecordingWrite &write)
{
    static const Statement updateRow{
        "recording.update"_L1,
        u"UPDATE recording SET meeting_id = CAST(? AS TEXT), internal_meeting_id = CAST(? AS TEXT), name = CAST(? AS TEXT), "
        "title = CAST(? AS TEXT), description = CAST(? AS TEXT), state = CAST(? AS TEXT), breakout_parent_id = CAST(? AS "
        "TEXT), metadata = CAST(? AS TEXT), title_key = CAST(? AS TEXT), meeting_key = CAST(? AS TEXT), is_breakout = ?, "
        "started_at_ms = ?, ended_at_ms = ?, server_participant_count = ?, participant_count = CASE WHEN are_people_known "
        "THEN participant_count ELSE ? END, raw_size_bytes = ? WHERE id = ?"_s};
    using T = RecordingTexts;
    const RecordingBase &base = write.base;
    const RecordingTexts &texts = base.texts;
    const Result<Executed> updated = connection.executeWith(
        updateRow, texts[T::MeetingId], texts[T::InternalMeetingId], texts[T::Name], texts[T::Title],
        texts[T::Description], texts[T::State], texts[T::BreakoutParentId], texts[T::Metadata], texts[T::TitleKey],
        texts[T::MeetingKey], base.isBreakout ? 1 : 0, base.startedAtMs, base.endedAtMs, base.participantCount,
        base.participantCount, base.rawSizeBytes, id);
    if (!updated)
        return updated.error();
    static const Statement clearRooms{"breakout.clear"_L1, u"DELETE FROM breakout_room WHERE recording_id = ?"_s};
    if (const Result<Executed> cleared = connection.execute(clearRooms, Values{id}); !cleared)
        return cleared.error();
    if (Result<> rooms = storeBreakoutRooms(connection, id, base.breakoutRoomIds); !rooms)
        return rooms;
    const Result<SearchDocument> document = readSearchDocument(connection, id);
    if (!document)
        return document.error();
    SearchDocument next = searchDocumentFrom(texts);
    next.people = document.value().people;
    return updateSearchDocument(connection, id, document.value(), next);
}

Result<> RecordingWriter::updateDerived(Connection &connection, qint64 id, const QByteArray &digest)
{
    const Result<std::vector<FormatRow>> formats = readFormats(connection, id);
    if (!formats)
        return formats.error();
    const Derived derived = derivedFrom(formats.value());
    static const Statement update{
        "recording.updateDerived"_L1,
        u"UPDATE recording SET formats = CAST(? AS TEXT), size_bytes = ?, sync_digest = ?, "
        "duration_ms = CASE WHEN precise_duration_ms >= 0 THEN precise_duration_ms ELSE ? END WHERE id = ?"_s};
    return executed(connection.executeWith(update, derived.formats.isNull() ? QByteArray("") : derived.formats,
                                           derived.sizeBytes, digest, derived.durationMs, id));
}

Result<> RecordingWriter::markGone(Connection &connection, qint64 id, qint64 lastSeenMs)
{
    const Result<StoredBase> before = readBase(connection, id);
    if (!before)
        return before.error();
    static const Statement update{
        "recording.markGone"_L1,
        u"UPDATE recording SET state = 'gone', last_seen_at_ms = max(last_seen_at_ms, ?) WHERE id = ?"_s};
    if (const Result<Executed> marked = connection.execute(update, Values{lastSeenMs, id}); !marked)
        return marked.error();
    const QByteArray details = JsonObjectWriter().add("state"_L1, publicationStateName(before.value().state)).toUtf8();
    return append(connection, u"recording.gone"_s, id, details);
}

Result<> RecordingWriter::removeFormats(Connection &connection, qint64 id, const std::vector<quint64> &identities,
                                        const QByteArray &digest)
{
    const Result<StoredBase> before = readBase(connection, id);
    const Result<std::vector<FormatRow>> formats = readFormats(connection, id);
    if (!before || !formats)
        return before ? formats.error() : before.error();
    static const Statement erase{
        "format.remove"_L1,
        u"DELETE FROM recording_format WHERE recording_id = ? AND type = CAST(? AS TEXT) AND url = CAST(? AS TEXT)"_s};
    for (const FormatRow &format : formats.value()) {
        if (std::find(identities.begin(), identities.end(), formatIdentity(format.type, format.url)) ==
            identities.end())
            continue;
        if (const Result<Executed> erased = connection.executeWith(erase, id, format.type, format.url); !erased)
            return erased.error();
    }
    if (Result<> derived = updateDerived(connection, id, digest); !derived)
        return derived;
    const Result<StoredBase> after = readBase(connection, id);
    if (!after)
        return after.error();
    return append(connection, u"recording.updated"_s, id, changesBetween(before.value(), after.value()));
}

} // namespace letopis
