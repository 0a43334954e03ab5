#pragma once

#include "core/base/result.h"
#include "core/domain/recording.h"
#include "core/domain/recordingfield.h"

namespace letopis {

// How a conference server's metadata carries the fields, as other front ends write and read it: the title as Greenlight
// (`name`) and Moodle (`bbb-recording-name`) do, description and tags as Moodle does, ours as `letopis-…`
// (bigbluebutton.md 1.5).

// What the server says of every field that it says anything of. `name` is the meeting's, which no API call can change: the
// title where metadata has none.
FieldValues fieldsFromMetadata(const QString &name, const Metadata &metadata);
// Two of them alone, for the many recordings of a sync.
QString shownTitle(const QString &name, const Metadata &metadata);
QString shownDescription(const Metadata &metadata);

// The metadata that makes the server say `value`; an empty text removes its key. Keys of other front ends that say the
// same thing are kept in step only where they exist already. Unsupported: a value that does not fit the server.
Result<Metadata> metadataForField(const QString &field, const QString &value, const Metadata &present);

} // namespace letopis
