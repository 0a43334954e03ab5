#include "core/playback/metadataxmlreader.h"

#include "core/playback/recordingelement.h"
#include "core/playback/xmlpushreader.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 largestFile = 4 << 20;

class MetadataHandler final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (m_depth++ == 0) {
            m_isRecording = name == "recording";
            m_element.begin();
        } else {
            m_element.startElement(name, attributes);
        }
    }
    void endElement() override
    {
        if (--m_depth > 0)
            m_element.endElement();
    }
    void text(std::string_view piece) override
    {
        if (m_depth > 1)
            m_element.text(piece);
    }
    Result<RecordingSnapshot> take()
    {
        if (!m_isRecording)
            return Error{ErrorKind::BadAnswer, u"the root is not <recording>"_s, {}, {}};
        return m_element.take();
    }

private:
    RecordingElement m_element;
    int m_depth = 0;
    bool m_isRecording = false;
};
} // namespace

Result<RecordingSnapshot> readMetadataXml(QByteArrayView bytes)
{
    MetadataHandler handler;
    XmlPushReader reader(handler, {.maxBytes = largestFile});
    if (auto fed = reader.feed(bytes); !fed)
        return std::move(fed).error();
    if (auto finished = reader.finish(); !finished)
        return std::move(finished).error();
    return handler.take();
}

} // namespace letopis
