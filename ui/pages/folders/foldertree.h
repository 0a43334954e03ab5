#pragma once

#include <QTreeView>

namespace letopis {

class FolderTreeModel;

// Names take what the counts leave, and these no more than they need: a pane is narrow.
void layOutFolderColumns(QTreeView &tree, const FolderTreeModel &model);

// Folders as a tree without a header; the counts stand at its right edge. Keys of its commands are its own while it has the focus.
class FolderTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit FolderTree(FolderTreeModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void newRequested();    // Insert
    void renameRequested(); // F2
    void removeRequested(); // Delete
    void opened();          // Enter

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
};

} // namespace letopis
