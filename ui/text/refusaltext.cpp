#include "ui/text/refusaltext.h"

#include <QCoreApplication>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RefusalTr
{
    Q_DECLARE_TR_FUNCTIONS(RefusalText)
};

QString roleSentence(Capability capability)
{
    switch (capability) {
    case Capability::ViewRecording:
    case Capability::DownloadRecording: break;
    case Capability::EditInformation: return RefusalTr::tr("Viewers do not edit recordings.");
    case Capability::EditEverythingElse: return RefusalTr::tr("Only administrators edit participants, folder and owner.");
    case Capability::EditMaterials: return RefusalTr::tr("Viewers do not change materials.");
    case Capability::GrantToViewers: return RefusalTr::tr("Viewers do not give access.");
    case Capability::ShareByLink: return RefusalTr::tr("Viewers do not make links.");
    case Capability::GrantToModerators: return RefusalTr::tr("Only administrators give access to moderators and to groups that hold them.");
    case Capability::ManageFolder: return RefusalTr::tr("Viewers do not change folders.");
    case Capability::SeeReports: return RefusalTr::tr("Viewers do not see reports.");
    case Capability::SetRetention: return RefusalTr::tr("Only administrators set auto-deletion.");
    case Capability::LiftPrivacy: return RefusalTr::tr("Only an administrator makes a recording public.");
    case Capability::SeeAllRecordings: return RefusalTr::tr("Only an administrator sees every recording.");
    case Capability::AddViewers: return RefusalTr::tr("Viewers do not see the list of people, nor add to it.");
    case Capability::ManagePeople:
        return RefusalTr::tr("Only administrators change people and groups, and only a full administrator changes administrators.");
    case Capability::ManageServers: return RefusalTr::tr("Only an administrator manages servers.");
    case Capability::ManageCatalog: return RefusalTr::tr("Only an administrator manages the catalog.");
    }
    return RefusalTr::tr("Your role does not allow this.");
}

} // namespace

QString refusalText(const RefusalEvidence &evidence)
{
    switch (evidence.refusal) {
    case Refusal::None: return {};
    case Refusal::Blocked: return RefusalTr::tr("Your account is blocked.");
    case Refusal::OnlyLooks: return RefusalTr::tr("You see the catalog as another person and can change nothing.");
    case Refusal::Role: return roleSentence(evidence.capability);
    case Refusal::SwitchedOff: return RefusalTr::tr("An administrator has not given you this right.");
    case Refusal::NoAccess: return RefusalTr::tr("You have no access here.");
    case Refusal::Denied: return RefusalTr::tr("Access is denied to you here.");
    case Refusal::NeedsPublish: return RefusalTr::tr("This needs the permission Publish or Manage here.");
    case Refusal::NeedsManage: return RefusalTr::tr("This needs the permission Manage here.");
    }
    return {};
}

QString cycleText(const QStringList &groups)
{
    const bool isOpen = groups.size() > 1 && groups.first() != groups.last();
    return (isOpen ? groups + QStringList{groups.first()} : groups).join(u" → "_s);
}

QString guardText(AccessGuard guard, const QString &subject)
{
    switch (guard) {
    case AccessGuard::LocksYouOut: return RefusalTr::tr("With this you would lock yourself out. Let another administrator do it.");
    case AccessGuard::LastAdministrator:
        return RefusalTr::tr("The last administrator stays: without one nobody could manage the catalog. Make somebody else "
                             "an administrator first.");
    case AccessGuard::Cycle:
        return subject.isEmpty() ? RefusalTr::tr("A group cannot contain itself.")
                                 : RefusalTr::tr("A group cannot contain itself: %1.").arg(cycleText(subject.split(u" → "_s)));
    }
    return {};
}

std::optional<ErrorText> refusalErrorText(const Error &error)
{
    if (const auto *refused = std::any_cast<RefusalEvidence>(&error.evidence))
        return ErrorText{refusalText(*refused), {}};
    if (const auto *guards = std::any_cast<GuardEvidence>(&error.evidence); guards && !guards->guards.isEmpty())
        return ErrorText{guardText(guards->guards.first(), error.subject), {}};
    if (std::any_cast<PreviewEvidence>(&error.evidence))
        return ErrorText{RefusalTr::tr("Permissions, or who is in a group, changed meanwhile: it would no longer do what was shown."),
                         RefusalTr::tr("Nothing was changed. Do it again to see what it would do now.")};
    return {};
}

} // namespace letopis
