#include "core/providers/bigbluebutton/listing.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 pageLimit = 100; // servers cap it there (trap 20)
// Pages may be short or empty; a server that brings nothing new for so long repeats itself.
constexpr int mostIdlePages = 50;
} // namespace

Listing::Listing(ApiClient &api, const RecordingSink &sink, ProgressCounters &progress)
    : m_api(api), m_sink(sink), m_progress(progress)
{}

Result<> Listing::take(std::vector<RecordingSnapshot> page)
{
    for (const RecordingSnapshot &snapshot : page)
        m_seen.insert(qHash(snapshot.externalId, 0x9e3779b97f4a7c15u));
    m_progress.done = m_seen.size();
    return m_sink(std::move(page));
}

bool Listing::recognises(const SourceDigest &source)
{
    if (!m_sink.recognises(source))
        return false;
    m_seen.insert(source.low);
    m_progress.done = m_seen.size();
    return true;
}

RecordingSink Listing::counting()
{
    RecordingSink::Recognise recognise;
    if (m_sink.canRecognise())
        recognise = [this](const SourceDigest &source) { return recognises(source); };
    return {[this](std::vector<RecordingSnapshot> page) { return take(std::move(page)); }, std::move(recognise)};
}

Result<ListingSummary> Listing::run(std::stop_token stop)
{
    const qint64 bytesBefore = m_progress.bytesReceived;
    bool hasUnnamedProblem = false;
    bool hasMoved = false;
    qint64 lastTotal = -1;
    int idlePages = 0;
    for (qint64 offset = 0;;) {
        ApiQuery query;
        query.add("state", u"any").add("offset", QString::number(offset)).add("limit", QString::number(pageLimit));
        const qint64 seenBefore = m_seen.size();
        auto page = m_api.call("getRecordings", query, counting(), m_progress, stop);
        if (!page)
            return std::move(page).error();
        m_summary.problems += page->problems;
        hasUnnamedProblem = hasUnnamedProblem || page->hasUnnamedProblem;
        const auto total = page->answer.totalElements;
        if (!total)
            break; // it cannot page: this was everything
        m_progress.total = *total;
        // Something came or went while we paged: what stood at a page's edge may have slipped through.
        hasMoved = hasMoved || (lastTotal >= 0 && lastTotal != *total);
        lastTotal = *total;
        offset += std::clamp<qint64>(page->answer.pageLimit, 1, pageLimit) == page->answer.pageLimit
            ? page->answer.pageLimit
            : pageLimit;
        if (offset >= *total)
            break;
        idlePages = m_seen.size() > seenBefore ? 0 : idlePages + 1;
        if (idlePages >= mostIdlePages)
            return Error{ErrorKind::BadAnswer, u"the server promises %1 recordings and brings no new ones"_s.arg(*total),
                         {}, {}};
    }
    m_summary.recordings = m_seen.size();
    m_summary.bytes = m_progress.bytesReceived - bytesBefore;
    m_summary.isComplete = !hasUnnamedProblem && !hasMoved;
    m_progress.total = m_progress.done.load();
    return std::move(m_summary);
}

} // namespace letopis
