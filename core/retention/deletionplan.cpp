#include "core/retention/deletionplan.h"

#include "core/base/enumname.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr EnumName<DeletionStep> stepNames[]{
    {DeletionStep::Unpublish, "unpublish"_L1},
    {DeletionStep::Trash, "trash"_L1},
    {DeletionStep::Restore, "restore"_L1},
    {DeletionStep::Purge, "purge"_L1},
};
constexpr EnumName<DeletionItem::State> itemStateNames[]{
    {DeletionItem::State::Planned, "planned"_L1}, {DeletionItem::State::Running, "running"_L1},
    {DeletionItem::State::Done, "done"_L1},       {DeletionItem::State::Skipped, "skipped"_L1},
    {DeletionItem::State::Failed, "failed"_L1},
};
constexpr EnumName<DeletionPlan::State> planStateNames[]{
    {DeletionPlan::State::Proposed, "proposed"_L1},
    {DeletionPlan::State::Confirmed, "confirmed"_L1},
    {DeletionPlan::State::Finished, "finished"_L1},
    {DeletionPlan::State::Discarded, "discarded"_L1},
};
constexpr EnumName<DeletionRefusal> refusalNames[]{
    {DeletionRefusal::None, "none"_L1},
    {DeletionRefusal::Held, "held"_L1},
    {DeletionRefusal::NotDue, "notDue"_L1},
    {DeletionRefusal::Changed, "changed"_L1},
    {DeletionRefusal::AlreadyThere, "alreadyThere"_L1},
    {DeletionRefusal::Unrestorable, "unrestorable"_L1},
    {DeletionRefusal::UnsafeId, "unsafeId"_L1},
};

constexpr EnumName<DeletionReason::Kind> reasonNames[]{
    {DeletionReason::Kind::Policy, "policy"_L1},       {DeletionReason::Kind::OwnDate, "ownDate"_L1},
    {DeletionReason::Kind::GraceOver, "graceOver"_L1}, {DeletionReason::Kind::Manual, "manual"_L1},
    {DeletionReason::Kind::Mend, "mend"_L1},
};

} // namespace

QString deletionReasonName(DeletionReason::Kind kind)
{
    return nameIn(reasonNames, kind);
}

QByteArray toJson(const DeletionReason &reason)
{
    QJsonObject json{{u"kind"_s, deletionReasonName(reason.kind)}};
    if (reason.kind == DeletionReason::Kind::Policy) {
        json.insert(u"policy"_s, reason.policy.value);
        json.insert(u"name"_s, reason.policyName);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<DeletionReason> deletionReasonFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto kind = valueIn(reasonNames, object[u"kind"_s].toString());
    if (!kind)
        return {};
    return DeletionReason{*kind, {object[u"policy"_s].toInteger()}, object[u"name"_s].toString()};
}

QString deletionStepName(DeletionStep step)
{
    return nameIn(stepNames, step);
}

std::optional<DeletionStep> deletionStepFromName(const QString &name)
{
    return valueIn(stepNames, name);
}

QString deletionItemStateName(DeletionItem::State state)
{
    return nameIn(itemStateNames, state);
}

std::optional<DeletionItem::State> deletionItemStateFromName(const QString &name)
{
    return valueIn(itemStateNames, name);
}

QString deletionPlanStateName(DeletionPlan::State state)
{
    return nameIn(planStateNames, state);
}

std::optional<DeletionPlan::State> deletionPlanStateFromName(const QString &name)
{
    return valueIn(planStateNames, name);
}

QString deletionRefusalName(DeletionRefusal refusal)
{
    return nameIn(refusalNames, refusal);
}

std::optional<DeletionRefusal> deletionRefusalFromName(const QString &name)
{
    return valueIn(refusalNames, name);
}

} // namespace letopis
