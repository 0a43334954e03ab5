#include "core/playback/xmlpushreader.h"

#include "core/playback/xmlbytefilter.h"

#include <QStringDecoder>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype sliceBytes = 64 * 1024;
constexpr qsizetype headBytes = 256; // enough for any XML declaration
// NOENT resolves XML's own five entities in attributes too. There are no others: a document type is refused.
constexpr int options = XML_PARSE_NONET | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT;

struct ContextDeleter
{
    void operator()(xmlParserCtxt *context) const { xmlFreeParserCtxt(context); }
};
using ContextPointer = std::unique_ptr<xmlParserCtxt, ContextDeleter>;

std::string_view viewOf(const xmlChar *text)
{
    return text ? std::string_view(reinterpret_cast<const char *>(text)) : std::string_view();
}

Error badAnswer(const QString &detail)
{
    return {ErrorKind::BadAnswer, detail, {}, {}};
}

// The encoding a document's first bytes ask for; nothing where it is one we do not read. Cuts a byte order mark off.
std::optional<QStringConverter::Encoding> encodingOf(QByteArray &head)
{
    if (head.startsWith("\xEF\xBB\xBF")) {
        head.remove(0, 3);
        return QStringConverter::Utf8;
    }
    if (head.startsWith("\xFF\xFE") || head.startsWith(QByteArrayView("<\0", 2)))
        return QStringConverter::Utf16LE;
    if (head.startsWith("\xFE\xFF") || head.startsWith(QByteArrayView("\0<", 2)))
        return QStringConverter::Utf16BE;
    const qsizetype end = head.indexOf("?>");
    const QByteArray declaration = head.startsWith("<?xml") && end > 0 ? head.left(end).toLower() : QByteArray();
    const qsizetype at = declaration.indexOf("encoding");
    if (at < 0)
        return QStringConverter::Utf8;
    const QByteArray rest = declaration.mid(at + 8);
    if (rest.contains("utf-8") || rest.contains("utf8") || rest.contains("us-ascii"))
        return QStringConverter::Utf8;
    if (rest.contains("iso-8859-1\"") || rest.contains("iso-8859-1'") || rest.contains("latin1"))
        return QStringConverter::Latin1;
    return std::nullopt;
}

struct TagMatch
{
    qsizetype at = -1;
};

// The first of the tags in bytes, whole names only. A tag at the very end may still go on and does not count.
TagMatch firstTag(const QByteArray &bytes, const QList<QByteArray> &tags)
{
    TagMatch first;
    for (const QByteArray &tag : tags) {
        for (qsizetype at = bytes.indexOf(tag); at >= 0; at = bytes.indexOf(tag, at + 1)) {
            const qsizetype after = at + tag.size();
            if (after >= bytes.size())
                break;
            if (std::strchr("> \t\r\n/", bytes[after])) {
                if (first.at < 0 || at < first.at)
                    first.at = at;
                break;
            }
        }
    }
    return first;
}
} // namespace

std::string_view XmlAttributes::value(std::string_view name) const
{
    for (int i = 0; i < m_count; ++i) {
        const unsigned char **attribute = m_attributes + i * 5;
        if (viewOf(attribute[0]) == name && !attribute[1])
            return {reinterpret_cast<const char *>(attribute[3]), size_t(attribute[4] - attribute[3])};
    }
    return {};
}

std::optional<XmlResume> XmlHandler::broken(const QString &, qint64)
{
    return std::nullopt;
}

class XmlPushReader::Private
{
public:
    Private(XmlHandler &handler, XmlLimits limits) : m_handler(handler), m_limits(limits) {}

    Result<> feed(QByteArrayView bytes);
    Result<> finish();
    void abort(Error error);
    qint64 bytesRead() const { return m_bytesRead; }
    bool isBetweenTags() const;
    void skip(qint64 bytes);

private:
    void startDocument(bool isLast);
    void decodeAndParse(QByteArrayView bytes, bool isLast);
    void parseUtf8(QByteArrayView bytes, bool isLast);
    void parseClean(QByteArray bytes);
    bool findResumption(QByteArray &bytes);
    void openContext();
    void chunk(const char *bytes, qsizetype size, bool isLast);
    void breakAt(const QString &reason);
    void afterBreak();

