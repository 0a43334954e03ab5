#pragma once

#include "core/domain/participant.h"
#include "core/domain/recording.h"
#include "core/domain/timeline.h"

#include <QJsonArray>
#include <QJsonObject>

namespace letopis::cli {

// The catalog's values under the JSON keys that docs/cli.md promises. Times are ISO 8601 UTC; what is not known is null.

QString isoTime(const QDateTime &time); // empty where invalid
QString isoTime(qint64 epochMs);

QJsonObject recordingJson(const RecordingDetails &recording);
// The same and what only `show` tells.
QJsonObject recordingDetailsJson(const RecordingDetails &recording);
QJsonObject timelineJson(const TimelineEntry &entry);
QJsonArray formatsJson(const QList<PlaybackFormat> &formats);
QJsonObject metadataJson(const Metadata &metadata);

QString peopleStatusName(RecordingDetails::PeopleStatus status); // "known" …

// For tables: 1:02:03, 12.3 MB; empty where not known (negative).
QString durationText(qint64 ms);
QString sizeText(qint64 bytes);

} // namespace letopis::cli
