#include "core/storage/recordingrepository.h"

#include "core/storage/jsontext.h"
#include "core/storage/recordingpagequery.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int largestPage = 1000;
constexpr qsizetype mostRowsByIds = 500;

struct KeyedRow
{
    RecordingRow row;
    QVariantList keys;
};

struct ServerKey
{
    qint64 id = 0;
    QString sortKey;
};

struct CountRow
{
    qint64 count = 0;
};

struct IdOnly
{
    qint64 id = 0;
};

struct TextOnly
{
    QString text;
};

Error cancelled()
{
    return Error{ErrorKind::Cancelled, {}, {}, {}};
}

Error noSuchRecording(const QString &subject)
{
    return Error{ErrorKind::NotFound, u"no such recording"_s, subject, {}};
}
} // namespace

template <>
RecordingRow fromRow(const Row &row)
{
    return {.id = {row.get<qint64>("id"_L1)},
            .externalId = row.get<QString>("external_id"_L1),
            .server = {row.get<qint64>("server_id"_L1)},
            .serverName = row.get<QString>("server_name"_L1),
            .title = row.get<QString>("title"_L1),
            .meetingName = row.get<QString>("name"_L1),
            .startedAt = fromUtcMs(row.get<qint64>("started_at_ms"_L1)),
            .durationMs = row.get<qint64>("duration_ms"_L1),
            .participantCount = row.get<int>("participant_count"_L1),
            .arePeopleKnown = row.get<bool>("are_people_known"_L1),
            .formats = row.get<QString>("formats"_L1).split(u'\n', Qt::SkipEmptyParts),
            .sizeBytes = row.get<qint64>("size_bytes"_L1),
            .state = publicationStateFromName(row.get<QString>("state"_L1)).value_or(PublicationState::Gone),
            .isBreakout = row.get<bool>("is_breakout"_L1),
            .isNew = !row.get<bool>("is_seen"_L1)};
}

template <>
PlaybackFormat fromRow(const Row &row)
{
    return {.type = row.get<QString>("type"_L1),
            .url = QUrl(row.get<QString>("url"_L1), QUrl::StrictMode),
            .durationMs = row.get<qint64>("duration_ms"_L1),
            .sizeBytes = row.get<qint64>("size_bytes"_L1),
            .processingMs = row.get<qint64>("processing_ms"_L1),
            .previews = previewsFromJson(row.get<QString>("previews"_L1))};
}

template <>
BreakoutLink fromRow(const Row &row)
{
    return {.externalId = row.get<QString>("external_id"_L1),
            .id = {row.get<qint64>("id"_L1)},
            .title = row.get<QString>("title"_L1)};
}

template <>
ServerKey fromRow(const Row &row)
{
    return {.id = row.get<qint64>("id"_L1), .sortKey = row.get<QString>("sort_key"_L1)};
}

template <>
CountRow fromRow(const Row &row)
{
    return {.count = row.get<qint64>("count"_L1)};
}

template <>
IdOnly fromRow(const Row &row)
{
    return {.id = row.get<qint64>("id"_L1)};
}

template <>
TextOnly fromRow(const Row &row)
{
    return {.text = row.get<QString>("text"_L1)};
}

