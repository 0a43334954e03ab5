#include "app/demo/recordingapi.h"

#include "app/demo/apixml.h"
#include "app/demo/checksum.h"
#include "app/demo/recordingfeed.h"
#include "app/demo/xmltext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

constexpr unsigned allStates = 0b11111;
constexpr unsigned defaultStates = 1U << unsigned(State::Published) | 1U << unsigned(State::Unpublished);
constexpr qint64 largestPage = 100;

HttpAnswer xml(QByteArray body)
{
    HttpAnswer answer;
    answer.body = std::move(body);
    return answer;
}

HttpAnswer failure(const char *key, const char *message)
{
    return xml(failureXml(key, message));
}

HttpAnswer checksumFailure()
{
    return failure("checksumError", "You did not pass the checksum security check");
}

HttpAnswer success(const char *element, const QByteArray &value)
{
    QByteArray out = "<response><returncode>SUCCESS</returncode>";
    appendElement(out, element, value);
    return xml(out + "</response>");
}

HttpAnswer page(int status, const char *text)
{
    HttpAnswer answer;
    answer.status = status;
    answer.type = "text/html";
    answer.body = QByteArray("<html>\r\n<head><title>") + text + "</title></head>\r\n<body><center><h1>" + text +
                  "</h1></center></body>\r\n</html>\r\n";
    return answer;
}

// Control characters go and the ends are trimmed, after the checksum was compared.
QByteArray sanitized(QByteArray text)
{
    text.removeIf([](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; });
    return text.trimmed();
}

// Ids are decoded a second time; nothing is trimmed around the commas.
QList<QByteArray> decodedIds(const QByteArray &value)
{
    QList<QByteArray> ids;
    for (const QByteArray &id : formDecoded(value).split(','))
        if (!id.isEmpty())
            ids.append(id);
    return ids;
}

unsigned statesOf(const QByteArray &value)
{
    if (value.isEmpty())
        return defaultStates;
    unsigned states = 0;
    for (const QByteArray &name : formDecoded(value).split(',')) {
        if (name == "any")
            return allStates;
        for (unsigned state = 0; state < 5; ++state)
            states |= stateName(State(state)) == name ? 1U << state : 0;
    }
    return states;
}

bool acceptsBody(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/x-www-form-urlencoded" || type == "multipart/form-data";
}

bool isGetAndPost(const QByteArray &call)
{
    return call == "getRecordings" || call == "updateRecordings" || call == "getMeetings" || call == "getMeetingInfo";
}

} // namespace

RecordingApi::RecordingApi(const Options &options, Catalog &catalog, const ServerDisk &disk, QByteArray base,
                           QByteArray secret)
    : m_options(options)
    , m_catalog(catalog)
    , m_disk(disk)
    , m_base(std::move(base))
    , m_secret(std::move(secret))
{
}

RecordingApi::Call RecordingApi::parsed(const QByteArray &name, const HttpRequest &request) const
{
    Call call{name, request, {}, false};
    auto pairs = decodedParameters(request.query);
    if (request.method == "POST" && request.header("content-type").startsWith("application/x-www-form-urlencoded"))
        pairs += decodedParameters(request.body);
    for (const auto &[key, value] : pairs)
        call.isRepeated = !call.parameters.emplace(key, sanitized(value)).second || call.isRepeated;
    return call;
}

bool RecordingApi::isAuthentic(const Call &call) const
{
    const auto given = call.parameters.find("checksum");
    if (given == call.parameters.end() || call.isRepeated)
        return false;
    QByteArray query = call.request.query;
    // Without a query the meeting calls hash the sorted parameters of the body (2.5 and later).
    if (query.isEmpty() && call.request.method == "POST" && call.name.startsWith("getMeeting")) {
        for (const auto &[key, value] : call.parameters) {
            if (key != "checksum")
                query += (query.isEmpty() ? "" : "&") + key + '=' + formEncoded(value);
        }
    }
    QList<QByteArray> supported = m_options.checksums;
    if (m_options.scalelite)
        supported.removeAll("sha384");
    if (m_options.scalelite && given->second != given->second.toLower())
        return false;
    return isChecksumRight(given->second, call.name, query, m_secret, supported);
}

