#include "core/storage/recordingpagequery.h"

#include "core/storage/searchtext.h"
#include "core/storage/sortindexes.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// Up to here fetching and sorting the matching rows costs less than walking the whole list in its order.
constexpr int fewRows = 2000;

struct Bounded
{
    qint64 count = 0;
};

// The columns a list is sorted by; the id follows. Indexes of 0003_access.sql are made for them.
QStringList sortKeys(RecordingColumn column)
{
    switch (column) {
    case RecordingColumn::Title:
        return {u"r.title_key"_s};
    case RecordingColumn::Meeting:
        return {u"r.meeting_key"_s};
    case RecordingColumn::Server:
        return {u"r.started_at_ms"_s}; // within one server
    case RecordingColumn::StartedAt:
        return {u"r.started_at_ms"_s};
    case RecordingColumn::Duration:
        return {u"r.duration_ms"_s};
    case RecordingColumn::Participants:
        return {u"r.participant_count"_s};
    case RecordingColumn::Formats:
        return {u"r.formats"_s, u"r.started_at_ms"_s};
    case RecordingColumn::Size:
        return {u"r.size_bytes"_s};
    case RecordingColumn::State:
        return {u"r.state"_s, u"r.started_at_ms"_s};
    }
    return {};
}

QString placeholder(const QString &prefix, qsizetype number)
{
    return u":%1%2"_s.arg(prefix).arg(number);
}

QVariant keyFromJson(const QJsonValue &value)
{
    return value.isString() ? QVariant(value.toString()) : QVariant(value.toInteger());
}

// Names of placeholders, made once: Bindings refer to them.
QLatin1StringView keyName(qsizetype key)
{
    static constexpr std::array<QLatin1StringView, 3> names{":k0"_L1, ":k1"_L1, ":k2"_L1};
    return names[size_t(key)];
}

constexpr std::array<QLatin1StringView, 6> stateNames{":s0"_L1, ":s1"_L1, ":s2"_L1, ":s3"_L1, ":s4"_L1, ":s5"_L1};
constexpr std::array<QLatin1StringView, 16> formatNames{":f0"_L1,  ":f1"_L1,  ":f2"_L1,  ":f3"_L1, ":f4"_L1,  ":f5"_L1,
                                                        ":f6"_L1,  ":f7"_L1,  ":f8"_L1,  ":f9"_L1, ":f10"_L1, ":f11"_L1,
                                                        ":f12"_L1, ":f13"_L1, ":f14"_L1, ":f15"_L1};

Error badCursor()
{
    return Error{ErrorKind::InvalidInput, u"the cursor belongs to no page of this list"_s, {}, {}};
}
} // namespace

template <>
Bounded fromRow(const Row &row)
{
    return {.count = row.get<qint64>("count"_L1)};
}