namespace {
Result<std::vector<KeyedRow>> readRows(Connection &connection, const RecordingPageQuery &sql, const QVariantList &after,
                                       int limit)
{
    static constexpr std::array<QLatin1StringView, 3> names{"key0"_L1, "key1"_L1, "key2"_L1};
    std::vector<KeyedRow> rows;
    Result<> read = connection.forEachRow(sql.page(after), sql.pageBindings(after, limit), [&](const Row &row) {
        KeyedRow keyed{.row = fromRow<RecordingRow>(row), .keys = {}};
        for (qsizetype key = 0; key < sql.keyCount(); ++key)
            keyed.keys += row.get<QVariant>(names[size_t(key)]);
        rows.push_back(std::move(keyed));
    });
    if (!read)
        return read.error();
    return rows;
}

RecordingPage pageOf(std::vector<KeyedRow> rows, const RecordingQuery &query, int limit)
{
    RecordingPage page;
    if (std::ssize(rows) > limit) {
        rows.resize(size_t(limit));
        page.next = RecordingCursor{query.sort, query.order, rows.back().keys}.toBytes();
    }
    page.rows.reserve(std::ssize(rows));
    for (KeyedRow &keyed : rows)
        page.rows.append(std::move(keyed.row));
    return page;
}

// What the viewer and, where the query names one, another person can see.
Result<QList<VisibleSet>> visibleSets(Connection &connection, Visibility *visibility, const RecordingQuery &query,
                                      std::optional<PersonId> viewer)
{
    QList<VisibleSet> sets;
    for (const std::optional<PersonId> person : {viewer, query.visibleTo}) {
        if (!person)
            continue;
        if (!visibility)
            return Error{ErrorKind::PermissionDenied, u"this catalog was opened without rights"_s, {}, {}};
        const Result<VisibleSet> set = visibility->prepare(connection, *person, sets);
        if (!set)
            return set.error();
        sets += set.value();
    }
    return sets;
}

Result<std::vector<KeyedRow>> readOrdered(Connection &connection, const RecordingQuery &query,
                                          const QList<VisibleSet> &visible, const QVariantList &after, int limit)
{
    RecordingPageQuery sql(query, visible);
    if (Result<> chosen = sql.chooseLead(connection); !chosen)
        return chosen.error();
    return readRows(connection, sql, after, limit);
}

// A list by server goes through the servers in the order of their names, each by start time: every step is an index
// walk.
Result<std::vector<KeyedRow>> readByServer(Connection &connection, const RecordingQuery &query,
                                           const QList<VisibleSet> &visible, const QVariantList &after, int limit)
{
    const bool isAscending = query.order == Qt::AscendingOrder;
    const Statement servers{"recording.serversInOrder"_L1, u"SELECT id, sort_key FROM server ORDER BY sort_key "_s +
                                                               (isAscending ? u"ASC"_s : u"DESC"_s)};
    const Result<std::vector<ServerKey>> inOrder = connection.select<ServerKey>(servers);
    if (!inOrder)
        return inOrder.error();
    const QString from = after.isEmpty() ? QString() : after.first().toString();
    std::vector<KeyedRow> rows;
    for (const ServerKey &server : inOrder.value()) {
        const bool isBefore = isAscending ? server.sortKey < from : server.sortKey > from;
        if ((query.server && query.server->value != server.id) || (!after.isEmpty() && isBefore))
            continue;
        RecordingQuery inServer = query;
        inServer.server = ServerId{server.id};
        const QVariantList afterInServer = !after.isEmpty() && server.sortKey == from ? after.mid(1) : QVariantList();
        Result<std::vector<KeyedRow>> more =
            readOrdered(connection, inServer, visible, afterInServer, limit - int(rows.size()));
        if (!more)
            return more;
        for (KeyedRow &keyed : more.value()) {
            keyed.keys.prepend(server.sortKey);
            rows.push_back(std::move(keyed));
        }
        if (std::ssize(rows) >= limit)
            break;
    }
    return rows;
}

Result<RecordingPage> readPage(Connection &connection, const RecordingQuery &query, const QList<VisibleSet> &visible,
                               const QByteArray &after, int limit)
{
    QVariantList keys;
    if (!after.isEmpty()) {
        const Result<RecordingCursor> cursor = RecordingCursor::fromBytes(after, query);
        if (!cursor)
            return cursor.error();
        keys = cursor.value().keys;
    }
    // One row more than asked for tells whether another page follows.
    Result<std::vector<KeyedRow>> rows = query.sort == RecordingColumn::Server
                                             ? readByServer(connection, query, visible, keys, limit + 1)
                                             : readOrdered(connection, query, visible, keys, limit + 1);
    if (!rows)
        return rows.error();
    return pageOf(std::move(rows).value(), query, limit);
}

const QString rowColumns = u"r.id, r.external_id, r.server_id, (SELECT name FROM server WHERE id = r.server_id) AS "
                           u"server_name, r.title, r.name, "
                           "r.started_at_ms, r.duration_ms, r.participant_count, r.are_people_known, r.formats, "
                           "r.size_bytes, r.state, r.is_breakout, "
                           "r.is_seen"_s;

// People's status as the details pane says it.
RecordingDetails::PeopleStatus peopleStatus(const QString &status, bool hasDisk)
{
    using Status = RecordingDetails::PeopleStatus;
    if (status == "known"_L1)
        return Status::Known;
    if (status == "gone"_L1)
        return Status::EventsGone;
    if (status == "unreadable"_L1)
        return Status::EventsUnreadable;
    return hasDisk ? Status::NotFetchedYet : Status::NoDiskAccess;
}

struct DetailsBase
{
    RecordingDetails details;
    QString parentId;
};
} // namespace