HttpAnswer RecordingApi::answer(const QByteArray &name, const HttpRequest &request)
{
    if (name.isEmpty())
        return version();
    if (request.method == "POST" && !request.body.isEmpty() && !acceptsBody(request.header("content-type")))
        return failure("unsupportedContentType", "POST request Content-Type is missing or unsupported");
    if (m_options.scalelite && (name == "getRecordingTextTracks" || name == "putRecordingTextTrack"))
        return failure("unsupportedRequest", "This request is not supported.");
    const bool known = isGetAndPost(name) || name == "publishRecordings" || name == "deleteRecordings" ||
                       name == "getRecordingTextTracks";
    if (!known)
        return m_options.scalelite ? failure("unsupportedRequest", "This request is not supported.")
                                   : ::letopis::demo::page(404, "404 Not Found");
    if (request.method != "GET" && request.method != "HEAD" && !(request.method == "POST" && isGetAndPost(name)))
        return ::letopis::demo::page(405, "405 Method Not Allowed");
    const Call call = parsed(name, request);
    if (name == "getRecordingTextTracks")
        return textTracks(call);
    const auto offset = call.parameters.find("offset");
    if (offset == call.parameters.end() || offset->second.toLongLong() <= 0) // once for all pages of a listing
        lookAtDisk();
    if (!call.parameters.contains("checksum"))
        return checksumFailure();
    if (name == "publishRecordings")
        return publish(call);
    if (name == "deleteRecordings")
        return remove(call);
    if (name == "updateRecordings")
        return update(call);
    if (!isAuthentic(call))
        return checksumFailure();
    return name == "getRecordings" ? getRecordings(call) : meetings(call);
}

HttpAnswer RecordingApi::version() const
{
    QByteArray out = "<response><returncode>SUCCESS</returncode><version>2.0</version>";
    if (m_options.scalelite)
        return xml(out + "<build>demo</build></response>");
    if (m_options.paging == Paging::Directories)
        out += "<apiVersion>2.0</apiVersion><bbbVersion/>"; // hidden, as it is by default
    if (m_options.paging == Paging::Merged)
        out += "<apiVersion>2.0</apiVersion><bbbVersion>3.0.19</bbbVersion><html5PluginSdkVersion>0.0.80</"
               "html5PluginSdkVersion>";
    return xml(out + "</response>");
}

HttpAnswer RecordingApi::meetings(const Call &call) const
{
    if (call.name == "getMeetings")
        return xml("<response><returncode>SUCCESS</returncode><meetings/><messageKey>noMeetings</messageKey>"
                   "<message>no meetings were found on this server</message></response>");
    if (!call.parameters.contains("meetingID"))
        return failure("missingParamMeetingID", "You must specify a meeting ID for the meeting.");
    return failure("notFound", "We could not find a meeting with that meeting ID");
}

RecordingQuery RecordingApi::query(const Call &call) const
{
    RecordingQuery query;
    const auto value = [&](const char *name) {
        const auto found = call.parameters.find(name);
        return found == call.parameters.end() ? QByteArray() : found->second;
    };
    query.states = statesOf(value("state"));
    for (const QByteArray &id : decodedIds(value("recordID")))
        query.idPrefixes.push_back(id);
    for (const QByteArray &id : decodedIds(value("meetingID"))) {
        if (m_options.scalelite)
            query.meetingIds.push_back(id);
        else if (value("recordID").isEmpty())
            query.idPrefixes.push_back(sha1Hex(id));
    }
    query.anyMeta = m_options.scalelite;
    for (const auto &[key, pattern] : call.parameters) {
        if (key.startsWith("meta_"))
            query.meta.emplace_back(m_options.scalelite ? key.mid(5) : key.mid(5).toLower(), pattern);
    }
    if (m_options.scalelite) // only what was imported exists
        query.states &= ~(1U << unsigned(State::Processing) | 1U << unsigned(State::Processed));
    return query;
}

