#pragma once

#include "app/demo/boardshapes.h"
#include "app/demo/meetingscript.h"

namespace letopis::demo {

// The published files of the stage: slides, drawings, zoom and cursor over the recording's time.
QByteArray shapesSvg(const RecordingPlan &plan, const MeetingScript &script, Board board);
QByteArray tldrawJson(const RecordingPlan &plan, const MeetingScript &script, Board board);
QByteArray panzoomsXml(const MeetingScript &script, Board board);
QByteArray cursorXml(const MeetingScript &script, Board board);

// Seconds with one decimal, as all published files have them.
QByteArray seconds(qint64 milliseconds);

} // namespace letopis::demo