template <>
DetailsBase fromRow(const Row &row)
{
    DetailsBase base;
    RecordingDetails &details = base.details;
    details.row = fromRow<RecordingRow>(row);
    details.name = row.get<QString>("name"_L1);
    details.description = row.get<QString>("description"_L1);
    details.meetingId = row.get<QString>("meeting_id"_L1);
    details.internalMeetingId = row.get<QString>("internal_meeting_id"_L1);
    details.endedAt = fromUtcMs(row.get<qint64>("ended_at_ms"_L1));
    details.rawSizeBytes = row.get<qint64>("raw_size_bytes"_L1);
    details.metadata = metadataFromJson(row.get<QString>("metadata"_L1));
    details.firstSeenAt = fromUtcMs(row.get<qint64>("first_seen_at_ms"_L1));
    const bool isGone = details.row.state == PublicationState::Gone;
    const qint64 ownMs = row.get<qint64>("last_seen_at_ms"_L1);
    details.lastSeenAt = fromUtcMs(isGone ? ownMs : std::max(ownMs, row.get<qint64>("last_sync_at_ms"_L1)));
    details.people = peopleStatus(row.get<QString>("events_status"_L1), row.get<bool>("has_ssh"_L1));
    details.peopleProblem = row.get<QString>("events_reason"_L1);
    details.serverCountsJoins = !details.row.arePeopleKnown;
    base.parentId = row.get<QString>("breakout_parent_id"_L1);
    return base;
}

