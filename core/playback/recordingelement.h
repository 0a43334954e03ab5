#pragma once

#include "core/domain/recordingsnapshot.h"
#include "core/playback/cleantext.h"
#include "core/playback/xmlpushreader.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace letopis {

// Builds a RecordingSnapshot from one <recording> element, in all the shapes BigBlueButton writes: that of getRecordings, of
// its database backend, of Scalelite, and of metadata.xml. Give it what is below <recording>; it keeps its own depth.
// Texts are trimmed and limited, URLs other than http(s) dropped, formats that repeat (type, url) merged; negative sizes
// and counts are unknown.
class RecordingElement
{
public:
    RecordingElement();

    // At <recording> itself.
    void begin();
    void startElement(std::string_view name, const XmlAttributes &attributes);
    void endElement();
    void text(std::string_view piece) { m_text.append(piece); }

    // At </recording>: the snapshot, or why there is none (no usable id, a date outside of the years 1970-9999).
    Result<RecordingSnapshot> take();
    // The best name known so far for a recording that broke off: its id, else nothing.
    QString knownId() const { return m_snapshot.externalId; }
    QString knownName() const { return m_snapshot.name; }

private:
    enum class Place { Recording, Field, MetadataList, MetadataValue, Playback, Format, FormatField, Preview, Image,
                       Breakout, BreakoutField, BreakoutRooms, BreakoutRoom, Skipped };
    enum class Field : quint8;

    Place placeOf(Place parent, Field field) const;
    QString metadataKey(std::string_view name);
    void meetingAttributes(const XmlAttributes &attributes);
    void endRecordingField(Field field);
    void endMetadataValue();
    void endFormatField(Field field, PlaybackFormat &format);
    void endFormat();
    void endImage();
    void addFormat(PlaybackFormat format);
    qint64 dateOf(const char *what);
    std::optional<std::string_view> plainPathOf(std::string_view url);
    QUrl urlOf();
    QByteArray encodedUrlOf();

    struct Open
    {
        Place place;
        Field field;
    };
    std::vector<Open> m_open;
    TextCollector m_text;
    RecordingSnapshot m_snapshot;
    PlaybackFormat m_format;  // the <format> that is open
    PlaybackFormat m_flat;    // fields directly in <playback>
    PreviewImage m_image;
    QString m_metadataKey;
    std::vector<std::pair<std::string, QString>> m_knownKeys; // recordings share their keys, and so the strings
    std::string m_origin; // of the last URL, and parsed
    QUrl m_originUrl;
    QByteArray m_encodedOrigin;
    QString m_state;
    bool m_isPublished = true;
    bool m_hasBreakoutFlag = false;
    bool m_hasNestedFormat = false;
    QString m_problem;
};

} // namespace letopis
