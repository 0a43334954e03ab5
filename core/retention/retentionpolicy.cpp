#include "core/retention/retentionpolicy.h"

#include "core/base/enumname.h"
#include "core/base/textfolding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
using Field = RetentionCondition::Field;
using Match = RetentionCondition::Match;
using Scope = RetentionScope::Kind;
using Rule = RetentionRule::Kind;
using Own = OwnRetention::Kind;

constexpr qsizetype largestJson = 128 * 1024;
constexpr qint64 longestMs = 1000LL * 3600 * 24 * 366;
constexpr qint64 mostPeople = 1'000'000;
const QDate earliest(2000, 1, 1);
const QDate latest(2999, 12, 31);

constexpr EnumName<Field> fieldNames[]{
    {Field::Title, "title"_L1},         {Field::Meeting, "meeting"_L1},         {Field::MeetingId, "meetingId"_L1},
    {Field::MetadataKey, "metadata"_L1},   {Field::Owner, "owner"_L1},             {Field::ShorterThan, "shorterThan"_L1},
    {Field::FewerThan, "fewerThan"_L1}, {Field::NeverViewed, "neverViewed"_L1}, {Field::State, "state"_L1},
};
constexpr EnumName<Match> matchNames[]{
    {Match::Is, "is"_L1},
    {Match::Contains, "contains"_L1},
    {Match::BeginsWith, "beginsWith"_L1},
};
constexpr EnumName<Scope> scopeNames[]{
    {Scope::Meeting, "meeting"_L1},
    {Scope::Filter, "filter"_L1},
    {Scope::Folder, "folder"_L1},
    {Scope::Server, "server"_L1},
};
constexpr EnumName<Rule> ruleNames[]{
    {Rule::AfterRecording, "afterRecording"_L1},
    {Rule::AfterLastView, "afterLastView"_L1},
    {Rule::OnDate, "onDate"_L1},
    {Rule::Never, "never"_L1},
};
constexpr EnumName<Own> ownNames[]{
    {Own::AsPolicySays, "asPolicySays"_L1},
    {Own::OnDate, "onDate"_L1},
    {Own::Never, "never"_L1},
};

bool isAbout(Field field, std::initializer_list<Field> fields)
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool isDate(const QDate &date)
{
    return date.isValid() && date >= earliest && date <= latest;
}

bool isRule(const RetentionRule &rule)
{
    const bool isByDays = rule.kind == Rule::AfterRecording || rule.kind == Rule::AfterLastView;
    if (rule.days < 0 || rule.days > (isByDays ? RetentionPolicy::maxDays : 0))
        return false;
    if (rule.kind == Rule::OnDate ? !isDate(rule.date) : rule.date.isValid())
        return false;
    if (rule.kind == Rule::Never)
        return rule.keepNewest == 0 && rule.unpublishDays == 0;
    return rule.keepNewest >= 0 && rule.keepNewest <= RetentionPolicy::maxKept && rule.unpublishDays >= 0
           && rule.unpublishDays <= (isByDays ? rule.days : RetentionPolicy::maxDays);
}

bool isScope(const RetentionScope &scope)
{
    const bool hasText = !scope.meetingId.trimmed().isEmpty() && scope.meetingId.size() <= RetentionPolicy::maxText
                         && scope.meetingId.isValidUtf16();
    const bool hasConditions = !scope.conditions.isEmpty();
    switch (scope.kind) {
    case Scope::Meeting:
        return scope.server.isValid() && hasText && !hasConditions && !scope.folder.isValid();
    case Scope::Filter:
        return hasConditions && scope.conditions.size() <= RetentionPolicy::maxConditions && scope.meetingId.isEmpty()
               && !scope.folder.isValid() && scope.server.value >= 0
               && std::all_of(scope.conditions.begin(), scope.conditions.end(), [](const auto &one) { return isWellFormed(one); });
    case Scope::Folder:
        return scope.folder.isValid() && !scope.server.isValid() && scope.meetingId.isEmpty() && !hasConditions;
    case Scope::Server:
        return scope.server.isValid() && scope.meetingId.isEmpty() && !hasConditions && !scope.folder.isValid();
    }
    return false;
}

QJsonObject toJson(const RetentionCondition &condition)
{
    QJsonObject json{{u"field"_s, retentionFieldName(condition.field)}};
    switch (condition.field) {
    case Field::MetadataKey:
        json.insert(u"key"_s, condition.key);
        [[fallthrough]];
    case Field::Title:
    case Field::Meeting:
    case Field::MeetingId:
    case Field::Owner:
        json.insert(u"match"_s, retentionMatchName(condition.match));
        json.insert(u"text"_s, condition.text);
        break;
    case Field::ShorterThan:
    case Field::FewerThan:
        json.insert(u"number"_s, condition.number);
        break;
    case Field::NeverViewed:
        break;
    case Field::State:
        json.insert(u"state"_s, publicationStateName(condition.state));
        break;
    }
    return json;
}

std::optional<RetentionCondition> conditionFrom(const QJsonValue &value)
{
    const auto field = retentionFieldFromName(value[u"field"].toString());
    if (!field)
        return {};
    RetentionCondition condition{.field = *field, .key = value[u"key"].toString(), .match = Match::Is,
                                 .text = value[u"text"].toString(), .number = value[u"number"].toInteger(0),
                                 .state = PublicationState::Published};
    if (isAbout(*field, {Field::Title, Field::Meeting, Field::MeetingId, Field::MetadataKey, Field::Owner})) {
        const auto match = retentionMatchFromName(value[u"match"].toString());
        if (!match)
            return {};
        condition.match = *match;
    }
    if (*field == Field::State) {
        const auto state = publicationStateFromName(value[u"state"].toString());
        if (!state)
            return {};
        condition.state = *state;
    }
    return isWellFormed(condition) ? std::optional(condition) : std::nullopt;
}

