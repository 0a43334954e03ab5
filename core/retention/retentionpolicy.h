#pragma once

#include "core/domain/recordingquery.h"
#include "core/retention/deletionplan.h"

#include <QDate>
#include <QJsonObject>

namespace letopis {

// One thing that a filter asks of a recording. What is not known of a recording (its length, its participants) fits no condition.
struct RetentionCondition
{
    enum class Field { Title, Meeting, MeetingId, MetadataKey, Owner, ShorterThan, FewerThan, NeverViewed, State };
    enum class Match { Is, Contains, BeginsWith }; // of texts: case, ё and outer spaces do not count

    Field field = Field::Title;
    QString key; // of MetadataKeyKey
    Match match = Match::Is;
    QString text;
    qint64 number = 0; // of ShorterThan: ms; of FewerThan: people
    PublicationState state = PublicationState::Published; // of State

    friend bool operator==(const RetentionCondition &, const RetentionCondition &) = default;
};

// Which recordings a policy is about. The nearer one decides: a meeting's before a filter's, before a folder's (the deepest first),
// before a server's.
struct RetentionScope
{
    enum class Kind { Meeting, Filter, Folder, Server }; // nearest first

    Kind kind = Kind::Server;
    ServerId server;   // of Meeting and Server; of Filter: none is any
    FolderId folder;   // of Folder: with those below it
    QString meetingId; // of Meeting: external, as the server has it
    QList<RetentionCondition> conditions; // of Filter: all must hold; at least one

    friend bool operator==(const RetentionScope &, const RetentionScope &) = default;
};

// When a recording goes. Days are those of the catalog's time zone: a recording that ended on day D goes at the first moment of
// day D + days + 1.
struct RetentionRule
{
    enum class Kind {
        AfterRecording,
        AfterLastView, // through Letopis; after the recording where it was never viewed
        OnDate,        // at its first moment, what was recorded before it; later recordings stay
        Never,
    };

    Kind kind = Kind::Never;
    int days = 0;          // of the first two
    QDate date;            // of OnDate
    int keepNewest = 0;    // so many of each meeting stay, whatever their date; 0: none
    int unpublishDays = 0; // before it goes its URL opens nothing any more, by so many days; 0: it stays open until it goes

    friend bool operator==(const RetentionRule &, const RetentionRule &) = default;
};

struct RetentionPolicy
{
    static constexpr qsizetype maxPolicies = 1000;
    static constexpr qsizetype maxConditions = 20;
    static constexpr qsizetype maxName = 200; // characters
    static constexpr qsizetype maxText = 300;
    static constexpr int maxDays = 36'500;
    static constexpr int maxKept = 1000;

    PolicyId id; // none: not stored yet
    QString uuid;
    QString name;
    RetentionScope scope;
    RetentionRule rule;
    bool isEnabled = true;

    friend bool operator==(const RetentionPolicy &, const RetentionPolicy &) = default;
};

// What was said of one recording; it beats every policy.
struct OwnRetention
{
    enum class Kind { AsPolicySays, OnDate, Never };

    Kind kind = Kind::AsPolicySays;
    QDate date; // of OnDate: at its first moment

    friend bool operator==(const OwnRetention &, const OwnRetention &) = default;
};

// "title" …, "is" …, "meeting" …, "afterRecording" …, "asPolicySays" …: database, command line, JSON.
QString retentionFieldName(RetentionCondition::Field field);
std::optional<RetentionCondition::Field> retentionFieldFromName(const QString &name);
QString retentionMatchName(RetentionCondition::Match match);
std::optional<RetentionCondition::Match> retentionMatchFromName(const QString &name);
QString retentionScopeName(RetentionScope::Kind kind);
std::optional<RetentionScope::Kind> retentionScopeFromName(const QString &name);
QString retentionRuleName(RetentionRule::Kind kind);
std::optional<RetentionRule::Kind> retentionRuleFromName(const QString &name);
QString ownRetentionName(OwnRetention::Kind kind);
std::optional<OwnRetention::Kind> ownRetentionFromName(const QString &name);

// Within the limits, with what its kind needs: what nothing could fit, or everything would by mistake, is no policy.
bool isWellFormed(const RetentionCondition &condition);
bool isWellFormed(const RetentionPolicy &policy);
bool isWellFormed(const OwnRetention &own);

// Scope and rule, as the database and the journal have them.
QJsonObject toJson(const RetentionScope &scope);
QJsonObject toJson(const RetentionRule &rule);
// Nothing: none of ours.
std::optional<RetentionScope> retentionScopeFromJson(const QByteArray &json);
std::optional<RetentionRule> retentionRuleFromJson(const QByteArray &json);

} // namespace letopis
