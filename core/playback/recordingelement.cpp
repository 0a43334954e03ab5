#include "core/playback/recordingelement.h"

#include <algorithm>
#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestId = 255;
constexpr qsizetype longestName = 1000;
constexpr qsizetype longestValue = 8192;
constexpr qsizetype longestUrl = 2048;
constexpr size_t longestText = 64 * 1024;
constexpr qsizetype mostMetadata = 500;
constexpr size_t mostKnownKeys = 64;
constexpr qsizetype mostFormats = 50;
constexpr qsizetype mostPreviews = 20;
constexpr qsizetype mostRooms = 500;
constexpr qint64 lastDateMs = 253'402'300'799'999; // 9999-12-31T23:59:59.999Z
} // namespace

enum class RecordingElement::Field : quint8 {
    None, RecordId, MeetingId, InternalMeetingId, Name, IsBreakout, Published, State, StartTime, EndTime, Participants,
    RawSize, MetadataList, Playback, Meeting, Breakout, BreakoutRooms, BreakoutRoom, ParentId, Format, Type, Url,
    ProcessingTime, Length, Duration, Size, Preview, Images, Image, Extensions,
};

namespace {
template<typename Field>
struct FieldName
{
    std::string_view name;
    Field field;
};

// All spellings: getRecordings, database backend, metadata.xml. Ordered by length for fieldOf().
template<typename Field>
constexpr std::array fieldNames{
    FieldName<Field>{"id", Field::RecordId},
    FieldName<Field>{"url", Field::Url},
    FieldName<Field>{"name", Field::Name},
    FieldName<Field>{"type", Field::Type},
    FieldName<Field>{"size", Field::Size},
    FieldName<Field>{"link", Field::Url},
    FieldName<Field>{"meta", Field::MetadataList},
    FieldName<Field>{"state", Field::State},
    FieldName<Field>{"image", Field::Image},
    FieldName<Field>{"format", Field::Format},
    FieldName<Field>{"length", Field::Length},
    FieldName<Field>{"images", Field::Images},
    FieldName<Field>{"endTime", Field::EndTime},
    FieldName<Field>{"rawSize", Field::RawSize},
    FieldName<Field>{"preview", Field::Preview},
    FieldName<Field>{"meeting", Field::Meeting},
    FieldName<Field>{"recordID", Field::RecordId},
    FieldName<Field>{"recordId", Field::RecordId},
    FieldName<Field>{"metadata", Field::MetadataList},
    FieldName<Field>{"playback", Field::Playback},
    FieldName<Field>{"breakout", Field::Breakout},
    FieldName<Field>{"parentId", Field::ParentId},
    FieldName<Field>{"duration", Field::Duration},
    FieldName<Field>{"end_time", Field::EndTime},
    FieldName<Field>{"raw_size", Field::RawSize},
    FieldName<Field>{"meetingID", Field::MeetingId},
    FieldName<Field>{"meetingId", Field::MeetingId},
    FieldName<Field>{"published", Field::Published},
    FieldName<Field>{"startTime", Field::StartTime},
    FieldName<Field>{"record_id", Field::RecordId},
    FieldName<Field>{"start_time", Field::StartTime},
    FieldName<Field>{"isBreakout", Field::IsBreakout},
    FieldName<Field>{"meeting_id", Field::MeetingId},
    FieldName<Field>{"extensions", Field::Extensions},
    FieldName<Field>{"is_breakout", Field::IsBreakout},
    FieldName<Field>{"breakoutRoom", Field::BreakoutRoom},
    FieldName<Field>{"participants", Field::Participants},
    FieldName<Field>{"breakoutRooms", Field::BreakoutRooms},
    FieldName<Field>{"processingTime", Field::ProcessingTime},
    FieldName<Field>{"processing_time", Field::ProcessingTime},
    FieldName<Field>{"internalMeetingID", Field::InternalMeetingId},
    FieldName<Field>{"internalMeetingId", Field::InternalMeetingId},
    FieldName<Field>{"internal_meeting_id", Field::InternalMeetingId},
};

template<typename Field>
Field fieldOf(std::string_view name)
{
    for (const auto &[known, field] : fieldNames<Field>) {
        if (known.size() > name.size())
            break;
        if (known == name)
            return field;
    }
    return Field::None;
}

// Ids come from directory names; nothing that could walk out of one, and nothing unprintable, is taken for one.
bool isUsableId(const QString &id)
{
    const auto isAllowed = [](QChar c) { return c.isPrint() && !c.isSpace() && c != u'/' && c != u'\\'; };
    return !id.isEmpty() && id != u"."_s && !id.contains(u".."_s) && std::all_of(id.begin(), id.end(), isAllowed);
}

qint64 notNegative(std::string_view text)
{
    const auto number = parsedNumber(text);
    return number && *number >= 0 ? *number : -1;
}

// Metadata that is shown as a field, where one layer of escaping too many would be seen.
bool isShownKey(const QString &key)
{
    static constexpr std::array keys{"name"_L1, "meetingname"_L1, "meeting-name"_L1, "bbb-recording-name"_L1,
                                     "description"_L1, "bbb-recording-description"_L1, "bbb-recording-tags"_L1};
    return key.startsWith("letopis-"_L1, Qt::CaseInsensitive) || std::any_of(keys.begin(), keys.end(),
                       [&key](QLatin1StringView known) { return key.compare(known, Qt::CaseInsensitive) == 0; });
}

// http(s) with a host, or nothing.
QUrl parsedUrl(std::string_view text)
{
    const QUrl url(QString::fromUtf8(text.data(), qsizetype(text.size())), QUrl::TolerantMode);
    const QString scheme = url.scheme();
    const bool isWeb = scheme == "https"_L1 || scheme == "http"_L1;
    return isWeb && url.isValid() && !url.host().isEmpty() ? url : QUrl();
}

// Characters that mean themselves in a path, so that it needs no parsing.
constexpr std::array<bool, 256> plainPathCharacters = [] {
    std::array<bool, 256> plain{};
    for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._~"))
        plain[quint8(c)] = true;
    return plain;
}();

PublicationState stateOf(const QString &word, bool isPublished)
{
    const auto state = publicationStateFromName(word);
    if (state && *state != PublicationState::Gone)
        return *state;
    return isPublished ? PublicationState::Published : PublicationState::Unpublished;
}
} // namespace

