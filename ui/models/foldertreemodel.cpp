#include "ui/models/foldertreemodel.h"

#include "core/base/whendone.h"
#include "ui/models/librarymime.h"
#include "ui/text/accesstext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <limits>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

FolderTreeModel::FolderTreeModel(FolderLibrary &library, Actor actor, QObject *parent)
    : QAbstractItemModel(parent)
    , m_library(library)
    , m_actor(std::move(actor))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(50ms); // one edit tells of itself more than once
    connect(&m_delay, &QTimer::timeout, this, &FolderTreeModel::reload);
    connect(&library, &FolderLibrary::foldersChanged, &m_delay, qOverload<>(&QTimer::start));
}

FolderTreeModel::~FolderTreeModel() = default;

void FolderTreeModel::reload()
{
    m_delay.stop();
    const quint64 generation = ++m_generation;
    whenDone(m_library.folders(m_actor), this, [this, generation](const Result<QList<FolderNode>> &folders) {
        if (generation != m_generation)
            return;
        m_error = folders ? std::nullopt : std::optional(folders.error());
        if (folders) {
            m_isRead = true;
            apply(*folders);
        }
        Q_EMIT read();
    });
}

void FolderTreeModel::setAllShown(bool isShown)
{
    if (isShown == (m_all.above != nullptr))
        return;
    if (isShown) {
        beginInsertRows({}, 0, 0);
        m_all.above = &m_top;
        m_top.below.insert(m_top.below.begin(), &m_all);
        endInsertRows();
    } else {
        beginRemoveRows({}, 0, 0);
        m_top.below.erase(m_top.below.begin());
        m_all.above = nullptr;
        endRemoveRows();
    }
}

void FolderTreeModel::setAllCount(qint64 recordings)
{
    if (std::exchange(m_allCount, recordings) == recordings)
        return;
    if (m_all.above)
        Q_EMIT dataChanged(index(0, Name), index(0, Count));
    Q_EMIT allCounted();
}

void FolderTreeModel::setCountsBelow(bool isBelow)
{
    if (std::exchange(m_isBelow, isBelow) == isBelow)
        return;
    for (const auto &[id, item] : m_items)
        Q_EMIT dataChanged(indexOf(*item), indexOf(*item, Count));
}

void FolderTreeModel::setDropEnabled(bool isEnabled)
{
    m_isDropEnabled = isEnabled;
}

FolderTreeModel::Item &FolderTreeModel::itemAt(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<Item *>(index.internalPointer()) : m_top;
}

FolderTreeModel::Item *FolderTreeModel::find(FolderId folder) const
{
    const auto found = m_items.find(folder.value);
    return found == m_items.end() ? nullptr : found->second.get();
}

int FolderTreeModel::rowOf(const Item &item) const
{
    const std::vector<Item *> &siblings = item.above->below;
    return static_cast<int>(std::find(siblings.begin(), siblings.end(), &item) - siblings.begin());
}

QModelIndex FolderTreeModel::indexOf(const Item &item, int column) const
{
    return &item == &m_top ? QModelIndex() : createIndex(rowOf(item), column, &item);
}

QModelIndex FolderTreeModel::indexOf(FolderId folder) const
{
    if (!folder.isValid())
        return m_all.above ? index(0, Name) : QModelIndex();
    const Item *item = find(folder);
    return item ? indexOf(*item) : QModelIndex();
}

FolderId FolderTreeModel::folder(const QModelIndex &index) const
{
    return itemAt(index).node.folder.id;
}

const FolderNode *FolderTreeModel::node(FolderId folder) const
{
    const Item *item = find(folder);
    return item ? &item->node : nullptr;
}

QList<FolderId> FolderTreeModel::children(FolderId folder) const
{
    QList<FolderId> found;
    if (const Item *item = find(folder)) {
        for (const Item *child : item->below)
            found += child->node.folder.id;
    }
    return found;
}

