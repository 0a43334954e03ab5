#include "ui/models/principaltreemodel.h"

#include "core/base/whendone.h"
#include "ui/models/principalmime.h"
#include "ui/models/rowdifference.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QIcon>
#include <QMimeData>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// One number for both kinds: groups below zero, everybody is 0.
qint64 keyOf(const Principal &principal)
{
    const auto *person = std::get_if<PersonId>(&principal);
    return person ? person->value : -std::get<GroupId>(principal).value;
}

NamedPrincipal named(const Group &group)
{
    return {.principal = group.id, .name = group.name, .detail = {}, .builtIn = group.builtIn};
}

NamedPrincipal named(const Person &person)
{
    return {.principal = person.id, .name = person.name, .detail = person.login, .builtIn = {}};
}

} // namespace

PrincipalTreeModel::PrincipalTreeModel(PeopleDirectory &directory, Actor actor, Contents contents, QObject *parent)
    : QAbstractItemModel(parent)
    , m_directory(directory)
    , m_actor(std::move(actor))
    , m_contents(contents)
{
    m_refreshDelay.setSingleShot(true);
    m_refreshDelay.setInterval(100ms);
    connect(&m_refreshDelay, &QTimer::timeout, this, &PrincipalTreeModel::reload);
    connect(&directory, &PeopleDirectory::peopleChanged, this, [this] {
        if (m_generation > 0 && !m_refreshDelay.isActive())
            m_refreshDelay.start();
    });
}

void PrincipalTreeModel::setEverybodyShown(bool isShown)
{
    m_hasEverybody = isShown;
}

void PrincipalTreeModel::setSearch(const QString &text)
{
    if (m_search == text.simplified())
        return;
    m_search = text.simplified();
    if (!m_areGroupsRead)
        return; // what comes is searched
    if (m_contents == Contents::GroupsAndPeople)
        readPeople(false);
    else
        showTop();
}

void PrincipalTreeModel::setDropEnabled(bool isEnabled)
{
    m_isDropEnabled = isEnabled;
}

void PrincipalTreeModel::reload()
{
    ++m_generation;
    ++m_reading;
    whenDone(m_directory.groups(m_actor), this, [this, generation = m_generation](const Result<QList<Group>> &groups) {
        --m_reading;
        if (generation != m_generation)
            return;
        m_areGroupsRead = true;
        m_groupsError = groups ? std::nullopt : std::optional<Error>(groups.error());
        m_groups.clear();
        for (const Group &group : groups ? *groups : QList<Group>())
            m_groups += named(group);
        if (m_contents == Contents::GroupsAndPeople)
            readPeople(false);
        else
            showTop();
        readMembersAgain(*m_root);
    });
}

void PrincipalTreeModel::readPeople(bool isNextPage)
{
    PeopleQuery query;
    query.text = m_search;
    ++m_reading;
    m_isFetching = true;
    // After a change as many as were there; the directory gives a thousand at most.
    const int limit = isNextPage ? pageSize : static_cast<int>(std::clamp<qsizetype>(m_people.size(), pageSize, 1000));
    whenDone(m_directory.people(m_actor, query, isNextPage ? m_next : QByteArray(), limit), this,
             [this, isNextPage, generation = ++m_peopleGeneration](const Result<PeoplePage> &page) {
                 --m_reading;
                 if (generation != m_peopleGeneration)
                     return;
                 m_isFetching = false;
                 m_peopleError = page ? std::nullopt : std::optional<Error>(page.error());
                 if (!isNextPage)
                     m_people.clear();
                 for (const Person &person : page ? page->people : QList<Person>())
                     m_people += named(person);
                 m_next = page ? page->next : QByteArray();
                 showTop();
             });
}

