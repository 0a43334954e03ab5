#pragma once

#include "core/base/result.h"
#include "core/domain/recordingsnapshot.h"
#include "core/domain/timeline.h"

#include <QIODevice>

#include <optional>

namespace letopis {

// What a saved file of BigBlueButton holds, as the sync would read it.
struct SavedAnswer
{
    enum class Kind { GetRecordings, MetadataXml, EventsXml };
    Kind kind = Kind::GetRecordings;
    std::vector<RecordingSnapshot> snapshots; // one for metadata.xml
    QList<RecordingProblem> problems;
    std::optional<MeetingRecord> meeting; // of events.xml
    int brokenEvents = 0;
};

// Reads the open device from its start. BadAnswer where it is none of the three; ServerRefused for a saved FAILED answer.
// At most 1,000,000 recordings (TooLarge).
Result<SavedAnswer> readSavedAnswer(QIODevice &device);

} // namespace letopis
