#include "ui/pages/people/peopleview.h"

#include "core/access/peopleauthority.h"
#include "ui/models/peoplelistmodel.h"
#include "ui/models/principaltreemodel.h"
#include "ui/pages/people/peoplecommands.h"
#include "ui/text/peopletext.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

// What can be done on the page of people: commands, their keys, and why one may not be used.

namespace letopis {

using namespace Qt::Literals::StringLiterals;

void PeopleView::makeActions()
{
    const auto make = [this](Command command, const QString &name, const QString &text, QStringView icon = {}, const QKeySequence &key = {}) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        if (!icon.isEmpty())
            action->setIcon(themedIcon(icon));
        // For showing; the same keys mean other things in the rest of the window, so the lists take them by themselves.
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_actions[command] = action;
    };
    make(AddPerson, u"addPerson"_s, tr("&Add person…"), u"add", Qt::Key_Insert);
    make(EditPerson, u"editPerson"_s, tr("E&dit…"), u"edit", Qt::Key_F2);
    make(BlockPeople, u"blockPeople"_s, tr("&Block"), u"lock");
    make(RemovePeople, u"removePeople"_s, tr("Re&move…"), u"remove", QKeySequence::Delete);
    make(MergePeople, u"mergePeople"_s, tr("Mer&ge two into one…"), {}, QKeySequence(Qt::CTRL | Qt::Key_M));
    make(AddToGroup, u"addToGroup"_s, tr("Add &to a group…"), u"people", QKeySequence(Qt::CTRL | Qt::Key_G));
    make(LeaveGroup, u"leaveGroup"_s, tr("Take &out of groups…"));
    make(NewGroup, u"newGroup"_s, tr("&New group…"), u"add", Qt::Key_Insert);
    make(RenameGroup, u"renameGroup"_s, tr("&Rename…"), u"edit", Qt::Key_F2);
    make(AddMembers, u"addMembers"_s, tr("Add &members…"), u"people", QKeySequence(Qt::CTRL | Qt::Key_G));
    make(RemoveFromGroup, u"removeFromGroup"_s, tr("&Take out of the group"), {}, QKeySequence::Delete);
    make(RemoveGroup, u"removeGroup"_s, tr("Remo&ve group…"), u"remove", QKeySequence::Delete);
    make(SeeRecordings, u"seeRecordings"_s, tr("What they can &see"), u"recordings", QKeySequence(Qt::CTRL | Qt::Key_L));
    make(SeeAs, u"seeAs"_s, tr("See as t&hey do"), u"window");
    make(Import, u"importPeople"_s, tr("&Import a list…"), u"upload");
    make(Export, u"exportPeople"_s, tr("E&xport the list…"), u"download");
}