    static Private *self(void *data) { return static_cast<Private *>(data); }
    static void onStart(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                        const xmlChar **, int attributes, int, const xmlChar **values);
    static void onEnd(void *data, const xmlChar *, const xmlChar *, const xmlChar *);
    static void onText(void *data, const xmlChar *text, int length);
    static void onDoctype(void *data, const xmlChar *, const xmlChar *, const xmlChar *);
    static xmlSAXHandler saxHandler();
    static qint64 consumed(const xmlParserCtxt &context);

    XmlHandler &m_handler;
    const XmlLimits m_limits;
    std::optional<Error> m_error;
    ContextPointer m_context;
    std::optional<QStringDecoder> m_decoder; // where the input is not UTF-8
    QByteArray m_head;     // the first bytes, until the encoding is known
    QByteArray m_tail;     // bytes the filter wants to see again
    QByteArray m_buffer;
    bool m_hasStarted = false;
    qint64 m_bytesRead = 0;
    qint64 m_cleanBytes = 0; // given to the parser or skipped
    qint64 m_origin = 0;     // of the context's first byte
    qint64 m_resumedAt = -1;
    int m_depth = 0;
    int m_resumes = 0;
    bool m_isInPrologue = false;
    bool m_wasTag = false; // the last event was a start or end tag
    // Set while a broken piece is being left.
    bool m_isBroken = false;
    QString m_breakReason;
    qint64 m_breakPosition = 0;
    QByteArray m_unparsed;
    std::optional<XmlResume> m_resume; // set while looking for where to go on
    QByteArray m_window;
};

xmlSAXHandler XmlPushReader::Private::saxHandler()
{
    xmlSAXHandler sax;
    std::memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = &onStart;
    sax.endElementNs = &onEnd;
    sax.characters = &onText;
    sax.ignorableWhitespace = &onText;
    sax.cdataBlock = &onText;
    sax.internalSubset = &onDoctype;
    // The error's type is const from libxml2 2.12 on.
    sax.serror = [](void *data, auto *error) {
        if (error->level == XML_ERR_FATAL)
            self(data)->breakAt(QString::fromUtf8(error->message).simplified().left(200));
    };
    return sax;
}

qint64 XmlPushReader::Private::consumed(const xmlParserCtxt &context)
{
    return context.input ? qint64(context.input->consumed) + (context.input->cur - context.input->base) : 0;
}

void XmlPushReader::Private::onStart(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *, int,
                                     const xmlChar **, int attributes, int, const xmlChar **values)
{
    Private *d = self(data);
    if (d->m_isBroken || d->m_error)
        return;
    d->m_wasTag = true;
    if (++d->m_depth > d->m_limits.maxDepth) {
        d->breakAt(u"elements nested too deep"_s);
        xmlStopParser(d->m_context.get());
        return;
    }
    if (d->m_isInPrologue)
        return;
    if (prefix) {
        const std::string qualified = std::string(viewOf(prefix)) + ':' + std::string(viewOf(name));
        d->m_handler.startElement(qualified, XmlAttributes(attributes, values));
    } else {
        d->m_handler.startElement(viewOf(name), XmlAttributes(attributes, values));
    }
}

void XmlPushReader::Private::onEnd(void *data, const xmlChar *, const xmlChar *, const xmlChar *)
{
    Private *d = self(data);
    if (d->m_isBroken || d->m_error)
        return;
    d->m_wasTag = true;
    --d->m_depth;
    d->m_handler.endElement();
}

void XmlPushReader::Private::onText(void *data, const xmlChar *text, int length)
{
    Private *d = self(data);
    d->m_wasTag = false;
    if (!d->m_isBroken && !d->m_error && !d->m_isInPrologue)
        d->m_handler.text({reinterpret_cast<const char *>(text), size_t(length)});
}

void XmlPushReader::Private::onDoctype(void *data, const xmlChar *, const xmlChar *, const xmlChar *)
{
    self(data)->abort(badAnswer(u"a document type declaration, which is not accepted (an HTML page?)"_s));
}

void XmlPushReader::Private::abort(Error error)
{
    if (!m_error)
        m_error = std::move(error);
    if (m_context)
        xmlStopParser(m_context.get());
}

