#include "core/providers/bigbluebutton/savedanswer.h"

#include "core/playback/eventsreader.h"
#include "core/playback/metadataxmlreader.h"
#include "core/playback/xmlpushreader.h"
#include "core/providers/bigbluebutton/apianswer.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 pieceBytes = 256 * 1024;
constexpr size_t mostSnapshots = 1'000'000;

// Looks at the root and the elements directly below it until they tell what the file is.
class KindHandler final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        ++m_depth;
        if (kind || m_depth > 2)
            return;
        if (m_depth == 1) {
            root = QString::fromUtf8(name.data(), qsizetype(std::min<size_t>(name.size(), 60)));
            if (name == "response")
                kind = SavedAnswer::Kind::GetRecordings;
            else if (name == "events" || !attributes.value("meeting_id").empty())
                kind = SavedAnswer::Kind::EventsXml;
        } else if (root == "recording"_L1) {
            const bool isOfEvents = name == "event" || name == "head" || name == "metadata";
            kind = isOfEvents ? SavedAnswer::Kind::EventsXml : SavedAnswer::Kind::MetadataXml;
        }
    }
    void endElement() override { --m_depth; }
    void text(std::string_view) override {}

    std::optional<SavedAnswer::Kind> kind;
    QString root;

private:
    int m_depth = 0;
};

Result<SavedAnswer::Kind> kindOf(QByteArrayView head)
{
    for (const char c : head) {
        if (c == '{')
            return SavedAnswer::Kind::GetRecordings; // the JSON shape of an error
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            break;
    }
    KindHandler handler;
    XmlPushReader reader(handler);
    const auto fed = reader.feed(head);
    if (!handler.kind && fed)
        (void)reader.finish();
    if (handler.kind)
        return *handler.kind;
    if (!handler.root.isEmpty())
        return Error{ErrorKind::BadAnswer,
                     u"neither a getRecordings answer nor metadata.xml nor events.xml: its root is <%1>"_s.arg(handler.root),
                     {}, {}};
    return Error{ErrorKind::BadAnswer, fed ? u"no XML"_s : fed.error().detail, {}, {}};
}

// Feeds everything to a reader with feed() and hands back the first error.
template<typename Reader>
Result<> feedAll(QIODevice &device, Reader &reader)
{
    for (;;) {
        const QByteArray piece = device.read(pieceBytes);
        if (piece.isEmpty())
            return device.atEnd() ? Result<>() : Result<>(Error{ErrorKind::Internal, device.errorString(), {}, {}});
        if (auto fed = reader.feed(piece); !fed)
            return fed;
    }
}

Result<SavedAnswer> readAnswer(QIODevice &device)
{
    SavedAnswer saved;
    ApiAnswerReader reader([&saved](std::vector<RecordingSnapshot> page) -> Result<> {
        if (saved.snapshots.size() + page.size() > mostSnapshots)
            return Error{ErrorKind::TooLarge, u"more than %1 recordings"_s.arg(mostSnapshots), {}, {}};
        std::move(page.begin(), page.end(), std::back_inserter(saved.snapshots));
        return {};
    });
    if (auto fed = feedAll(device, reader); !fed)
        return std::move(fed).error();
    if (auto finished = reader.finish(); !finished)
        return std::move(finished).error();
    const ApiAnswer &answer = reader.answer();
    if (answer.returnCode != "SUCCESS"_L1)
        return Error{ErrorKind::ServerRefused, answer.messageKey + u": "_s + answer.message, {}, {}};
    saved.problems = reader.problems();
    return saved;
}

Result<SavedAnswer> readMetadata(QIODevice &device)
{
    auto snapshot = readMetadataXml(device.read((4 << 20) + 1));
    if (!snapshot)
        return std::move(snapshot).error();
    SavedAnswer saved;
    saved.kind = SavedAnswer::Kind::MetadataXml;
    saved.snapshots.push_back(std::move(snapshot).value());
    return saved;
}

Result<SavedAnswer> readEvents(QIODevice &device)
{
    EventsReader reader;
    if (auto fed = feedAll(device, reader); !fed)
        return std::move(fed).error();
    auto record = reader.finish();
    if (!record)
        return std::move(record).error();
    SavedAnswer saved;
    saved.kind = SavedAnswer::Kind::EventsXml;
    saved.meeting = std::move(record).value();
    saved.brokenEvents = reader.brokenEvents();
    return saved;
}
} // namespace

Result<SavedAnswer> readSavedAnswer(QIODevice &device)
{
    const auto kind = kindOf(device.peek(64 * 1024));
    if (!kind)
        return kind.error();
    switch (*kind) {
    case SavedAnswer::Kind::GetRecordings: return readAnswer(device);
    case SavedAnswer::Kind::MetadataXml: return readMetadata(device);
    case SavedAnswer::Kind::EventsXml: return readEvents(device);
    }
    return Error{ErrorKind::Internal, {}, {}, {}};
}

} // namespace letopis
