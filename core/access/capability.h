#pragma once

#include "core/access/accessgraph.h"
#include "core/base/error.h"

namespace letopis {

// What a command needs (access.md, "The roles"). Those of the first block are about one item, the others about the catalog.
enum class Capability {
    ViewRecording,
    DownloadRecording,
    EditInformation,    // title, description, tags, custom fields
    EditEverythingElse, // participants, folder, owner
    EditMaterials,
    GrantToViewers,
    ShareByLink,
    GrantToModerators, // and everybody above
    ManageFolder,      // create, rename, move, delete below it
    SeeReports,        // and the journal of the item
    SetRetention,
    LiftPrivacy,

    SeeAllRecordings,
    AddViewers,
    ManagePeople, // others than viewers; groups
    ManageServers,
    ManageCatalog, // field definitions, filing rules, link policy, backups
};

// Why not, for a tooltip or a refusal; None: allowed.
enum class Refusal {
    None,
    Blocked,
    OnlyLooks,   // sees the catalog as another person does
    Role,        // the role is below what this needs
    SwitchedOff, // a Limited administrator was not given it
    NoAccess,    // nothing on the item
    Denied,
    NeedsPublish,
    NeedsManage,
};

// Why a command was refused (Error::evidence of PermissionDenied).
struct RefusalEvidence
{
    Capability capability = Capability::ViewRecording;
    Refusal refusal = Refusal::None;
};
Error refused(Capability capability, Refusal refusal, const QString &subject = {});

// What the role allows at all, wherever.
Refusal refusalByRole(const Standing &standing, Capability capability);
// The role as the ceiling over what holds on the item. Capabilities of the catalog ignore the item.
Refusal refusal(const Standing &standing, Capability capability, PermissionSet onItem);
inline bool may(const Standing &standing, Capability capability, PermissionSet onItem)
{
    return refusal(standing, capability, onItem) == Refusal::None;
}

QString capabilityName(Capability capability); // for logs and the command line's JSON

} // namespace letopis