void PrincipalTreeModel::showTop()
{
    QList<NamedPrincipal> wanted;
    if (m_hasEverybody && m_search.isEmpty())
        wanted += {.principal = GroupId{}, .name = tr("Everybody"), .detail = {}, .builtIn = {}};
    for (const NamedPrincipal &group : std::as_const(m_groups)) {
        if (principalText(group).contains(m_search, Qt::CaseInsensitive))
            wanted += group;
    }
    show(*m_root, wanted + m_people);
    m_root->state = Node::State::Read;
    Q_EMIT read();
}

void PrincipalTreeModel::readMembers(const std::shared_ptr<Node> &node, GroupId group)
{
    node->state = Node::State::Reading;
    whenDone(m_directory.members(m_actor, group), this,
             [this, weak = std::weak_ptr(node)](const Result<QList<NamedPrincipal>> &members) {
                 const std::shared_ptr<Node> alive = weak.lock();
                 if (!alive)
                     return; // the row went meanwhile
                 alive->state = members ? Node::State::Read : Node::State::Unread;
                 if (members)
                     show(*alive, *members);
             });
}

void PrincipalTreeModel::readMembersAgain(Node &node)
{
    for (const Row &row : node.rows) {
        if (!row.node || row.node->state == Node::State::Unread)
            continue;
        readMembers(row.node, std::get<GroupId>(row.what.principal));
        readMembersAgain(*row.node);
    }
}

void PrincipalTreeModel::show(Node &node, const QList<NamedPrincipal> &wanted)
{
    struct Editor
    {
        PrincipalTreeModel &model;
        Node &node;
        const QModelIndex parent;
        void remove(int first, int last)
        {
            model.beginRemoveRows(parent, first, last);
            node.rows.erase(node.rows.begin() + first, node.rows.begin() + last + 1);
            model.endRemoveRows();
        }
        void insert(int at, std::vector<Row> rows)
        {
            for (Row &row : rows) {
                const auto *group = std::get_if<GroupId>(&row.what.principal);
                if (!group || !group->isValid())
                    continue;
                row.node = std::make_shared<Node>();
                row.node->container = &node;
            }
            model.beginInsertRows(parent, at, at + static_cast<int>(rows.size()) - 1);
            node.rows.insert(node.rows.begin() + at, rows.begin(), rows.end());
            model.endInsertRows();
        }
        void move(int from, int to) // always upwards
        {
            model.beginMoveRows(parent, from, from, parent, to);
            std::rotate(node.rows.begin() + to, node.rows.begin() + from, node.rows.begin() + from + 1);
            model.endMoveRows();
        }
        void update(int row, const Row &now)
        {
            node.rows[static_cast<size_t>(row)].what = now.what;
            Q_EMIT model.dataChanged(model.index(row, 0, parent), model.index(row, ColumnCount - 1, parent));
        }
    };
    std::vector<Row> rows;
    rows.reserve(static_cast<size_t>(wanted.size()));
    for (const NamedPrincipal &one : wanted)
        rows.push_back({one, {}});
    const QModelIndex parent = indexOf(node);
    Editor editor{*this, node, parent};
    applyRows(node.rows, rows, editor, [](const Row &row) { return keyOf(row.what.principal); });
    if (parent.isValid()) // whether it can be opened may be another matter now
        Q_EMIT dataChanged(parent, parent);
}

PrincipalTreeModel::Node &PrincipalTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? *rowAt(index).node : *m_root;
}

const PrincipalTreeModel::Row &PrincipalTreeModel::rowAt(const QModelIndex &index) const
{
    return static_cast<const Node *>(index.internalPointer())->rows[static_cast<size_t>(index.row())];
}

QModelIndex PrincipalTreeModel::indexOf(Node &node) const
{
    Node *container = node.container;
    if (!container)
        return {};
    const auto isIt = [&node](const Row &row) { return row.node.get() == &node; };
    const auto hint = static_cast<size_t>(node.rowHint);
    if (hint >= container->rows.size() || !isIt(container->rows[hint])) {
        const auto found = std::find_if(container->rows.begin(), container->rows.end(), isIt);
        node.rowHint = static_cast<int>(found - container->rows.begin());
    }
    return createIndex(node.rowHint, 0, container);
}

