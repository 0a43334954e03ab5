#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <string_view>

namespace letopis {

// Attributes of the element being started; valid only during the call.
class XmlAttributes
{
public:
    XmlAttributes(int count, const unsigned char **attributes) : m_count(count), m_attributes(attributes) {}
    // Decoded value; empty if absent.
    std::string_view value(std::string_view name) const;
    int count() const { return m_count; }

private:
    int m_count;
    const unsigned char **m_attributes; // libxml2's five pointers an attribute
};

// Where to go on after an ill-formed piece: at the next of these tags, inside these open elements.
struct XmlResume
{
    QList<QByteArray> tags; // "<recording", "</recordings"; matched as whole names
    QByteArray prologue;    // "<response><recordings>": start tags only
};

// Receives the document. Text comes in pieces. Views are valid only during the call. Must not throw.
class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    virtual void startElement(std::string_view name, const XmlAttributes &attributes) = 0;
    virtual void endElement() = 0;
    virtual void text(std::string_view piece) = 0;
    // The input is ill-formed at this byte. Nothing ends the reading; a way to resume costs only the broken piece, and the
    // handler must then be in the state the prologue describes.
    virtual std::optional<XmlResume> broken(const QString &reason, qint64 position);
};

struct XmlLimits
{
    qint64 maxBytes = -1;      // of the whole input; -1: any
    int maxDepth = 32;
    int maxTagBytes = 1 << 17; // one tag with its attributes, or one comment
    int maxResumes = 1000;
};

// XML from untrusted hands, in pieces of any size and bounded memory (libxml2's SAX2 push parser). No DTD is accepted, so no
// entity but the five of XML exists and nothing is loaded. Before the parser, bytes no XML may hold (control characters,
// broken UTF-8, references to them) become spaces or question marks of the same length, so that they cost one character.
// UTF-8, UTF-16 with a byte order mark and ISO-8859-1 are read; other encodings are refused. One thread at a time.
class XmlPushReader
{
public:
    explicit XmlPushReader(XmlHandler &handler, XmlLimits limits = {});
    ~XmlPushReader();
    XmlPushReader(const XmlPushReader &) = delete;
    XmlPushReader &operator=(const XmlPushReader &) = delete;

    // BadAnswer with reason and byte position; TooLarge past maxBytes. After an error the reader stays in it.
    Result<> feed(QByteArrayView bytes);
    // BadAnswer where the document is not complete.
    Result<> finish();
    // From a handler: ends the reading with this error.
    void abort(Error error);
    qint64 bytesRead() const;

    // For a caller that leaves out pieces it knows. True where everything fed so far has been parsed as UTF-8 and its last
    // piece was a tag: what comes next is content of the element that is open, not the inside of a comment or CDATA.
    bool isBetweenTags() const;
    // The caller leaves out this many bytes here, well-formed content; positions go on counting them.
    void skip(qint64 bytes);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis
