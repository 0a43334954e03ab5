#pragma once

#include "core/access/accessgraph.h"
#include "core/domain/actor.h"
#include "core/workspace/peopledirectory.h"
#include "ui/text/errortext.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace letopis {

class Clock;
class EmptyState;
class MessageBar;
class PeopleCommands;
class PeopleListModel;
class PlainTable;
class PrincipalTreeModel;
class Questions;
class SkeletonRows;
class Workspace;

// The page of people and groups: groups on the left, whose choice narrows the people on the right. What the person may not do
// is disabled, with the reason as its tool tip.
class PeopleView final : public QWidget
{
    Q_OBJECT

public:
    enum Command {
        AddPerson,
        EditPerson,
        BlockPeople,
        RemovePeople,
        MergePeople,
        AddToGroup,
        LeaveGroup,
        NewGroup,
        RenameGroup,
        AddMembers,
        RemoveFromGroup, // the member that is chosen among the groups
        RemoveGroup,
        Import,
        Export,
        SeeRecordings, // that the chosen person can see
        SeeAs,         // the whole window as the chosen person
        CommandCount
    };

    struct Parts
    {
        Workspace &workspace;
        Actor actor;
        Questions &questions;
        const Clock &clock;
    };

    explicit PeopleView(const Parts &parts, QWidget *parent = nullptr);

    void start(); // reads what is shown, once
    void focusSearch();
    void setSeeAs(bool isPossible, const QString &reason); // not before it is said
    PlainTable &table() const { return *m_table; }
    QTreeView &groupTree() const { return *m_tree; }
    PeopleListModel &model() const { return *m_model; }
    QAction *action(Command command) const { return m_actions[command]; }
    PeopleCommands &commands() const { return *m_commands; }

Q_SIGNALS:
    void recordingsOfRequested(const letopis::NamedPrincipal &person);
    void seeAsRequested(const letopis::NamedPrincipal &person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void connectActions();
    QWidget *buildGroups();
    QWidget *buildPeople();
    QWidget *buildTools();
    QToolButton *makeButton(Command command, Qt::ToolButtonStyle style);
    QMenu *makeMenu(QWidget *parent, const QList<int> &commands);
    void fitColumns();
    void connectLists();
    void connectCommands();
    void readStanding();
    void updateQuery();
    void updateContents();
    void updateActions();
    void setReason(Command command, bool isPossible, const QString &reason);
    void askForEmpty();
    void choose(int row);
    void chooseWanted();
    void showFailure(const ErrorText &text);
    QList<Person> selectedPeople() const;
    std::optional<Group> selectedGroup() const;
    QString nameOf(const Principal &principal) const; // of one that is listed
    const QList<std::pair<QKeySequence, Command>> &keysOf(const QObject *list) const;

    const Parts m_parts;
    PeopleListModel *m_model;
    PrincipalTreeModel *m_groups;
    PeopleCommands *m_commands;
    MessageBar *m_messages;
    QLineEdit *m_search;
    QComboBox *m_role;
    QLabel *m_count;
    PlainTable *m_table;
    QTreeView *m_tree;
    EmptyState *m_empty;
    SkeletonRows *m_skeleton;
    QStackedWidget *m_stack;
    std::array<QAction *, CommandCount> m_actions{};
    QTimer m_delay;
    std::optional<Standing> m_standing;
    PersonId m_wantedPerson; // to be chosen once it is there
    GroupId m_wantedGroup;
    bool m_isStarted = false;
    bool m_showsFailure = false;
    bool m_maySeeAs = false;
    QString m_noSeeAs; // why
};

} // namespace letopis