NamedPrincipal PrincipalTreeModel::principal(const QModelIndex &index) const
{
    return index.isValid() ? rowAt(index).what : NamedPrincipal();
}

std::optional<GroupId> PrincipalTreeModel::group(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto *group = std::get_if<GroupId>(&rowAt(index).what.principal);
    return group && group->isValid() ? std::optional(*group) : std::nullopt;
}

std::optional<GroupId> PrincipalTreeModel::parentGroup(const QModelIndex &index) const
{
    return index.isValid() ? group(index.parent()) : std::nullopt;
}

QModelIndex PrincipalTreeModel::indexOfGroup(GroupId group) const
{
    for (size_t row = 0; row < m_root->rows.size(); ++row) {
        if (m_root->rows[row].what.principal == Principal(group))
            return index(static_cast<int>(row), 0);
    }
    return {};
}

QModelIndex PrincipalTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, &nodeAt(parent)) : QModelIndex();
}

QModelIndex PrincipalTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(*static_cast<Node *>(index.internalPointer())) : QModelIndex();
}

int PrincipalTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0 || (parent.isValid() && !rowAt(parent).node))
        return 0;
    return static_cast<int>(nodeAt(parent).rows.size());
}

int PrincipalTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool PrincipalTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0 || (parent.isValid() && !rowAt(parent).node))
        return false;
    const Node &node = nodeAt(parent);
    return node.state != Node::State::Read || !node.rows.empty();
}

bool PrincipalTreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_root->state == Node::State::Read && !m_isFetching && !m_next.isEmpty();
    return rowAt(parent).node && rowAt(parent).node->state == Node::State::Unread;
}

void PrincipalTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    if (parent.isValid())
        readMembers(rowAt(parent).node, std::get<GroupId>(rowAt(parent).what.principal));
    else
        readPeople(true);
}

QVariant PrincipalTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NamedPrincipal &what = rowAt(index).what;
    const bool isPerson = std::holds_alternative<PersonId>(what.principal);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Login)
            return what.detail;
        return principalText(what);
    case Qt::ToolTipRole:
        if (what.builtIn)
            return plainToolTip(builtInGroupExplanation(*what.builtIn));
        if (rowAt(index).node && rowAt(index).node->rows.size() >= size_t(mostMembers))
            return plainToolTip(tr("A large group: only its first %1 members are below it.").arg(mostMembers));
        return plainToolTip(what.detail.isEmpty() ? what.name : u"%1 (%2)"_s.arg(what.name, what.detail));
    case Qt::DecorationRole:
        return index.column() == Name ? QVariant(themedIcon(isPerson ? u"person" : u"people")) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == Name && !isPerson && std::get<GroupId>(what.principal).isValid())
            return tr("Group %1").arg(principalText(what));
        return data(index, Qt::DisplayRole);
    default: return {};
    }
}

QVariant PrincipalTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Login");
}

Qt::ItemFlags PrincipalTreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid() || !m_isDropEnabled)
        return flags;
    const auto *group = std::get_if<GroupId>(&rowAt(index).what.principal);
    if (!group || group->isValid())
        flags |= Qt::ItemIsDragEnabled;
    return group && group->isValid() ? flags | Qt::ItemIsDropEnabled : flags;
}

QStringList PrincipalTreeModel::mimeTypes() const
{
    return {principalMimeType()};
}

QMimeData *PrincipalTreeModel::mimeData(const QModelIndexList &indexes) const
{
    QList<Principal> principals;
    for (const QModelIndex &index : indexes) {
        if (index.column() == Name)
            principals += rowAt(index).what.principal;
    }
    return mimeOf(principals);
}

bool PrincipalTreeModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    return m_isDropEnabled && data && data->hasFormat(principalMimeType()) && group(parent);
}

bool PrincipalTreeModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QList<Principal> principals = principalsIn(*data);
    if (principals.isEmpty())
        return false;
    Q_EMIT dropped(*group(parent), principals);
    return true;
}

} // namespace letopis
