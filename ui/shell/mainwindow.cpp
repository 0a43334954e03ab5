#include "ui/shell/mainwindow.h"

#include "core/settings/settings.h"
#include "core/workspace/workspace.h"
#include "ui/forms/informationform.h"
#include "ui/models/draftdirectory.h"
#include "ui/models/joblistmodel.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/models/serverdirectory.h"
#include "ui/pages/recordings/attendancepresenter.h"
#include "ui/pages/backups/backuppage.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/pages/folders/folderpane.h"
#include "ui/pages/folders/foldertree.h"
#include "ui/pages/people/peopleview.h"
#include "ui/pages/proposals/proposalspage.h"
#include "ui/pages/audit/journalpage.h"
#include "ui/pages/retention/retentionpage.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/detailspresenter.h"
#include "ui/pages/recordings/filterbar.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/pages/recordings/participanttable.h"
#include "ui/pages/recordings/materialspresenter.h"
#include "ui/pages/recordings/materialstab.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/accessactions.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/auditactions.h"
#include "ui/shell/backupactions.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/draftsummary.h"
#include "ui/shell/editingactions.h"
#include "ui/shell/folderactions.h"
#include "ui/shell/gapactions.h"
#include "ui/shell/jobsdrawer.h"
#include "ui/shell/linkactions.h"
#include "ui/shell/menus.h"
#include "ui/shell/navigationpane.h"
#include "ui/shell/peopleactions.h"
#include "ui/shell/proposalactions.h"
#include "ui/shell/recordingactions.h"
#include "ui/shell/retentionactions.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/seeasactions.h"
#include "ui/shell/serveractions.h"
#include "ui/shell/shortcutmap.h"
#include "ui/shell/statussummary.h"
#include "ui/shell/trayicon.h"
#include "ui/shell/windowrights.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QTreeWidget>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(const WindowParts &parts, WindowHooks hooks, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_hooks(std::move(hooks))
    , m_jobs(std::make_unique<JobListModel>(parts.workspace, parts.actor))
    , m_servers(std::make_unique<ServerDirectory>(parts.workspace, parts.actor, *m_jobs))
    , m_drafts(std::make_unique<DraftDirectory>(parts.workspace.drafts(), parts.actor))
    , m_actions(new Actions(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Letopis"));
    setWindowIcon(applicationIcon());
    setDockOptions(AnimatedDocks | AllowTabbedDocks);
    makePages();
    makeDocks();
    m_search = new SearchField;
    makeMenus();
    if (m_parts.actor.onlyLooks)
        makeLookingBar();
    buildToolBar(*this, *m_actions, *m_search);
    makeStatusBar();
    m_palette = new CommandPalette(this);
    m_recordingActions = new RecordingActions(m_parts, m_hooks, *m_actions, this);
    m_serverActions = new ServerActions(m_parts, m_hooks, *m_servers, *m_jobs, m_recordings->messages(), *m_actions, this);
    m_editing = new EditingActions(m_parts, *m_actions, *m_recordings, *m_details, this);
    m_people = new PeopleActions(m_parts, *m_actions, *m_details, this);
    m_access = new AccessActions(m_parts, *m_actions, *m_recordings, this);
    m_backups = new BackupActions(m_parts, *m_actions, m_recordings->messages(), this);
    m_links = new LinkActions(m_parts, *m_actions, *m_recordings, this);
    m_proposals = new ProposalActions(m_parts, *m_actions, this);
    m_retention = new RetentionActions(m_parts, *m_actions, *m_recordings, *m_details, this);
    m_audit = new AuditActions(m_parts, m_hooks, *m_actions, *m_details, this);
    new GapActions(m_parts, *m_details, this);
    new SeeAsActions(m_parts, m_hooks, *m_actions, m_people->page(), this);
    if (!m_parts.actor.onlyLooks)
        m_tray = new TrayIcon(m_parts.workspace, m_parts.actor, *m_servers, m_parts.settings, (*m_actions)[Actions::SyncAll],
                          (*m_actions)[Actions::Quit], this);
    connectPages();
    connectViewActions();
    connectOpening();
    connectEditing();
    connectDrafts();
    connectPeople();
    connectAccess();
    connectProposals();
    connectRetention();
    connectAudit();
    connectFolders();
    connectBackups();
    new WindowRights(m_parts, *m_actions, *m_recordings, *m_details, *m_navigation, this);
    restoreState();
    m_recordings->start();
    m_recordings->table().setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeMenus()
{
    QMenu *view = buildMenus(*this, *m_actions, m_recordings->table());
    if (m_parts.actor.onlyLooks)
        return; // what is set here goes with the window
    view->addSeparator();
    addThemeMenu(*view, m_parts.settings);
    addLanguageMenu(*view, m_parts.settings, [this] {
        showRecordings();
        m_recordings->messages().showMessage(MessageBar::Level::Information,
                                             tr("Letopis will use this language when it starts next."));
    });
}

void MainWindow::makeLookingBar()
{
    const QString name = m_parts.actor.displayName.isEmpty() ? m_parts.actor.login : m_parts.actor.displayName;
    setWindowTitle(tr("Letopis as %1").arg(name));
    auto *bar = addToolBar(tr("Seen as somebody else"));
    bar->setObjectName(u"lookingBar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    auto *text = new ElidedLabel;
    text->setObjectName(u"lookingText"_s);
    text->setFullText(tr("You see the catalog as %1. Nothing can be changed here.").arg(name));
    text->setContentsMargins(12, 6, 12, 6);
    text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *close = new QPushButton(tr("Close this view"));
    close->setObjectName(u"closeLooking"_s);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    bar->addWidget(text);
    bar->addWidget(close);
    addToolBarBreak();
}

void MainWindow::makePages()
{
    m_pages = new QStackedWidget;
    m_recordings = new RecordingsPage(m_parts.workspace, m_parts.actor, *m_servers, m_parts.clock);
    m_pages->addWidget(m_recordings);
    setCentralWidget(m_pages);
}

void MainWindow::makeDocks()
{
    m_navigation = new NavigationPane(m_parts.workspace, m_parts.actor, *m_servers, m_parts.clock);
    m_details = new DetailsPane(m_hooks.canPlay);
    m_presenter = new DetailsPresenter(m_parts.workspace, m_parts.actor, *m_details, this);
    new AttendancePresenter(m_parts.workspace, m_parts.actor, m_parts.questions, *m_details, this);
    m_drawer = new JobsDrawer(m_parts.workspace, m_parts.actor, *m_jobs, m_parts.clock);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_navigationDock = addDock(u"navigationDock"_s, tr("Navigation"), m_navigation, Qt::LeftDockWidgetArea,
                               Actions::ToggleNavigation);
    makeFolders();
    m_detailsDock = addDock(u"detailsDock"_s, tr("Details"), m_details, Qt::RightDockWidgetArea, Actions::ToggleDetails);
    m_jobsDock = addDock(u"jobsDock"_s, tr("Jobs"), m_drawer, Qt::BottomDockWidgetArea, Actions::ToggleJobs);
    m_jobsDock->hide();
    (*m_actions)[Actions::ToggleNavigation]->setChecked(true);
    (*m_actions)[Actions::ToggleDetails]->setChecked(true);
}

void MainWindow::downloadRecording(RecordingId recording, const QString &format)
{
    m_recordingActions->downloadAs(recording, {}, format);
}

void MainWindow::makeStatusBar()
{
    auto *summary = new StatusSummary(*m_jobs, m_parts.clock);
    m_countLabel = new QLabel;
    m_countLabel->setObjectName(u"recordingCount"_s);
    m_countLabel->setTextFormat(Qt::PlainText);
    m_countLabel->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(summary);
    statusBar()->addPermanentWidget(m_countLabel);
    connect(summary, &QToolButton::clicked, (*m_actions)[Actions::ToggleJobs], &QAction::trigger);
    connect(&m_recordings->model(), &RecordingListModel::totalChanged, this, [this] {
        const qint64 total = m_recordings->model().totalCount();
        m_countLabel->setText(total < 0 ? QString() : recordingsCount(total));
    });
}

void MainWindow::connectPages()
{
    connect(m_search, &QLineEdit::textChanged, m_recordings, &RecordingsPage::setSearch);
    connect(m_search, &QLineEdit::textEdited, this, &MainWindow::showRecordings);
    connect(m_search, &SearchField::leftForResults, this, [this] {
        showRecordings();
        m_recordings->table().setFocus();
    });
    connect(m_recordings, &RecordingsPage::searchCleared, m_search, &QLineEdit::clear);
    connect(m_recordings, &RecordingsPage::currentChanged, m_presenter, &DetailsPresenter::show);
    connect(m_recordings, &RecordingsPage::currentChanged, this, [this] { m_recordingActions->setRecording({}); });
    connect(m_recordings, &RecordingsPage::scopeChanged, this, [this](std::optional<ServerId> server, bool onlyNew) {
        m_serverActions->setScope(server);
        if (m_pages->currentWidget() == m_recordings)
            m_navigation->showScope(server, onlyNew, m_recordings->folder().isValid());
    });
    connect(m_navigation, &NavigationPane::scopeChosen, this, [this](std::optional<ServerId> server, bool onlyNew) {
        m_recordings->setScope(server, onlyNew);
        showRecordings();
    });
    connect(m_recordings, &RecordingsPage::firstRowsRead, m_navigation, &NavigationPane::startCounting);
    connect(m_navigation, &NavigationPane::serversChosen, this, &MainWindow::showServers);
    connect(m_details, &DetailsPane::detailsShown, this,
            [this] { m_recordingActions->setRecording(m_details->details()); });
    auto *materials = new MaterialsPresenter({m_parts.workspace, m_parts.actor, m_parts.questions, m_parts.clock, m_hooks.openFile},
                                             m_details->materials(), this);
    connect(m_details, &DetailsPane::detailsShown, materials, [this, materials] {
        if (const auto &details = m_details->details())
            materials->show(details->row.id, details->row.server);
    });
    connect(m_details, &DetailsPane::playRequested, m_recordingActions, &RecordingActions::play);
    connect(m_details, &DetailsPane::downloadRequested, m_recordingActions, &RecordingActions::download);
    connect(m_details, &DetailsPane::recordingRequested, m_presenter, &DetailsPresenter::show);
    connect(m_recordings, &RecordingsPage::connectServerRequested, m_serverActions, &ServerActions::connectServer);
    connect(m_recordings, &RecordingsPage::syncRequested, m_serverActions, &ServerActions::syncAll);
    connect(m_navigation, &NavigationPane::connectServerRequested, m_serverActions, &ServerActions::connectServer);
    connect(m_navigation, &NavigationPane::syncRequested, m_serverActions, &ServerActions::sync);
    connect(m_navigation, &NavigationPane::serverSettingsRequested, this, [this](ServerId server) {
        showServers();
        if (m_serversPage && m_hooks.selectServer)
            m_hooks.selectServer(m_serversPage, server);
    });
    connect(m_drawer, &JobsDrawer::trustRequested, m_serverActions,
            [this](ServerId server, const Error &error) { m_serverActions->askTrust(server, error); });
    connect(m_serverActions, &ServerActions::messagesRequested, this, &MainWindow::showRecordings);
    connect(m_serverActions, &ServerActions::jobsRequested, this, &MainWindow::showJobs);
}

void MainWindow::connectViewActions()
{
    const Actions &actions = *m_actions;
    connect(actions[Actions::Find], &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(actions[Actions::ClearFilters], &QAction::triggered, this, [this] {
        m_search->clear();
        m_recordings->filters().clear();
        m_recordings->setScope(std::nullopt, false);
    });
    connect(actions[Actions::ShowAll], &QAction::triggered, this, [this] {
        m_recordings->setScope(std::nullopt, false);
        showRecordings();
    });
    connect(actions[Actions::ShowNew], &QAction::triggered, this, [this] {
        m_recordings->setScope(std::nullopt, true);
        showRecordings();
    });
    connect(actions[Actions::ManageServers], &QAction::triggered, this, &MainWindow::showServers);
    connect(actions[Actions::ResetLayout], &QAction::triggered, this, &MainWindow::resetLayout);
    connect(actions[Actions::NextPane], &QAction::triggered, this, [this] { focusNeighbour(1); });
    connect(actions[Actions::PreviousPane], &QAction::triggered, this, [this] { focusNeighbour(-1); });
    connect(actions[Actions::CommandPalette], &QAction::triggered, this, &MainWindow::showCommandPalette);
    connect(actions[Actions::ShortcutMap], &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(actions[Actions::About], &QAction::triggered, this, &MainWindow::showAbout);
    connect(actions[Actions::Quit], &QAction::triggered, this, [this] {
        m_wantsRestart = false;
        close();
    });
}

void MainWindow::connectOpening()
{
    connect(m_recordings, &RecordingsPage::recordingOpened, this, &MainWindow::openDetails);
    connect((*m_actions)[Actions::OpenRecording], &QAction::triggered, this, &MainWindow::openDetails);
    if (!m_tray)
        return;
    connect(m_tray, &TrayIcon::windowRequested, this, &MainWindow::bringToFront);
    connect(m_tray, &TrayIcon::newRecordingsRequested, this, [this] {
        bringToFront();
        (*m_actions)[Actions::ShowNew]->trigger();
    });
}

void MainWindow::connectEditing()
{
    m_pages->addWidget(&m_editing->outboxPage());
    connect(m_editing, &EditingActions::detailsRequested, this, &MainWindow::showDetails);
    connect(m_editing, &EditingActions::outboxRequested, this, &MainWindow::showOutbox);
    connect(m_editing, &EditingActions::outboxCounted, m_navigation, &NavigationPane::setOutboxCounts);
    connect(m_editing, &EditingActions::recordingRequested, this, [this](RecordingId recording) {
        showDetails();
        m_presenter->show(recording);
    });
    connect(m_recordings, &RecordingsPage::firstRowsRead, m_editing, &EditingActions::readOutbox);
    connect(m_navigation, &NavigationPane::outboxChosen, this, &MainWindow::showOutbox);
}

void MainWindow::connectDrafts()
{
    auto *summary = new DraftSummary(*m_drafts);
    statusBar()->insertPermanentWidget(1, summary); // before the count
    summary->setVisible(false);
    connect(m_drafts.get(), &DraftDirectory::changed, this,
            [this] { m_recordings->model().setDrafts(m_drafts->recordings()); });
    connect(summary, &DraftSummary::draftRequested, this, &MainWindow::showDraft);
    connect(m_recordings, &RecordingsPage::firstRowsRead, m_drafts.get(), &DraftDirectory::reload);
    // Out of a form loses nothing: back to the list.
    connect(m_details, &DetailsPane::left, &m_recordings->table(), qOverload<>(&QWidget::setFocus));
}

void MainWindow::showDraft(const FormDraft &draft)
{
    showDetails();
    const int row = m_recordings->model().rowOf(draft.recording);
    if (row >= 0)
        m_recordings->table().selectRow(row);
    else
        m_presenter->show(draft.recording);
    QWidget *tab = &m_details->information();
    if (draft.form.startsWith("attendee/"_L1))
        tab = &m_details->participants();
    else if (draft.form.startsWith("material/"_L1))
        tab = &m_details->materials();
    m_details->tabs()->setCurrentWidget(tab);
    tab->setFocus();
}

void MainWindow::connectPeople()
{
    m_pages->addWidget(&m_people->page());
    connect(m_people, &PeopleActions::pageRequested, this, &MainWindow::showPeople);
    connect(m_navigation, &NavigationPane::peopleChosen, this, &MainWindow::showPeople);
}

void MainWindow::showPeople()
{
    PeopleView &page = m_people->page();
    page.start();
    showPage(&page);
    m_navigation->showPeoplePage();
    page.focusSearch();
}

void MainWindow::connectAccess()
{
    const auto showVisibleTo = [this](const NamedPrincipal &person) {
        m_search->clear();
        m_recordings->filters().clear();
        m_recordings->filters().setVisibleTo(person);
        m_recordings->setScope(std::nullopt, false);
        showRecordings();
        m_recordings->table().setFocus();
    };
    connect(m_access, &AccessActions::recordingsOfRequested, this, showVisibleTo);
    connect(&m_people->page(), &PeopleView::recordingsOfRequested, this, showVisibleTo);
    connect(m_access, &AccessActions::linksRequested, m_links, &LinkActions::openLinks);
    connect(m_links, &LinkActions::recordingRequested, this, [this](RecordingId recording) {
        showDetails();
        m_presenter->show(recording);
    });
}

void MainWindow::connectProposals()
{
    m_pages->addWidget(&m_proposals->page());
    connect(m_proposals, &ProposalActions::pageRequested, this, &MainWindow::showProposals);
    connect(m_navigation, &NavigationPane::proposalsChosen, this, &MainWindow::showProposals);
    connect(&m_proposals->page(), &ProposalsPage::counted, m_navigation, &NavigationPane::setProposalCount);
    connect(&m_proposals->page(), &ProposalsPage::recordingRequested, this, [this](RecordingId recording) {
        showDetails();
        m_presenter->show(recording);
    });
    connect(&m_proposals->page(), &ProposalsPage::peopleRequested, this, &MainWindow::showPeople);
    connect(m_recordings, &RecordingsPage::firstRowsRead, m_proposals, &ProposalActions::start);
}

void MainWindow::showProposals()
{
    ProposalsPage &page = m_proposals->page();
    m_proposals->start();
    showPage(&page);
    m_navigation->showProposalsPage();
    page.table().setFocus();
}

void MainWindow::connectRetention()
{
    m_pages->addWidget(&m_retention->page());
    connect(m_retention, &RetentionActions::pageRequested, this, &MainWindow::showRetention);
    connect(m_retention, &RetentionActions::messageShown, this, &MainWindow::showRecordings);
    connect(m_navigation, &NavigationPane::retentionChosen, this, &MainWindow::showRetention);
    connect(&m_retention->page(), &RetentionPage::noticesCounted, m_navigation, &NavigationPane::setRetentionNotices);
    connect(&m_retention->page(), &RetentionPage::recordingRequested, this, [this](RecordingId recording) {
        showDetails();
        m_presenter->show(recording);
    });
    connect(m_recordings, &RecordingsPage::firstRowsRead, m_retention, &RetentionActions::start);
}

void MainWindow::showRetention()
{
    RetentionPage &page = m_retention->page();
    m_retention->start();
    showPage(&page);
    m_navigation->showRetentionPage();
    page.focusTab();
}

void MainWindow::connectAudit()
{
    m_pages->addWidget(&m_audit->page());
    connect(m_audit, &AuditActions::pageRequested, this, &MainWindow::showJournal);
    connect(m_navigation, &NavigationPane::journalChosen, this, &MainWindow::showJournal);
    connect(&m_audit->page(), &JournalPage::recordingRequested, this, [this](RecordingId recording) {
        showDetails();
        m_presenter->show(recording);
    });
}

void MainWindow::showJournal()
{
    JournalPage &page = m_audit->page();
    page.start();
    showPage(&page);
    m_navigation->showJournalPage();
    page.table().setFocus();
}

void MainWindow::makeFolders()
{
    m_folders = new FolderActions(m_parts, *m_actions, *m_recordings, *m_details, this);
    m_foldersDock = addDock(u"foldersDock"_s, tr("Folders"), &m_folders->pane(), Qt::LeftDockWidgetArea, Actions::ToggleFolders);
    m_folders->setDock(m_foldersDock);
}

void MainWindow::connectFolders()
{
    connect(m_folders, &FolderActions::recordingsRequested, this, &MainWindow::showRecordings);
    connect(m_folders, &FolderActions::paneShown, this, [this] { // more folders than places to go
        resizeDocks({m_navigationDock, m_foldersDock}, {height() * 2 / 5, height() * 3 / 5}, Qt::Vertical);
    });
    connect(m_folders, &FolderActions::accessRequested, m_access, &AccessActions::openAccess);
    connect(m_folders, &FolderActions::focusRequested, this, [this] {
        showRecordings();
        m_recordings->table().setFocus();
    });
}

void MainWindow::connectBackups()
{
    m_pages->addWidget(&m_backups->page());
    connect(m_backups, &BackupActions::pageRequested, this, &MainWindow::showBackups);
    connect(m_backups, &BackupActions::problemChanged, m_navigation, &NavigationPane::setBackupProblem);
    connect(m_backups, &BackupActions::jobsRequested, this, &MainWindow::showJobs);
    connect(m_backups, &BackupActions::restartRequested, this, &MainWindow::restart);
    connect(m_navigation, &NavigationPane::backupsChosen, this, &MainWindow::showBackups);
    connect(m_recordings, &RecordingsPage::firstRowsRead, m_backups, &BackupActions::start);
}

void MainWindow::showBackups()
{
    BackupPage &page = m_backups->page();
    page.reload();
    showPage(&page);
    m_navigation->showBackupPage();
    page.setFocus();
}

void MainWindow::restart()
{
    m_wantsRestart = true;
    m_mayClose = true; // who asked for it knows of the jobs
    close();
}

void MainWindow::showJobs()
{
    m_jobsDock->show();
    m_jobsDock->raise();
}

void MainWindow::showOutbox()
{
    OutboxPage &page = m_editing->outboxPage();
    showPage(&page);
    m_navigation->showOutboxPage();
    page.table().setFocus();
}

void MainWindow::showDetails()
{
    showRecordings();
    m_detailsDock->show();
    m_detailsDock->raise();
}

void MainWindow::openDetails()
{
    showDetails();
    m_details->tabs()->setFocus(Qt::ShortcutFocusReason);
    m_presenter->markSeen();
}

void MainWindow::showRecordings()
{
    if (m_pages->currentWidget() == m_recordings)
        return;
    showPage(m_recordings);
    m_navigation->showScope(m_recordings->filters().server(), m_recordings->showsOnlyNew(), m_recordings->folder().isValid());
}

void MainWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    setDetailsHidden(page != m_recordings);
}

// Details of a recording have no meaning beside the servers.
void MainWindow::setDetailsHidden(bool isHidden)
{
    (*m_actions)[Actions::ToggleDetails]->setEnabled(!isHidden);
    if (isHidden && !m_detailsDock->isHidden()) {
        m_isDetailsHidden = true;
        m_detailsDock->hide();
    } else if (!isHidden && std::exchange(m_isDetailsHidden, false)) {
        m_detailsDock->show();
    }
}

void MainWindow::showServers()
{
    if (!m_serversPage) {
        if (!m_hooks.makeServersPage)
            return;
        m_serversPage = m_hooks.makeServersPage(m_pages);
        m_pages->addWidget(m_serversPage);
    }
    showPage(m_serversPage);
    m_navigation->showServersPage();
    m_serversPage->setFocus();
}

void MainWindow::showShortcuts()
{
    auto *map = new ShortcutMap(m_actions->all(), this);
    map->setAttribute(Qt::WA_DeleteOnClose);
    map->open();
}

void MainWindow::showCommandPalette()
{
    m_palette->open(m_actions->all());
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Letopis"), tr("Letopis %1").arg(QCoreApplication::applicationVersion()),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(applicationIcon().pixmap(64));
    box->setInformativeText(tr("Journals and keeps the recordings of online conferences.\n\n"
                               "Free software under the GNU General Public License, version 3 or later."));
    box->open();
}

void MainWindow::bringToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

// F6 walks navigation, page, details and jobs in the order of the eye, over what is shown.
void MainWindow::focusNeighbour(int step)
{
    QList<QWidget *> targets;
    if (m_navigationDock->isVisible())
        targets << &m_navigation->tree();
    if (m_foldersDock->isVisible())
        targets << &m_folders->pane().tree();
    if (m_pages->currentWidget() == m_recordings)
        targets << &m_recordings->table();
    else
        targets << m_pages->currentWidget();
    if (m_detailsDock->isVisible())
        targets << m_details->tabs();
    if (m_jobsDock->isVisible())
        targets << m_drawer;
    const QWidget *focused = focusWidget();
    qsizetype current = -1;
    for (qsizetype i = 0; i < targets.size(); ++i) {
        if (focused && (targets.at(i) == focused || targets.at(i)->isAncestorOf(focused)))
            current = i;
    }
    const qsizetype next = (qMax<qsizetype>(current, 0) + step + targets.size()) % targets.size();
    QWidget *target = current < 0 ? targets.first() : targets.at(next);
    // A pane by itself takes none: the first in it that does.
    for (int tries = 0; tries < 200 && (target->focusPolicy() == Qt::NoFocus || !target->isVisible() || !target->isEnabled()); ++tries)
        target = target->nextInFocusChain();
    target->setFocus(Qt::TabFocusReason);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_wantsRestart = m_wantsRestart && !event->spontaneous();
    const auto closeAnyway = [this] {
        m_mayLoseEdits = true;
        close();
    };
    if (!m_mayLoseEdits && !m_editing->mayClose(closeAnyway)) {
        event->ignore();
        return;
    }
    if (!m_mayClose && !m_parts.actor.onlyLooks && m_jobs->runningCount() > 0) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    saveState();
    QMainWindow::closeEvent(event);
    if (m_wantsRestart)
        Q_EMIT restartRequested();
    else
        Q_EMIT quitRequested();
}

void MainWindow::askBeforeClosing()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    Question question;
    question.title = tr("Jobs are running");
    question.text = tr("%n job(s) still running. Quit Letopis?", nullptr, m_jobs->runningCount());
    question.details = tr("What has arrived so far is kept; the next sync or download continues from there.");
    question.answers = {tr("Stop and &quit")};
    if (m_tray && m_tray->isAvailable())
        question.answers << tr("Continue in the &tray");
    m_parts.questions.ask(this, question, [this](int answer) {
        m_isAsking = false;
        m_mayLoseEdits = m_mayLoseEdits && answer == 0; // what is typed from now on is another matter
        if (answer == 0) {
            m_mayClose = true;
            close();
        } else if (answer == 1) {
            saveState();
            hide();
        }
    });
}

} // namespace letopis
