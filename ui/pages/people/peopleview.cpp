#include "ui/pages/people/peopleview.h"

#include "core/access/peopleauthority.h"
#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"
#include "ui/models/peoplelistmodel.h"
#include "ui/models/principaltreemodel.h"
#include "ui/pages/people/peoplecommands.h"
#include "ui/text/peopletext.h"
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
    , m_commands(new PeopleCommands({parts.workspace, parts.actor, parts.questions, parts.clock}, this))
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
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connectLists();
    connectActions();
    connectCommands();
    updateContents();
    updateActions();
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
    more->setMenu(makeMenu(more, {SeeRecordings, SeeAs, -1, AddToGroup, LeaveGroup, MergePeople, -1, BlockPeople, RemovePeople, -1, Import, Export}));
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
        QMenu *menu = makeMenu(this, {EditPerson, SeeRecordings, SeeAs, AddToGroup, LeaveGroup, MergePeople, -1, BlockPeople, RemovePeople});
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
            choose(0);
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
        QList<PeopleCommands::Member> members;
        for (const Principal &one : principals)
            members += {one, nameOf(one)};
        m_commands->setMembers({onto, {}, group.name, group.builtIn}, members, true);
    });
    connect(m_empty, &EmptyState::actionRequested, this, &PeopleView::askForEmpty);
}

QString PeopleView::nameOf(const Principal &principal) const
{
    const auto *person = std::get_if<PersonId>(&principal);
    if (!person)
        return principalText(m_groups->principal(m_groups->indexOfGroup(std::get<GroupId>(principal))));
    const int row = m_model->rowOf(*person);
    return row < 0 ? QString() : m_model->person(row).name;
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
    if (m_model->error())
        m_empty->setState(u"error", tr("People cannot be shown"), peopleErrorText(*m_model->error()).sentence);
    else if (!query.text.isEmpty() || query.role)
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

// Whatever keys are held down just now.
void PeopleView::choose(int row)
{
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void PeopleView::focusSearch()
{
    m_search->setFocus();
}

void PeopleView::chooseWanted()
{
    if (const int row = m_wantedPerson.isValid() ? m_model->rowOf(m_wantedPerson) : -1; row >= 0) {
        choose(row);
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

} // namespace letopis