namespace {
Result<> readFormats(Connection &connection, RecordingId id, RecordingDetails &details)
{
    static const Statement select{
        "recording.playbackFormats"_L1,
        u"SELECT type, url, duration_ms, size_bytes, processing_ms, previews FROM recording_format "
        "WHERE recording_id = :id ORDER BY type, url"_s};
    const Result<std::vector<PlaybackFormat>> formats =
        connection.select<PlaybackFormat>(select, {{":id"_L1, id.value}});
    if (!formats)
        return formats.error();
    details.formats = QList<PlaybackFormat>(formats.value().begin(), formats.value().end());
    return {};
}

// The link may be told by the parent, by the room, or by both.
Result<> readBreakouts(Connection &connection, const QString &parentId, RecordingDetails &details)
{
    const Bindings bindings{
        {":server"_L1, details.row.server.value}, {":parent"_L1, parentId}, {":own"_L1, details.row.externalId}};
    static const Statement parents{
        "recording.parent"_L1,
        u"SELECT r.id, r.external_id, r.title FROM recording r WHERE r.server_id = :server AND r.external_id = :parent "
        "UNION SELECT r.id, r.external_id, r.title FROM breakout_room b JOIN recording r ON r.id = b.recording_id "
        "WHERE b.room_external_id = :own AND r.server_id = :server ORDER BY 1 LIMIT 1"_s};
    const Result<std::optional<BreakoutLink>> parent = connection.selectOne<BreakoutLink>(parents, bindings);
    if (!parent)
        return parent.error();
    details.parent = parent.value();
    if (!details.parent && !parentId.isEmpty())
        details.parent = BreakoutLink{.externalId = parentId, .id = {}, .title = {}};
    static const Statement rooms{
        "recording.rooms"_L1,
        u"SELECT b.room_external_id AS external_id, coalesce(r.id, 0) AS id, coalesce(r.title, '') AS title "
        "FROM breakout_room b LEFT JOIN recording r ON r.external_id = b.room_external_id AND r.server_id = :server "
        "WHERE b.recording_id = :id UNION SELECT r.external_id, r.id, r.title FROM recording r "
        "WHERE r.breakout_parent_id = :own AND r.breakout_parent_id <> '' AND r.server_id = :server ORDER BY 3, 1"_s};
    const Result<std::vector<BreakoutLink>> found =
        connection.select<BreakoutLink>(rooms, {{":server"_L1, details.row.server.value},
                                                {":id"_L1, details.row.id.value},
                                                {":own"_L1, details.row.externalId}});
    if (!found)
        return found.error();
    details.breakoutRooms = QList<BreakoutLink>(found.value().begin(), found.value().end());
    return {};
}

Result<RecordingDetails> readDetails(Connection &connection, RecordingId id)
{
    const Statement select{
        "recording.details"_L1,
        u"SELECT "_s + rowColumns +
            u", r.description, r.meeting_id, r.internal_meeting_id, r.ended_at_ms, r.raw_size_bytes, r.metadata, "
            "r.first_seen_at_ms, r.last_seen_at_ms, r.breakout_parent_id, s.last_sync_at_ms, s.has_ssh, "
            "coalesce(m.status, '') AS events_status, coalesce(m.reason, '') AS events_reason "
            "FROM recording r JOIN server s ON s.id = r.server_id LEFT JOIN meeting_record m ON m.recording_id = r.id "
            "WHERE r.id = :id"_s};
    const Result<std::optional<DetailsBase>> base = connection.selectOne<DetailsBase>(select, {{":id"_L1, id.value}});
    if (!base)
        return base.error();
    if (!base.value())
        return noSuchRecording(QString::number(id.value));
    RecordingDetails details = base.value()->details;
    if (Result<> formats = readFormats(connection, id, details); !formats)
        return formats.error();
    if (Result<> breakouts = readBreakouts(connection, base.value()->parentId, details); !breakouts)
        return breakouts.error();
    return details;
}

// What the viewer may know of: no viewer, everything.
Result<QString> visibleCondition(Connection &connection, Visibility *visibility, std::optional<PersonId> viewer)
{
    const Result<QList<VisibleSet>> sets = visibleSets(connection, visibility, {}, viewer);
    if (!sets)
        return sets.error();
    return sets.value().isEmpty() ? u"TRUE"_s : sets.value().first().condition();
}

Result<bool> isVisible(Connection &connection, const QString &condition, RecordingId id)
{
    const Statement look{"recording.isVisible"_L1, u"SELECT r.id FROM recording r WHERE r.id = :id AND "_s + condition};
    const Result<std::optional<IdOnly>> row = connection.selectOne<IdOnly>(look, {{":id"_L1, id.value}});
    return row ? Result<bool>(row.value().has_value()) : Result<bool>(row.error());
}

Result<> hideInvisible(Connection &connection, const QString &condition, BreakoutLink &link)
{
    if (!link.id.isValid())
        return {};
    const Result<bool> visible = isVisible(connection, condition, link.id);
    if (!visible)
        return visible.error();
    if (!visible.value())
        link = BreakoutLink{.externalId = link.externalId, .id = {}, .title = {}};
    return {};
}

Result<RecordingDetails> readVisibleDetails(Connection &connection, const QString &condition, RecordingId id)
{
    const Result<bool> visible = isVisible(connection, condition, id);
    if (!visible)
        return visible.error();
    if (!visible.value())
        return noSuchRecording(QString::number(id.value));
    Result<RecordingDetails> details = readDetails(connection, id);
    if (!details)
        return details;
    if (details->parent) {
        if (Result<> hidden = hideInvisible(connection, condition, *details->parent); !hidden)
            return hidden.error();
    }
    for (BreakoutLink &room : details->breakoutRooms) {
        if (Result<> hidden = hideInvisible(connection, condition, room); !hidden)
            return hidden.error();
    }
    return details;
}

Result<QList<RecordingRow>> readRowsById(Connection &connection, const QList<RecordingId> &ids)
{
    static const Statement select{"recording.row"_L1,
                                  u"SELECT "_s + rowColumns + u" FROM recording r WHERE r.id = :id"_s};
    QList<RecordingRow> rows;
    for (const RecordingId id : ids.mid(0, mostRowsByIds)) {
        const Result<std::optional<RecordingRow>> row =
            connection.selectOne<RecordingRow>(select, {{":id"_L1, id.value}});
        if (!row)
            return row.error();
        if (row.value())
            rows.append(*row.value());
    }
    return rows;
}

Result<RecordingId> findByText(Connection &connection, const QString &condition, const QString &text)
{
    const Statement byExternal{
        "recording.findExternal"_L1, u"SELECT r.id FROM recording r WHERE r.external_id = :text AND "_s + condition +
                                         u" ORDER BY r.state = 'gone', r.first_seen_at_ms DESC, r.id DESC LIMIT 1"_s};
    const Result<std::optional<IdOnly>> external = connection.selectOne<IdOnly>(byExternal, {{":text"_L1, text}});
    if (!external)
        return external.error();
    if (external.value())
        return RecordingId{external.value()->id};
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber)
        return noSuchRecording(text);
    const Result<bool> own = isVisible(connection, condition, {number});
    if (!own)
        return own.error();
    return own.value() ? Result<RecordingId>(RecordingId{number}) : Result<RecordingId>(noSuchRecording(text));
}