// Called by libxml2 at the first error, while its input is still there.
void XmlPushReader::Private::breakAt(const QString &reason)
{
    if (m_isBroken || m_error)
        return;
    m_isBroken = true;
    m_breakReason = reason;
    m_breakPosition = m_origin + consumed(*m_context);
    if (const xmlParserInput *input = m_context->input; input && input->cur && input->end > input->cur)
        m_unparsed = QByteArray(reinterpret_cast<const char *>(input->cur), input->end - input->cur);
    if (m_breakPosition <= m_resumedAt)
        m_unparsed.remove(0, 1); // or the same tag would be found for ever
}

void XmlPushReader::Private::openContext()
{
    xmlSAXHandler sax = saxHandler();
    m_context.reset(xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr));
    if (!m_context) {
        m_error = Error{ErrorKind::Internal, u"no memory for an XML parser"_s, {}, {}};
        return;
    }
    xmlCtxtUseOptions(m_context.get(), options);
    m_depth = 0;
}

void XmlPushReader::Private::chunk(const char *bytes, qsizetype size, bool isLast)
{
    xmlParseChunk(m_context.get(), bytes, int(size), isLast);
    if (m_isBroken || m_error)
        return;
    if (const xmlParserInput *input = m_context->input; input && input->end - input->cur > m_limits.maxTagBytes)
        breakAt(u"a tag of more than %1 bytes"_s.arg(m_limits.maxTagBytes));
    else
        return;
    m_unparsed.remove(0, 1); // the '<' of that very tag
}

// Asks the handler for a way on; without one the reading ends.
void XmlPushReader::Private::afterBreak()
{
    m_isBroken = false;
    if (m_error)
        return;
    const QString where = u"%1 at byte %2"_s.arg(m_breakReason).arg(m_breakPosition);
    if (++m_resumes <= m_limits.maxResumes)
        m_resume = m_handler.broken(where, m_breakPosition);
    if (m_error)
        return;
    if (!m_resume)
        m_error = badAnswer(where);
    m_window.clear();
}

// True with the bytes to parse from now on, once one of the resumption's tags came by.
bool XmlPushReader::Private::findResumption(QByteArray &bytes)
{
    m_window += bytes;
    const TagMatch match = firstTag(m_window, m_resume->tags);
    if (match.at < 0) {
        m_window = m_window.right(32);
        return false;
    }
    bytes = m_window.mid(match.at);
    m_window.clear();
    openContext();
    if (m_error)
        return false;
    m_isInPrologue = true;
    chunk(m_resume->prologue.constData(), m_resume->prologue.size(), false);
    m_isInPrologue = false;
    m_resumedAt = m_cleanBytes - bytes.size();
    m_origin = m_resumedAt - m_resume->prologue.size();
    m_resume.reset();
    return true;
}

// m_cleanBytes counts `bytes` already.
void XmlPushReader::Private::parseClean(QByteArray bytes)
{
    qsizetype at = 0;
    while (!m_error) {
        if (m_resume) {
            bytes.remove(0, at);
            at = 0;
            if (!findResumption(bytes))
                return;
        }
        if (at >= bytes.size())
            return;
        const qsizetype size = std::min(sliceBytes, bytes.size() - at);
        chunk(bytes.constData() + at, size, false);
        at += size;
        if (m_isBroken && !m_error) {
            bytes = m_unparsed + bytes.mid(at);
            at = 0;
            m_unparsed.clear();
            afterBreak();
        }
    }
}

void XmlPushReader::Private::parseUtf8(QByteArrayView bytes, bool isLast)
{
    while (!m_error && (!bytes.isEmpty() || (isLast && !m_tail.isEmpty()))) {
        const qsizetype taken = std::min(bytes.size(), sliceBytes);
        m_buffer = m_tail;
        m_buffer.append(bytes.data(), taken);
        bytes = bytes.sliced(taken);
        const qsizetype done = filterXmlBytes(m_buffer.data(), m_buffer.size(), isLast && bytes.isEmpty());
        m_tail = m_buffer.sliced(done);
        m_buffer.truncate(done);
        m_cleanBytes += done;
        if (m_resume) {
            parseClean(m_buffer);
            continue;
        }
        chunk(m_buffer.constData(), m_buffer.size(), false);
        if (m_isBroken && !m_error) {
            QByteArray rest = std::exchange(m_unparsed, {});
            afterBreak();
            parseClean(std::move(rest));
        }
    }
}

