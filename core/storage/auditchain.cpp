#include "core/storage/auditchain.h"

#include <QJsonDocument>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 stretchLength = 4096;
constexpr qint64 nearby = 5000; // how far a moved event is looked for

AuditEventView viewOf(const QSqlQuery &row, std::array<QByteArray, 6> &texts)
{
    for (int field = 0; field < 6; ++field)
        texts[size_t(field)] = row.value(4 + field).toByteArray();
    return {.sequence = row.value(0).toLongLong(),
            .atMs = row.value(1).toLongLong(),
            .actor = texts[0],
            .action = texts[1],
            .server = row.value(2).toLongLong(),
            .recording = row.value(3).toLongLong(),
            .details = texts[2],
            .origin = texts[5],
            .previousHash = texts[3]};
}

QString rowsSql(const QString &origin)
{
    return u"SELECT sequence, at_ms, server_id, recording_id, CAST(actor AS BLOB), CAST(action AS BLOB), CAST(details AS BLOB), "
           "previous_hash, hash, "_s
        + origin + u" FROM audit_event WHERE sequence BETWEEN :first AND :last ORDER BY sequence"_s;
}

Result<bool> occurs(Connection &connection, const QString &sql)
{
    bool found = false;
    const Result<> read = connection.forEachRaw({"chain.look"_L1, sql}, {}, [&found](const QSqlQuery &) { found = true; });
    return read ? Result<bool>(found) : Result<bool>(read.error());
}
} // namespace