RecordingElement::RecordingElement() : m_text(longestText)
{
    m_open.reserve(16);
}

void RecordingElement::begin()
{
    m_open.clear();
    m_snapshot = {};
    m_format = {};
    m_flat = {};
    m_state.clear();
    m_problem.clear();
    m_isPublished = true;
    m_hasBreakoutFlag = false;
    m_hasNestedFormat = false;
}

RecordingElement::Place RecordingElement::placeOf(Place parent, Field field) const
{
    switch (parent) {
    case Place::Recording:
        switch (field) {
        case Field::MetadataList: return Place::MetadataList;
        case Field::Playback: return Place::Playback;
        case Field::Breakout: return Place::Breakout;
        case Field::BreakoutRooms: return Place::BreakoutRooms;
        case Field::None: return Place::Skipped;
        default: return Place::Field;
        }
    case Place::MetadataList: return Place::MetadataValue;
    case Place::Playback:
        if (field == Field::Format)
            return Place::Format;
        return field == Field::Extensions || field == Field::Preview ? Place::Preview : Place::FormatField;
    case Place::Format: return field == Field::Preview ? Place::Preview : Place::FormatField;
    case Place::Preview:
        if (field == Field::Preview || field == Field::Images)
            return Place::Preview;
        return field == Field::Image ? Place::Image : Place::Skipped;
    case Place::Breakout: return Place::BreakoutField;
    case Place::BreakoutRooms: return Place::BreakoutRoom;
    default: return Place::Skipped;
    }
}

