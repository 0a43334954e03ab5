#pragma once

#include "core/access/capability.h"
#include "core/domain/recordingquery.h"
#include "ui/forms/access/accessparts.h"
#include "ui/shell/windowparts.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace letopis {

class Actions;
class RecordingsPage;

// Access in the window: the editor of permissions, who can see something, and why. What the person may not do is disabled, with
// the reason as its tool tip.
class AccessActions final : public QObject
{
    Q_OBJECT

public:
    AccessActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, QWidget *window);

    void openAccess(const QList<AccessSubject> &subjects); // recordings, or one folder
    void openHolders(const AccessSubject &subject);
    void openExplanation(const AccessSubject &subject);

Q_SIGNALS:
    void linksRequested(const letopis::AccessSubject &recording, QWidget *above);
    void recordingsOfRequested(const letopis::NamedPrincipal &person); // those that they can see

private:
    void readRights();
    void update();
    void setReason(int action, const QString &reason, bool isPossible);
    QList<AccessSubject> selected() const;
    void withSelected(void (AccessActions::*open)(const AccessSubject &));
    AccessParts accessParts() const;

    const WindowParts &m_parts;
    Actions &m_actions;
    RecordingsPage &m_recordings;
    QWidget *m_window;
    std::optional<Standing> m_standing;
    QHash<RecordingId, PermissionSet> m_permissions; // of those that are selected
    QHash<int, QString> m_tips;                      // of actions that are enabled
    QTimer m_delay;
    quint64 m_generation = 0;
};

} // namespace letopis
