#include "core/domain/recordinginformation.h"

#include "core/base/enumname.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr EnumName<EditState> stateNames[]{
    {EditState::Pending, "pending"_L1},
    {EditState::Settling, "settling"_L1},
    {EditState::Conflict, "conflict"_L1},
    {EditState::CatalogOnly, "catalogOnly"_L1},
};

constexpr EnumName<CatalogOnlyReason> reasonNames[]{
    {CatalogOnlyReason::TooLong, "tooLong"_L1},
    {CatalogOnlyReason::NotOnServer, "notOnServer"_L1},
    {CatalogOnlyReason::UnsafeId, "unsafeId"_L1},
    {CatalogOnlyReason::SharedId, "sharedId"_L1},
    {CatalogOnlyReason::NotKept, "notKept"_L1},
};
} // namespace

QString editStateName(EditState state)
{
    return nameIn(stateNames, state);
}

std::optional<EditState> editStateFromName(const QString &name)
{
    return valueIn(stateNames, name);
}

QString catalogOnlyReasonName(CatalogOnlyReason reason)
{
    return nameIn(reasonNames, reason);
}

std::optional<CatalogOnlyReason> catalogOnlyReasonFromName(const QString &name)
{
    return valueIn(reasonNames, name);
}

QString editOutcomeName(EditOutcome outcome)
{
    switch (outcome) {
    case EditOutcome::Applied:
        return u"applied"_s;
    case EditOutcome::Unchanged:
        return u"unchanged"_s;
    case EditOutcome::ChangedMeanwhile:
        return u"changedMeanwhile"_s;
    case EditOutcome::Invalid:
        return u"invalid"_s;
    case EditOutcome::NotFound:
        return u"notFound"_s;
    }
    return {};
}

QString fieldEventName(FieldEvent event)
{
    switch (event) {
    case FieldEvent::Edited:
        return u"edited"_s;
    case FieldEvent::ChangedOnServer:
        return u"changedOnServer"_s;
    case FieldEvent::TookOurs:
        return u"tookOurs"_s;
    case FieldEvent::TookTheirs:
        return u"tookTheirs"_s;
    case FieldEvent::Pushed:
        return u"pushed"_s;
    case FieldEvent::Kept:
        return u"kept"_s;
    }
    return {};
}

const FieldEditState *RecordingInformation::editOf(const QString &field) const
{
    const auto found = std::find_if(edits.begin(), edits.end(), [&](const FieldEditState &one) { return one.field == field; });
    return found == edits.end() ? nullptr : &*found;
}

int EditReport::count(EditOutcome outcome) const
{
    return static_cast<int>(std::count_if(results.begin(), results.end(),
                                          [outcome](const FieldEditResult &one) { return one.outcome == outcome; }));
}

QList<FieldEdit> EditReport::undo() const
{
    QList<FieldEdit> edits;
    for (auto result = results.rbegin(); result != results.rend(); ++result) {
        if (result->outcome == EditOutcome::Applied)
            edits += result->edit.inverse();
    }
    return edits;
}

} // namespace letopis
