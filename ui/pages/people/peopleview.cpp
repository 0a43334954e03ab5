#include "ui/pages/people/peopleview.h"

#include "core/access/peopleauthority.h"
#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"
#include "ui/models/peoplelistmodel.h"
#include "ui/models/principaltreemodel.h"
#include "ui/pages/people/peoplecommands.h"
#include "ui/text/peopletext.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/roomyrows.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::pair<int, int> fixedColumns[] = {{PeopleListModel::Login, 116},
                                                {PeopleListModel::RoleColumn, 148},
                                                {PeopleListModel::Groups, 80},
                                                {PeopleListModel::State, 110}};
constexpr int narrowestText = 170; // of names and addresses

} // namespace

PeopleView::PeopleView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_model(new PeopleListModel(parts.workspace.people(), parts.actor, this))
    , m_groups(new PrincipalTreeModel(parts.workspace.people(), parts.actor, PrincipalTreeModel::Contents::Groups, this))
    , m_commands(new PeopleCommands({parts.workspace, parts.actor, parts.questions}, this))
    , m_messages(new MessageBar)
    , m_search(new QLineEdit)
    , m_role(new QComboBox)
    , m_count(new QLabel)
    , m_table(new PlainTable)
    , m_tree(new QTreeView)
    , m_empty(new EmptyState)
    , m_skeleton(new SkeletonRows)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"peoplePage"_s);
    m_messages->setObjectName(u"peopleMessages"_s);
    makeActions();
    auto *splitter = new QSplitter;
    splitter->setObjectName(u"peopleSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildGroups());
    splitter->addWidget(buildPeople());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({264, 736});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_search);
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connectLists();
    connectActions();
    connectCommands();
    updateContents();
    updateActions();
}

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

