#pragma once

#include "core/domain/timeline.h"
#include "core/playback/meetingevents.h"

namespace letopis {

// The rules that make people, spans and a timeline out of a meeting's events; described at EventsReader.
MeetingRecord buildMeeting(MeetingEvents events, const QString &recordingId);

} // namespace letopis