std::optional<QJsonObject> objectFrom(const QByteArray &json)
{
    if (json.size() > largestJson)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}
} // namespace

QString retentionFieldName(Field field) { return nameIn(fieldNames, field); }
std::optional<Field> retentionFieldFromName(const QString &name) { return valueIn(fieldNames, name); }
QString retentionMatchName(Match match) { return nameIn(matchNames, match); }
std::optional<Match> retentionMatchFromName(const QString &name) { return valueIn(matchNames, name); }
QString retentionScopeName(Scope kind) { return nameIn(scopeNames, kind); }
std::optional<Scope> retentionScopeFromName(const QString &name) { return valueIn(scopeNames, name); }
QString retentionRuleName(Rule kind) { return nameIn(ruleNames, kind); }
std::optional<Rule> retentionRuleFromName(const QString &name) { return valueIn(ruleNames, name); }
QString ownRetentionName(Own kind) { return nameIn(ownNames, kind); }
std::optional<Own> ownRetentionFromName(const QString &name) { return valueIn(ownNames, name); }

bool isWellFormed(const RetentionCondition &condition)
{
    const bool hasKey = !condition.key.trimmed().isEmpty() && condition.key.size() <= RetentionPolicy::maxText && condition.key.isValidUtf16();
    const bool hasText = !nameKey(condition.text).isEmpty() && condition.text.size() <= RetentionPolicy::maxText
                         && condition.text.isValidUtf16();
    switch (condition.field) {
    case Field::MetadataKey:
        return hasKey && hasText && condition.number == 0;
    case Field::Title:
    case Field::Meeting:
    case Field::MeetingId:
    case Field::Owner:
        return condition.key.isEmpty() && hasText && condition.number == 0;
    case Field::ShorterThan:
        return condition.key.isEmpty() && condition.text.isEmpty() && condition.number > 0 && condition.number <= longestMs;
    case Field::FewerThan:
        return condition.key.isEmpty() && condition.text.isEmpty() && condition.number > 0 && condition.number <= mostPeople;
    case Field::NeverViewed:
    case Field::State:
        return condition.key.isEmpty() && condition.text.isEmpty() && condition.number == 0;
    }
    return false;
}

bool isWellFormed(const RetentionPolicy &policy)
{
    return !policy.name.trimmed().isEmpty() && policy.name.size() <= RetentionPolicy::maxName && policy.name.isValidUtf16()
           && isScope(policy.scope) && isRule(policy.rule);
}

bool isWellFormed(const OwnRetention &own)
{
    return own.kind == Own::OnDate ? isDate(own.date) : !own.date.isValid();
}

QJsonObject toJson(const RetentionScope &scope)
{
    QJsonObject json{{u"kind"_s, retentionScopeName(scope.kind)}};
    if (scope.server.isValid())
        json.insert(u"server"_s, scope.server.value);
    if (scope.kind == Scope::Folder)
        json.insert(u"folder"_s, scope.folder.value);
    if (scope.kind == Scope::Meeting)
        json.insert(u"meetingId"_s, scope.meetingId);
    if (scope.kind == Scope::Filter) {
        QJsonArray conditions;
        for (const RetentionCondition &condition : scope.conditions)
            conditions += toJson(condition);
        json.insert(u"conditions"_s, conditions);
    }
    return json;
}

QJsonObject toJson(const RetentionRule &rule)
{
    QJsonObject json{{u"kind"_s, retentionRuleName(rule.kind)}};
    if (rule.kind == Rule::AfterRecording || rule.kind == Rule::AfterLastView)
        json.insert(u"days"_s, rule.days);
    if (rule.kind == Rule::OnDate)
        json.insert(u"date"_s, rule.date.toString(Qt::ISODate));
    if (rule.keepNewest > 0)
        json.insert(u"keepNewest"_s, rule.keepNewest);
    if (rule.unpublishDays > 0)
        json.insert(u"unpublishDays"_s, rule.unpublishDays);
    return json;
}

std::optional<RetentionScope> retentionScopeFromJson(const QByteArray &json)
{
    const std::optional<QJsonObject> object = objectFrom(json);
    const auto kind = object ? retentionScopeFromName((*object)[u"kind"].toString()) : std::nullopt;
    if (!kind)
        return {};
    RetentionScope scope{.kind = *kind, .server = {(*object)[u"server"].toInteger(0)}, .folder = {(*object)[u"folder"].toInteger(0)},
                         .meetingId = (*object)[u"meetingId"].toString(), .conditions = {}};
    const QJsonArray conditions = (*object)[u"conditions"].toArray();
    if (conditions.size() > RetentionPolicy::maxConditions)
        return {};
    for (const QJsonValue &value : conditions) {
        const std::optional<RetentionCondition> condition = conditionFrom(value);
        if (!condition)
            return {};
        scope.conditions += *condition;
    }
    return isScope(scope) ? std::optional(scope) : std::nullopt;
}

std::optional<RetentionRule> retentionRuleFromJson(const QByteArray &json)
{
    const std::optional<QJsonObject> object = objectFrom(json);
    const auto kind = object ? retentionRuleFromName((*object)[u"kind"].toString()) : std::nullopt;
    if (!kind)
        return {};
    const RetentionRule rule{.kind = *kind, .days = (*object)[u"days"].toInt(0),
                             .date = QDate::fromString((*object)[u"date"].toString(), Qt::ISODate),
                             .keepNewest = (*object)[u"keepNewest"].toInt(0),
                             .unpublishDays = (*object)[u"unpublishDays"].toInt(0)};
    return isRule(rule) ? std::optional(rule) : std::nullopt;
}

} // namespace letopis