HttpAnswer RecordingApi::getRecordings(const Call &call)
{
    const RecordingQuery wanted = query(call);
    const auto emptyFilter = [](const auto &filter) { return filter.second.isEmpty(); };
    if (!m_options.scalelite && std::ranges::any_of(wanted.meta, emptyFilter))
        return ::letopis::demo::page(500, "HTTP Status 500 – Internal Server Error"); // the real server throws here
    const bool canPage = m_options.paging != Paging::None && !m_options.scalelite;
    bool isLimited = false;
    const auto limitText = call.parameters.find("limit");
    const qint64 limit = limitText == call.parameters.end() ? 0 : limitText->second.toLongLong(&isLimited);
    const bool hasIds = !wanted.idPrefixes.empty() || !wanted.meetingIds.empty();
    if (canPage && !m_options.allowFetchAll && !hasIds && !isLimited)
        return xml("<response><returncode>SUCCESS</returncode><messageKey>noRecordings</messageKey>"
                   "<message>There are no recordings for the meeting(s).</message></response>");
    if (canPage && isLimited) {
        const auto offset = call.parameters.find("offset");
        return page(wanted, std::max<qint64>(0, offset == call.parameters.end() ? 0 : offset->second.toLongLong()),
                    std::clamp<qint64>(limit, 1, largestPage));
    }
    HttpAnswer answer;
    answer.source = std::make_unique<RecordingFeed>(m_catalog, wanted, m_base, m_options.scalelite, hostileFor(wanted));
    return answer;
}

HttpAnswer RecordingApi::page(const RecordingQuery &query, qint64 offset, qint64 limit)
{
    const auto make = m_options.paging == Paging::Merged ? mergedPage : directoryPage;
    return xml(make(m_catalog, query, offset, limit, m_base, hostileFor(query)));
}

QList<QByteArray> RecordingApi::hostileFor(const RecordingQuery &query) const
{
    const bool isFiltered = !query.idPrefixes.empty() || !query.meetingIds.empty() || !query.meta.empty();
    return isFiltered ? QList<QByteArray>() : m_hostile;
}

// At least one id must be there, published or unpublished, spelt exactly.
bool RecordingApi::existAny(const QList<QByteArray> &ids) const
{
    return std::ranges::any_of(ids, [this](const QByteArray &id) {
        const int index = m_catalog.find(id);
        return index >= 0 && ((defaultStates >> unsigned(m_catalog.state(index))) & 1U);
    });
}

void RecordingApi::change(int index, State to)
{
    RecordingPlan plan = m_catalog.plan(index);
    const State from = plan.state;
    plan.state = to;
    ++plan.rewrites;
    plan.name = escaped(plan.name); // each rewrite escapes the attribute once more: bigbluebutton#1975
    const bool onDisk = m_catalog.isOnDisk(index);
    if (onDisk)
        m_disk.move(plan, from);
    m_catalog.keep(std::move(plan), onDisk);
}

// The real server reads its disk for every answer: what somebody moved or removed there shows.
void RecordingApi::lookAtDisk()
{
    for (int index = 0; index < m_catalog.size(); ++index) {
        if (!m_catalog.exists(index) || !m_catalog.isOnDisk(index))
            continue;
        RecordingPlan plan = m_catalog.plan(index);
        const std::optional<State> state = m_disk.stateOf(plan);
        if (!state) {
            m_catalog.forget(index);
        } else if (*state != plan.state) {
            plan.state = *state;
            m_catalog.keep(std::move(plan), true);
        }
    }
}

