#include "ui/shell/retentionactions.h"

#include "ui/models/actorrights.h"
#include "ui/pages/retention/retentionpage.h"
#include "ui/shell/actions.h"

namespace letopis {

RetentionActions::RetentionActions(const WindowParts &parts, Actions &actions, QWidget *window)
    : QObject(window)
    , m_page(new RetentionPage({parts.workspace, parts.actor, parts.questions, parts.clock}, window))
    , m_rights(new ActorRights(parts.workspace, parts.actor, this))
{
    connect(actions[Actions::ShowRetention], &QAction::triggered, this, &RetentionActions::pageRequested);
    connect(m_rights, &ActorRights::changed, this, &RetentionActions::read);
}

void RetentionActions::start()
{
    m_isStarted = true;
    read();
}

void RetentionActions::read()
{
    if (m_isStarted && m_rights->isOffered(Capability::SetRetention))
        m_page->start();
}

} // namespace letopis