// Hops from one distinct value to the next instead of reading a million index entries.
Result<QStringList> readFormatTypes(Connection &connection)
{
    static const Statement select{
        "recording.knownFormats"_L1,
        u"WITH RECURSIVE combination(text) AS (SELECT min(formats) FROM recording UNION ALL "
        "SELECT (SELECT min(formats) FROM recording WHERE formats > combination.text) FROM combination "
        "WHERE combination.text IS NOT NULL) SELECT text FROM combination WHERE text IS NOT NULL"_s};
    const Result<std::vector<TextOnly>> combinations = connection.select<TextOnly>(select);
    if (!combinations)
        return combinations.error();
    QStringList types;
    for (const TextOnly &combination : combinations.value()) {
        for (const QString &type : combination.text.split(u'\n', Qt::SkipEmptyParts)) {
            if (!types.contains(type))
                types += type;
        }
    }
    types.sort();
    return types;
}
} // namespace

QFuture<Result<RecordingPage>> RecordingRepository::page(const RecordingQuery &query, const QByteArray &after, int limit,
                                                         std::stop_token stop, std::optional<PersonId> viewer) const
{
    const int bounded = std::clamp(limit, 1, largestPage);
    const auto read = [=, visibility = m_visibility](Connection &connection) -> Result<RecordingPage> {
        const Result<QList<VisibleSet>> visible = visibleSets(connection, visibility.get(), query, viewer);
        if (!visible)
            return visible.error();
        return readPage(connection, query, visible.value(), after, bounded);
    };
    return m_database.read([read, stop](Connection &connection) -> Result<RecordingPage> {
        if (stop.stop_requested())
            return cancelled();
        return connection.transaction([&] { return read(connection); });
    });
}

QFuture<Result<qint64>> RecordingRepository::count(const RecordingQuery &query, std::stop_token stop,
                                                   std::optional<PersonId> viewer) const
{
    const auto read = [=, visibility = m_visibility](Connection &connection) -> Result<qint64> {
        const Result<QList<VisibleSet>> visible = visibleSets(connection, visibility.get(), query, viewer);
        if (!visible)
            return visible.error();
        RecordingPageQuery sql(query, visible.value());
        if (Result<> chosen = visible.value().isEmpty() ? Result<>() : sql.chooseLead(connection); !chosen)
            return chosen.error();
        const Result<std::optional<CountRow>> counted = connection.selectOne<CountRow>(sql.count(), sql.countBindings());
        if (!counted)
            return counted.error();
        return counted.value()->count;
    };
    return m_database.read([read, stop](Connection &connection) -> Result<qint64> {
        if (stop.stop_requested())
            return cancelled();
        return connection.transaction([&] { return read(connection); });
    });
}

QFuture<Result<RecordingDetails>> RecordingRepository::details(RecordingId id, std::optional<PersonId> viewer) const
{
    const auto read = [=, visibility = m_visibility](Connection &connection) -> Result<RecordingDetails> {
        const Result<QString> condition = visibleCondition(connection, visibility.get(), viewer);
        return condition ? readVisibleDetails(connection, condition.value(), id) : Result<RecordingDetails>(condition.error());
    };
    return m_database.read([read](Connection &connection) { return connection.transaction([&] { return read(connection); }); });
}

QFuture<Result<QList<RecordingRow>>> RecordingRepository::rows(const QList<RecordingId> &ids) const
{
    return m_database.read([ids](Connection &connection) {
        return connection.transaction([&] { return readRowsById(connection, ids); });
    });
}

QFuture<Result<RecordingId>> RecordingRepository::find(const QString &text, std::optional<PersonId> viewer) const
{
    const auto read = [=, visibility = m_visibility](Connection &connection) -> Result<RecordingId> {
        const Result<QString> condition = visibleCondition(connection, visibility.get(), viewer);
        return condition ? findByText(connection, condition.value(), text) : Result<RecordingId>(condition.error());
    };
    return m_database.read([read](Connection &connection) { return connection.transaction([&] { return read(connection); }); });
}

QFuture<Result<QStringList>> RecordingRepository::knownFormats() const
{
    return m_database.read([](Connection &connection) { return readFormatTypes(connection); });
}

QFuture<Result<>> RecordingRepository::markSeen(RecordingId id)
{
    return m_database.write([id](Connection &connection) -> Result<> {
        static const Statement update{"recording.markSeen"_L1,
                                      u"UPDATE recording SET is_seen = 1 WHERE id = ? AND is_seen = 0"_s};
        const Result<Executed> marked = connection.execute(update, Values{id.value});
        return marked ? Result<>{} : Result<>{marked.error()};
    });
}

} // namespace letopis
