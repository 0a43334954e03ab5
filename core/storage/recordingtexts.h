#pragma once

#include "core/domain/recordingsnapshot.h"
#include "core/storage/syncdigest.h"

#include <array>
#include <vector>

namespace letopis {

// The text columns made from a snapshot, in UTF-8 and in one allocation: a first sync holds tens of thousands of them.
class RecordingTexts
{
public:
    enum Column {
        ExternalId,
        MeetingId,
        InternalMeetingId,
        Name,
        Title,
        Description,
        State,
        BreakoutParentId,
        Metadata, // JSON
        TitleKey,
        MeetingKey,
        SearchTitle, // folded, for the full-text index
        SearchMeeting,
        SearchDescription,
        SearchMetadata,
        AddedDetails, // JSON, for the journal
        ColumnCount
    };

    // A view: valid as long as this is.
    QByteArray operator[](Column column) const
    {
        const Slice &slice = m_slices[column];
        return slice.size == 0 ? QByteArray("") : QByteArray::fromRawData(m_bytes.constData() + slice.offset, slice.size);
    }

private:
    friend class SnapshotPacker;
    struct Slice
    {
        qint32 offset = 0;
        qint32 size = 0;
    };

    QByteArray m_bytes;
    std::array<Slice, ColumnCount> m_slices;
};

struct PackedFormat
{
    FormatRow row;
    FormatDigest digest;
};

struct PackedSnapshot
{
    std::vector<PackedFormat> formats; // each (type, URL) once
    RecordingTexts texts;              // where asked for
};

// Makes rows' texts in the syncing thread, so that the writer only writes. Keeps its buffers from one snapshot to the next.
class SnapshotPacker
{
public:
    PackedSnapshot pack(const RecordingSnapshot &snapshot, bool withTexts);

private:
    using Slice = RecordingTexts::Slice;
    struct Format
    {
        Slice type;
        Slice url;
        Slice previews;
        FormatRow row; // its numbers
        FormatDigest digest;
    };

    Slice sliceFrom(qsizetype start) const { return {qint32(start), qint32(m_bytes.size() - start)}; }
    Slice add(QStringView text);
    QByteArray viewOf(const QByteArray &bytes, const Slice &slice) const;
    void addFormat(const PlaybackFormat &format);
    bool tellsMore(const Format &one, const Format &other) const;
    void addTexts(const RecordingSnapshot &snapshot, RecordingTexts &texts);
    void addSearchTexts(const RecordingSnapshot &snapshot, const QString &title, RecordingTexts &texts);
    Slice addSearchableMetadata(const Metadata &metadata);
    Slice addJournalDetails(const RecordingSnapshot &snapshot);

    QByteArray m_bytes;
    std::vector<Format> m_formats;
};

} // namespace letopis
