#include "ui/shell/seeasactions.h"

#include "core/settings/settings.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/principaldialog.h"
#include "ui/models/actorrights.h"
#include "ui/pages/people/peopleview.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

// The window goes before what it is made over.
struct SeeAsActions::Lens
{
    Lens(const WindowParts &parts, const WindowHooks &hooks, const Actor &actor)
        : settings(directory.filePath(u"settings.ini"_s))
        , window({parts.workspace, actor, settings, parts.questions, parts.clock},
                 hooks.madeFor ? hooks.madeFor({parts.workspace, actor, settings, parts.questions, parts.clock}) : hooks)
    {
    }

    QTemporaryDir directory;
    Settings settings;
    MainWindow window;
};

SeeAsActions::SeeAsActions(const WindowParts &parts, const WindowHooks &hooks, Actions &actions, PeopleView &people, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_hooks(hooks)
    , m_action(actions[Actions::SeeAs])
    , m_people(people)
    , m_window(window)
    , m_rights(new ActorRights(parts.workspace, parts.actor, this))
    , m_tip(m_action->toolTip())
{
    connect(m_action, &QAction::triggered, this, &SeeAsActions::choosePerson);
    connect(&people, &PeopleView::seeAsRequested, this, &SeeAsActions::openAs);
    connect(m_rights, &ActorRights::changed, this, &SeeAsActions::update);
    update();
}

SeeAsActions::~SeeAsActions() = default;

void SeeAsActions::update()
{
    const bool isFull = m_rights->isOffered(Capability::ManageCatalog);
    const QString reason = !m_rights->isKnown() ? QString()
        : m_parts.actor.onlyLooks               ? tr("This window shows already what somebody else sees.")
        : isFull                                ? QString()
                                                : tr("Only a full administrator sees the catalog as somebody else.");
    const bool mayLook = isFull && !m_parts.actor.onlyLooks;
    m_action->setEnabled(mayLook);
    m_action->setToolTip(reason.isEmpty() ? m_tip : reason);
    m_people.setSeeAs(mayLook, reason);
}

void SeeAsActions::choosePerson()
{
    const PrincipalDialog::Wording wording{tr("See as…"), tr("The catalog opens in another window as this person sees it. Nothing can be changed there."),
                                           tr("&See as this person")};
    auto *dialog = new PrincipalDialog(m_parts.workspace.people(), m_parts.actor, PrincipalPicker::Contents::GroupsAndPeople, wording, m_window);
    dialog->picker().setSingleSelection();
    auto *accept = dialog->findChild<QPushButton *>(u"acceptPrincipals"_s);
    const auto personOf = [](const QList<NamedPrincipal> &chosen) {
        return chosen.size() == 1 ? std::get_if<PersonId>(&chosen.first().principal) : nullptr;
    };
    connect(&dialog->picker(), &PrincipalPicker::selectionChanged, accept, [dialog, accept, personOf] {
        const QList<NamedPrincipal> chosen = dialog->picker().selection();
        accept->setEnabled(personOf(chosen) != nullptr); // a group has no eyes
    });
    connect(dialog, &PrincipalDialog::chosen, this, [this, personOf](const QList<NamedPrincipal> &chosen) {
        if (personOf(chosen))
            openAs(chosen.first());
    });
    dialog->open();
}

void SeeAsActions::openAs(const NamedPrincipal &person)
{
    const auto *id = std::get_if<PersonId>(&person.principal);
    if (!id || !m_action->isEnabled())
        return;
    std::unique_ptr<Lens> &lens = m_lenses[*id];
    if (!lens) {
        Actor actor = personActor(*id, person.detail, person.name);
        actor.onlyLooks = true;
        lens = std::make_unique<Lens>(m_parts, m_hooks, actor);
        // Not at once: it is in the middle of being closed.
        connect(&lens->window, &MainWindow::quitRequested, this,
                [this, id = *id] { QTimer::singleShot(0, this, [this, id] { m_lenses.erase(id); }); });
    }
    lens->window.bringToFront();
}

QWidget *SeeAsActions::windowOf(PersonId person) const
{
    const auto found = m_lenses.find(person);
    return found == m_lenses.end() ? nullptr : &found->second->window;
}

} // namespace letopis
