#pragma once

#include "core/base/result.h"
#include "core/domain/ports/conferenceservice.h"
#include "core/playback/recordingelement.h"
#include "core/playback/xmlpushreader.h"
#include "core/providers/bigbluebutton/recordingslicer.h"

#include <optional>
#include <vector>

namespace letopis {

// The envelope of an API answer.
struct ApiAnswer
{
    QString returnCode; // SUCCESS, FAILED
    QString messageKey;
    QString message;
    QString version;
    QString build;             // Scalelite
    QString apiVersion;        // since 2.4
    QString bbbVersion;        // may be empty even where present
    bool hasBbbVersion = false;
    std::optional<qint64> totalElements; // only servers that page say it
    qint64 pageLimit = -1;               // the limit the server really applied
};

// Reads an API answer while it arrives, in bounded memory; recordings go to the sink in pages. A bad recording is a problem,
// not an error: the others still arrive. Where the sink can recognise descriptions by their bytes, those it does are not even
// parsed. JSON answers (text tracks, some proxies) are understood for their envelope.
class ApiAnswerReader final : private XmlHandler
{
public:
    // sink may be null where no recordings are expected.
    explicit ApiAnswerReader(RecordingSink sink = {}, size_t pageSize = 500);
    ~ApiAnswerReader() override;

    // BadAnswer where it is no API answer (an HTML page, something cut off), TooLarge, or the sink's error.
    Result<> feed(QByteArrayView bytes);
    // Hands out the last page.
    Result<> finish();

    const ApiAnswer &answer() const { return m_answer; }
    qint64 recordings() const { return m_recordings; } // recognised ones too
    const QList<RecordingProblem> &problems() const { return m_problems; }
    // A recording was lost of which not even the id could be read.
    bool hasUnnamedProblem() const { return m_hasUnnamedProblem; }
    qint64 bytes() const { return m_bytes; }

private:
    void startElement(std::string_view name, const XmlAttributes &attributes) override;
    void endElement() override;
    void text(std::string_view piece) override;
    std::optional<XmlResume> broken(const QString &reason, qint64 position) override;

    Result<> begin(QByteArrayView bytes);
    Result<> parse(QByteArrayView bytes);
    bool takeSlice(QByteArrayView slice);
    bool takeOther(QByteArrayView bytes);
    bool isBetweenRecordings() const;
    void readJson();
    void endEnvelopeElement(const std::string &name);
    void endRecording();
    void addProblem(const QString &id, const QString &reason);
    Result<> flush();

    enum class Form { Unknown, Xml, Json };
    const RecordingSink m_sink;
    const size_t m_pageSize;
    XmlPushReader m_reader;
    RecordingElement m_element;
    ApiAnswer m_answer;
    std::vector<RecordingSnapshot> m_page;
    QList<RecordingProblem> m_problems;
    TextCollector m_text;
    std::vector<std::string> m_path; // open elements, without those inside of a recording
    int m_depthInRecording = 0;      // 0: outside
    bool m_isListOpen = false;       // inside <recordings>
    bool m_hasUnnamedProblem = false;
    // With a sink that recognises:
    RecordingSlicer m_slicer;
    bool m_isBetween = false; // certainly inside <recordings>, outside of any recording, comment or CDATA
    Result<> m_sliced;        // how the slices' parsing went
    qint64 m_recordings = 0;
    qint64 m_seen = 0; // <recording> elements begun
    qint64 m_brokenAt = -1; // m_seen where something was last ill-formed
    qint64 m_bytes = 0;
    Form m_form = Form::Unknown;
    QByteArray m_json;
};

} // namespace letopis