bool FolderTreeModel::isWithin(FolderId folder, FolderId above) const
{
    for (const Item *item = find(folder); item; item = item->above) {
        if (item->node.folder.id == above)
            return true;
    }
    return false;
}

bool FolderTreeModel::hasOnlyRoots() const
{
    return std::all_of(m_items.begin(), m_items.end(), [this](const auto &one) { return one.second->above == &m_top; });
}

qint64 FolderTreeModel::recordingsBelow(FolderId folder) const
{
    const Item *item = find(folder);
    return item ? item->inAll : 0;
}

QString FolderTreeModel::path(FolderId folder) const
{
    QStringList names;
    for (const Item *item = find(folder); item && item != &m_top; item = item->above)
        names.prepend(text(*item));
    return names.join(u" / "_s);
}

// The wanted ones stand each behind its parent: when one is placed, what it goes into stands where it will stay, so that no
// folder ever goes below itself on the way.
void FolderTreeModel::apply(const QList<FolderNode> &wanted)
{
    QSet<qint64> kept;
    for (const FolderNode &one : wanted)
        kept.insert(one.folder.id.value);
    QHash<const Item *, int> filled{{&m_top, firstRow()}};
    for (const FolderNode &one : wanted) {
        Item *above = one.folder.parent.isValid() ? find(one.folder.parent) : &m_top;
        if (!above)
            above = &m_top; // a way that is not told
        place(one, *above, filled[above]++);
    }
    removeUnwanted(m_top, kept);
    update(wanted);
}

void FolderTreeModel::place(const FolderNode &wanted, Item &above, int row)
{
    Item *item = find(wanted.folder.id);
    const auto at = [&above](int position) { return above.below.begin() + position; };
    if (!item) {
        auto made = std::make_unique<Item>();
        made->node = wanted;
        made->above = &above;
        beginInsertRows(indexOf(above), row, row);
        above.below.insert(at(row), made.get());
        m_items.emplace(wanted.folder.id.value, std::move(made));
        endInsertRows();
        return;
    }
    const int from = rowOf(*item);
    if (item->above == &above && from == row)
        return;
    // What stays is moved over what will go: upwards only, within one folder.
    if (!beginMoveRows(indexOf(*item->above), from, from, indexOf(above), row))
        return;
    item->above->below.erase(item->above->below.begin() + from);
    item->above = &above;
    above.below.insert(at(row), item);
    endMoveRows();
}

void FolderTreeModel::removeUnwanted(Item &above, const QSet<qint64> &wanted)
{
    for (int row = static_cast<int>(above.below.size()) - 1; row >= 0; --row) {
        Item *item = above.below[static_cast<size_t>(row)];
        if (item == &m_all)
            continue;
        if (wanted.contains(item->node.folder.id.value)) {
            removeUnwanted(*item, wanted);
            continue;
        }
        beginRemoveRows(indexOf(above), row, row);
        above.below.erase(above.below.begin() + row);
        forget(*item);
        endRemoveRows();
    }
}

void FolderTreeModel::forget(Item &item)
{
    for (Item *child : item.below)
        forget(*child);
    m_items.erase(item.node.folder.id.value);
}

void FolderTreeModel::update(const QList<FolderNode> &wanted)
{
    QHash<const Item *, qint64> sums;
    for (auto one = wanted.rbegin(); one != wanted.rend(); ++one) { // those below before what they are in
        const Item *item = find(one->folder.id);
        const qint64 sum = sums.value(item) + one->recordings;
        sums[item] = sum;
        sums[item->above] += sum;
    }
    for (const FolderNode &one : wanted) {
        Item *item = find(one.folder.id);
        const qint64 sum = sums.value(item);
        if (item->node == one && item->inAll == sum)
            continue;
        item->node = one;
        item->inAll = sum;
        Q_EMIT dataChanged(indexOf(*item), indexOf(*item, Count));
    }
}

QModelIndex FolderTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, itemAt(parent).below[static_cast<size_t>(row)]);
}

