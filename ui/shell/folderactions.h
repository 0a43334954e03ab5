#pragma once

#include "core/access/capability.h"
#include "ui/forms/access/accessparts.h"
#include "ui/shell/windowparts.h"

#include <QHash>
#include <QObject>
#include <QTimer>

class QDockWidget;

namespace letopis {

class Actions;
class DetailsPane;
class FolderCommands;
class FolderPane;
class RecordingsPage;

// Folders in the window: the tree that filters the list, filing what is selected, and where a recording is. What the person may
// not do is disabled, with the reason as its tool tip.
class FolderActions final : public QObject
{
    Q_OBJECT

public:
    FolderActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, DetailsPane &details, QWidget *window);

    FolderPane &pane() const { return *m_pane; } // the window takes it
    FolderCommands &commands() const { return *m_commands; }
    void setDock(QDockWidget *dock);
    void start();
    void showByDefault(); // where there are folders, unless the person said otherwise before
    void forgetChoice();  // of a pane that is shown or not

Q_SIGNALS:
    void recordingsRequested(); // a folder was chosen, or something is told there
    void paneShown();           // by itself
    void focusRequested();      // on the list
    void accessRequested(const QList<letopis::AccessSubject> &subjects);

private:
    void connectPane();
    void connectCommands();
    void rememberChoice(bool isShown);
    void leaveHidden(); // a folder that nobody sees chosen filters nothing
    void readRights();
    void update();
    void setReason(int action, const QString &reason, bool isPossible);
    void showPlace();

    const WindowParts &m_parts;
    Actions &m_actions;
    RecordingsPage &m_recordings;
    DetailsPane &m_details;
    FolderPane *m_pane;
    FolderCommands *m_commands;
    QDockWidget *m_dock = nullptr;
    std::optional<Standing> m_standing;
    QHash<RecordingId, PermissionSet> m_permissions; // of those that are selected
    QHash<int, QString> m_tips;                      // of actions that are enabled
    QTimer m_delay;
    quint64 m_generation = 0;
    quint64 m_placeGeneration = 0;
    FolderId m_added; // to be chosen when it is read
};

} // namespace letopis