HttpAnswer RecordingApi::publish(const Call &call)
{
    const auto id = call.parameters.find("recordID");
    const auto wanted = call.parameters.find("publish");
    if (id == call.parameters.end() || id->second.isEmpty())
        return failure("missingParamRecordID", "You must specify a recordID.");
    if (wanted == call.parameters.end() || wanted->second.isEmpty())
        return failure("missingParamPublish", "You must specify a publish value true or false.");
    if (!isAuthentic(call))
        return checksumFailure();
    const QList<QByteArray> ids = decodedIds(id->second);
    if (!existAny(ids))
        return failure("notFound", "We could not find recordings");
    if (m_obedience == Obedience::Refuses)
        return failure("internalError", "The recordings cannot be changed now.");
    if (m_obedience == Obedience::Lies)
        return success("published", wanted->second);
    const State to = wanted->second == "true" ? State::Published : State::Unpublished;
    const State from = to == State::Published ? State::Unpublished : State::Published;
    for (const QByteArray &each : ids) {
        const int index = m_catalog.find(each.toLower());
        if (index >= 0 && m_catalog.state(index) == from)
            change(index, to);
    }
    return success("published", wanted->second);
}

HttpAnswer RecordingApi::remove(const Call &call)
{
    const auto id = call.parameters.find("recordID");
    if (id == call.parameters.end() || id->second.isEmpty())
        return failure("missingParamRecordID", "You must specify a recordID.");
    if (!isAuthentic(call))
        return checksumFailure();
    const QList<QByteArray> ids = decodedIds(id->second);
    if (!existAny(ids))
        return failure("notFound", "We could not find recordings");
    if (m_obedience == Obedience::Refuses)
        return failure("internalError", "The recordings cannot be changed now.");
    if (m_obedience == Obedience::Lies)
        return success("deleted", "true");
    for (const QByteArray &each : ids) {
        const int index = m_catalog.find(each.toLower());
        if (index >= 0 && ((defaultStates >> unsigned(m_catalog.state(index))) & 1U))
            change(index, State::Deleted);
    }
    return success("deleted", "true");
}

bool RecordingApi::updateMeta(int index, const Parameters &parameters)
{
    RecordingPlan plan = m_catalog.plan(index);
    bool sent = false;
    for (const auto &[name, value] : parameters) {
        if (!name.startsWith("meta_"))
            continue;
        const QByteArray key = name.mid(5).toLower();
        sent = true;
        const auto old = std::ranges::find(plan.meta, key, &Meta::value_type::first);
        if (value.isEmpty())
            std::erase_if(plan.meta, [&](const auto &pair) { return pair.first == key; });
        else if (old != plan.meta.end())
            old->second = value;
        else
            plan.meta.emplace_back(key, value);
    }
    if (const auto wanted = parameters.find("protect"); m_options.scalelite && wanted != parameters.end()) {
        plan.isProtected = wanted->second == "true";
        sent = true;
    }
    ++plan.rewrites;
    plan.name = escaped(plan.name);
    const bool onDisk = m_catalog.isOnDisk(index);
    if (onDisk)
        m_disk.rewriteMetadata(plan);
    m_catalog.keep(std::move(plan), onDisk);
    return sent;
}

HttpAnswer RecordingApi::update(const Call &call)
{
    const auto id = call.parameters.find("recordID");
    if (id == call.parameters.end() || id->second.isEmpty())
        return failure("missingParamRecordID", "You must specify a recordID.");
    if (!isAuthentic(call))
        return checksumFailure();
    const QList<QByteArray> ids = decodedIds(id->second);
    if (!m_options.scalelite && !existAny(ids))
        return failure("notFound", "We could not find recordings");
    bool sent = true;
    for (const QByteArray &each : ids) {
        bool isKnown = false;
        for (int index = 0; index < m_catalog.size(); ++index) {
            const QByteArray known = m_catalog.recordId(index);
            const State state = m_catalog.state(index);
            const bool fits = m_options.scalelite ? known == each : known.startsWith(each); // deleted copies too
            if (!m_catalog.exists(index) || !fits || state == State::Processing || state == State::Processed)
                continue;
            isKnown = true;
            sent = updateMeta(index, call.parameters) && sent;
        }
        sent = sent && isKnown;
    }
    return success("updated", m_options.scalelite && !sent ? "false" : "true");
}

} // namespace letopis::demo
