#include "ui/shell/windowrights.h"

#include "ui/forms/informationform.h"
#include "ui/forms/retention/retentionform.h"
#include "ui/models/actorrights.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/materialstab.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/shell/actions.h"
#include "ui/shell/navigationpane.h"

namespace letopis {

WindowRights::WindowRights(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, DetailsPane &details,
                           NavigationPane &navigation, QWidget *window)
    : QObject(window)
    , m_recordings(recordings)
    , m_details(details)
    , m_navigation(navigation)
    , m_selected(new ActorRights(parts.workspace, parts.actor, this))
    , m_shown(new ActorRights(parts.workspace, parts.actor, this))
{
    if (m_shown->isOwner())
        return;
    guardCatalog(actions);
    guardRecordings(actions);
    guardDetails();
    const auto select = [this] { m_selected->setRecordings(m_recordings.selectedRecordings()); };
    connect(&recordings, &RecordingsPage::currentChanged, this, select);
    connect(&recordings, &RecordingsPage::selectionCountChanged, this, select);
    connect(&details, &DetailsPane::detailsShown, this, [this] {
        if (const auto &shown = m_details.details())
            m_shown->setRecordings({shown->row.id});
    });
    connect(m_shown, &ActorRights::changed, this, &WindowRights::showForms);
    connect(m_shown, &ActorRights::changed, this, &WindowRights::showPlaces);
    showForms();
    showPlaces();
}

void WindowRights::guardCatalog(Actions &actions)
{
    for (const Actions::Id id : {Actions::ConnectServer, Actions::ManageServers, Actions::Sync, Actions::SyncAll})
        m_shown->guard(actions[id], Capability::ManageServers, true);
    for (const Actions::Id id : {Actions::ShowBackups, Actions::BackUpNow, Actions::CustomFields})
        m_shown->guard(actions[id], Capability::ManageCatalog, true);
    for (const Actions::Id id : {Actions::ShowOutbox, Actions::PushOutbox, Actions::UndoBatch})
        m_shown->guard(actions[id], Capability::EditInformation, true);
    m_shown->guard(actions[Actions::ShowProposals], Capability::GrantToViewers, true);
    m_shown->guard(actions[Actions::ShowRetention], Capability::SetRetention, true);
    m_shown->guard(actions[Actions::ShowJournal], Capability::SeeAllRecordings, true);
    m_shown->guard(actions[Actions::AllLinks], Capability::ShareByLink, true);
}

void WindowRights::guardRecordings(Actions &actions)
{
    m_selected->guard(actions[Actions::EditInformation], Capability::EditInformation);
    m_selected->guard(actions[Actions::EditLinks], Capability::ShareByLink);
    m_selected->guard(actions[Actions::RetainRecordings], Capability::SetRetention);
    m_selected->guard(actions[Actions::HoldRecordings], Capability::SetRetention);
    m_selected->guard(actions[Actions::DeleteRecordings], Capability::SetRetention);
    m_shown->guard(actions[Actions::Play], Capability::ViewRecording);
    m_shown->guard(actions[Actions::RecordingJournal], Capability::SeeReports);
    m_shown->guard(actions[Actions::Download], Capability::DownloadRecording);
}

void WindowRights::guardDetails()
{
    using People = ParticipantsTab;
    for (const auto command : {People::Add, People::Edit, People::Match, People::Merge, People::Split, People::Remove, People::Restore,
                               People::MakeAutomatic, People::Undo, People::Redo})
        m_shown->guard(m_details.participants().action(command), Capability::EditEverythingElse);
    m_shown->guard(m_details.participants().action(People::AddToPeople), Capability::AddViewers, true);
    using Files = MaterialsTab;
    for (const auto command : {Files::Add, Files::NewVersion, Files::Rename, Files::Describe, Files::MoveUp, Files::MoveDown, Files::Trash,
                               Files::Restore, Files::Exchange, Files::Undo})
        m_shown->guard(m_details.materials().action(command), Capability::EditMaterials);
    for (const auto command : {Files::Open, Files::Preview, Files::SaveAs, Files::SaveAll})
        m_shown->guard(m_details.materials().action(command), Capability::DownloadRecording);
}

// Once, as a line over the fields, and not again for each of them.
void WindowRights::showForms()
{
    const bool isKnown = m_shown->isKnown();
    m_details.information().setReadOnly(!isKnown || m_shown->refusal(Capability::EditInformation) != Refusal::None,
                                        m_shown->reason(Capability::EditInformation));
    m_details.participants().setReadOnlyReason(m_shown->reason(Capability::EditEverythingElse));
    m_details.materials().setReadOnlyReason(m_shown->reason(Capability::EditMaterials));
    m_details.retention().setReadOnlyReason(m_shown->reason(Capability::SetRetention));
}

void WindowRights::showPlaces()
{
    const bool managesServers = m_shown->isKnown() && m_shown->refusalByRole(Capability::ManageServers) == Refusal::None;
    m_navigation.setOffered({.outbox = m_shown->isOffered(Capability::EditInformation),
                             .people = m_shown->isOffered(Capability::AddViewers),
                             .proposals = m_shown->isOffered(Capability::GrantToViewers),
                             .retention = m_shown->isOffered(Capability::SetRetention),
                             .journal = m_shown->isOffered(Capability::SeeAllRecordings),
                             .servers = managesServers, // core tells of both only to whoever may change them
                             .backups = m_shown->isKnown() && m_shown->refusalByRole(Capability::ManageCatalog) == Refusal::None,
                             .connecting = managesServers});
    m_recordings.setMayConnect(managesServers);
}

} // namespace letopis
