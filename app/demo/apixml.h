#pragma once

#include "app/demo/recordingplan.h"

namespace letopis::demo {

// <recording> of a getRecordings answer with the formats of the mask.
void appendRecording(QByteArray &out, const RecordingPlan &plan, unsigned formats, const QByteArray &base,
                     bool scalelite);
// <response> of a failure.
QByteArray failureXml(const QByteArray &key, const QByteArray &message);
QByteArray failureJson(const QByteArray &key, const QByteArray &message);

} // namespace letopis::demo
