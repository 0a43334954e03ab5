#pragma once

#include "ui/forms/access/accessparts.h"
#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class ActorRights;
class RecordingsPage;

// Links in the window: those of the chosen recording, and all of them.
class LinkActions final : public QObject
{
    Q_OBJECT

public:
    LinkActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, QWidget *window);

    void openLinks(const AccessSubject &recording, QWidget *above = nullptr); // above the editor of permissions, too
    void openAllLinks();

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording);

private:
    void openSelected();
    AccessParts accessParts() const;

    const WindowParts &m_parts;
    RecordingsPage &m_recordings;
    QWidget *m_window;
};

} // namespace letopis
