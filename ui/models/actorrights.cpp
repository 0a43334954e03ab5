#include "ui/models/actorrights.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/workspace.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QActionGroup>

namespace letopis {

using namespace std::chrono_literals;

ActorRights::ActorRights(Workspace &workspace, const Actor &actor, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_actor(actor)
{
    if (isOwner()) {
        m_standing = Standing{.role = Role::Administrator, .switches = {}, .isBlocked = false, .onlyLooks = false};
        return;
    }
    m_delay.setSingleShot(true);
    m_delay.setInterval(30ms); // arrows run through rows faster than rights are asked for
    connect(&m_delay, &QTimer::timeout, this, &ActorRights::read);
    const auto later = qOverload<>(&QTimer::start);
    connect(&workspace.access(), &AccessDesk::accessChanged, &m_delay, later);
    connect(&workspace.people(), &PeopleDirectory::peopleChanged, &m_delay, later);
    read();
}

bool ActorRights::isOwner() const
{
    return m_actor.kind == ActorKind::Owner && !m_actor.onlyLooks;
}

void ActorRights::setRecordings(const QList<RecordingId> &recordings)
{
    if (isOwner() || m_recordings == recordings)
        return;
    m_recordings = recordings;
    m_isRead = false;
    m_delay.start();
}

void ActorRights::read()
{
    m_delay.stop();
    const quint64 generation = ++m_generation;
    const auto standing = m_workspace.access().standing(m_actor);
    const auto permissions = m_workspace.access().permissionsOn(m_actor, m_recordings);
    whenDone(standing, this, [this, generation, permissions](const Result<Standing> &found) {
        if (generation != m_generation)
            return;
        m_standing = found ? std::optional(*found) : std::nullopt;
        whenDone(permissions, this, [this, generation](const Result<QHash<RecordingId, PermissionSet>> &sets) {
            if (generation != m_generation)
                return;
            m_permissions = sets ? *sets : QHash<RecordingId, PermissionSet>();
            m_isRead = true;
            update();
        });
    });
}

Refusal ActorRights::refusalByRole(Capability capability) const
{
    return m_standing ? letopis::refusalByRole(*m_standing, capability) : Refusal::None;
}

Refusal ActorRights::refusal(Capability capability) const
{
    const Refusal byRole = refusalByRole(capability);
    if (byRole != Refusal::None || !m_isRead || m_recordings.isEmpty())
        return byRole;
    Refusal first = Refusal::None;
    for (const RecordingId recording : m_recordings) {
        const Refusal why = letopis::refusal(*m_standing, capability, m_permissions.value(recording));
        if (why == Refusal::None)
            return why;
        first = first == Refusal::None ? why : first;
    }
    return first;
}

QString ActorRights::reasonFor(Capability capability, bool isByRole) const
{
    return refusalText({capability, isByRole ? refusalByRole(capability) : refusal(capability)});
}

bool ActorRights::isOffered(Capability capability) const
{
    if (!m_standing)
        return false;
    Standing acting = *m_standing;
    acting.onlyLooks = false;
    return letopis::refusalByRole(acting, capability) == Refusal::None;
}

void ActorRights::guard(QAction *action, Capability capability, bool isByRole)
{
    if (isOwner())
        return;
    Guard &guard = m_guards[{capability, isByRole}];
    if (!guard.group) {
        guard.group = new QActionGroup(this);
        guard.group->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    }
    guard.group->setEnabled(true); // what the action wishes by itself stays
    guard.tips.insert(action, action->toolTip());
    guard.group->addAction(action);
    update();
}

void ActorRights::update()
{
    for (const auto &[key, guard] : m_guards) {
        const QString reason = reasonFor(key.first, key.second);
        guard.group->setEnabled(isKnown() && reason.isEmpty());
        showReason(guard, reason);
    }
    Q_EMIT changed();
}

void ActorRights::showReason(const Guard &guard, const QString &reason) const
{
    for (auto it = guard.tips.cbegin(); it != guard.tips.cend(); ++it)
        it.key()->setToolTip(reason.isEmpty() ? it.value() : plainToolTip(reason));
}

} // namespace letopis
