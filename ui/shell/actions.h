#pragma once

#include <QAction>
#include <QList>
#include <QObject>

namespace letopis {

// Every command of the main window, once: menus, tool bar, command palette and the map of shortcuts all read this.
class Actions final : public QObject
{
    Q_OBJECT

public:
    enum Id {
        ConnectServer, ManageServers, ShowBackups, BackUpNow, Sync, SyncAll,
        OpenRecording, EditInformation, Play, Download, CopyRecordId, MoveToFolder, FilingRules, EditAccess, EditLinks, RetainRecordings, HoldRecordings, DeleteRecordings, WhoCanSee, ExplainAccess, RecordingJournal,
        Undo, Redo, UndoBatch, CustomFields, Find, ClearFilters, ShowAll, ShowNew, ShowOutbox, ShowPeople, ShowProposals, ShowRetention, ShowJournal, SeeAs, AllLinks, PushOutbox,
        ToggleNavigation, ToggleFolders, ToggleDetails, ToggleJobs, ResetLayout, NextPane, PreviousPane,
        CommandPalette, ShortcutMap, About, Quit, IdCount
    };

    explicit Actions(QWidget *window);

    QAction *operator[](Id id) const { return m_actions[static_cast<size_t>(id)]; }
    // In the order of Id, with the menu each belongs to.
    QList<QAction *> all() const;
    static QString groupOf(const QAction *action);

private:
    void makeServerActions();
    void makeRecordingActions();
    void makeViewActions();
    void makeHelpActions();
    QAction *add(Id id, const QString &group, const QString &text, QStringView icon, const QList<QKeySequence> &keys,
                 const QString &tip);

    QWidget *m_window = nullptr;
    std::array<QAction *, IdCount> m_actions{};
};

// "&Find…" → "Find", for lists of commands.
QString plainActionText(const QAction *action);

} // namespace letopis
