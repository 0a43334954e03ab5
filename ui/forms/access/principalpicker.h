#pragma once

#include "ui/models/principaltreemodel.h"

#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace letopis {

class EmptyState;
class MessageBar;
class SkeletonRows;

// The available people and groups: searched as one types, a group opened in place shows its members, several chosen at once.
// Right opens a group, Left goes up one level, Enter chooses. Can be dragged from: ui/models/principalmime.h.
class PrincipalPicker final : public QWidget
{
    Q_OBJECT

public:
    using Contents = PrincipalTreeModel::Contents;

    PrincipalPicker(PeopleDirectory &directory, Actor actor, Contents contents, QWidget *parent = nullptr);

    void setSingleSelection(); // several by default
    QList<NamedPrincipal> selection() const; // top down, each once
    QLineEdit &searchField() const { return *m_search; }
    QTreeView &tree() const { return *m_tree; }
    PrincipalTreeModel &model() const { return *m_model; }

Q_SIGNALS:
    void selectionChanged();
    void chosen(); // Enter or a double click on who is no group to be opened

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void onRead();

    PrincipalTreeModel *m_model;
    QLineEdit *m_search;
    QTreeView *m_tree;
    EmptyState *m_empty;
    SkeletonRows *m_skeleton;
    QStackedWidget *m_stack;
    MessageBar *m_messages;
    QTimer m_delay;
};

} // namespace letopis
