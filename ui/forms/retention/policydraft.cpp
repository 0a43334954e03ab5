#include "ui/forms/retention/policydraft.h"

#include <QJsonArray>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QJsonObject policyDraft(const RetentionPolicy &policy)
{
    QJsonArray conditions;
    for (const RetentionCondition &one : policy.scope.conditions) {
        conditions += QJsonObject{{u"field"_s, retentionFieldName(one.field)}, {u"key"_s, one.key},       {u"match"_s, retentionMatchName(one.match)},
                                  {u"text"_s, one.text},                       {u"number"_s, one.number}, {u"state"_s, publicationStateName(one.state)}};
    }
    return {{u"name"_s, policy.name},
            {u"scope"_s, retentionScopeName(policy.scope.kind)},
            {u"server"_s, policy.scope.server.value},
            {u"folder"_s, policy.scope.folder.value},
            {u"meeting"_s, policy.scope.meetingId},
            {u"conditions"_s, conditions},
            {u"rule"_s, retentionRuleName(policy.rule.kind)},
            {u"days"_s, policy.rule.days},
            {u"date"_s, policy.rule.date.toString(Qt::ISODate)},
            {u"keep"_s, policy.rule.keepNewest},
            {u"unpublish"_s, policy.rule.unpublishDays},
            {u"isEnabled"_s, policy.isEnabled}};
}

RetentionPolicy policyFromDraft(const QJsonObject &draft)
{
    RetentionPolicy policy;
    policy.name = draft[u"name"_s].toString();
    policy.scope.kind = retentionScopeFromName(draft[u"scope"_s].toString()).value_or(RetentionScope::Kind::Server);
    policy.scope.server = {draft[u"server"_s].toInteger()};
    policy.scope.folder = {draft[u"folder"_s].toInteger()};
    policy.scope.meetingId = draft[u"meeting"_s].toString();
    for (const QJsonValue &value : draft[u"conditions"_s].toArray()) {
        policy.scope.conditions += RetentionCondition{
            .field = retentionFieldFromName(value[u"field"_s].toString()).value_or(RetentionCondition::Field::Title),
            .key = value[u"key"_s].toString(),
            .match = retentionMatchFromName(value[u"match"_s].toString()).value_or(RetentionCondition::Match::Is),
            .text = value[u"text"_s].toString(),
            .number = value[u"number"_s].toInteger(),
            .state = publicationStateFromName(value[u"state"_s].toString()).value_or(PublicationState::Published)};
    }
    policy.rule.kind = retentionRuleFromName(draft[u"rule"_s].toString()).value_or(RetentionRule::Kind::AfterRecording);
    policy.rule.days = draft[u"days"_s].toInt();
    policy.rule.date = QDate::fromString(draft[u"date"_s].toString(), Qt::ISODate);
    policy.rule.keepNewest = draft[u"keep"_s].toInt();
    policy.rule.unpublishDays = draft[u"unpublish"_s].toInt();
    policy.isEnabled = draft[u"isEnabled"_s].toBool(true);
    return policy;
}

} // namespace letopis
