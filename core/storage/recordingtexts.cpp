#include "core/storage/recordingtexts.h"

#include "core/domain/servicefields.h"
#include "core/storage/jsontext.h"
#include "core/storage/searchtext.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr QChar separator = u'\n'; // never inside a cleaned text

// Their values are searched as title, meeting and description.
bool isSearchedElsewhere(const QString &key)
{
    static const QStringList keys{u"name"_s, u"bbb-recording-name"_s, u"description"_s, u"bbb-recording-description"_s,
                                  u"meetingname"_s};
    return std::any_of(keys.begin(), keys.end(), [&key](const QString &known) {
        return known.size() == key.size() && known.compare(key, Qt::CaseInsensitive) == 0;
    });
}
} // namespace

PackedSnapshot SnapshotPacker::pack(const RecordingSnapshot &snapshot, bool withTexts)
{
    m_bytes.resize(0);
    m_formats.clear();
    for (const PlaybackFormat &format : snapshot.formats)
        addFormat(format);
    PackedSnapshot packed;
    if (withTexts)
        addTexts(snapshot, packed.texts);
    const QByteArray bytes(m_bytes.constData(), m_bytes.size());
    packed.formats.reserve(m_formats.size());
    for (Format &format : m_formats) {
        format.row.type = viewOf(bytes, format.type);
        format.row.url = viewOf(bytes, format.url);
        format.row.previews = viewOf(bytes, format.previews);
        format.row.bytes = bytes;
        packed.formats.push_back({std::move(format.row), format.digest});
    }
    if (withTexts)
        packed.texts.m_bytes = bytes;
    return packed;
}

SnapshotPacker::Slice SnapshotPacker::add(QStringView text)
{
    const qsizetype start = m_bytes.size();
    appendUtf8(m_bytes, text);
    return sliceFrom(start);
}

QByteArray SnapshotPacker::viewOf(const QByteArray &bytes, const Slice &slice) const
{
    return slice.size == 0 ? QByteArray("") : QByteArray::fromRawData(bytes.constData() + slice.offset, slice.size);
}

// Of two descriptions of one format the one that tells more, so that their order in the answer does not count.
bool SnapshotPacker::tellsMore(const Format &one, const Format &other) const
{
    const auto order = [this](const Format &f) {
        return std::tuple(f.row.durationMs, f.row.sizeBytes, viewOf(m_bytes, f.previews), f.digest.content);
    };
    return order(one) > order(other);
}

void SnapshotPacker::addFormat(const PlaybackFormat &format)
{
    Format next;
    next.type = add(format.type);
    const qsizetype url = m_bytes.size();
    m_bytes += format.url.toEncoded();
    next.url = sliceFrom(url);
    const qsizetype previews = m_bytes.size();
    appendPreviewsJson(m_bytes, format.previews);
    next.previews = sliceFrom(previews);
    next.row.durationMs = format.durationMs;
    next.row.sizeBytes = format.sizeBytes;
    next.row.processingMs = format.processingMs;
    FormatRow whole = next.row;
    whole.type = viewOf(m_bytes, next.type);
    whole.url = viewOf(m_bytes, next.url);
    whole.previews = viewOf(m_bytes, next.previews);
    next.digest = formatDigest(whole);
    const auto same = std::find_if(m_formats.begin(), m_formats.end(), [&next](const Format &known) {
        return known.digest.identity == next.digest.identity;
    });
    if (same == m_formats.end())
        m_formats.push_back(std::move(next));
    else if (tellsMore(next, *same))
        *same = std::move(next);
}

void SnapshotPacker::addTexts(const RecordingSnapshot &snapshot, RecordingTexts &texts)
{
    using T = RecordingTexts;
    auto &slices = texts.m_slices;
    const QString title = shownTitle(snapshot.name, snapshot.metadata);
    slices[T::ExternalId] = add(snapshot.externalId);
    slices[T::MeetingId] = add(snapshot.meetingId);
    slices[T::InternalMeetingId] =
        snapshot.internalMeetingId == snapshot.externalId ? slices[T::ExternalId] : add(snapshot.internalMeetingId);
    slices[T::Name] = add(snapshot.name);
    slices[T::Title] = title == snapshot.name ? slices[T::Name] : add(title);
    slices[T::State] = add(publicationStateName(snapshot.state));
    slices[T::BreakoutParentId] = add(snapshot.breakoutParentId);
    const qsizetype metadata = m_bytes.size();
    appendMetadataJson(m_bytes, snapshot.metadata);
    slices[T::Metadata] = sliceFrom(metadata);
    slices[T::TitleKey] = add(sortKey(title));
    slices[T::MeetingKey] = title == snapshot.name ? slices[T::TitleKey] : add(sortKey(snapshot.name));
    slices[T::AddedDetails] = addJournalDetails(snapshot);
    addSearchTexts(snapshot, title, texts);
}

void SnapshotPacker::addSearchTexts(const RecordingSnapshot &snapshot, const QString &title, RecordingTexts &texts)
{
    using T = RecordingTexts;
    auto &slices = texts.m_slices;
    const auto addFolded = [this](const QString &text, const Slice &unfolded) {
        const QString folded = searchFolded(text);
        return folded == text ? unfolded : add(folded);
    };
    const QString description = shownDescription(snapshot.metadata);
    slices[T::Description] = add(description);
    slices[T::SearchTitle] = addFolded(title, slices[T::Title]);
    slices[T::SearchDescription] = addFolded(description, slices[T::Description]);
    const QString meetingName = metadataValue(snapshot.metadata, u"meetingName");
    if (!meetingName.isEmpty() && meetingName != snapshot.name)
        slices[T::SearchMeeting] = add(searchFolded(snapshot.name + separator + meetingName));
    else if (snapshot.name != title) // else found by the title already
        slices[T::SearchMeeting] = addFolded(snapshot.name, slices[T::Name]);
    slices[T::SearchMetadata] = addSearchableMetadata(snapshot.metadata);
}

SnapshotPacker::Slice SnapshotPacker::addSearchableMetadata(const Metadata &metadata)
{
    const qsizetype start = m_bytes.size();
    for (const auto &[key, value] : metadata) {
        if (value.isEmpty() || isSearchedElsewhere(key))
            continue;
        if (m_bytes.size() > start)
            m_bytes.append(char(separator.unicode()));
        appendUtf8(m_bytes, searchFolded(value));
    }
    return sliceFrom(start);
}

SnapshotPacker::Slice SnapshotPacker::addJournalDetails(const RecordingSnapshot &snapshot)
{
    const qsizetype start = m_bytes.size();
    m_bytes += "{\"recordId\":";
    appendJsonString(m_bytes, snapshot.externalId);
    m_bytes += ",\"state\":";
    appendJsonString(m_bytes, publicationStateName(snapshot.state));
    m_bytes += '}';
    return sliceFrom(start);
}

} // namespace letopis
