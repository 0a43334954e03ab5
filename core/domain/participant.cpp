#include "core/domain/participant.h"

#include "core/base/enumname.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr EnumName<ConferenceRole> roleNames[]{
    {ConferenceRole::Guest, "guest"_L1},
    {ConferenceRole::Viewer, "viewer"_L1},
    {ConferenceRole::Presenter, "presenter"_L1},
    {ConferenceRole::Moderator, "moderator"_L1},
};
} // namespace

QString conferenceRoleName(ConferenceRole role)
{
    return nameIn(roleNames, role);
}

std::optional<ConferenceRole> conferenceRoleFromName(const QString &name)
{
    return valueIn(roleNames, name);
}

} // namespace letopis