Result<ChainReader> ChainReader::on(Connection &connection)
{
    const Result<bool> hasOrigin = occurs(connection, u"SELECT 1 FROM pragma_table_info('audit_event') WHERE name = 'origin'"_s);
    const Result<bool> hasSegments = occurs(connection, u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'audit_segment'"_s);
    if (!hasOrigin || !hasSegments)
        return hasOrigin ? hasSegments.error() : hasOrigin.error();
    return ChainReader(connection, *hasOrigin, *hasSegments);
}

Result<ChainOutline> ChainReader::outline()
{
    ChainOutline outline;
    if (m_hasSegments) {
        if (Result<> read = outlineSegments(outline); !read)
            return read.error();
    }
    outline.last = outline.first - 1;
    qint64 lowest = outline.first;
    static const Statement ends{"chain.ends"_L1, u"SELECT min(sequence), max(sequence) FROM audit_event"_s};
    const Result<> read = m_connection->forEachRaw(ends, {}, [&](const QSqlQuery &row) {
        if (row.value(0).isNull())
            return;
        lowest = row.value(0).toLongLong();
        outline.last = std::max(outline.last, row.value(1).toLongLong());
    });
    if (!read)
        return read.error();
    if (!outline.broken && lowest < outline.first)
        outline.broken = AuditBreak{lowest, AuditBreakKind::Unchained};
    return outline;
}

Result<> ChainReader::outlineSegments(ChainOutline &outline)
{
    static const Statement dropped{"chain.segments"_L1,
                                   u"SELECT first_sequence, last_sequence, previous_hash, last_hash FROM audit_segment "
                                   "WHERE dropped_at_ms > 0 ORDER BY first_sequence"_s};
    qint64 lastFirst = 0;
    const Result<> read = m_connection->forEachRaw(dropped, {}, [&](const QSqlQuery &row) {
        lastFirst = row.value(0).toLongLong();
        if (!outline.broken && (lastFirst != outline.first || row.value(2).toByteArray() != outline.previous))
            outline.broken = AuditBreak{outline.first, AuditBreakKind::BadSegment};
        outline.first = row.value(1).toLongLong() + 1;
        outline.previous = row.value(3).toByteArray();
    });
    if (!read || outline.first == 1)
        return read;
    return confirmDrop(lastFirst, outline.first - 1, outline.previous, outline);
}

// A row of that table is not chained; the event that tells of it is, and comes after the last one dropped.
Result<> ChainReader::confirmDrop(qint64 first, qint64 last, const QByteArray &lastHash, ChainOutline &outline)
{
    static const Statement named{"chain.dropEvent"_L1, u"SELECT details FROM audit_event WHERE action = 'audit.segmentDropped' AND sequence > :last "
                                                       "ORDER BY sequence DESC"_s};
    bool isTold = false;
    const Result<> read = m_connection->forEachRaw(named, {{":last"_L1, last}}, [&](const QSqlQuery &row) {
        const QJsonObject details = QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object();
        isTold = isTold || (details[u"first"_s].toInteger() == first && details[u"last"_s].toInteger() == last
                            && details[u"lastHash"_s].toString().toLatin1() == lastHash.toHex());
    });
    if (read && !isTold && !outline.broken)
        outline.broken = AuditBreak{first, AuditBreakKind::BadSegment};
    return read;
}

Result<ChainStretch> ChainReader::check(qint64 first, qint64 last)
{
    ChainStretch stretch;
    stretch.first = first;
    const qint64 hashedBefore = m_hasher.bytesHashed();
    std::array<QByteArray, 6> texts;
    const Result<> read = m_connection->forEachRaw(
        {"chain.stretch"_L1, rowsSql(m_originColumn)}, {{":first"_L1, first}, {":last"_L1, last}}, [&](const QSqlQuery &row) {
            if (stretch.isBroken)
                return;
            const AuditEventView event = viewOf(row, texts);
            const QByteArray &previous = texts[3];
            const QByteArray &hash = texts[4];
            if (stretch.events == 0)
                stretch.previous = previous;
            const bool follows = event.sequence == first + stretch.events && (stretch.events == 0 || previous == stretch.lastHash);
            stretch.isBroken = !follows || m_hasher.hash(event) != hash;
            if (stretch.isBroken)
                return;
            ++stretch.events;
            stretch.lastHash = hash;
        });
    if (!read)
        return read.error();
    stretch.isBroken = stretch.isBroken || stretch.events != last - first + 1;
    stretch.bytesHashed = m_hasher.bytesHashed() - hashedBefore;
    return stretch;
}

Result<AuditBreak> ChainReader::explain(qint64 sequence, const QByteArray &previous)
{
    AuditBreak found{sequence, AuditBreakKind::Missing};
    std::array<QByteArray, 6> texts;
    const Result<> read = m_connection->forEachRaw(
        {"chain.stretch"_L1, rowsSql(m_originColumn)}, {{":first"_L1, sequence}, {":last"_L1, sequence}}, [&](const QSqlQuery &row) {
            AuditEventView event = viewOf(row, texts);
            found.kind = AuditBreakKind::Changed;
            if (m_hasher.hash(event) == texts[4]) {
                if (texts[3] != previous)
                    found.kind = AuditBreakKind::Unchained;
                return;
            }
            for (event.sequence = std::max<qint64>(1, sequence - nearby); event.sequence < sequence + nearby; ++event.sequence) {
                if (m_hasher.hash(event) == texts[4]) {
                    found.kind = AuditBreakKind::Moved;
                    found.belongsAt = event.sequence;
                    return;
                }
            }
        });
    return read ? Result<AuditBreak>(found) : Result<AuditBreak>(read.error());
}

Result<QByteArray> ChainReader::hashAt(qint64 sequence)
{
    QByteArray hash;
    const auto take = [&hash](const QSqlQuery &row) { hash = row.value(0).toByteArray(); };
    Result<> read;
    if (m_hasSegments) {
        read = m_connection->forEachRaw({"chain.segmentEnd"_L1, u"SELECT last_hash FROM audit_segment WHERE last_sequence = :at"_s},
                                        {{":at"_L1, sequence}}, take);
    }
    if (read)
        read = m_connection->forEachRaw({"chain.hash"_L1, u"SELECT hash FROM audit_event WHERE sequence = :at"_s}, {{":at"_L1, sequence}}, take);
    return read ? Result<QByteArray>(hash) : Result<QByteArray>(read.error());
}

Result<std::optional<AuditBreak>> ChainReader::compare(const AuditAnchor &anchor, const ChainOutline &outline, bool &isThere)
{
    using Found = std::optional<AuditBreak>;
    isThere = anchor.sequence == 0;
    if (anchor.sequence == 0)
        return Found();
    if (anchor.sequence > outline.last)
        return Found(AuditBreak{outline.last + 1, AuditBreakKind::CutOff});
    const Result<QByteArray> hash = hashAt(anchor.sequence);
    if (!hash)
        return hash.error();
    isThere = *hash == anchor.hash;
    if (isThere || (hash->isEmpty() && anchor.sequence < outline.first)) // within a stretch that is kept in a file
        return Found();
    return Found(AuditBreak{anchor.sequence, AuditBreakKind::Rewritten});
}

Result<AuditVerdict> checkChain(Connection &connection, const std::stop_token &stop)
{
    Result<ChainReader> chain = ChainReader::on(connection);
    if (!chain)
        return chain.error();
    const Result<ChainOutline> outline = chain->outline();
    if (!outline)
        return outline.error();
    AuditVerdict verdict;
    verdict.firstSequence = outline->first;
    verdict.head = outline->previous;
    if (outline->broken) {
        verdict.breakAt(*outline->broken);
        return verdict;
    }
    for (qint64 first = outline->first; first <= outline->last; first += stretchLength) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        const Result<ChainStretch> stretch = chain->check(first, std::min(outline->last, first + stretchLength - 1));
        if (!stretch)
            return stretch.error();
        const bool isJoined = stretch->events == 0 || stretch->previous == verdict.head;
        verdict.events += isJoined ? stretch->events : 0;
        verdict.bytesHashed += stretch->bytesHashed;
        if (isJoined && stretch->events > 0)
            verdict.head = stretch->lastHash;
        if (isJoined && !stretch->isBroken)
            continue;
        const Result<AuditBreak> found = chain->explain(isJoined ? first + stretch->events : first, verdict.head);
        if (!found)
            return found.error();
        verdict.breakAt(*found);
        return verdict;
    }
    return verdict;
}

} // namespace letopis
