#pragma once

#include "core/base/result.h"
#include "core/domain/recordingsnapshot.h"

#include <QByteArrayView>

namespace letopis {

// A published recording's metadata.xml, whole (a few KiB; TooLarge past 4 MiB). Its one format has the exact duration in ms,
// which getRecordings rounds to minutes. BadAnswer where the file is cut off: it is rewritten in place, so try again later.
Result<RecordingSnapshot> readMetadataXml(QByteArrayView bytes);

} // namespace letopis
