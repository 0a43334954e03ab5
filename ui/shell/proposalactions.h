#pragma once

#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class ActorRights;
class ProposalsPage;

// Proposals in the window: their page, and how many there are. Nothing is asked for whose role gives no access to others.
class ProposalActions final : public QObject
{
    Q_OBJECT

public:
    ProposalActions(const WindowParts &parts, Actions &actions, QWidget *window);

    ProposalsPage &page() const { return *m_page; } // the window takes it
    void start();

Q_SIGNALS:
    void pageRequested();

private:
    void read();

    ProposalsPage *m_page;
    ActorRights *m_rights;
    bool m_isStarted = false;
};

} // namespace letopis