QByteArray RecordingCursor::toBytes() const
{
    QJsonArray json{recordingColumnName(column), order == Qt::AscendingOrder ? 0 : 1};
    for (const QVariant &key : keys)
        json.append(key.typeId() == QMetaType::QString ? QJsonValue(key.toString()) : QJsonValue(key.toLongLong()));
    return QJsonDocument(json)
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<RecordingCursor> RecordingCursor::fromBytes(const QByteArray &bytes, const RecordingQuery &query)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(bytes, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonArray json = QJsonDocument::fromJson(decoded ? *decoded : QByteArray()).array();
    const bool isOfServers = query.sort == RecordingColumn::Server;
    const qsizetype expected = sortKeys(query.sort).size() + (isOfServers ? 2 : 1);
    if (json.size() != expected + 2 || recordingColumnFromName(json[0].toString()) != query.sort ||
        json[1].toInt(-1) != (query.order == Qt::AscendingOrder ? 0 : 1))
        return badCursor();
    RecordingCursor cursor{.column = query.sort, .order = query.order, .keys = {}};
    for (qsizetype key = 2; key < json.size(); ++key) {
        if (!json[key].isString() && !json[key].isDouble())
            return badCursor();
        cursor.keys += keyFromJson(json[key]);
    }
    return cursor;
}

RecordingPageQuery::RecordingPageQuery(const RecordingQuery &query, const QList<VisibleSet> &visible)
    : m_query(query)
    , m_match(matchExpression(query.search))
    , m_keys(sortKeys(query.sort) << u"r.id"_s)
{
    addFilters(query);
    for (const VisibleSet &set : visible) {
        if (set.reach == VisibleSet::Reach::Everything)
            continue;
        m_conditions += set.condition();
        if (!m_visible || set.recordings < m_visible->recordings)
            m_visible = set;
    }
}

void RecordingPageQuery::addFilters(const RecordingQuery &query)
{
    if (!m_match.isEmpty())
        m_bindings << std::pair{":match"_L1, QVariant(m_match)};
    if (query.server) {
        m_conditions += u"r.server_id = :server"_s;
        m_bindings << std::pair{":server"_L1, QVariant(query.server->value)};
    }
    if (!query.states.isEmpty()) {
        QStringList names;
        for (qsizetype state = 0; state < query.states.size() && state < std::ssize(stateNames); ++state) {
            names += placeholder(u"s"_s, state);
            m_bindings << std::pair{stateNames[size_t(state)], QVariant(publicationStateName(query.states[state]))};
        }
        m_conditions += u"r.state IN (%1)"_s.arg(names.join(u", "_s));
    }
    if (!query.formats.isEmpty()) {
        QStringList names;
        for (qsizetype format = 0; format < query.formats.size() && format < std::ssize(formatNames); ++format) {
            names += placeholder(u"f"_s, format);
            m_bindings << std::pair{formatNames[size_t(format)], QVariant(query.formats[format])};
        }
        m_conditions +=
            u"EXISTS (SELECT 1 FROM recording_format f WHERE f.recording_id = r.id AND f.type IN (%1))"_s.arg(
                names.join(u", "_s));
    }
    if (query.since.isValid()) {
        m_conditions += u"r.started_at_ms >= :since"_s;
        m_bindings << std::pair{":since"_L1, QVariant(query.since.toMSecsSinceEpoch())};
    }
    if (query.until.isValid()) {
        m_conditions += u"r.started_at_ms < :until"_s;
        m_bindings << std::pair{":until"_L1, QVariant(query.until.toMSecsSinceEpoch())};
    }
    if (query.folder) {
        m_conditions += query.withFoldersBelow ? u"r.folder_id IN (WITH RECURSIVE below(id) AS (SELECT :folder UNION SELECT f.id "
                                                 "FROM folder f JOIN below b ON f.parent_id = b.id) SELECT id FROM below)"_s
                                               : u"r.folder_id = :folder"_s;
        m_bindings << std::pair{":folder"_L1, QVariant(query.folder->value)};
    }
    if (query.onlyNew)
        m_conditions += u"r.is_seen = 0"_s;
}

Result<bool> RecordingPageQuery::leavesFew(Connection &connection, const QString &from) const
{
    const Statement look{"recording.leavesFew"_L1,
                         u"SELECT count(*) AS count FROM (SELECT 1 FROM %1 LIMIT %2)"_s.arg(from).arg(fewRows)};
    Bindings used;
    for (const auto &binding : m_bindings) {
        if (from.contains(binding.first))
            used << binding;
    }
    const Result<std::optional<Bounded>> bounded = connection.selectOne<Bounded>(look, used);
    if (!bounded)
        return bounded.error();
    return bounded.value()->count < fewRows;
}

Result<> RecordingPageQuery::chooseLead(Connection &connection)
{
    if (seesFew()) {
        m_lead = QueryLead::Visible;
        return {};
    }
    QList<std::pair<QueryLead, QString>> candidates;
    if (!m_match.isEmpty())
        candidates << std::pair{QueryLead::Search, u"search_index WHERE search_index MATCH :match"_s};
    if (m_query.server)
        candidates << std::pair{QueryLead::Server, u"recording WHERE server_id = :server"_s};
    if (m_query.folder && !m_query.withFoldersBelow)
        candidates << std::pair{QueryLead::Folder, u"recording WHERE folder_id = :folder"_s};
    if (m_query.since.isValid() && m_query.until.isValid())
        candidates << std::pair{QueryLead::Dates,
                                u"recording WHERE started_at_ms >= :since AND started_at_ms < :until"_s};
    if (!m_query.states.isEmpty()) {
        const auto condition = std::find_if(m_conditions.begin(), m_conditions.end(),
                                            [](const QString &c) { return c.startsWith(u"r.state"_s); });
        candidates << std::pair{QueryLead::States, u"recording r WHERE "_s + *condition};
    }
    m_lead = QueryLead::SortOrder;
    for (const auto &[lead, from] : candidates) {
        const Result<bool> few = leavesFew(connection, from);
        if (!few)
            return few.error();
        if (few.value()) {
            m_lead = lead;
            return {};
        }
    }
    const Result<bool> isThere = hasIndex(connection, sortIndex());
    if (!isThere)
        return isThere.error();
    m_hasSortIndex = isThere.value();
    return {};
}

// A page of a hundred along an index passes rows × 100 ÷ visible ones, sixteen for the price of one that is fetched and sorted.
bool RecordingPageQuery::seesFew() const
{
    return m_visible && m_visible->reach == VisibleSet::Reach::Scopes &&
           m_visible->recordings * m_visible->recordings < 100 * m_visible->newestRecording / 16;
}

QString RecordingPageQuery::sortIndex() const
{
    switch (m_query.sort) {
    case RecordingColumn::Title:
        return u"recording_by_title"_s;
    case RecordingColumn::Meeting:
        return u"recording_by_meeting"_s;
    case RecordingColumn::Server:
        return u"recording_by_server"_s;
    case RecordingColumn::StartedAt:
        return m_query.server ? u"recording_by_server"_s : u"recording_by_start"_s;
    case RecordingColumn::Duration:
        return u"recording_by_duration"_s;
    case RecordingColumn::Participants:
        return u"recording_by_participants"_s;
    case RecordingColumn::Formats:
        return u"recording_by_formats"_s;
    case RecordingColumn::Size:
        return u"recording_by_size"_s;
    case RecordingColumn::State:
        return u"recording_by_state"_s;
    }
    return {};
}

// The lead is forced: without statistics SQLite would sort a million rows rather than walk an index for one page.
QString RecordingPageQuery::source() const
{
    switch (m_lead) {
    case QueryLead::SortOrder:
        return m_hasSortIndex ? u"recording r INDEXED BY "_s + sortIndex() : u"recording r NOT INDEXED"_s;
    case QueryLead::Search:
        return u"(SELECT rowid AS id FROM search_index WHERE search_index MATCH :match) m CROSS JOIN recording r ON r.id = m.id"_s;
    case QueryLead::Server:
        return u"recording r INDEXED BY recording_by_server"_s;
    case QueryLead::States:
        return u"recording r INDEXED BY recording_by_state"_s;
    case QueryLead::Dates:
        return u"recording r INDEXED BY recording_by_start"_s;
    case QueryLead::Folder:
        return u"recording r INDEXED BY recording_by_folder"_s;
    case QueryLead::Visible:
        return m_visible->ids() + u" m CROSS JOIN recording r ON r.id = m.id"_s;
    }
    return {};
}

QString RecordingPageQuery::conditions() const
{
    QStringList all = m_conditions;
    if (!m_match.isEmpty() && m_lead != QueryLead::Search)
        all += u"r.id IN (SELECT rowid FROM search_index WHERE search_index MATCH :match)"_s;
    return all.isEmpty() ? u"TRUE"_s : all.join(u" AND "_s);
}

Statement RecordingPageQuery::page(const QVariantList &after) const
{
    const bool isAscending = m_query.order == Qt::AscendingOrder;
    QString where = conditions();
    QStringList order;
    QStringList named;
    QStringList placeholders;
    for (qsizetype key = 0; key < m_keys.size(); ++key) {
        order += m_keys[key] + (isAscending ? u" ASC"_s : u" DESC"_s);
        named += u"%1 AS key%2"_s.arg(m_keys[key]).arg(key);
        placeholders += keyName(key);
    }
    if (!after.isEmpty()) {
        where +=
            u" AND (%1) %2 (%3)"_s.arg(m_keys.join(u", "_s), isAscending ? u">"_s : u"<"_s, placeholders.join(u", "_s));
    }
    return {"recording.page"_L1, u"SELECT r.id, r.external_id, r.server_id, (SELECT name FROM server WHERE id = "
                                 u"r.server_id) AS server_name, r.title, "
                                 "r.name, r.started_at_ms, r.duration_ms, r.participant_count, r.are_people_known, "
                                 "r.formats, r.size_bytes, r.state, "
                                 "r.is_breakout, r.is_seen, %1 FROM %2 WHERE %3 ORDER BY %4 LIMIT :limit"_s.arg(
                                     named.join(u", "_s), source(), where, order.join(u", "_s))};
}

Bindings RecordingPageQuery::pageBindings(const QVariantList &after, int limit) const
{
    Bindings bindings = m_bindings;
    for (qsizetype key = 0; key < after.size(); ++key)
        bindings << std::pair{keyName(key), after[key]};
    return bindings << std::pair{":limit"_L1, QVariant(limit)};
}

Statement RecordingPageQuery::count() const
{
    return {"recording.count"_L1, u"SELECT count(*) AS count FROM %1 WHERE %2"_s.arg(
                                      m_lead == QueryLead::Visible ? source() : u"recording r"_s, conditions())};
}

} // namespace letopis
