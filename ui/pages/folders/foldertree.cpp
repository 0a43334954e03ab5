#include "ui/pages/folders/foldertree.h"

#include "ui/models/foldertreemodel.h"
#include "ui/widgets/plaintable.h"
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

FolderTree::FolderTree(FolderTreeModel &model, QWidget *parent) : QTreeView(parent)
{
    setObjectName(u"folderTree"_s);
    setAccessibleName(tr("Folders"));
    makeRoomy(*this, *header());
    setItemDelegate(new RoomyRows(this));
    setModel(&model);
    setHeaderHidden(true);
    setUniformRowHeights(true);
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
    setIndentation(16);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    header()->setSectionResizeMode(FolderTreeModel::Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(FolderTreeModel::Count, QHeaderView::ResizeToContents);
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
