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
// What metadata alone does not tell.
struct MetadataReading
{
    // By field: what the key that is read first still says, though another front end has since written the other one only.
    FieldValues outdated = {};
    QStringList lines = {}; // custom fields of one line: a pilcrow there is one that somebody typed, and no line break
};
FieldValues fieldsFromMetadata(const QString &name, const Metadata &metadata, const MetadataReading &reading = {});
// MetadataReading::outdated of `now`, where `before` and `known` were read last.
FieldValues outdatedIn(const Metadata &now, const Metadata &before, const FieldValues &known);
bool hasDifferentTwins(const Metadata &metadata); // else nothing of it is outdated
bool hasCustomPilcrow(const Metadata &metadata);  // else `lines` makes no difference
// Two of them alone, for the many recordings of a sync.
QString shownTitle(const QString &name, const Metadata &metadata);
QString shownDescription(const Metadata &metadata);

// The metadata that makes the server say `value`; an empty text removes its key. Keys of other front ends that say the
// same thing are kept in step only where they exist already. Unsupported: a value that does not fit the server.
Result<Metadata> metadataForField(const QString &field, const QString &value, const Metadata &present);

} // namespace letopis
