#pragma once

#include <QtGlobal>

#include <atomic>

namespace letopis {

enum class ProgressUnit { Items, Bytes };

// What a job has done so far. Written by worker threads, sampled by the job ten times a second; total 0 is "not known".
struct ProgressCounters
{
    std::atomic<qint64> done{0};
    std::atomic<qint64> total{0};
    std::atomic<qint64> bytesReceived{0}; // for the speed, also where the unit is items
    std::atomic<ProgressUnit> unit{ProgressUnit::Items};
};

// One sample of them.
struct Progress
{
    qint64 done = 0;
    qint64 total = 0;
    ProgressUnit unit = ProgressUnit::Items;
    qint64 bytesPerSecond = 0;

    friend bool operator==(const Progress &, const Progress &) = default;
};

} // namespace letopis
