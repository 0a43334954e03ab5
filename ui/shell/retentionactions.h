#pragma once

#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class ActorRights;
class DetailsPane;
class RecordingsPage;
class RetentionCommands;
class RetentionPage;

// Auto-deletion in the window: its page, how many warnings there are, the tab of the details, and what is done with the selected
// recordings. The page asks for nothing where the role has nothing to do with it.
class RetentionActions final : public QObject
{
    Q_OBJECT

public:
    RetentionActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, DetailsPane &details, QWidget *window);

    RetentionPage &page() const { return *m_page; } // the window takes it
    void start();

Q_SIGNALS:
    void pageRequested();
    void messageShown(); // on the page of recordings

private:
    void connectSelection();
    void connectDeletion(const WindowParts &parts, QWidget *window);
    void read();
    void update();
    QString selectedTitle() const;

    Actions &m_actions;
    RecordingsPage &m_recordings;
    DetailsPane &m_details;
    RetentionPage *m_page;
    RetentionCommands *m_commands;
    ActorRights *m_rights;
    bool m_isStarted = false;
};

} // namespace letopis
