#include "core/access/capability.h"

#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
enum class Needs { Nothing, View, Publish, Manage };

// One row of the roles' table: who at all, by which switch of a Limited administrator, and what on the item.
struct Demand
{
    Capability capability;
    QLatin1StringView name;
    Role lowest;
    std::optional<AdminSwitch> adminSwitch;
    Needs onItem;
    bool isReading = false; // changes nothing for anybody
};

constexpr auto any = Role::Viewer;
constexpr auto moderator = Role::Moderator;
constexpr auto limited = Role::LimitedAdministrator;
constexpr auto full = Role::Administrator;

constexpr std::array<Demand, 17> demands{{
    {Capability::ViewRecording, "viewRecording"_L1, any, {}, Needs::View, true},
    {Capability::DownloadRecording, "downloadRecording"_L1, any, {}, Needs::View, true},
    {Capability::EditInformation, "editInformation"_L1, moderator, {}, Needs::Publish},
    {Capability::EditEverythingElse, "editEverythingElse"_L1, limited, {}, Needs::Manage},
    {Capability::EditMaterials, "editMaterials"_L1, moderator, {}, Needs::Publish},
    {Capability::GrantToViewers, "grantToViewers"_L1, moderator, AdminSwitch::Permissions, Needs::Manage},
    {Capability::ShareByLink, "shareByLink"_L1, moderator, AdminSwitch::Permissions, Needs::Manage},
    {Capability::GrantToModerators, "grantToModerators"_L1, limited, AdminSwitch::Permissions, Needs::Manage},
    {Capability::ManageFolder, "manageFolder"_L1, moderator, {}, Needs::Manage},
    {Capability::SeeReports, "seeReports"_L1, moderator, AdminSwitch::Reports, Needs::Publish, true},
    {Capability::SetRetention, "setRetention"_L1, limited, AdminSwitch::Retention, Needs::Manage},
    {Capability::LiftPrivacy, "liftPrivacy"_L1, full, {}, Needs::Nothing},
    {Capability::SeeAllRecordings, "seeAllRecordings"_L1, full, {}, Needs::Nothing, true},
    {Capability::AddViewers, "addViewers"_L1, moderator, AdminSwitch::People, Needs::Nothing},
    {Capability::ManagePeople, "managePeople"_L1, limited, AdminSwitch::People, Needs::Nothing},
    {Capability::ManageServers, "manageServers"_L1, full, {}, Needs::Nothing},
    {Capability::ManageCatalog, "manageCatalog"_L1, full, {}, Needs::Nothing},
}};

const Demand &demandOf(Capability capability)
{
    return demands[size_t(capability)];
}

Refusal refusalByItem(Needs needs, PermissionSet onItem)
{
    if (needs == Needs::Nothing)
        return Refusal::None;
    if (onItem.isDenied())
        return Refusal::Denied;
    if (!onItem.allowsView())
        return Refusal::NoAccess;
    if (needs == Needs::Publish && !onItem.allowsPublish())
        return Refusal::NeedsPublish;
    if (needs == Needs::Manage && !onItem.allowsManage())
        return Refusal::NeedsManage;
    return Refusal::None;
}
} // namespace

Refusal refusalByRole(const Standing &standing, Capability capability)
{
    const Demand &demand = demandOf(capability);
    if (standing.isBlocked)
        return Refusal::Blocked;
    if (standing.role < demand.lowest)
        return Refusal::Role;
    if (standing.onlyLooks && !demand.isReading)
        return Refusal::OnlyLooks;
    const bool isSwitched = standing.role == Role::LimitedAdministrator && demand.adminSwitch;
    return isSwitched && !(standing.switches & *demand.adminSwitch) ? Refusal::SwitchedOff : Refusal::None;
}

Refusal refusal(const Standing &standing, Capability capability, PermissionSet onItem)
{
    const Refusal byRole = refusalByRole(standing, capability);
    if (byRole != Refusal::None || standing.role == Role::Administrator)
        return byRole;
    return refusalByItem(demandOf(capability).onItem, onItem);
}

Error refused(Capability capability, Refusal refusal, const QString &subject)
{
    return Error{.kind = ErrorKind::PermissionDenied,
                 .detail = u"%1 is refused"_s.arg(capabilityName(capability)),
                 .subject = subject,
                 .evidence = RefusalEvidence{capability, refusal}};
}

QString capabilityName(Capability capability)
{
    return demandOf(capability).name;
}

} // namespace letopis
