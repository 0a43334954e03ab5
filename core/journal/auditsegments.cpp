#include "core/journal/auditsegments.h"

#include "core/journal/auditfiles.h"
#include "core/journal/auditlinefile.h"
#include "core/storage/auditnotes.h"
#include "core/storage/auditpages.h"
#include "core/storage/auditrepository.h"
#include "core/storage/auditsegmentrows.h"

#include <QFileInfo>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QJsonObject about(const AuditSegment &segment)
{
    return {{u"first"_s, segment.firstSequence}, {u"last"_s, segment.lastSequence}, {u"lastHash"_s, hexOf(segment.lastHash)}};
}

Result<AuditSegment> found(const Result<QList<AuditSegment>> &segments, qint64 firstSequence)
{
    if (!segments)
        return segments.error();
    const auto segment = std::find_if(segments->begin(), segments->end(),
                                      [firstSequence](const AuditSegment &each) { return each.firstSequence == firstSequence; });
    if (segment == segments->end())
        return Error{ErrorKind::NotFound, u"no segment of the journal begins there"_s, QString::number(firstSequence), {}};
    return *segment;
}

// The last event before the time, of those after `from`; 0: none.
Result<qint64> lastBefore(Connection &connection, qint64 from, qint64 untilMs)
{
    static const Statement firstLater{"segment.firstLater"_L1,
                                      u"SELECT coalesce((SELECT sequence - 1 FROM audit_event WHERE sequence >= :from AND at_ms >= :until "
                                      "ORDER BY sequence LIMIT 1), (SELECT max(sequence) FROM audit_event), 0)"_s};
    qint64 last = 0;
    const Result<> read = connection.forEachRaw(firstLater, {{":from"_L1, from}, {":until"_L1, untilMs}},
                                                [&last](const QSqlQuery &row) { last = row.value(0).toLongLong(); });
    return read ? Result<qint64>(last) : Result<qint64>(read.error());
}

Result<AuditSegment> seal(Connection &connection, const Actor &actor, qint64 untilMs, qint64 nowMs)
{
    const Result<QList<AuditSegment>> sealed = readSegments(connection);
    if (!sealed)
        return sealed.error();
    AuditSegment segment;
    segment.firstSequence = sealed->isEmpty() ? 1 : sealed->constLast().lastSequence + 1;
    const Result<qint64> last = lastBefore(connection, segment.firstSequence, untilMs);
    if (!last)
        return last.error();
    if (*last < segment.firstSequence)
        return Error{ErrorKind::NotFound, u"there is nothing to seal"_s, {}, {}};
    const Result<AuditEvent> begin = readAuditEvent(connection, segment.firstSequence);
    const Result<AuditEvent> end = readAuditEvent(connection, *last);
    if (!begin || !end)
        return begin ? end.error() : begin.error();
    segment.lastSequence = *last;
    segment.previousHash = begin->previousHash;
    segment.firstHash = begin->hash;
    segment.lastHash = end->hash;
    segment.firstAtMs = begin->atMs;
    segment.lastAtMs = end->atMs;
    segment.sealedAtMs = nowMs;
    segment.sealedBy = actor.login;
    if (Result<> inserted = insertSegment(connection, segment); !inserted)
        return inserted.error();
    const Result<> noted = noteEvent(connection, actor, {u"audit.segmentSealed"_s, {}, about(segment)}, nowMs);
    return noted ? Result<AuditSegment>(segment) : Result<AuditSegment>(noted.error());
}

Result<> checkExport(const AuditSegment &segment, const QString &file)
{
    const Result<QByteArray> sha256 = sha256OfFile(file);
    if (!sha256)
        return sha256.error();
    if (*sha256 != segment.fileSha256)
        return Error{ErrorKind::ContentMismatch, u"the file is not the segment's export"_s, file, {}};
    const Result<AuditFileVerdict> verdict = checkAuditFile({.file = file});
    if (!verdict)
        return verdict.error();
    const bool isWhole = verdict->isIntact() && verdict->firstSequence == segment.firstSequence && verdict->events == segment.count()
        && verdict->lastHash == segment.lastHash;
    return isWhole ? Result<>() : Result<>(Error{ErrorKind::ContentMismatch, u"the file does not hold the segment"_s, file, {}});
}

Result<AuditSegment> drop(Connection &connection, const Actor &actor, qint64 firstSequence, qint64 nowMs)
{
    const Result<QList<AuditSegment>> segments = readSegments(connection);
    Result<AuditSegment> segment = found(segments, firstSequence);
    if (!segment || segment->droppedAtMs > 0)
        return segment;
    for (const AuditSegment &older : *segments) {
        if (older.firstSequence < firstSequence && older.droppedAtMs == 0)
            return Error{ErrorKind::InvalidInput, u"an older segment is still there"_s, QString::number(older.firstSequence), {}};
    }
    if (segment->exportedAtMs == 0)
        return Error{ErrorKind::InvalidInput, u"the segment was not exported"_s, QString::number(firstSequence), {}};
    // The event comes first: the chain's head may be what goes.
    QJsonObject details = about(*segment);
    details.insert(u"file"_s, segment->fileName);
    details.insert(u"sha256"_s, hexOf(segment->fileSha256));
    if (Result<> noted = noteEvent(connection, actor, {u"audit.segmentDropped"_s, {}, details}, nowMs); !noted)
        return noted.error();
    if (Result<> dropped = dropEvents(connection, *segment, nowMs); !dropped)
        return dropped.error();
    segment->droppedAtMs = nowMs;
    return segment;
}

} // namespace

Result<AuditSegment> sealEvents(Database &database, const Actor &actor, qint64 untilMs, qint64 nowMs)
{
    return waitFor(database.writeDurably([=](Connection &connection) { return seal(connection, actor, untilMs, nowMs); }));
}

Result<AuditSegment> noteSegmentExported(Database &database, const Actor &actor, qint64 firstSequence, const AuditExportReport &report, qint64 nowMs)
{
    return waitFor(database.writeDurably([=](Connection &connection) -> Result<AuditSegment> {
        Result<AuditSegment> segment = found(readSegments(connection), firstSequence);
        if (!segment)
            return segment;
        segment->fileName = QFileInfo(report.file).fileName();
        segment->fileSha256 = report.sha256;
        segment->exportedAtMs = nowMs;
        if (Result<> marked = markExported(connection, *segment); !marked)
            return marked.error();
        QJsonObject details = about(*segment);
        details.insert(u"file"_s, segment->fileName);
        details.insert(u"sha256"_s, hexOf(segment->fileSha256));
        const Result<> noted = noteEvent(connection, actor, {u"audit.segmentExported"_s, {}, details}, nowMs);
        return noted ? segment : Result<AuditSegment>(noted.error());
    }));
}

Result<AuditSegment> dropSegment(Database &database, const Actor &actor, qint64 firstSequence, const QString &file, qint64 nowMs)
{
    const Result<AuditSegment> segment = segmentAt(database, firstSequence);
    if (!segment || segment->droppedAtMs > 0)
        return segment;
    if (segment->exportedAtMs > 0) {
        if (Result<> right = checkExport(*segment, file); !right)
            return right.error();
    }
    return waitFor(database.writeDurably([=](Connection &connection) { return drop(connection, actor, firstSequence, nowMs); }));
}

Result<AuditSegment> segmentAt(Database &database, qint64 firstSequence)
{
    return waitFor(database.read([=](Connection &connection) { return found(readSegments(connection), firstSequence); }));
}

} // namespace letopis
