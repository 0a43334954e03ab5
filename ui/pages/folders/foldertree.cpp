#include "ui/pages/folders/foldertree.h"

#include "ui/models/foldertreemodel.h"
#include "ui/text/quantities.h"
#include "ui/widgets/roomyrows.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isOwnKey(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::NoModifier)
        return false;
    return event.key() == Qt::Key_Insert || event.key() == Qt::Key_F2 || event.key() == Qt::Key_Delete;
}

} // namespace

void layOutFolderColumns(QTreeView &tree, const FolderTreeModel &model)
{
    QHeaderView *header = tree.header();
    tree.setHeaderHidden(true);
    tree.setUniformRowHeights(true);
    tree.setIndentation(16);
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(16);
    header->setSectionResizeMode(FolderTreeModel::Name, QHeaderView::Stretch);
    header->setSectionResizeMode(FolderTreeModel::Count, QHeaderView::Fixed);
    const auto fit = [&tree, &model] {
        qint64 most = model.allCount();
        for (const FolderId root : {sharedFolder, peopleFolder})
            most = qMax(most, model.recordingsBelow(root));
        tree.header()->resizeSection(FolderTreeModel::Count, tree.fontMetrics().horizontalAdvance(numberText(qMax<qint64>(most, 10))) + 12);
    };
    QObject::connect(&model, &FolderTreeModel::read, &tree, fit);
    QObject::connect(&model, &FolderTreeModel::allCounted, &tree, fit);
    fit();
}

FolderTree::FolderTree(FolderTreeModel &model, QWidget *parent) : QTreeView(parent)
{
    setObjectName(u"folderTree"_s);
    setAccessibleName(tr("Folders"));
    setItemDelegate(new RoomyRows(this));
    setModel(&model);
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAutoExpandDelay(600); // a dragged recording opens what it waits over
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDragDropMode(DragDrop);
    layOutFolderColumns(*this, model);
}

// Before the window's own commands on these keys.
bool FolderTree::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void FolderTree::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_Insert: Q_EMIT newRequested(); return;
        case Qt::Key_F2: Q_EMIT renameRequested(); return;
        case Qt::Key_Delete: Q_EMIT removeRequested(); return;
        case Qt::Key_Return:
        case Qt::Key_Enter: Q_EMIT opened(); return;
        default: break;
        }
    }
    QTreeView::keyPressEvent(event);
}

void FolderTree::startDrag(Qt::DropActions)
{
    QTreeView::startDrag(Qt::MoveAction);
}

} // namespace letopis
