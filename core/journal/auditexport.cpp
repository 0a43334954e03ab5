#include "core/journal/auditexport.h"

#include "core/base/plaintext.h"
#include "core/domain/eventorigin.h"
#include "core/journal/auditextract.h"
#include "core/journal/auditlinefile.h"
#include "core/storage/auditchain.h"
#include "core/storage/auditpages.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int eventsPerPage = 1000;

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QByteArray csvLine(const AuditEntry &entry)
{
    const AuditEvent &event = entry.event;
    const OriginText origin = originText(event.origin);
    const std::pair<QString, bool> cells[] = {{QString::number(event.sequence), true},
                                              {isoTime(event.atMs), true},
                                              {event.actor, false},
                                              {event.action, false},
                                              {event.server.value ? QString::number(event.server.value) : QString(), true},
                                              {entry.serverName, false},
                                              {event.recording.value ? QString::number(event.recording.value) : QString(), true},
                                              {entry.recordingTitle, false},
                                              {(origin.program + u' ' + origin.version).trimmed(), false},
                                              {origin.computer, false},
                                              {origin.clock, false},
                                              {QString::fromUtf8(event.details), false},
                                              {QString::fromLatin1(event.hash.toHex()), false}};
    QByteArrayList line;
    for (const auto &[text, isNumber] : cells)
        line += csvCell(text, isNumber);
    return line.join(',') + "\r\n";
}

