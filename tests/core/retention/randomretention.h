#pragma once

#include "core/retention/retentiondecision.h"

#include <QRandomGenerator>

namespace letopis::testing {

using namespace Qt::Literals::StringLiterals;

// Small worlds in which policies of every kind meet each other.
inline const QStringList someWords{u"algebra"_s, u"Ёлка"_s, u"exam"_s, u"совет"_s, u"lecture"_s};

inline RetentionCondition randomCondition(QRandomGenerator &random)
{
    using Field = RetentionCondition::Field;
    RetentionCondition condition;
    condition.field = Field(random.bounded(9));
    switch (condition.field) {
    case Field::MetadataKey:
        condition.key = u"bbb-context"_s;
        [[fallthrough]];
    case Field::Title:
    case Field::Meeting:
    case Field::MeetingId:
    case Field::Owner:
        condition.match = RetentionCondition::Match(random.bounded(3));
        condition.text = someWords[random.bounded(someWords.size())];
        break;
    case Field::ShorterThan:
        condition.number = 60'000 * (1 + random.bounded(90));
        break;
    case Field::FewerThan:
        condition.number = 1 + random.bounded(40);
        break;
    case Field::NeverViewed:
        break;
    case Field::State:
        condition.state = random.bounded(2) ? PublicationState::Published : PublicationState::Unpublished;
        break;
    }
    return condition;
}

inline RetentionRule randomRule(QRandomGenerator &random)
{
    RetentionRule rule;
    rule.kind = RetentionRule::Kind(random.bounded(4));
    if (rule.kind == RetentionRule::Kind::AfterRecording || rule.kind == RetentionRule::Kind::AfterLastView)
        rule.days = random.bounded(200);
    if (rule.kind == RetentionRule::Kind::OnDate)
        rule.date = QDate(2023, 1, 1).addDays(random.bounded(700));
    if (rule.kind != RetentionRule::Kind::Never) {
        rule.keepNewest = random.bounded(3) == 0 ? 1 + random.bounded(3) : 0;
        rule.unpublishDays = random.bounded(2) ? random.bounded(rule.kind == RetentionRule::Kind::OnDate ? 30 : rule.days + 1) : 0;
    }
    return rule;
}

// `servers` and `folders`: ids from 1.
inline RetentionPolicy randomPolicy(QRandomGenerator &random, qint64 id, int servers, int folders, int meetings)
{
    RetentionPolicy policy;
    policy.id = {id};
    policy.uuid = u"policy-%1"_s.arg(id);
    policy.name = u"Policy %1"_s.arg(id);
    policy.isEnabled = random.bounded(6) != 0;
    policy.scope.kind = RetentionScope::Kind(random.bounded(4));
    switch (policy.scope.kind) {
    case RetentionScope::Kind::Meeting:
        policy.scope.server = {1 + random.bounded(servers)};
        policy.scope.meetingId = u"room-%1"_s.arg(random.bounded(meetings));
        break;
    case RetentionScope::Kind::Filter:
        policy.scope.server = {random.bounded(servers + 1)};
        for (int count = 1 + random.bounded(2); count > 0; --count)
            policy.scope.conditions += randomCondition(random);
        break;
    case RetentionScope::Kind::Folder:
        policy.scope.folder = {1 + random.bounded(folders)};
        break;
    case RetentionScope::Kind::Server:
        policy.scope.server = {1 + random.bounded(servers)};
        break;
    }
    policy.rule = randomRule(random);
    return policy;
}

inline QList<RetentionPolicy> randomPolicies(QRandomGenerator &random, int count, int servers = 2, int folders = 6, int meetings = 5)
{
    QList<RetentionPolicy> policies;
    for (int id = 1; id <= count; ++id)
        policies += randomPolicy(random, id, servers, folders, meetings);
    return policies;
}

} // namespace letopis::testing
