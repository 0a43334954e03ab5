#pragma once

#include "core/access/folder.h"
#include "core/domain/recordingsnapshot.h"

namespace letopis {

// Puts new recordings of a kind into a folder; of several rules the first that fits counts. Existing recordings move only when
// somebody asks for it.
struct FilingRule
{
    enum class Field { Meeting, MeetingId, MetadataKey, Owner }; // Owner: as servicefields.h reads it
    enum class Match { Is, Contains, BeginsWith };            // case and ё do not count

    struct Condition
    {
        Field field = Field::Meeting;
        QString key; // of MetadataKey
        Match match = Match::Is;
        QString text;

        friend bool operator==(const Condition &, const Condition &) = default;
    };

    FolderId folder;
    std::optional<ServerId> server; // none: of any
    QList<Condition> conditions;    // all must hold; none: every recording

    friend bool operator==(const FilingRule &, const FilingRule &) = default;
};

bool fits(const FilingRule &rule, ServerId server, const RecordingSnapshot &recording);
// Shared where none fits.
FolderId folderFor(const QList<FilingRule> &rules, ServerId server, const RecordingSnapshot &recording);

QByteArray toJson(const FilingRule &rule); // conditions and server
std::optional<FilingRule> filingRuleFromJson(const QByteArray &json, FolderId folder);

} // namespace letopis
