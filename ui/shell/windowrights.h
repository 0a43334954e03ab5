#pragma once

#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class ActorRights;
class DetailsPane;
class NavigationPane;
class RecordingsPage;

// What the window's actor may not do is disabled, with the reason; what the role has no business with is not there.
class WindowRights final : public QObject
{
    Q_OBJECT

public:
    WindowRights(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, DetailsPane &details,
                 NavigationPane &navigation, QWidget *window);

private:
    void guardCatalog(Actions &actions);
    void guardRecordings(Actions &actions);
    void guardDetails();
    void showPlaces();
    void showForms();

    RecordingsPage &m_recordings;
    DetailsPane &m_details;
    NavigationPane &m_navigation;
    ActorRights *m_selected; // on the selected recordings
    ActorRights *m_shown;    // on the one whose details are shown
};

} // namespace letopis