QWidget *PeopleView::buildGroups()
{
    auto *more = new QToolButton;
    more->setObjectName(u"groupMenu"_s);
    more->setText(tr("&Group"));
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::StrongFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(makeMenu(more, {AddMembers, RenameGroup, -1, RemoveFromGroup, RemoveGroup}));
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(8, 8, 8, 8);
    tools->setSpacing(4);
    tools->addWidget(makeButton(NewGroup, Qt::ToolButtonTextBesideIcon));
    tools->addWidget(more);
    tools->addStretch(1);
    m_tree->setObjectName(u"groupTree"_s);
    m_tree->setAccessibleName(tr("Groups"));
    m_groups->setEverybodyShown(true);
    m_tree->setModel(m_groups);
    m_tree->setItemDelegate(new RoomyRows(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setColumnHidden(PrincipalTreeModel::Login, true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDefaultDropAction(Qt::CopyAction);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(PrincipalTreeModel::Name, QHeaderView::Stretch);
    m_tree->installEventFilter(this);
    connect(m_tree, &QWidget::customContextMenuRequested, more,
            [this, more](const QPoint &position) { more->menu()->popup(m_tree->viewport()->mapToGlobal(position)); });
    auto *side = new QWidget;
    side->setMinimumWidth(180);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(tools);
    layout->addWidget(m_tree, 1);
    return side;
}

QWidget *PeopleView::buildTools()
{
    m_search->setObjectName(u"peopleSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"), QLineEdit::LeadingPosition);
    m_search->setPlaceholderText(tr("Name, login or e-mail"));
    m_search->setAccessibleName(tr("Search people by name, login or e-mail"));
    m_search->installEventFilter(this);
    m_role->setObjectName(u"peopleRole"_s);
    m_role->setAccessibleName(tr("Role"));
    m_role->addItem(tr("All roles"), -1);
    for (const Role role : {Role::Administrator, Role::LimitedAdministrator, Role::Moderator, Role::Viewer})
        m_role->addItem(personRoleText(role), static_cast<int>(role));
    m_count->setObjectName(u"peopleCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    auto *more = new QToolButton;
    more->setObjectName(u"peopleMenu"_s);
    more->setText(tr("M&ore"));
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::StrongFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(makeMenu(more, {AddToGroup, LeaveGroup, MergePeople, -1, BlockPeople, RemovePeople, -1, Import, Export}));
    auto *search = new QHBoxLayout;
    search->setSpacing(8);
    search->addWidget(m_search, 1);
    search->addWidget(m_role);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(makeButton(AddPerson, Qt::ToolButtonTextBesideIcon));
    buttons->addWidget(makeButton(EditPerson, Qt::ToolButtonTextBesideIcon));
    buttons->addWidget(makeButton(AddToGroup, Qt::ToolButtonTextBesideIcon));
    buttons->addWidget(more);
    buttons->addStretch(1);
    buttons->addWidget(m_count);
    auto *tools = new QWidget;
    auto *layout = new QVBoxLayout(tools);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(buttons);
    layout->addLayout(search);
    return tools;
}

QWidget *PeopleView::buildPeople()
{
    m_table->setObjectName(u"peopleTable"_s);
    m_table->setAccessibleName(tr("People"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setDragEnabled(true);
    m_table->setDragDropMode(QAbstractItemView::DragOnly);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(PeopleListModel::Name, QHeaderView::Stretch);
    header->setSectionResizeMode(PeopleListModel::Email, QHeaderView::Stretch);
    for (const auto &[column, width] : fixedColumns)
        header->resizeSection(column, width);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(PeopleListModel::Name, Qt::AscendingOrder);
    m_empty->setObjectName(u"peopleEmpty"_s);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    for (QWidget *page : {static_cast<QWidget *>(m_skeleton), static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(page);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildTools());
    layout->addWidget(m_stack, 1);
    return side;
}

// In a narrow window names keep their room, and what tells least gives way.
void PeopleView::fitColumns()
{
    int wanted = 2 * narrowestText;
    for (const auto &[column, width] : fixedColumns)
        wanted += width;
    const int room = m_table->viewport()->width();
    for (const auto &[column, width] : {std::pair<int, int>(PeopleListModel::Groups, 80),
                                        std::pair<int, int>(PeopleListModel::Email, narrowestText),
                                        std::pair<int, int>(PeopleListModel::State, 110)}) {
        m_table->setColumnHidden(column, wanted > room);
        if (wanted > room)
            wanted -= width;
    }
}

void PeopleView::connectLists()
{
    connect(&m_delay, &QTimer::timeout, this, &PeopleView::updateQuery);
    connect(m_search, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_role, &QComboBox::currentIndexChanged, this, &PeopleView::updateQuery);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        QHeaderView *header = m_table->horizontalHeader();
        const PeopleQuery &query = m_model->query();
        if (column > PeopleListModel::Email) { // there is no order by it
            header->setSortIndicator(static_cast<int>(query.order), query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
            return;
        }
        const bool isSame = column == static_cast<int>(query.order);
        const Qt::SortOrder order = isSame && !query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder;
        header->setSortIndicator(column, order);
        m_model->sort(column, order);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        QMenu *menu = makeMenu(this, {EditPerson, AddToGroup, LeaveGroup, MergePeople, -1, BlockPeople, RemovePeople});
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PeopleView::updateActions);
    connect(m_table, &PlainTable::opened, m_actions[EditPerson], &QAction::trigger);
    connect(m_model, &PeopleListModel::phaseChanged, this, &PeopleView::updateContents);
    connect(m_model, &PeopleListModel::totalChanged, this, &PeopleView::updateContents);
    connect(m_model, &PeopleListModel::refreshed, this, &PeopleView::chooseWanted);
    connect(m_model, &PeopleListModel::refreshed, this, &PeopleView::updateActions);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_model->rowCount() > 0)
            m_table->selectRow(0);
        updateActions();
    });
    connect(m_groups, &PrincipalTreeModel::read, this, [this] {
        if (m_groups->error())
            showFailure(peopleErrorText(*m_groups->error()));
        else if (!m_tree->currentIndex().isValid())
            m_tree->setCurrentIndex(m_groups->index(0, 0));
        chooseWanted();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        updateQuery();
        updateActions();
    });
    connect(m_groups, &PrincipalTreeModel::dropped, this, [this](GroupId onto, const QList<Principal> &principals) {
        const NamedPrincipal group = m_groups->principal(m_groups->indexOfGroup(onto));
        m_commands->setMembers({onto, {}, group.name, group.builtIn}, principals, true);
    });
    connect(m_empty, &EmptyState::actionRequested, this, &PeopleView::askForEmpty);
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
                               {m_groups->principal(current).principal}, false);
    });
    on(Import, [this] { m_commands->importFile(); });
    on(Export, [this] { m_commands->exportFile(); });
}

void PeopleView::connectCommands()
{
    connect(m_commands, &PeopleCommands::done, this,
            [this](const QString &text) { m_messages->showMessage(MessageBar::Level::Success, text); });
    connect(m_commands, &PeopleCommands::failed, this, &PeopleView::showFailure);
    connect(m_commands, &PeopleCommands::personStored, this, [this](PersonId person) { m_wantedPerson = person; });
    connect(m_commands, &PeopleCommands::groupStored, this, [this](GroupId group) { m_wantedGroup = group; });
    connect(&m_parts.workspace.people(), &PeopleDirectory::peopleChanged, this, &PeopleView::readStanding);
    connect(&m_parts.workspace.access(), &AccessDesk::accessChanged, this, &PeopleView::readStanding);
}

