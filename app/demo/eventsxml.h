#pragma once

#include "app/demo/meetingscript.h"

namespace letopis::demo {

// recording/raw/<id>/events.xml of the meeting, as BigBlueButton `plan.bbbVersion` archives it.
QByteArray eventsXml(const RecordingPlan &plan, const MeetingScript &script);

} // namespace letopis::demo