QModelIndex FolderTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(*itemAt(index).above) : QModelIndex();
}

int FolderTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(itemAt(parent).below.size());
}

int FolderTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString FolderTreeModel::text(const Item &item) const
{
    return &item == &m_all ? tr("All recordings") : folderText(item.node.folder.id, item.node.folder.name);
}

QString FolderTreeModel::countText(const Item &item) const
{
    const qint64 count = &item == &m_all ? m_allCount : m_isBelow ? item.inAll : item.node.recordings;
    return count < 0 || (count == 0 && &item != &m_all) ? QString() : numberText(count);
}

QString FolderTreeModel::toolTip(const Item &item) const
{
    if (&item == &m_all)
        return {};
    QStringList lines{path(item.node.folder.id)};
    if (!item.node.ownerName.isEmpty())
        lines += tr("Belongs to %1").arg(item.node.ownerName);
    if (!item.node.isOpen)
        lines += tr("Not opened to you; something below is");
    lines += item.inAll == item.node.recordings ? recordingsCount(item.inAll)
                                                : tr("%1 here, %2 with the folders below")
                                                      .arg(recordingsCount(item.node.recordings), recordingsCount(item.inAll));
    return lines.join(u'\n');
}

QVariant FolderTreeModel::nameData(const Item &item, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return text(item);
    case Qt::DecorationRole:
        return themedIcon(&item == &m_all ? u"recordings" : item.node.folder.owner.isValid() ? u"person" : u"folder");
    case Qt::AccessibleTextRole: {
        const QString count = countText(item);
        return count.isEmpty() ? text(item) : tr("%1, %2", "folder, count of recordings").arg(text(item), count);
    }
    default: return {};
    }
}

QVariant FolderTreeModel::countData(const Item &item, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return countText(item);
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant FolderTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &item = itemAt(index);
    if (role == FolderRole)
        return item.node.folder.id.value;
    if (role == Qt::ToolTipRole)
        return plainToolTip(toolTip(item));
    if (role == Qt::ForegroundRole && &item != &m_all && !item.node.isOpen)
        return QGuiApplication::palette().placeholderText();
    return index.column() == Name ? nameData(item, role) : countData(item, role);
}

QVariant FolderTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == Name ? tr("Folder") : tr("Recordings");
}

Qt::ItemFlags FolderTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Item &item = itemAt(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (m_isDropEnabled && &item != &m_all) {
        flags |= Qt::ItemIsDropEnabled;
        if (item.node.canManage && item.node.folder.parent.isValid() && !item.node.folder.owner.isValid())
            flags |= Qt::ItemIsDragEnabled;
    }
    return flags;
}

QStringList FolderTreeModel::mimeTypes() const
{
    return {recordingsMimeType(), folderMimeType()};
}

QMimeData *FolderTreeModel::mimeData(const QModelIndexList &indexes) const
{
    for (const QModelIndex &index : indexes) {
        if (const FolderId dragged = folder(index); dragged.isValid())
            return mimeOf(dragged);
    }
    return nullptr;
}

bool FolderTreeModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    const Item &item = itemAt(parent);
    if (!data || !m_isDropEnabled || &item == &m_all || &item == &m_top)
        return false;
    if (const FolderId dragged = folderIn(*data); dragged.isValid()) {
        const FolderNode *from = node(dragged);
        return from && item.node.canManage && from->folder.parent != item.node.folder.id && !isWithin(item.node.folder.id, dragged);
    }
    return item.node.canFileInto && !recordingsIn(*data).isEmpty();
}

bool FolderTreeModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const FolderId to = folder(parent);
    if (const FolderId dragged = folderIn(*data); dragged.isValid())
        Q_EMIT folderDropped(dragged, to);
    else
        Q_EMIT recordingsDropped(recordingsIn(*data), to);
    return false; // the view must not remove rows: the library tells what became of them
}

} // namespace letopis
