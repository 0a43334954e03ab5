#include "app/demo/recordingplan.h"

#include "app/demo/random.h"

#include <QCryptographicHash>

#include <algorithm>

namespace letopis::demo {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
constexpr qint64 spanMs = 730 * dayMs;

enum Purpose : quint64 { Start = 1, Room, Kind, Formats, Events, Length, People, Sizes, Naming };

// A parent meeting and its two breakout rooms are three neighbours.
constexpr int breakoutPeriod = 20;
constexpr int breakoutParent = 6;

} // namespace

QByteArray stateName(State state)
{
    switch (state) {
    case State::Processing:
        return "processing";
    case State::Processed:
        return "processed";
    case State::Published:
        return "published";
    case State::Unpublished:
        return "unpublished";
    case State::Deleted:
        return "deleted";
    }
    return {};
}

std::vector<qint64> mediaLengths(Media media)
{
    if (media == Media::Full)
        return {24'000, 40'000, 150'000, 360'000};
    return {24'000, 40'000};
}

QByteArray sha1Hex(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex();
}

RecordingPlanner::RecordingPlanner(const Options &options, qint64 nowMs)
    : m_seed(options.seed)
    , m_count(std::max(0, options.recordings))
    , m_onDisk(options.onDisk)
    , m_media(options.media)
    , m_nowMs(nowMs)
    , m_rooms(std::max(7, m_count / 10))
{
}

quint64 RecordingPlanner::hash(int index, quint64 purpose) const
{
    return mixed(mixed(m_seed * 0x100000001b3ULL + purpose) ^ quint64(index));
}

State RecordingPlanner::state(int index) const
{
    if (m_count >= 5 && index == m_count - 1)
        return State::Processing;
    if (m_count >= 5 && index == m_count - 2)
        return State::Processed;
    if (index == 0 || index >= m_count || parentOf(index) >= 0)
        return State::Published;
    if (index == 1)
        return State::Unpublished;
    if (index == 2)
        return State::Deleted;
    const quint64 part = hash(index, Kind) % 100;
    return part < 13 ? State::Unpublished : part < 19 ? State::Deleted : State::Published;
}

unsigned RecordingPlanner::formats(int index) const
{
    const State current = state(index);
    if (current == State::Processing || current == State::Processed)
        return PresentationFormat;
    if (index == 0)
        return PresentationFormat | VideoFormat | PodcastFormat | NotesFormat;
    const quint64 part = hash(index, Formats);
    unsigned mask = part % 12 == 0 ? 0 : PresentationFormat;
    mask |= (part >> 8) % 100 < 40 || mask == 0 ? VideoFormat : 0;
    mask |= (part >> 16) % 100 < 30 ? PodcastFormat : 0;
    mask |= (part >> 24) % 100 < 25 ? NotesFormat : 0;
    return mask;
}

int RecordingPlanner::parentOf(int index) const
{
    const int place = index % breakoutPeriod;
    const int parent = index - place + breakoutParent;
    return place > breakoutParent && place <= breakoutParent + 2 && parent + 2 < m_count - 2 ? parent : -1;
}

int RecordingPlanner::roomOf(int index) const
{
    // The first ones differ, so that a small catalog is not all about one room.
    return index < m_rooms ? index : int(hash(index, Room) % quint64(m_rooms));
}

QByteArray RecordingPlanner::externalId(int index) const
{
    if (const int parent = parentOf(index); parent >= 0)
        return sha1Hex(externalId(parent)) + '-' + QByteArray::number(startMs(parent)) + '-' +
               QByteArray::number(index - parent);
    const int room = roomOf(index);
    if (room % 5 == 3) // an integration that uses people's words as ids: they need double encoding in a query
        return QByteArray(topics()[std::size_t(room) % topics().size()].room).replace(',', "") + " +" +
               QByteArray::number(room);
    Random random(mixed(mixed(m_seed + 77) ^ quint64(room)));
    if (room % 5 == 1)
        return sha1Hex(random.word(8)) + "-4-" + QByteArray::number(room + 2);
    return random.word(40);
}

qint64 RecordingPlanner::startMs(int index) const
{
    if (const int parent = parentOf(index); parent >= 0)
        return startMs(parent) + 2 * minuteMs + (index - parent);
    const qint64 step = spanMs / std::max(1, m_count);
    const quint64 part = hash(index, Start);
    const qint64 rough = m_nowMs - step * (m_count - index) + qint64(part % quint64(std::max<qint64>(1, step * 4 / 5)));
    const qint64 working =
        rough - rough % dayMs + 6 * 60 * minuteMs + qint64((part >> 20) % quint64(11 * 60 * minuteMs));
    const qint64 latest = m_nowMs - 3 * 60 * minuteMs - qint64((part >> 8) % quint64(60 * minuteMs));
    return std::min(working, latest);
}

QByteArray RecordingPlanner::recordId(int index) const
{
    return sha1Hex(externalId(index)) + '-' + QByteArray::number(startMs(index));
}

