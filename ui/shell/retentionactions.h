#pragma once

#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class ActorRights;
class RetentionPage;

// Auto-deletion in the window: its page, and how many warnings there are. Nothing is asked for whose role has nothing to do with it.
class RetentionActions final : public QObject
{
    Q_OBJECT

public:
    RetentionActions(const WindowParts &parts, Actions &actions, QWidget *window);

    RetentionPage &page() const { return *m_page; } // the window takes it
    void start();

Q_SIGNALS:
    void pageRequested();

private:
    void read();

    RetentionPage *m_page;
    ActorRights *m_rights;
    bool m_isStarted = false;
};

} // namespace letopis
