#pragma once

#include "app/demo/meetingscript.h"

namespace letopis::demo {

// The drawing board of the three generations of BigBlueButton.
enum class Board { Legacy, TldrawV1, TldrawV2 };
Board boardOf(const RecordingPlan &plan);

// A slide's size, px; the drawing board of tldraw fits it into 1440 x 1080.
inline constexpr double slideWidth = 1600, slideHeight = 900;
inline constexpr double boardScale = 0.9;

QByteArray shapeKindName(ShapeKind kind); // "pencil" …, as Legacy calls them
QByteArray shapeId(const MeetingScript &script, std::size_t shape, Board board);
// shape_data of tldraw.json and shapeData of AddTldrawShapeEvent; `share` 0 … 1 of it is drawn.
QByteArray tldrawShape(const MeetingScript &script, std::size_t shape, Board board, double share);

struct View // of the slide, px
{
    double x = 0, y = 0, width = slideWidth, height = slideHeight;
};
View viewOf(const Zoom &zoom);
// The zoom in force at a time.
Zoom zoomAt(const MeetingScript &script, qint64 atMs);

} // namespace letopis::demo