qint64 RecordingPlanner::durationMs(int index) const
{
    const quint64 part = hash(index, Length);
    if (index < m_onDisk || index >= m_count) {
        const auto lengths = mediaLengths(m_media);
        return index == 0 ? lengths[1] : lengths[std::size_t(part % lengths.size())];
    }
    return 3 * minuteMs + qint64(part % quint64(105 * minuteMs));
}

RecordingPlan RecordingPlanner::plan(int index) const
{
    RecordingPlan plan;
    plan.index = index;
    plan.meetingId = externalId(index);
    plan.startMs = startMs(index);
    fill(plan);
    return plan;
}

RecordingPlan RecordingPlanner::newPlan(int index, qint64 nowMs) const
{
    RecordingPlan plan;
    plan.index = index;
    plan.meetingId = externalId(int(hash(index, Room) % quint64(m_rooms)));
    plan.startMs = nowMs - durationMs(index) - 5 * minuteMs;
    fill(plan);
    return plan;
}

void RecordingPlanner::fill(RecordingPlan &plan) const
{
    const int index = plan.index;
    const int parent = parentOf(index);
    const int room =
        index >= m_count ? int(hash(index, Room) % quint64(m_rooms)) : roomOf(parent >= 0 ? parent : index);
    plan.topic = room % int(topics().size());
    plan.recordId = sha1Hex(plan.meetingId) + '-' + QByteArray::number(plan.startMs);
    plan.state = state(index);
    plan.formats = formats(index);
    plan.durationMs = durationMs(index);
    plan.endMs = plan.startMs + plan.durationMs + 5 * minuteMs;
    const int age = index < m_count ? int(3LL * index / std::max(1, m_count)) : 2;
    plan.bbbVersion = index == 0 ? "2.3.18" : age == 0 ? "2.3.18" : age == 1 ? "2.7.12" : "3.0.19";
    const quint64 events = hash(index, Events) % 20;
    plan.eventsPlace = index == 0 || index >= m_count || events < 16 ? EventsPlace::Raw
                       : events < 18                                 ? EventsPlace::Kept
                                                                     : EventsPlace::Gone;
    plan.participants = 3 + int(hash(index, People) % 30);
    plan.presentationId =
        sha1Hex(QByteArray("deck-") + QByteArray::number(plan.topic)) + '-' + QByteArray::number(plan.startMs + 4);
    const quint64 bytes = hash(index, Sizes);
    plan.rawSize = plan.durationMs * qint64(20 + bytes % 60);
    for (std::size_t format = 0; format < formatNames.size(); ++format) {
        plan.sizes[format] = plan.durationMs * qint64(1 + (bytes >> (8 * format)) % 40);
        plan.processingMs[format] = 4'000 + qint64((bytes >> (6 * format)) % 90'000);
    }
    addBreakouts(plan);
    addMeta(plan, room);
}

void RecordingPlanner::addBreakouts(RecordingPlan &plan) const
{
    const int index = plan.index;
    if (const int parent = parentOf(index); parent >= 0 && index < m_count) {
        plan.isBreakout = true;
        plan.parentId = recordId(parent);
        plan.sequence = index - parent;
        plan.name = QByteArray(plan.about().room) + (plan.about().russian ? " (Комната " : " (Room ") +
                    QByteArray::number(plan.sequence) + ')';
    }
    for (int room = index + 1; room <= index + 2 && index < m_count; ++room) {
        if (parentOf(room) == index)
            plan.breakoutRooms.push_back(recordId(room));
    }
}

void RecordingPlanner::addMeta(RecordingPlan &plan, int room) const
{
    const Topic &topic = plan.about();
    const quint64 part = hash(plan.index, Naming);
    QByteArray session(topic.sessions[plan.index == 0 ? 0 : std::size_t(part % topic.sessions.size())]);
    if (m_count > 60)
        session += (topic.russian ? " № " : " #") + QByteArray::number(plan.index + 1);
    plan.meta.emplace_back("bbb-origin", room % 5 == 1 ? "Moodle" : "Greenlight");
    if (room % 5 == 1) {
        plan.meta.emplace_back("bbb-origin-server-name", "lms.example.org");
        plan.meta.emplace_back("bbb-context", topic.room);
        plan.meta.emplace_back("bbb-recording-name", session);
        plan.meta.emplace_back("bbb-recording-description", topic.description);
        plan.meta.emplace_back("bbb-recording-tags", topic.tags);
    } else if (room % 5 == 3) {
        plan.meta.emplace_back("description", topic.description);
        plan.meta.emplace_back("course", topic.tags);
    } else {
        plan.meta.emplace_back("bbb-origin-version", "v3");
        plan.meta.emplace_back("gl-listed", (part >> 9) % 4 == 0 ? "true" : "false");
        plan.meta.emplace_back("gl-token", sha1Hex(plan.meetingId).left(12));
        if ((part >> 16) % 3 == 0)
            plan.meta.emplace_back("name", session);
        plan.meta.emplace_back("description", topic.description);
    }
    plan.meta.emplace_back("analytics-callback-url", ""); // empty elements are common
    if (plan.name.isEmpty())
        plan.name = room % 5 == 1 ? QByteArray(topic.room) : QByteArray(topic.room) + ": " + session;
}

} // namespace letopis::demo