void XmlPushReader::Private::decodeAndParse(QByteArrayView bytes, bool isLast)
{
    if (!m_decoder) {
        parseUtf8(bytes, isLast);
        return;
    }
    const QString decoded = m_decoder->decode(bytes);
    parseUtf8(decoded.toUtf8(), isLast);
}

void XmlPushReader::Private::startDocument(bool isLast)
{
    qsizetype blank = 0;
    while (blank < m_head.size() && std::strchr(" \t\r\n", m_head[blank]) && m_head[blank] != '\0')
        ++blank;
    m_cleanBytes = m_origin = blank;
    m_head.remove(0, blank);
    const auto encoding = encodingOf(m_head);
    if (!encoding) {
        m_error = badAnswer(u"a character encoding that is not supported"_s);
        return;
    }
    if (*encoding != QStringConverter::Utf8)
        m_decoder.emplace(*encoding);
    m_hasStarted = true;
    openContext();
    if (!m_error)
        decodeAndParse(std::exchange(m_head, {}), isLast);
}

Result<> XmlPushReader::Private::feed(QByteArrayView bytes)
{
    if (m_error)
        return *m_error;
    m_bytesRead += bytes.size();
    if (m_limits.maxBytes >= 0 && m_bytesRead > m_limits.maxBytes) {
        m_error = Error{ErrorKind::TooLarge, u"more than %1 bytes"_s.arg(m_limits.maxBytes), {}, {}};
        return *m_error;
    }
    if (!m_hasStarted) {
        m_head.append(bytes.data(), bytes.size());
        if (m_head.size() >= headBytes)
            startDocument(false);
    } else {
        decodeAndParse(bytes, false);
    }
    return m_error ? Result<>(*m_error) : Result<>();
}

// An unfinished comment or tag stays in libxml2's input until its end has come, and the text of a CDATA section is an event
// of its own: where nothing is left and the last event was a tag, the parser stands in content.
bool XmlPushReader::Private::isBetweenTags() const
{
    const bool isParsing = m_hasStarted && !m_decoder && !m_error && !m_resume && m_context && m_context->input;
    return isParsing && m_wasTag && m_tail.isEmpty() && m_context->input->cur == m_context->input->end;
}

void XmlPushReader::Private::skip(qint64 bytes)
{
    m_bytesRead += bytes;
    m_cleanBytes += bytes;
    m_origin += bytes;
}

Result<> XmlPushReader::Private::finish()
{
    if (!m_error && !m_hasStarted)
        startDocument(true);
    else if (!m_error)
        decodeAndParse({}, true);
    while (!m_error && !m_resume) {
        chunk("", 0, true);
        if (!m_isBroken)
            break;
        QByteArray rest = std::exchange(m_unparsed, {}); // the parser may have held a lot back
        afterBreak();
        parseClean(std::move(rest));
    }
    if (!m_error && m_resume)
        m_error = badAnswer(u"cut off or ill-formed: %1 at byte %2"_s.arg(m_breakReason).arg(m_breakPosition));
    if (m_error)
        return *m_error;
    m_error = Error{ErrorKind::Internal, u"the document was already finished"_s, {}, {}};
    return {};
}

XmlPushReader::XmlPushReader(XmlHandler &handler, XmlLimits limits)
    : d(std::make_unique<Private>(handler, limits))
{}

XmlPushReader::~XmlPushReader() = default;

Result<> XmlPushReader::feed(QByteArrayView bytes)
{
    return d->feed(bytes);
}

Result<> XmlPushReader::finish()
{
    return d->finish();
}

void XmlPushReader::abort(Error error)
{
    d->abort(std::move(error));
}

qint64 XmlPushReader::bytesRead() const
{
    return d->bytesRead();
}

bool XmlPushReader::isBetweenTags() const
{
    return d->isBetweenTags();
}

void XmlPushReader::skip(qint64 bytes)
{
    d->skip(bytes);
}

} // namespace letopis
