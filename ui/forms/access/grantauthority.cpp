#include "ui/forms/access/grantauthority.h"

#include "core/base/whendone.h"
#include "ui/forms/access/accesslistmodel.h"
#include "ui/text/refusaltext.h"

namespace letopis {

using namespace std::chrono_literals;

GrantAuthority::GrantAuthority(PeopleDirectory &directory, Actor actor, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_actor(std::move(actor))
{
    m_telling.setSingleShot(true);
    m_telling.setInterval(20ms); // whoever shows a thousand looks through all of them each time
    connect(&m_telling, &QTimer::timeout, this, &GrantAuthority::changed);
    connect(&directory, &PeopleDirectory::peopleChanged, this, [this] {
        ++m_generation;
        m_reasons.clear();
        m_asked.clear();
        Q_EMIT changed();
    });
}

void GrantAuthority::setMayGrantToAll(bool mayGrantToAll)
{
    if (m_mayGrantToAll == mayGrantToAll)
        return;
    m_mayGrantToAll = mayGrantToAll;
    m_reasons.clear();
    m_asked.clear();
    Q_EMIT changed();
}

std::optional<QString> GrantAuthority::reasonAgainst(const Principal &principal)
{
    if (m_mayGrantToAll)
        return QString();
    const auto known = m_reasons.constFind(AccessListModel::keyOf(principal));
    if (known != m_reasons.constEnd())
        return *known;
    ask(principal);
    return {};
}

void GrantAuthority::ask(const Principal &principal)
{
    if (m_asked.contains(AccessListModel::keyOf(principal)))
        return;
    m_asked += AccessListModel::keyOf(principal);
    const auto *person = std::get_if<PersonId>(&principal);
    if (!person)
        return askForHigher(std::get<GroupId>(principal), static_cast<int>(Role::Moderator));
    whenDone(m_directory.person(m_actor, *person), this, [this, principal, generation = m_generation](const Result<Person> &found) {
        if (generation == m_generation)
            know(principal, found && found->role == Role::Viewer);
    });
}

void GrantAuthority::askForHigher(GroupId group, int role)
{
    PeopleQuery query;
    query.group = group;
    query.role = static_cast<Role>(role);
    whenDone(m_directory.countPeople(m_actor, query), this, [this, group, role, generation = m_generation](const Result<qint64> &count) {
        if (generation != m_generation)
            return;
        if (count && *count == 0 && role < static_cast<int>(Role::Administrator))
            return askForHigher(group, role + 1);
        know(group, count && *count == 0);
    });
}

void GrantAuthority::know(const Principal &principal, bool isViewersOnly)
{
    m_reasons.insert(AccessListModel::keyOf(principal),
                     isViewersOnly ? QString() : refusalText({Capability::GrantToModerators, Refusal::Role}));
    if (!m_telling.isActive())
        m_telling.start();
}

} // namespace letopis