void RecordingElement::startElement(std::string_view name, const XmlAttributes &attributes)
{
    const Place parent = m_open.empty() ? Place::Recording : m_open.back().place;
    const Field field = parent == Place::MetadataList ? Field::None : fieldOf<Field>(name);
    const Place place = placeOf(parent, field);
    m_open.push_back({place, field});
    m_text.clear();
    if (place == Place::MetadataValue) {
        m_metadataKey = metadataKey(name);
    } else if (place == Place::Format) {
        m_format = {};
    } else if (place == Place::Image) {
        m_image.width = int(std::clamp<qint64>(notNegative(attributes.value("width")), 0, 100'000));
        m_image.height = int(std::clamp<qint64>(notNegative(attributes.value("height")), 0, 100'000));
        m_image.text = cleanLine(attributes.value("alt"), longestName);
    } else if (place == Place::Field && field == Field::Meeting) {
        meetingAttributes(attributes);
    } else if (place == Place::Breakout && attributes.count() > 0) {
        m_snapshot.breakoutParentId = cleanLine(attributes.value("parentMeetingId"), longestId);
    }
}

QString RecordingElement::metadataKey(std::string_view name)
{
    for (const auto &[bytes, key] : m_knownKeys) {
        if (bytes == name)
            return key;
    }
    const QString key = cleanLine(name, longestId);
    if (m_knownKeys.size() < mostKnownKeys)
        m_knownKeys.emplace_back(name, key);
    return key;
}

// <meeting> of metadata.xml.
void RecordingElement::meetingAttributes(const XmlAttributes &attributes)
{
    m_snapshot.internalMeetingId = cleanLine(attributes.value("id"), longestId);
    m_snapshot.meetingId = cleanLine(attributes.value("externalId"), longestName);
    m_snapshot.name = unescapedOnce(cleanLine(attributes.value("name"), longestName));
    m_hasBreakoutFlag = true;
    m_snapshot.isBreakout = parsedFlag(attributes.value("breakout"), false);
}

void RecordingElement::endElement()
{
    if (m_open.empty())
        return;
    const Open closed = m_open.back();
    m_open.pop_back();
    switch (closed.place) {
    case Place::Field: endRecordingField(closed.field); break;
    case Place::MetadataValue: endMetadataValue(); break;
    case Place::FormatField:
        endFormatField(closed.field, !m_open.empty() && m_open.back().place == Place::Format ? m_format : m_flat);
        break;
    case Place::Format: endFormat(); break;
    case Place::Image: endImage(); break;
    case Place::BreakoutField:
        if (closed.field == Field::ParentId)
            m_snapshot.breakoutParentId = cleanLine(m_text.view(), longestId);
        break;
    case Place::BreakoutRoom:
        if (const QString id = cleanLine(m_text.view(), longestId);
            !id.isEmpty() && m_snapshot.breakoutRoomIds.size() < mostRooms)
            m_snapshot.breakoutRoomIds.append(id);
        break;
    case Place::Recording:
    case Place::MetadataList:
    case Place::Playback:
    case Place::Preview:
    case Place::Breakout:
    case Place::BreakoutRooms:
    case Place::Skipped: break;
    }
    m_text.clear();
}

qint64 RecordingElement::dateOf(const char *what)
{
    if (m_text.trimmed().empty())
        return 0;
    const auto number = parsedNumber(m_text.view());
    if (number && *number >= 0 && *number <= lastDateMs)
        return *number;
    m_problem = u"%1 is no date: \"%2\""_s.arg(QLatin1StringView(what), cleanLine(m_text.view(), 40));
    return 0;
}

void RecordingElement::endRecordingField(Field field)
{
    const std::string_view text = m_text.view();
    switch (field) {
    case Field::RecordId: m_snapshot.externalId = cleanLine(text, longestId + 1); break;
    case Field::MeetingId: m_snapshot.meetingId = cleanLine(text, longestName); break;
    case Field::InternalMeetingId: m_snapshot.internalMeetingId = cleanLine(text, longestId); break;
    case Field::Name: m_snapshot.name = unescapedOnce(cleanLine(text, longestName)); break;
    case Field::IsBreakout:
        m_hasBreakoutFlag = true;
        m_snapshot.isBreakout = parsedFlag(text, false);
        break;
    case Field::Published: m_isPublished = parsedFlag(text, true); break;
    case Field::State: m_state = cleanLine(text, 40); break;
    case Field::StartTime: m_snapshot.startedAtMs = dateOf("the start"); break;
    case Field::EndTime: m_snapshot.endedAtMs = dateOf("the end"); break;
    case Field::Participants:
        m_snapshot.participantCount = int(std::min<qint64>(notNegative(text), 1'000'000));
        break;
    case Field::RawSize: m_snapshot.rawSizeBytes = notNegative(text); break;
    default: break;
    }
}

void RecordingElement::endMetadataValue()
{
    if (m_snapshot.metadata.size() >= mostMetadata)
        return;
    QString value = cleanParagraphs(m_text.view(), longestValue);
    if (value.contains(u'&') && isShownKey(m_metadataKey))
        value = unescapedOnce(value);
    m_snapshot.metadata.append({m_metadataKey, std::move(value)});
}

namespace {
bool mayBeUrl(std::string_view text)
{
    return text.size() <= size_t(longestUrl) && (text.starts_with("http") || text.starts_with("HTTP"));
}
} // namespace

// Most URLs of an answer share their origin: parsing it once and copying it is far cheaper than parsing each URL whole.
// The path, where it means itself; the URL's origin is m_origin then.
std::optional<std::string_view> RecordingElement::plainPathOf(std::string_view url)
{
    const size_t authority = url.find("://");
    const size_t path = authority == std::string_view::npos ? authority : url.find_first_of("/?#", authority + 3);
    const bool isPlain = path != std::string_view::npos && url[path] == '/'
        && std::all_of(url.begin() + ptrdiff_t(path), url.end(), [](char c) { return plainPathCharacters[quint8(c)]; });
    if (!isPlain)
        return std::nullopt;
    if (url.substr(0, path) != m_origin) {
        m_origin = url.substr(0, path);
        m_originUrl = parsedUrl(m_origin);
        m_encodedOrigin = m_originUrl.toEncoded();
    }
    return url.substr(path);
}

QUrl RecordingElement::urlOf()
{
    const std::string_view text = m_text.trimmed();
    if (!mayBeUrl(text))
        return {};
    const auto path = plainPathOf(text);
    if (!path)
        return parsedUrl(text);
    QUrl url = m_originUrl;
    if (!url.isEmpty())
        url.setPath(QString::fromLatin1(path->data(), qsizetype(path->size())), QUrl::TolerantMode);
    return url;
}

QByteArray RecordingElement::encodedUrlOf()
{
    const std::string_view text = m_text.trimmed();
    if (!mayBeUrl(text))
        return {};
    const auto path = plainPathOf(text);
    if (!path)
        return parsedUrl(text).toEncoded();
    QByteArray encoded = m_encodedOrigin;
    if (!encoded.isEmpty())
        encoded.append(path->data(), qsizetype(path->size()));
    return encoded;
}

void RecordingElement::endFormatField(Field field, PlaybackFormat &format)
{
    switch (field) {
    case Field::Type: format.type = cleanLine(m_text.view(), 64); break;
    case Field::Url: format.url = urlOf(); break;
    case Field::ProcessingTime: format.processingMs = notNegative(m_text.view()); break;
    case Field::Length: // whole minutes (trap 6)
        if (const qint64 minutes = notNegative(m_text.view()); minutes >= 0 && minutes < 100'000'000)
            format.durationMs = minutes * 60'000;
        break;
    case Field::Duration: format.durationMs = notNegative(m_text.view()); break;
    case Field::Size: format.sizeBytes = notNegative(m_text.view()); break;
    default: break;
    }
}

void RecordingElement::endFormat()
{
    if (m_format.type.isEmpty() && !m_text.trimmed().empty()) {
        m_flat.type = cleanLine(m_text.view(), 64); // <playback><format>presentation</format>…
        return;
    }
    m_hasNestedFormat = true;
    addFormat(std::move(m_format));
    m_format = {};
}

void RecordingElement::addFormat(PlaybackFormat format)
{
    if (format.type.isEmpty() || m_snapshot.formats.size() >= mostFormats)
        return;
    const auto isSame = [&format](const PlaybackFormat &f) { return f.type == format.type && f.url == format.url; };
    const auto known = std::find_if(m_snapshot.formats.begin(), m_snapshot.formats.end(), isSame);
    if (known == m_snapshot.formats.end())
        m_snapshot.formats.append(std::move(format));
}

void RecordingElement::endImage()
{
    const bool isInFormat = std::any_of(m_open.begin(), m_open.end(),
                                        [](const Open &open) { return open.place == Place::Format; });
    PlaybackFormat &format = isInFormat ? m_format : m_flat;
    m_image.url = encodedUrlOf();
    if (!m_image.url.isEmpty() && format.previews.size() < mostPreviews)
        format.previews.append(m_image);
    m_image = {};
}

Result<RecordingSnapshot> RecordingElement::take()
{
    RecordingSnapshot &snapshot = m_snapshot;
    const bool isIdTooLong = snapshot.externalId.size() > longestId;
    if (!m_hasNestedFormat && !m_flat.type.isEmpty())
        addFormat(std::move(m_flat));
    if (!isUsableId(snapshot.externalId) || isIdTooLong)
        m_problem = u"its recordID cannot be used"_s;
    if (!m_problem.isEmpty()) {
        const QString name = snapshot.externalId.isEmpty() ? snapshot.name : snapshot.externalId.left(longestId);
        return Error{ErrorKind::BadAnswer, m_problem, name, {}};
    }
    snapshot.state = stateOf(m_state, m_isPublished);
    // The database backend and Scalelite have no isBreakout of their own; the meeting's metadata may.
    if (!m_hasBreakoutFlag)
        snapshot.isBreakout = metadataValue(snapshot.metadata, u"isBreakout") == "true"_L1;
    if (!snapshot.isBreakout || snapshot.breakoutParentId == "unknown"_L1)
        snapshot.breakoutParentId.clear(); // trap 13
    if (snapshot.meetingId.isEmpty() || snapshot.meetingId == snapshot.externalId) {
        // Recordings of BigBlueButton 1.0 and before have it in the metadata only.
        if (const QString external = metadataValue(snapshot.metadata, u"meetingId"); !external.isEmpty())
            snapshot.meetingId = external.left(longestName);
    }
    if (snapshot.name.isEmpty() || snapshot.name == "unknown"_L1) {
        if (const QString name = metadataValue(snapshot.metadata, u"meetingName"); !name.isEmpty())
            snapshot.name = name.left(longestName);
    }
    return std::move(snapshot);
}

} // namespace letopis
