#pragma once

#include "core/workspace/folderlibrary.h"

#include <QDialog>

#include <functional>

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace letopis {

class FolderTreeModel;
class ProblemLabel;

// Asks for a folder: a tree with a search above it.
class FolderDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Wording
    {
        QString title;
        QString text;   // what is asked, plain; may be empty
        QString accept; // a verb
    };
    // Why a folder is none to choose, in a sentence; empty: it is one.
    using Reason = std::function<QString(const FolderTreeModel &folders, const FolderNode &node)>;

    FolderDialog(FolderLibrary &library, const Actor &actor, const Wording &wording, Reason reason, FolderId initial,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(letopis::FolderId folder);

private:
    void layOut(const Wording &wording);
    void search(const QString &text);
    void onRead();
    void update();
    FolderId current() const;

    FolderTreeModel *m_model;
    QSortFilterProxyModel *m_found;
    const Reason m_reason;
    FolderId m_initial;
    QLineEdit *m_search;
    QTreeView *m_tree;
    ProblemLabel *m_problem;
    QPushButton *m_accept = nullptr;
};

} // namespace letopis
