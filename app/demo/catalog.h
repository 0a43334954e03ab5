#pragma once

#include "app/demo/recordingplan.h"

#include <QByteArray>

#include <unordered_map>
#include <vector>

namespace letopis::demo {

// Every recording the server knows. A recording is remembered by two bytes and made anew when asked for, but for those
// on the disk or changed: 100,000 of them cost next to nothing.
class Catalog
{
public:
    Catalog(const Options &options, qint64 nowMs);

    int size() const { return int(m_slots.size()); }
    bool exists(int index) const { return !m_slots[std::size_t(index)].isGone; }
    State state(int index) const { return m_slots[std::size_t(index)].state; }
    unsigned formats(int index) const { return m_slots[std::size_t(index)].formats; }
    QByteArray recordId(int index) const;
    RecordingPlan plan(int index) const;
    bool isOnDisk(int index) const { return m_slots[std::size_t(index)].isOnDisk; }
    // -1: unknown.
    int find(const QByteArray &recordId) const;
    // Server order is undefined: a fixed shuffle, new recordings last.
    int shuffled(int position) const;

    // Takes over a plan: one now written to the disk, or changed by a call.
    void keep(RecordingPlan plan, bool onDisk);
    // A plan for a meeting that has just ended, with the index it will have once kept.
    RecordingPlan newPlan(qint64 nowMs) const { return m_planner.newPlan(size(), nowMs); }
    void forget(int index) { m_slots[std::size_t(index)].isGone = true; }

private:
    struct Slot
    {
        State state;
        quint8 formats;
        bool isOnDisk;
        bool isGone;
    };

    RecordingPlanner m_planner;
    std::vector<Slot> m_slots;
    std::unordered_map<int, RecordingPlan> m_kept;
    qint64 m_stride = 1;
};

// What getRecordings is asked for.
struct RecordingQuery
{
    std::vector<QByteArray> idPrefixes;                  // any of them; none: all
    std::vector<QByteArray> meetingIds;                  // Scalelite: besides the prefixes
    unsigned states = 0;                                 // bits 1 << State
    std::vector<std::pair<QByteArray, QByteArray>> meta; // key, pattern
    bool anyMeta = false; // Scalelite: one match is enough, values are lists, no wildcards

    bool matches(const Catalog &catalog, int index) const;
};

} // namespace letopis::demo
