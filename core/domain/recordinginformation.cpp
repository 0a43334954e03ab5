#include "core/domain/recordinginformation.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
template<typename Enum, typename Name>
std::optional<Enum> fromName(std::initializer_list<Enum> all, Name nameOf, const QString &name)
{
    for (const Enum one : all) {
        if (nameOf(one) == name)
            return one;
    }
    return {};
}
} // namespace

QString editStateName(EditState state)
{
    switch (state) {
    case EditState::Pending:
        return u"pending"_s;
    case EditState::Settling:
        return u"settling"_s;
    case EditState::Conflict:
        return u"conflict"_s;
    case EditState::CatalogOnly:
        return u"catalogOnly"_s;
    }
    return {};
}

std::optional<EditState> editStateFromName(const QString &name)
{
    return fromName({EditState::Pending, EditState::Settling, EditState::Conflict, EditState::CatalogOnly}, editStateName, name);
}

QString catalogOnlyReasonName(CatalogOnlyReason reason)
{
    switch (reason) {
    case CatalogOnlyReason::TooLong:
        return u"tooLong"_s;
    case CatalogOnlyReason::NotOnServer:
        return u"notOnServer"_s;
    case CatalogOnlyReason::UnsafeId:
        return u"unsafeId"_s;
    case CatalogOnlyReason::SharedId:
        return u"sharedId"_s;
    case CatalogOnlyReason::NotKept:
        return u"notKept"_s;
    }
    return {};
}

std::optional<CatalogOnlyReason> catalogOnlyReasonFromName(const QString &name)
{
    return fromName({CatalogOnlyReason::TooLong, CatalogOnlyReason::NotOnServer, CatalogOnlyReason::UnsafeId,
                     CatalogOnlyReason::SharedId, CatalogOnlyReason::NotKept},
                    catalogOnlyReasonName, name);
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
