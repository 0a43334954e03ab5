#include "core/providers/bigbluebutton/apianswer.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <xxhash.h>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 largestAnswer = qint64(8) << 30;
constexpr qsizetype largestJson = 256 * 1024;
constexpr qsizetype mostProblems = 1000;
constexpr size_t longestText = 4096;
constexpr qsizetype longestMessage = 500;
constexpr qint64 mostElements = 100'000'000;

SourceDigest digestOf(QByteArrayView bytes)
{
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), size_t(bytes.size()));
    return {.low = hash.low64, .high = hash.high64};
}

bool isBlank(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}
} // namespace

ApiAnswerReader::ApiAnswerReader(RecordingSink sink, size_t pageSize)
    : m_sink(std::move(sink)), m_pageSize(pageSize), m_reader(*this, {.maxBytes = largestAnswer}), m_text(longestText)
    , m_slicer({[this](QByteArrayView slice) { return takeSlice(slice); },
                [this](QByteArrayView bytes) { return takeOther(bytes); }})
{}

ApiAnswerReader::~ApiAnswerReader() = default;

// The first byte that is no blank decides.
Result<> ApiAnswerReader::begin(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            continue;
        m_form = c == '{' ? Form::Json : Form::Xml;
        if (m_form == Form::Xml && c != '<' && quint8(c) < 0x80 && c != '\0')
            return Error{ErrorKind::BadAnswer, u"neither XML nor JSON"_s, {}, {}};
        break;
    }
    return {};
}

Result<> ApiAnswerReader::feed(QByteArrayView bytes)
{
    m_bytes += bytes.size();
    if (m_form == Form::Unknown) {
        if (auto begun = begin(bytes); !begun)
            return begun;
    }
    if (m_form == Form::Json) {
        m_json.append(bytes.data(), bytes.size());
        if (m_json.size() > largestJson)
            return Error{ErrorKind::TooLarge, u"a JSON answer of more than %1 bytes"_s.arg(largestJson), {}, {}};
        return {};
    }
    if (!m_sink.canRecognise())
        return parse(bytes);
    m_slicer.feed(bytes);
    return m_sliced;
}

Result<> ApiAnswerReader::parse(QByteArrayView bytes)
{
    Result<> fed = m_reader.feed(bytes);
    return fed && m_page.size() >= m_pageSize ? flush() : fed;
}

bool ApiAnswerReader::isBetweenRecordings() const
{
    return m_isListOpen && m_path.size() == 2 && m_depthInRecording == 0 && m_reader.isBetweenTags();
}

// A digest stands for a recording only where its bytes, and no others, were that recording: begun and ended outside of
// everything else. Then the same bytes in such a place can be nothing else.
bool ApiAnswerReader::takeSlice(QByteArrayView slice)
{
    const SourceDigest digest = digestOf(slice);
    if (m_isBetween && m_sink.recognises(digest)) {
        m_reader.skip(slice.size());
        ++m_seen;
        ++m_recordings;
        return true;
    }
    const bool wasBetween = m_isBetween;
    const qint64 seen = m_seen;
    const size_t held = m_page.size();
    if (m_sliced = m_reader.feed(slice); !m_sliced)
        return false;
    m_isBetween = isBetweenRecordings();
    if (wasBetween && m_isBetween && m_seen == seen + 1 && m_page.size() == held + 1 && m_brokenAt != m_seen)
        m_page.back().source = digest;
    if (m_page.size() >= m_pageSize)
        m_sliced = flush();
    return bool(m_sliced);
}

bool ApiAnswerReader::takeOther(QByteArrayView bytes)
{
    if (m_isBetween && isBlank(bytes)) {
        m_reader.skip(bytes.size()); // the parser would collect it
        return true;
    }
    // What follows the last tag is text to libxml2 until the next '<' comes; whether that tag was one is told by then.
    const qsizetype tagEnd = bytes.lastIndexOf('>') + 1;
    if (m_sliced = parse(bytes.first(tagEnd)); !m_sliced)
        return false;
    m_isBetween = isBetweenRecordings() && isBlank(bytes.sliced(tagEnd));
    m_sliced = parse(bytes.sliced(tagEnd));
    return bool(m_sliced);
}

Result<> ApiAnswerReader::finish()
{
    if (m_form == Form::Json) {
        readJson();
    } else if (m_slicer.finish(); !m_sliced) {
        return m_sliced;
    } else if (auto finished = m_reader.finish(); !finished) {
        return m_bytes == 0 ? Result<>(Error{ErrorKind::BadAnswer, u"the answer is empty"_s, {}, {}}) : finished;
    }
    if (m_answer.returnCode.isEmpty())
        return Error{ErrorKind::BadAnswer, u"an answer without a return code"_s, {}, {}};
    if (!m_page.empty() && m_sink)
        return m_sink(std::exchange(m_page, {}));
    return {};
}

// {"response":{"returncode":"FAILED","messageKey":…,"message":…}}
void ApiAnswerReader::readJson()
{
    const QJsonObject response = QJsonDocument::fromJson(m_json).object().value("response"_L1).toObject();
    const auto text = [&response](QLatin1StringView name) {
        const QByteArray utf8 = response.value(name).toString().toUtf8();
        return cleanLine({utf8.constData(), size_t(utf8.size())}, longestMessage);
    };
    m_answer.returnCode = text("returncode"_L1);
    m_answer.messageKey = text("messageKey"_L1);
    m_answer.message = text("message"_L1);
}

