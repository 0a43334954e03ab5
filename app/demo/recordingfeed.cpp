#include "app/demo/recordingfeed.h"

#include "app/demo/apixml.h"
#include "app/demo/xmltext.h"

#include <algorithm>
#include <map>

namespace letopis::demo {
namespace {

constexpr qsizetype pieceBytes = 128 * 1024;
constexpr char head[] = "<response><returncode>SUCCESS</returncode>";
constexpr char nothing[] =
    "<messageKey>noRecordings</messageKey><message>There are no recordings for the meeting(s).</message>";

// Not what lies beyond: a client that goes on until a page is empty must find one.
bool isLastPage(qint64 offset, qint64 limit, qint64 number)
{
    return offset + limit >= number && (offset < number || offset == 0);
}

QByteArray recordingsElement(const Catalog &catalog, const std::vector<std::pair<int, unsigned>> &page,
                             const QByteArray &base, const QList<QByteArray> &extra)
{
    if (page.empty() && extra.isEmpty())
        return QByteArray("<recordings/>") + nothing;
    QByteArray out = "<recordings>";
    for (const auto &[index, formats] : page)
        appendRecording(out, catalog.plan(index), formats, base, false);
    return out + extra.join() + "</recordings>";
}

} // namespace

RecordingFeed::RecordingFeed(const Catalog &catalog, RecordingQuery query, QByteArray base, bool scalelite,
                             QList<QByteArray> extra)
    : m_catalog(catalog)
    , m_query(std::move(query))
    , m_base(std::move(base))
    , m_scalelite(scalelite)
    , m_extra(std::move(extra))
{
    if (!scalelite)
        return;
    std::vector<std::pair<qint64, int>> starts;
    for (int index = 0; index < catalog.size(); ++index)
        starts.emplace_back(-catalog.recordId(index).mid(41).toLongLong(), index);
    std::ranges::sort(starts);
    for (const auto &[start, index] : starts)
        m_newestFirst.push_back(index);
}

int RecordingFeed::indexAt(int position) const
{
    if (!m_scalelite)
        return m_catalog.shuffled(position);
    return m_newestFirst[std::size_t(position)];
}

QByteArray RecordingFeed::next()
{
    QByteArray out;
    if (m_isDone)
        return out;
    out.reserve(pieceBytes + 4096);
    if (m_position < 0) {
        out += head;
        m_position = 0;
    }
    const int count = m_scalelite ? int(m_newestFirst.size()) : m_catalog.size();
    for (; m_position < count && out.size() < pieceBytes; ++m_position) {
        const int index = indexAt(m_position);
        if (!m_query.matches(m_catalog, index))
            continue;
        out += m_isEmpty ? "<recordings>" : "";
        m_isEmpty = false;
        appendRecording(out, m_catalog.plan(index), m_catalog.formats(index), m_base, m_scalelite);
    }
    if (m_position < count)
        return out;
    for (const QByteArray &recording : m_extra)
        out += (std::exchange(m_isEmpty, false) ? "<recordings>" : "") + recording;
    m_isDone = true;
    if (m_isEmpty)
        return out + "<recordings/>" +
               (m_scalelite ? QByteArray(nothing).replace("There are no recordings for the meeting(s).",
                                                          "There are not recordings for the meetings")
                            : QByteArray(nothing)) +
               "</response>";
    return out + "</recordings></response>";
}

QByteArray directoryPage(const Catalog &catalog, const RecordingQuery &query, qint64 offset, qint64 limit,
                         const QByteArray &base, const QList<QByteArray> &extra)
{
    std::vector<std::pair<int, unsigned>> page;
    std::map<int, std::size_t> seen;
    qint64 number = 0;
    for (unsigned state = 0; state < 5; ++state) {
        for (std::size_t format = 0; format < formatNames.size() && (query.states >> state) & 1U; ++format) {
            for (int position = 0; position < catalog.size(); ++position) {
                const int index = catalog.shuffled(position);
                if (unsigned(catalog.state(index)) != state || !((catalog.formats(index) >> format) & 1U) ||
                    !query.matches(catalog, index))
                    continue;
                const qint64 place = number++;
                if (place < offset || place >= offset + limit)
                    continue;
                const auto [known, isNew] = seen.emplace(index, page.size());
                if (isNew)
                    page.emplace_back(index, 0);
                page[known->second].second |= 1U << format;
            }
        }
    }
    const QList<QByteArray> last = isLastPage(offset, limit, number) ? extra : QList<QByteArray>();
    QByteArray out = head + recordingsElement(catalog, page, base, last) + "<pagination><pageable>";
    appendElement(out, "offset", offset);
    appendElement(out, "limit", limit);
    out += "<paged>true</paged><unpaged>false</unpaged></pageable>";
    appendElement(out, "totalElements", number);
    appendElement(out, "empty", page.empty() ? "true" : "false");
    return out + "</pagination></response>";
}

QByteArray mergedPage(const Catalog &catalog, const RecordingQuery &query, qint64 offset, qint64 limit,
                      const QByteArray &base, const QList<QByteArray> &extra)
{
    std::vector<std::pair<int, unsigned>> page;
    qint64 number = 0;
    for (int position = 0; position < catalog.size(); ++position) {
        const int index = catalog.shuffled(position);
        if (!query.matches(catalog, index))
            continue;
        const qint64 place = number++;
        if (place >= offset && place < offset + limit)
            page.emplace_back(index, catalog.formats(index));
    }
    const QList<QByteArray> last = isLastPage(offset, limit, number) ? extra : QList<QByteArray>();
    QByteArray out = head + recordingsElement(catalog, page, base, last);
    appendElement(out, "totalElements", number);
    return out + "</response>";
}

} // namespace letopis::demo