QToolButton *PeopleView::makeButton(Command command, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton;
    button->setDefaultAction(m_actions[command]);
    button->setObjectName(m_actions[command]->objectName() + u"Button"_s);
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QMenu *PeopleView::makeMenu(QWidget *parent, const QList<int> &commands)
{
    auto *menu = new QMenu(parent);
    menu->setToolTipsVisible(true); // the reasons
    for (const int command : commands) {
        if (command < 0)
            menu->addSeparator();
        else
            menu->addAction(m_actions[static_cast<size_t>(command)]);
    }
    return menu;
}

void PeopleView::connectActions()
{
    const auto on = [this](Command command, auto run) { connect(m_actions[command], &QAction::triggered, this, run); };
    on(AddPerson, [this] { m_commands->addPerson(); });
    on(EditPerson, [this] { m_commands->edit(selectedPeople().first().id); });
    on(BlockPeople, [this] { m_commands->setBlocked(selectedPeople(), !selectedPeople().first().isBlocked); });
    on(RemovePeople, [this] { m_commands->remove(selectedPeople()); });
    on(MergePeople, [this] { m_commands->merge(selectedPeople().at(0).id, selectedPeople().at(1).id); });
    on(AddToGroup, [this] { m_commands->chooseGroupFor(selectedPeople()); });
    on(LeaveGroup, [this] { m_commands->chooseGroupToLeave(selectedPeople().first()); });
    on(NewGroup, [this] { m_commands->newGroup(); });
    on(RenameGroup, [this] { m_commands->rename(*selectedGroup()); });
    on(AddMembers, [this] { m_commands->chooseMembers(*selectedGroup()); });
    on(RemoveGroup, [this] { m_commands->remove(*selectedGroup()); });
    on(RemoveFromGroup, [this] {
        const QModelIndex current = m_tree->currentIndex();
        const NamedPrincipal group = m_groups->principal(current.parent());
        m_commands->setMembers({*m_groups->parentGroup(current), {}, group.name, group.builtIn},
                               {{m_groups->principal(current).principal, principalText(m_groups->principal(current))}}, false);
    });
    on(Import, [this] { m_commands->importFile(); });
    on(SeeRecordings, [this] {
        const Person person = selectedPeople().first();
        Q_EMIT recordingsOfRequested({.principal = person.id, .name = person.name, .detail = person.login, .builtIn = {}});
    });
    on(SeeAs, [this] {
        const Person person = selectedPeople().first();
        Q_EMIT seeAsRequested({.principal = person.id, .name = person.name, .detail = person.login, .builtIn = {}});
    });
    on(Export, [this] { m_commands->exportFile(); });
}

void PeopleView::setReason(Command command, bool isPossible, const QString &reason)
{
    QAction *action = m_actions[command];
    action->setEnabled(isPossible && reason.isEmpty());
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    QString name = action->text();
    name.remove(u'&');
    action->setToolTip(plainToolTip(!reason.isEmpty() ? reason : key.isEmpty() ? name : u"%1 (%2)"_s.arg(name, key)));
}

void PeopleView::setSeeAs(bool isPossible, const QString &reason)
{
    m_maySeeAs = isPossible;
    m_noSeeAs = reason;
    updateActions();
}

void PeopleView::updateActions()
{
    const QList<Person> people = selectedPeople();
    const PeopleAuthority authority = m_standing ? peopleAuthority(*m_standing) : PeopleAuthority::Nothing;
    const auto reasonFor = [this](Capability capability) {
        return m_standing ? refusalText({capability, refusalByRole(*m_standing, capability)}) : QString();
    };
    const QString noAdding = reasonFor(Capability::AddViewers);
    const QString noManaging = reasonFor(Capability::ManagePeople);
    const bool isBeyond = std::any_of(people.begin(), people.end(),
                                      [authority](const Person &one) { return !mayChange(authority, one.role); });
    const QString noChanging = !noManaging.isEmpty() || !isBeyond || !m_standing
        ? noManaging
        : refusalText({Capability::ManagePeople, Refusal::Role});
    const bool isKnown = m_standing.has_value();
    const bool areAllBlocked = !people.isEmpty() && people.first().isBlocked;
    m_actions[BlockPeople]->setText(areAllBlocked ? tr("Un&block") : tr("&Block"));
    setReason(AddPerson, isKnown, noAdding);
    setReason(Import, isKnown, noAdding);
    setReason(Export, isKnown, noManaging);
    setReason(SeeRecordings, isKnown && people.size() == 1, {});
    setReason(SeeAs, m_maySeeAs && people.size() == 1, m_noSeeAs);
    setReason(EditPerson, isKnown && people.size() == 1, noChanging);
    setReason(BlockPeople, isKnown && !people.isEmpty(), noChanging);
    setReason(RemovePeople, isKnown && !people.isEmpty(), noChanging);
    setReason(MergePeople, isKnown && people.size() == 2, noChanging);
    setReason(AddToGroup, isKnown && !people.isEmpty(), noManaging);
    setReason(LeaveGroup, isKnown && people.size() == 1, noManaging);
    const std::optional<Group> group = selectedGroup();
    const QString builtIn = group && group->builtIn ? tr("Built-in groups keep their name and stay.") : QString();
    setReason(NewGroup, isKnown, noManaging);
    setReason(AddMembers, isKnown && group, noManaging);
    setReason(RenameGroup, isKnown && group, noManaging.isEmpty() ? builtIn : noManaging);
    setReason(RemoveGroup, isKnown && group, noManaging.isEmpty() ? builtIn : noManaging);
    setReason(RemoveFromGroup, isKnown && m_groups->parentGroup(m_tree->currentIndex()).has_value(), noManaging);
    if (people.size() != 2 && noChanging.isEmpty())
        m_actions[MergePeople]->setToolTip(tr("Choose two people first"));
}

const QList<std::pair<QKeySequence, PeopleView::Command>> &PeopleView::keysOf(const QObject *list) const
{
    static const QList<std::pair<QKeySequence, Command>> none;
    static const QList<std::pair<QKeySequence, Command>> ofPeople{{Qt::Key_Insert, AddPerson},
                                                                  {Qt::Key_F2, EditPerson},
                                                                  {Qt::Key_Delete, RemovePeople},
                                                                  {QKeySequence(Qt::CTRL | Qt::Key_M), MergePeople},
                                                                  {QKeySequence(Qt::CTRL | Qt::Key_L), SeeRecordings},
                                                                  {QKeySequence(Qt::CTRL | Qt::Key_G), AddToGroup}};
    // Delete takes a member out of the group it is in; a group at the top goes itself.
    static const QList<std::pair<QKeySequence, Command>> ofGroups{{Qt::Key_Insert, NewGroup},
                                                                  {Qt::Key_F2, RenameGroup},
                                                                  {Qt::Key_Delete, RemoveFromGroup},
                                                                  {Qt::Key_Delete, RemoveGroup},
                                                                  {QKeySequence(Qt::CTRL | Qt::Key_G), AddMembers}};
    return list == m_table ? ofPeople : list == m_tree ? ofGroups : none;
}

bool PeopleView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_search && event->type() == QEvent::KeyPress && key->key() == Qt::Key_Down && m_model->rowCount() > 0) {
        m_table->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    for (const auto &[keys, command] : keysOf(watched)) {
        if (keys != QKeySequence(key->keyCombination()))
            continue;
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept(); // the window has commands of its own for some of these keys
            return true;
        }
        if (!m_actions[command]->isEnabled())
            continue;
        m_actions[command]->trigger();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace letopis