QByteArray jsonLine(const AuditEntry &entry)
{
    const AuditEvent &event = entry.event;
    return QJsonDocument(QJsonObject{{u"sequence"_s, event.sequence},
                                     {u"at"_s, isoTime(event.atMs)},
                                     {u"actor"_s, event.actor},
                                     {u"action"_s, event.action},
                                     {u"server"_s, event.server.value},
                                     {u"serverName"_s, entry.serverName},
                                     {u"recording"_s, event.recording.value},
                                     {u"recordingTitle"_s, entry.recordingTitle},
                                     {u"details"_s, QJsonDocument::fromJson(event.details).object()},
                                     {u"origin"_s, QJsonDocument::fromJson(event.origin).object()},
                                     {u"hash"_s, QString::fromLatin1(event.hash.toHex())}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

QJsonObject filterJson(const AuditQuery &query)
{
    QJsonObject filter;
    const auto put = [&filter](const QString &key, const QJsonValue &value, bool isSet) {
        if (isSet)
            filter.insert(key, value);
    };
    put(u"actors"_s, QJsonArray::fromStringList(query.actors), !query.actors.isEmpty());
    put(u"actions"_s, QJsonArray::fromStringList(query.actions), !query.actions.isEmpty());
    put(u"server"_s, query.server.value, query.server.value);
    put(u"recording"_s, query.recording.value, query.recording.value);
    put(u"since"_s, isoTime(query.sinceMs), query.sinceMs);
    put(u"until"_s, isoTime(query.untilMs), query.untilMs);
    put(u"text"_s, query.text, !query.text.trimmed().isEmpty());
    return filter;
}

class Exporter
{
public:
    Exporter(const AuditExportRequest &request, Connection &connection, ChainReader chain, AuditLineWriter &out, ProgressCounters *progress,
             const std::stop_token &stop)
        : m_request(request)
        , m_connection(connection)
        , m_chain(std::move(chain))
        , m_out(out)
        , m_progress(progress)
        , m_stop(stop)
    {
    }

    Result<AuditExportReport> run()
    {
        Result<> done = m_request.format == AuditFileFormat::Extract ? writeExtract() : writeTable();
        if (!done)
            return done.error();
        const Result<qint64> size = m_out.finish();
        if (!size)
            return size.error();
        m_report.file = m_request.file;
        m_report.sizeBytes = *size;
        const Result<QByteArray> sha256 = sha256OfFile(m_request.file);
        if (!sha256)
            return sha256.error();
        m_report.sha256 = *sha256;
        return m_report;
    }

private:
    Result<> writeTable()
    {
        const bool isCsv = m_request.format == AuditFileFormat::Csv;
        if (isCsv) {
            if (Result<> head = m_out.write("sequence,at,actor,action,server,serverName,recording,recordingTitle,program,computer,clock,details,hash\r\n");
                !head)
                return head;
        }
        AuditQuery query = m_request.query;
        query.order = AuditQuery::Order::OldestFirst;
        for (qint64 after = 0;;) {
            if (m_stop.stop_requested())
                return Error{ErrorKind::Cancelled, {}, {}, {}};
            const Result<AuditPage> page = readAuditPage(m_connection, query, after, eventsPerPage, m_request.withHolds);
            if (!page)
                return page.error();
            for (const AuditEntry &entry : page->entries) {
                if (Result<> put = m_out.write(isCsv ? csvLine(entry) : jsonLine(entry)); !put)
                    return put;
            }
            count(page->entries.size());
            after = page->next;
            if (after == 0)
                return {};
        }
    }

    Result<> writeExtract()
    {
        // One snapshot: what is sealed or dropped meanwhile stays as it was here.
        return m_connection.transaction([this]() -> Result<> {
            Result<std::vector<qint64>> wanted = range();
            if (!wanted)
                return wanted.error();
            const Result<QByteArray> previous = hashBefore(m_head.firstSequence);
            if (!previous)
                return previous.error();
            m_head.catalog = m_request.catalog;
            m_head.program = m_request.program;
            m_head.madeAtMs = m_request.nowMs;
            m_head.previousHash = *previous;
            m_head.publicKey = m_request.key ? m_request.key->publicKey : QByteArray();
            m_head.isSegment = m_request.firstSequence > 0;
            m_head.filter = filterJson(m_request.query);
            Result<> done = m_out.write(extractHeadLine(m_head));
            if (done)
                done = m_isWhole ? writeWhole(m_head.firstSequence, m_head.lastSequence) : writeSome(*wanted);
            if (!done)
                return done;
            const QByteArray sha256 = m_out.sha256SoFar();
            const QByteArray signature = m_request.key ? signedBy(*m_request.key, extractMessage(sha256)) : QByteArray();
            m_report.publicKey = m_head.publicKey;
            return m_out.write(extractEndLine(m_report.events, m_report.withheld, sha256, signature));
        });
    }

    // Sets the head's range; returns the numbers in it that are to be shown, where that is not all of them.
    Result<std::vector<qint64>> range()
    {
        const Result<ChainOutline> outline = m_chain.outline();
        if (!outline)
            return outline.error();
        m_isWhole = m_request.firstSequence > 0 || (m_request.withHolds && !m_request.query.isFiltered());
        m_head.firstSequence = m_request.firstSequence > 0 ? m_request.firstSequence : outline->first;
        m_head.lastSequence = m_request.firstSequence > 0 ? m_request.lastSequence : outline->last;
        if (m_head.lastSequence < m_head.firstSequence)
            return nothing();
        if (m_isWhole)
            return std::vector<qint64>();
        Result<std::vector<qint64>> wanted = matchingSequences(m_connection, {m_request.query, m_head.firstSequence, m_head.lastSequence, m_request.withHolds});
        if (!wanted || wanted->empty())
            return wanted ? Result<std::vector<qint64>>(nothing()) : wanted;
        m_head.firstSequence = wanted->front();
        return wanted;
    }

    static Error nothing() { return Error{ErrorKind::NotFound, u"no event is as asked for"_s, {}, {}}; }

    Result<QByteArray> hashBefore(qint64 sequence)
    {
        return sequence == 1 ? Result<QByteArray>(QByteArray(32, '\0')) : m_chain.hashAt(sequence - 1);
    }

    Result<> writeWhole(qint64 first, qint64 last)
    {
        for (qint64 from = first; from <= last; from += eventsPerPage) {
            if (m_stop.stop_requested())
                return Error{ErrorKind::Cancelled, {}, {}, {}};
            const Result<std::vector<AuditEvent>> events = readAuditEvents(m_connection, from, std::min(last, from + eventsPerPage - 1));
            if (!events)
                return events.error();
            for (const AuditEvent &event : *events) {
                if (Result<> put = m_out.write(extractEventLine(event)); !put)
                    return put;
            }
            count(std::ssize(*events));
        }
        return {};
    }

    // Neighbours together: a query by server may have nearly all.
    Result<> writeSome(const std::vector<qint64> &wanted)
    {
        qint64 next = m_head.firstSequence;
        for (size_t at = 0; at < wanted.size();) {
            size_t end = at + 1;
            while (end < wanted.size() && wanted[end] == wanted[end - 1] + 1)
                ++end;
            Result<> done = withhold(next, wanted[at] - 1);
            if (done)
                done = writeWhole(wanted[at], wanted[end - 1]);
            if (!done)
                return done;
            next = wanted[end - 1] + 1;
            at = end;
        }
        return withhold(next, m_head.lastSequence);
    }

    Result<> withhold(qint64 from, qint64 to)
    {
        if (to < from)
            return {};
        const Result<QByteArray> hash = m_chain.hashAt(to);
        if (!hash)
            return hash.error();
        m_report.withheld += to - from + 1;
        return m_out.write(withheldLine(from, to, *hash));
    }

    void count(qsizetype events)
    {
        m_report.events += events;
        if (m_progress)
            m_progress->done += events;
    }

    const AuditExportRequest &m_request;
    Connection &m_connection;
    ChainReader m_chain;
    AuditLineWriter &m_out;
    ProgressCounters *m_progress;
    const std::stop_token &m_stop;
    ExtractHead m_head;
    bool m_isWhole = false;
    AuditExportReport m_report;
};

} // namespace

Result<AuditExportReport> exportAudit(const AuditExportRequest &request, ProgressCounters *progress, std::stop_token stop)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(request.catalogFile, ConnectionMode::ReadOnly, {});
    if (!connection)
        return connection.error();
    Result<ChainReader> chain = ChainReader::on(**connection);
    if (!chain)
        return chain.error();
    const Result<std::unique_ptr<AuditLineWriter>> out = AuditLineWriter::create(request.file);
    if (!out)
        return out.error();
    return Exporter(request, **connection, std::move(*chain), **out, progress, stop).run();
}

} // namespace letopis
