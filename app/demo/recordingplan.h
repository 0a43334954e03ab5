#pragma once

#include "app/demo/demooptions.h"
#include "app/demo/vocabulary.h"

#include <QByteArray>

#include <array>
#include <utility>
#include <vector>

namespace letopis::demo {

enum class State : quint8 { Processing, Processed, Published, Unpublished, Deleted };
QByteArray stateName(State state);

// A recording's playback formats, in the order the server lists its directories.
inline constexpr std::array<const char *, 4> formatNames{"notes", "podcast", "presentation", "video"};
inline constexpr unsigned NotesFormat = 1, PodcastFormat = 2, PresentationFormat = 4, VideoFormat = 8;

// Where a meeting's events.xml is left; stock servers drop recording/raw 14 days after publishing.
enum class EventsPlace : quint8 { Raw, Kept, Gone };

using Meta = std::vector<std::pair<QByteArray, QByteArray>>;

// What getRecordings and metadata.xml say about one recording. Text is UTF-8.
struct RecordingPlan
{
    int index = 0;
    QByteArray recordId;
    QByteArray meetingId; // external
    QByteArray name;
    Meta meta; // as the integration created it, without meetingId, meetingName, isBreakout
    int topic = 0;
    QByteArray bbbVersion;
    State state = State::Published;
    unsigned formats = PresentationFormat;
    EventsPlace eventsPlace = EventsPlace::Raw;
    qint64 startMs = 0;
    qint64 endMs = 0;
    qint64 durationMs = 0; // of the recorded part
    int participants = 0;
    qint64 rawSize = 0;
    std::array<qint64, 4> sizes{};
    std::array<qint64, 4> processingMs{};
    bool isBreakout = false;
    QByteArray parentId; // internal id of the parent meeting
    int sequence = 0;
    std::vector<QByteArray> breakoutRooms;
    QByteArray presentationId;
    int rewrites = 0;         // by the API, whose pretty printer leaves its traces
    bool isProtected = false; // Scalelite

    const Topic &about() const { return topics()[std::size_t(topic)]; }
    bool hasFormat(std::size_t format) const { return (formats >> format) & 1U; }
};

// Makes recording number `index` of a catalog, always the same from the same settings.
class RecordingPlanner
{
public:
    RecordingPlanner(const Options &options, qint64 nowMs);

    int count() const { return m_count; }
    State state(int index) const;
    unsigned formats(int index) const;
    QByteArray recordId(int index) const;
    RecordingPlan plan(int index) const;
    // A recording beyond count(), of a meeting that ended just before `nowMs`.
    RecordingPlan newPlan(int index, qint64 nowMs) const;
    quint64 hash(int index, quint64 purpose) const;

private:
    int parentOf(int index) const;
    int roomOf(int index) const;
    QByteArray externalId(int index) const;
    qint64 startMs(int index) const;
    void fill(RecordingPlan &plan) const;
    void addMeta(RecordingPlan &plan, int room) const;
    void addBreakouts(RecordingPlan &plan) const;
    qint64 durationMs(int index) const;

    quint64 m_seed;
    int m_count;
    int m_onDisk;
    Media m_media;
    qint64 m_nowMs;
    int m_rooms;
};

// The lengths of the media a server's recordings share, ms.
std::vector<qint64> mediaLengths(Media media);

// sha1, lower-case hex.
QByteArray sha1Hex(const QByteArray &text);

} // namespace letopis::demo
