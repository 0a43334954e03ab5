#pragma once

#include "core/access/group.h"
#include "ui/shell/windowparts.h"

#include <QObject>

#include <map>
#include <memory>

namespace letopis {

class Actions;
class ActorRights;
class PeopleView;

// "See as…": another window with the catalog as somebody else sees it, where nothing can be changed. It has settings of its own that
// are gone with it, and no part in the tray.
class SeeAsActions final : public QObject
{
    Q_OBJECT

public:
    SeeAsActions(const WindowParts &parts, const WindowHooks &hooks, Actions &actions, PeopleView &people, QWidget *window);
    ~SeeAsActions() override;

    void openAs(const NamedPrincipal &person);
    QWidget *windowOf(PersonId person) const; // none: not open

private:
    struct Lens;

    void choosePerson();
    void update();

    const WindowParts &m_parts;
    const WindowHooks &m_hooks;
    QAction *m_action;
    PeopleView &m_people;
    QWidget *m_window;
    ActorRights *m_rights;
    QString m_tip;
    std::map<PersonId, std::unique_ptr<Lens>> m_lenses;
};

} // namespace letopis
