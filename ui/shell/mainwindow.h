#pragma once

#include "core/domain/formdraft.h"
#include "core/domain/jobstatus.h"
#include "ui/shell/windowparts.h"

#include <QMainWindow>

#include <memory>
#include <optional>

class QLabel;
class QStackedWidget;

namespace letopis {

class Actions;
class BackupActions;
class CommandPalette;
class DetailsPane;
class DetailsPresenter;
class DraftDirectory;
class EditingActions;
class FolderActions;
class JobListModel;
class JobsDrawer;
class NavigationPane;
class PeopleActions;
class AccessActions;
class LinkActions;
class ProposalActions;
class RetentionActions;
class AuditActions;
class RecordingActions;
class SeeAsActions;
class RecordingsPage;
class SearchField;
class ServerActions;
class ServerDirectory;
class TrayIcon;

// The program's window: puts pages, panes and commands together; each of them does its own work.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const WindowParts &parts, WindowHooks hooks, QWidget *parent = nullptr);
    ~MainWindow() override;

    RecordingsPage &recordingsPage() const { return *m_recordings; }
    DetailsPane &detailsPane() const { return *m_details; }
    SearchField &searchField() const { return *m_search; }
    const Actions &actionList() const { return *m_actions; }

public Q_SLOTS:
    void showRecordings();
    void showServers();
    void showOutbox();
    void showPeople();
    void showProposals();
    void showRetention();
    void showJournal();
    void showBackups();
    void showJobs();
    void showShortcuts();
    void showCommandPalette();
    void bringToFront();
    void downloadRecording(letopis::RecordingId recording, const QString &format); // asks where to
    void resetLayout(); // panes and columns as at the first start, fitted to the window's size

Q_SIGNALS:
    void quitRequested(); // the window is closed for good
    void restartRequested(); // likewise, to be made anew over the same profile

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makePages();
    void makeDocks();
    void makeMenus();
    void makeStatusBar();
    void makeLookingBar(); // of a window that shows what somebody else sees
    void showPage(QWidget *page);
    void setDetailsHidden(bool isHidden);
    void connectPages();
    void connectViewActions();
    void connectOpening();
    void connectEditing();
    void connectDrafts();
    void showDraft(const FormDraft &draft);
    void connectPeople();
    void connectAccess();
    void connectProposals();
    void connectRetention();
    void connectAudit();
    void makeFolders();
    void connectFolders();
    void connectBackups();
    void restart();
    void showDetails();
    void focusNeighbour(int step);
    void openDetails();
    void showAbout();
    void askBeforeClosing();
    void restoreState();
    void saveState();
    QDockWidget *addDock(const QString &name, const QString &title, QWidget *content, Qt::DockWidgetArea area, int toggle);

    WindowParts m_parts;
    WindowHooks m_hooks;
    std::unique_ptr<JobListModel> m_jobs;
    std::unique_ptr<ServerDirectory> m_servers;
    std::unique_ptr<DraftDirectory> m_drafts;
    Actions *m_actions = nullptr;
    QStackedWidget *m_pages = nullptr;
    RecordingsPage *m_recordings = nullptr;
    QWidget *m_serversPage = nullptr;
    NavigationPane *m_navigation = nullptr;
    DetailsPane *m_details = nullptr;
    DetailsPresenter *m_presenter = nullptr;
    JobsDrawer *m_drawer = nullptr;
    QDockWidget *m_navigationDock = nullptr;
    QDockWidget *m_foldersDock = nullptr;
    QDockWidget *m_detailsDock = nullptr;
    QDockWidget *m_jobsDock = nullptr;
    SearchField *m_search = nullptr;
    CommandPalette *m_palette = nullptr;
    RecordingActions *m_recordingActions = nullptr;
    ServerActions *m_serverActions = nullptr;
    EditingActions *m_editing = nullptr;
    PeopleActions *m_people = nullptr;
    AccessActions *m_access = nullptr;
    LinkActions *m_links = nullptr;
    ProposalActions *m_proposals = nullptr;
    RetentionActions *m_retention = nullptr;
    AuditActions *m_audit = nullptr;
    FolderActions *m_folders = nullptr;
    BackupActions *m_backups = nullptr;
    TrayIcon *m_tray = nullptr;
    QLabel *m_countLabel = nullptr;
    bool m_isDetailsHidden = false; // by the page, not by the person: it comes back with the recordings
    bool m_mayClose = false;  // the question about running jobs is answered
    bool m_mayLoseEdits = false; // the one about changes that are not applied is
    bool m_isAsking = false;
    bool m_wantsRestart = false;
};

} // namespace letopis
