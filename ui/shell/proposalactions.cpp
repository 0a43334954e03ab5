#include "ui/shell/proposalactions.h"

#include "ui/models/actorrights.h"
#include "ui/pages/proposals/proposalspage.h"
#include "ui/shell/actions.h"

namespace letopis {

ProposalActions::ProposalActions(const WindowParts &parts, Actions &actions, QWidget *window)
    : QObject(window)
    , m_page(new ProposalsPage({parts.workspace, parts.actor, parts.questions, parts.clock}, window))
    , m_rights(new ActorRights(parts.workspace, parts.actor, this))
{
    connect(actions[Actions::ShowProposals], &QAction::triggered, this, &ProposalActions::pageRequested);
    connect(m_rights, &ActorRights::changed, this, &ProposalActions::read);
}

void ProposalActions::start()
{
    m_isStarted = true;
    read();
}

void ProposalActions::read()
{
    if (m_isStarted && m_rights->isOffered(Capability::GrantToViewers))
        m_page->start();
}

} // namespace letopis