void ApiAnswerReader::startElement(std::string_view name, const XmlAttributes &attributes)
{
    if (m_depthInRecording > 0) {
        ++m_depthInRecording;
        m_element.startElement(name, attributes);
        return;
    }
    if (m_path.empty() && name != "response") {
        const QString root = cleanLine(name, 60);
        m_reader.abort({ErrorKind::BadAnswer,
                        root.compare("html"_L1, Qt::CaseInsensitive) == 0
                            ? u"an HTML page instead of an API answer"_s
                            : u"no API answer: its root is <%1>"_s.arg(root), {}, {}});
        return;
    }
    if (m_isListOpen && m_path.size() == 2 && name == "recording") {
        m_depthInRecording = 1;
        ++m_seen;
        m_element.begin();
        return;
    }
    m_path.emplace_back(name);
    m_text.clear();
    if (m_path.size() == 2 && name == "recordings")
        m_isListOpen = true;
    if (name == "error" && m_path.size() == 3) { // <error key="" message=""/>
        m_answer.messageKey = cleanLine(attributes.value("key"), longestMessage);
        m_answer.message = cleanLine(attributes.value("message"), longestMessage);
    }
}

void ApiAnswerReader::text(std::string_view piece)
{
    if (m_depthInRecording > 0)
        m_element.text(piece);
    else
        m_text.append(piece);
}

void ApiAnswerReader::endElement()
{
    if (m_depthInRecording > 0) {
        if (--m_depthInRecording > 0)
            m_element.endElement();
        else
            endRecording();
        return;
    }
    if (m_path.empty())
        return;
    endEnvelopeElement(m_path.back());
    if (m_path.size() == 2)
        m_isListOpen = false;
    m_path.pop_back();
    m_text.clear();
}

void ApiAnswerReader::endEnvelopeElement(const std::string &name)
{
    const bool isDirect = m_path.size() == 2;
    const bool isOfError = m_path.size() == 4 && m_path[1] == "errors";
    const auto line = [this] { return cleanLine(m_text.view(), longestMessage); };
    if (isDirect && name == "returncode") {
        m_answer.returnCode = line().toUpper();
    } else if ((isDirect && name == "messageKey") || (isOfError && name == "key")) {
        m_answer.messageKey = line();
    } else if ((isDirect || isOfError) && name == "message") {
        m_answer.message = line();
    } else if (isDirect && name == "version") {
        m_answer.version = line();
    } else if (isDirect && name == "build") {
        m_answer.build = line();
    } else if (isDirect && name == "apiVersion") {
        m_answer.apiVersion = line();
    } else if (isDirect && name == "bbbVersion") {
        m_answer.bbbVersion = line();
        m_answer.hasBbbVersion = true;
    } else if (name == "totalElements") { // below <response> or below <pagination>
        if (const auto total = parsedNumber(m_text.view()); total && *total >= 0 && *total <= mostElements)
            m_answer.totalElements = *total;
    } else if (name == "limit") {
        if (const auto limit = parsedNumber(m_text.view()); limit && *limit > 0 && *limit <= 100'000)
            m_answer.pageLimit = *limit;
    }
}

void ApiAnswerReader::endRecording()
{
    Result<RecordingSnapshot> snapshot = m_element.take();
    if (!snapshot) {
        addProblem(snapshot.error().subject, snapshot.error().detail);
        return;
    }
    ++m_recordings;
    if (!m_sink)
        return;
    m_page.push_back(std::move(snapshot).value());
    if (m_sink.canRecognise() || m_page.size() < m_pageSize)
        return; // takeSlice() looks at it again
    if (Result<> taken = flush(); !taken)
        m_reader.abort(std::move(taken).error());
}

Result<> ApiAnswerReader::flush()
{
    std::vector<RecordingSnapshot> page;
    page.reserve(m_pageSize);
    std::swap(page, m_page);
    return m_sink(std::move(page));
}

void ApiAnswerReader::addProblem(const QString &id, const QString &reason)
{
    if (m_element.knownId().isEmpty())
        m_hasUnnamedProblem = true;
    if (m_problems.size() >= mostProblems) {
        m_reader.abort({ErrorKind::BadAnswer, u"more than %1 unreadable recordings"_s.arg(mostProblems), {}, {}});
        return;
    }
    m_problems.append({id.isEmpty() ? u"recording number %1 of the answer"_s.arg(m_seen) : id, reason});
}

std::optional<XmlResume> ApiAnswerReader::broken(const QString &reason, qint64)
{
    m_brokenAt = m_seen;
    if (!m_isListOpen)
        return std::nullopt;
    if (m_depthInRecording > 0)
        addProblem(m_element.knownId().isEmpty() ? m_element.knownName() : m_element.knownId(), reason);
    else
        m_hasUnnamedProblem = true; // between two recordings; whether one was lost cannot be told
    m_depthInRecording = 0;
    m_path = {"response", "recordings"};
    return XmlResume{{"<recording", "</recordings"}, "<response><recordings>"};
}

} // namespace letopis