void PeopleView::start()
{
    if (std::exchange(m_isStarted, true))
        return;
    readStanding();
    m_groups->reload();
    updateQuery();
}

void PeopleView::readStanding()
{
    if (!m_isStarted)
        return;
    whenDone(m_parts.workspace.access().standing(m_parts.actor), this, [this](const Result<Standing> &standing) {
        m_standing = standing ? std::optional(*standing) : std::nullopt;
        m_commands->setAuthority(standing ? peopleAuthority(*standing) : PeopleAuthority::Nothing);
        m_groups->setDropEnabled(standing && refusalByRole(*standing, Capability::ManagePeople) == Refusal::None);
        updateActions();
    });
}

void PeopleView::updateQuery()
{
    if (!m_isStarted)
        return;
    PeopleQuery query = m_model->query();
    query.text = m_search->text().simplified();
    const int role = m_role->currentData().toInt();
    query.role = role < 0 ? std::nullopt : std::optional(static_cast<Role>(role));
    const QModelIndex current = m_tree->currentIndex();
    query.group = m_groups->group(current);
    if (!query.group) // a person: the group in which they are shown
        query.group = m_groups->parentGroup(current);
    m_model->setQuery(query);
}

void PeopleView::updateContents()
{
    const PeopleQuery &query = m_model->query();
    if (m_model->error()) {
        showFailure(peopleErrorText(*m_model->error()));
        m_messages->addAction(tr("Tr&y again"), [this] {
            m_messages->clear();
            m_model->reload();
            m_groups->reload();
        });
        m_showsFailure = true;
    } else if (m_model->phase() == PeopleListModel::Phase::Ready && std::exchange(m_showsFailure, false)) {
        m_messages->clear();
    }
    if (!query.text.isEmpty() || query.role)
        m_empty->setState(u"search", tr("Nobody is found"), tr("Each word must begin a word of the name, the login or the e-mail."),
                          tr("&Clear the search"));
    else if (query.group)
        m_empty->setState(u"people", tr("The group is empty"), tr("Add people and groups, or drag them here."), tr("Add &members…"));
    else
        m_empty->setState(u"people", tr("Nobody is known yet"),
                          tr("Add people one by one, import a list, or take the participants of a recording over: in its "
                             "details, under Participants."),
                          tr("&Import a list…"));
    const bool isFirst = m_model->rowCount() == 0 && m_model->phase() == PeopleListModel::Phase::Loading;
    m_stack->setCurrentWidget(isFirst ? static_cast<QWidget *>(m_skeleton) : m_model->rowCount() > 0 ? m_table : static_cast<QWidget *>(m_empty));
    m_count->setText(m_model->totalCount() < 0 ? QString() : peopleCount(m_model->totalCount()));
    updateActions();
}

void PeopleView::askForEmpty()
{
    const PeopleQuery &query = m_model->query();
    if (!query.text.isEmpty() || query.role) {
        m_search->clear();
        m_role->setCurrentIndex(0);
        m_search->setFocus();
    } else {
        m_actions[query.group ? AddMembers : Import]->trigger();
    }
}

QList<Person> PeopleView::selectedPeople() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows += index.row();
    std::sort(rows.begin(), rows.end());
    QList<Person> people;
    for (const int row : std::as_const(rows))
        people += m_model->person(row);
    return people;
}

std::optional<Group> PeopleView::selectedGroup() const
{
    const QModelIndex current = m_tree->currentIndex();
    const std::optional<GroupId> id = m_groups->group(current);
    if (!id)
        return {};
    const NamedPrincipal what = m_groups->principal(current);
    return Group{*id, {}, what.name, what.builtIn};
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

void PeopleView::chooseWanted()
{
    if (const int row = m_wantedPerson.isValid() ? m_model->rowOf(m_wantedPerson) : -1; row >= 0) {
        m_table->selectRow(row);
        m_wantedPerson = {};
    }
    if (const QModelIndex group = m_wantedGroup.isValid() ? m_groups->indexOfGroup(m_wantedGroup) : QModelIndex(); group.isValid()) {
        m_tree->setCurrentIndex(group);
        m_wantedGroup = {};
    }
}

void PeopleView::showFailure(const ErrorText &text)
{
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
}

const QList<std::pair<QKeySequence, PeopleView::Command>> &PeopleView::keysOf(const QObject *list) const
{
    static const QList<std::pair<QKeySequence, Command>> none;
    static const QList<std::pair<QKeySequence, Command>> ofPeople{{Qt::Key_Insert, AddPerson},
                                                                  {Qt::Key_F2, EditPerson},
                                                                  {Qt::Key_Delete, RemovePeople},
                                                                  {QKeySequence(Qt::CTRL | Qt::Key_M), MergePeople},
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
