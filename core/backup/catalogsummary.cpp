#include "core/backup/catalogsummary.h"

#include "core/backup/catalogsnapshot.h"
#include "core/storage/connection.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Figure
{
    qint64 value = 0;
};

struct EventHash
{
    QByteArray hash;
};

struct Asked
{
    QLatin1StringView table;
    QString sql;
};

} // namespace

template <>
Figure fromRow(const Row &row)
{
    return {row.get<qint64>("figure"_L1)};
}

template <>
EventHash fromRow(const Row &row)
{
    return {row.get<QByteArray>("hash"_L1)};
}

namespace {

Result<qint64> figure(Connection &connection, const Asked &asked)
{
    const Result<std::optional<Figure>> table = connection.selectOne<Figure>(
        {"backup.hasTable"_L1, u"SELECT count(*) AS figure FROM sqlite_master WHERE type = 'table' AND name = :name"_s},
        {{":name"_L1, QString(asked.table)}});
    if (!table)
        return table.error();
    if (table->value_or(Figure{}).value == 0)
        return 0;
    const Result<std::optional<Figure>> found = connection.selectOne<Figure>({"backup.figure"_L1, asked.sql});
    if (!found)
        return found.error();
    return found->value_or(Figure{}).value;
}

QDateTime utc(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

Result<QByteArray> hashAt(const QString &catalogFile, qint64 sequence)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(catalogFile, ConnectionMode::ReadOnly, {});
    if (!connection)
        return connection.error();
    const Result<std::optional<EventHash>> event = (*connection)->selectOne<EventHash>(
        {"backup.event"_L1, u"SELECT hash FROM audit_event WHERE sequence = :sequence"_s}, {{":sequence"_L1, sequence}});
    if (!event)
        return event.error();
    return event->value_or(EventHash{}).hash;
}

} // namespace

Result<CatalogSummary> summaryOf(const QString &catalogFile)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(catalogFile, ConnectionMode::ReadOnly, {});
    if (!connection)
        return connection.error();
    CatalogSummary summary;
    qint64 newestMs = 0;
    qint64 lastChangeMs = 0;
    const std::pair<Asked, qint64 *> questions[] = {
        {{"recording"_L1, u"SELECT count(*) AS figure FROM recording"_s}, &summary.recordings},
        {{"recording"_L1, u"SELECT coalesce(max(started_at_ms), 0) AS figure FROM recording"_s}, &newestMs},
        {{"server"_L1, u"SELECT count(*) AS figure FROM server WHERE is_removed = 0"_s}, &summary.servers},
        {{"field_edit"_L1, u"SELECT count(*) AS figure FROM field_edit WHERE state <> 'catalogOnly'"_s}, &summary.waitingEdits},
        {{"material"_L1, u"SELECT count(*) AS figure FROM material WHERE is_trashed = 0"_s}, &summary.materials},
        {{"material_version"_L1, u"SELECT count(*) AS figure FROM material_version WHERE is_on_server = 0"_s},
         &summary.waitingMaterials},
        {{"audit_event"_L1, u"SELECT coalesce(max(sequence), 0) AS figure FROM audit_event"_s}, &summary.auditEvents},
        {{"audit_event"_L1, u"SELECT coalesce((SELECT at_ms FROM audit_event ORDER BY sequence DESC LIMIT 1), 0) AS figure"_s},
         &lastChangeMs}};
    for (const auto &[asked, into] : questions) {
        const Result<qint64> answer = figure(**connection, asked);
        if (!answer)
            return answer.error();
        *into = *answer;
    }
    summary.newestRecordingAt = utc(newestMs);
    summary.lastChangeAt = utc(lastChangeMs);
    return summary;
}

Result<CatalogRelation> relationOf(const QString &backup, const QString &present)
{
    const Result<CatalogIdentity> theirs = identityOf(backup);
    const Result<CatalogIdentity> ours = identityOf(present);
    if (!theirs || !ours)
        return theirs ? ours.error() : theirs.error();
    if (theirs->auditEvents == 0 || ours->auditEvents == 0 || theirs->catalogId != ours->catalogId)
        return CatalogRelation::Unrelated;
    const bool isEarlier = theirs->auditEvents <= ours->auditEvents;
    const Result<QByteArray> common = hashAt(isEarlier ? present : backup, std::min(theirs->auditEvents, ours->auditEvents));
    if (!common)
        return common.error();
    if (*common != (isEarlier ? theirs->auditHead : ours->auditHead))
        return CatalogRelation::Branched;
    if (theirs->auditEvents == ours->auditEvents)
        return CatalogRelation::Same;
    return isEarlier ? CatalogRelation::Earlier : CatalogRelation::Later;
}

} // namespace letopis
