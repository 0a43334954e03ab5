#pragma once

#include "core/access/folder.h"
#include "core/domain/recordingsnapshot.h"

namespace letopis {

// Puts new recordings of a kind into a folder; of several rules the first that fits counts. Existing recordings move only when
// somebody asks for it.
struct FilingRule
{
    enum class Field { Meeting, MeetingId, MetadataKey, Owner }; // Owner: as servicefields.h reads it
    enum class Match { Is, Contains, BeginsWith };               // case, ё and outer spaces do not count

    struct Condition
    {
        Field field = Field::Meeting;
        QString key; // of MetadataKey
        Match match = Match::Is;
        QString text;

        friend bool operator==(const Condition &, const Condition &) = default;
    };

    static constexpr qsizetype maxRules = 500;     // of a catalog
    static constexpr qsizetype maxConditions = 20; // of a rule
    static constexpr qsizetype maxKey = 200;       // characters
    static constexpr qsizetype maxText = 300;

    FolderId folder;
    std::optional<ServerId> server; // none: of any
    QList<Condition> conditions;    // all must hold; none: every recording

    friend bool operator==(const FilingRule &, const FilingRule &) = default;
};

// "meeting", "meetingId", "metadata", "owner"; "is", "contains", "beginsWith": database, command line, JSON.
QString filingFieldName(FilingRule::Field field);
std::optional<FilingRule::Field> filingFieldFromName(const QString &name);
QString filingMatchName(FilingRule::Match match);
std::optional<FilingRule::Match> filingMatchFromName(const QString &name);

// Within the limits, no text empty, a key where one belongs: what nothing could fit, or everything would by mistake, is no rule.
bool isWellFormed(const FilingRule &rule);

// Rules made ready for many recordings. Immutable: threads may share it.
class FilingRules
{
public:
    FilingRules() = default;
    explicit FilingRules(const QList<FilingRule> &rules);

    bool isEmpty() const { return m_rules.empty(); }
    // The position of the first rule that fits; nothing: none does. Of the recording only name, meeting id and metadata count.
    std::optional<qsizetype> firstFit(ServerId server, const RecordingSnapshot &recording) const;
    FolderId folderFor(ServerId server, const RecordingSnapshot &recording) const; // Shared where none fits

private:
    using Condition = FilingRule::Condition;
    struct Test // of one text
    {
        size_t source = 0; // in m_sources
        FilingRule::Match match = FilingRule::Match::Is;
        QString text; // folded
    };
    struct Ready
    {
        FolderId folder;
        std::optional<ServerId> server;
        std::vector<Test> tests;
    };
    class Texts;

    size_t sourceOf(const Condition &condition);

    std::vector<Ready> m_rules;
    std::vector<Condition> m_sources; // field and key: what many rules look at is read and folded once for a recording
};

bool fits(const FilingRule &rule, ServerId server, const RecordingSnapshot &recording);

QByteArray toJson(const FilingRule &rule); // conditions and server
// Nothing: no rule of ours, or one that is not well formed.
std::optional<FilingRule> filingRuleFromJson(const QByteArray &json, FolderId folder);

} // namespace letopis
