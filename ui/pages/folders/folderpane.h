#pragma once

#include "core/access/capability.h"
#include "ui/shell/windowparts.h"

#include <QAction>
#include <QTimer>

#include <array>
#include <optional>

class QMenu;
class QToolButton;

namespace letopis {

class FolderTree;
class FolderTreeModel;
class ProblemLabel;

// The library's tree beside the list of recordings: where something is, and what can be done to folders. What may not be done is
// disabled, with the reason as its tool tip.
class FolderPane final : public QWidget
{
    Q_OBJECT

public:
    enum Command { NewFolder, RenameFolder, MoveFolder, RemoveFolder, FolderAccess, CommandCount };

    FolderPane(const WindowParts &parts, QWidget *parent = nullptr);

    void start(); // asks for the folders
    bool isStarted() const { return m_isStarted; }
    void showAll(); // chooses all recordings; emits nothing
    void choose(FolderId folder);
    void addToMenu(QAction *action); // below the folder's own commands

    FolderId chosen() const; // not valid: all recordings
    bool withBelow() const;
    FolderTree &tree() const { return *m_tree; }
    FolderTreeModel &model() const { return *m_model; }
    QAction *action(Command command) const { return m_actions[static_cast<size_t>(command)]; }
    QAction *belowAction() const { return m_below; }

Q_SIGNALS:
    void folderChosen(letopis::FolderId folder, bool withBelow); // not valid: all recordings
    void leftForRecordings();                                    // Enter
    void foldersRead();

private:
    void makeActions();
    QWidget *makeHeader();
    void connectTree();
    void onRead();
    void onChosen();
    void tellChosen();
    void countAll();
    void update();
    void setReason(Command command, bool isPossible, const QString &reason);
    void showMenu(const QPoint &position);

    const WindowParts &m_parts;
    FolderTreeModel *m_model;
    FolderTree *m_tree;
    ProblemLabel *m_problem;
    QMenu *m_menu;
    QAction *m_below;
    std::array<QAction *, CommandCount> m_actions{};
    std::array<QString, CommandCount> m_tips;
    std::optional<Standing> m_standing;
    FolderId m_chosen;
    QTimer m_delay; // changes of rights and of the catalog
    quint64 m_countGeneration = 0;
    bool m_isStarted = false;
    bool m_isQuiet = false;
};

} // namespace letopis
