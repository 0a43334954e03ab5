#pragma once

#include "core/access/capability.h"
#include "core/domain/actor.h"
#include "core/domain/recording.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <map>
#include <optional>

class QAction;
class QActionGroup;

namespace letopis {

class Workspace;

// What the window's actor may do at all and with some recordings, kept up to date; core decides all the same. The owner of the
// catalog may everything: nothing is asked, and nothing changes.
class ActorRights final : public QObject
{
    Q_OBJECT

public:
    ActorRights(Workspace &workspace, const Actor &actor, QObject *parent = nullptr);

    bool isOwner() const;
    bool isKnown() const { return m_standing.has_value(); }
    const std::optional<Standing> &standing() const { return m_standing; }
    void setRecordings(const QList<RecordingId> &recordings); // several: what may be done on one of them may be done

    // None also while nothing is known yet; see isKnown().
    Refusal refusalByRole(Capability capability) const;
    Refusal refusal(Capability capability) const; // on the recordings; without any, by the role
    QString reason(Capability capability) const { return reasonFor(capability, false); } // a sentence; empty: allowed
    QString reasonByRole(Capability capability) const { return reasonFor(capability, true); }
    // Whether the role has any business with it, even where the window only looks.
    bool isOffered(Capability capability) const;

    // Disables the action over whatever else says about it, and tells why in its tool tip.
    void guard(QAction *action, Capability capability, bool isByRole = false);

Q_SIGNALS:
    void changed();

private:
    struct Guard
    {
        QActionGroup *group;
        QHash<QAction *, QString> tips; // of those that may be used
    };

    void read();
    void update();
    QString reasonFor(Capability capability, bool isByRole) const;
    void showReason(const Guard &guard, const QString &reason) const;

    Workspace &m_workspace;
    const Actor m_actor;
    std::optional<Standing> m_standing;
    QList<RecordingId> m_recordings;
    QHash<RecordingId, PermissionSet> m_permissions;
    std::map<std::pair<Capability, bool>, Guard> m_guards;
    QTimer m_delay;
    quint64 m_generation = 0;
    bool m_isRead = false; // the permissions on m_recordings
};

} // namespace letopis
