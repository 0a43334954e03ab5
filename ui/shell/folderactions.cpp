#include "ui/shell/folderactions.h"

#include "core/base/whendone.h"
#include "core/settings/settings.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/folderlibrary.h"
#include "core/workspace/workspace.h"
#include "ui/models/foldertreemodel.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/folders/foldercommands.h"
#include "ui/pages/folders/folderpane.h"
#include "ui/pages/folders/foldertree.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/shell/actions.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QDockWidget>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

FolderActions::FolderActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, DetailsPane &details, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_actions(actions)
    , m_recordings(recordings)
    , m_details(details)
    , m_pane(new FolderPane(parts, window))
    , m_commands(new FolderCommands({parts.workspace, parts.actor, parts.questions, parts.clock}, m_pane->model(), window))
{
    for (const Actions::Id id : {Actions::MoveToFolder, Actions::FilingRules})
        m_tips.insert(id, actions[id]->toolTip());
    connectPane();
    connectCommands();
    m_delay.setSingleShot(true);
    m_delay.setInterval(50ms); // arrows run through rows faster than rights are asked for
    connect(&m_delay, &QTimer::timeout, this, &FolderActions::readRights);
    const auto later = qOverload<>(&QTimer::start);
    connect(&recordings, &RecordingsPage::currentChanged, &m_delay, later);
    connect(&recordings, &RecordingsPage::selectionCountChanged, &m_delay, later);
    connect(&parts.workspace.access(), &AccessDesk::accessChanged, &m_delay, later);
    connect(&details, &DetailsPane::detailsShown, this, &FolderActions::showPlace);
    connect(m_pane, &FolderPane::foldersRead, this, &FolderActions::showPlace);
    update();
}

void FolderActions::connectPane()
{
    connect(m_pane, &FolderPane::folderChosen, this, [this](FolderId folder, bool withBelow) {
        m_recordings.setFolder(folder, withBelow);
        Q_EMIT recordingsRequested();
    });
    connect(m_pane, &FolderPane::leftForRecordings, this, &FolderActions::focusRequested);
    connect(m_pane, &FolderPane::foldersRead, this, &FolderActions::showByDefault);
    connect(&m_recordings, &RecordingsPage::firstRowsRead, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_recordings, &RecordingsPage::folderLeft, m_pane, &FolderPane::showAll);
    connect(&m_recordings, &RecordingsPage::firstRowsRead, this, &FolderActions::start);
    connect(&m_parts.workspace.folders(), &FolderLibrary::foldersChanged, this, [this] {
        if (m_recordings.folder().isValid())
            m_recordings.model().refreshSoon();
    });
}

void FolderActions::connectCommands()
{
    const auto onFolder = [this](FolderPane::Command command, void (FolderCommands::*run)(FolderId)) {
        connect(m_pane->action(command), &QAction::triggered, this, [this, run] { (m_commands->*run)(m_pane->chosen()); });
    };
    onFolder(FolderPane::NewFolder, &FolderCommands::addFolder);
    onFolder(FolderPane::RenameFolder, &FolderCommands::renameFolder);
    onFolder(FolderPane::MoveFolder, &FolderCommands::chooseWhereTo);
    onFolder(FolderPane::RemoveFolder, &FolderCommands::removeFolder);
    connect(m_pane->action(FolderPane::FolderAccess), &QAction::triggered, this, [this] {
        const FolderNode *node = m_pane->model().node(m_pane->chosen());
        if (node)
            Q_EMIT accessRequested({{node->folder.id, node->folder.name}});
    });
    m_pane->addToMenu(m_actions[Actions::FilingRules]);
    connect(m_actions[Actions::FilingRules], &QAction::triggered, m_commands, &FolderCommands::editRules);
    connect(m_actions[Actions::MoveToFolder], &QAction::triggered, this, [this] { m_commands->chooseFolderFor(m_recordings.selectedRecordings()); });
    connect(&m_pane->model(), &FolderTreeModel::recordingsDropped, m_commands, &FolderCommands::file, Qt::QueuedConnection);
    connect(&m_pane->model(), &FolderTreeModel::folderDropped, m_commands, &FolderCommands::moveFolder, Qt::QueuedConnection);
    connect(m_commands, &FolderCommands::done, this, [this](const QString &text, bool canUndo) {
        Q_EMIT recordingsRequested();
        m_recordings.messages().showMessage(MessageBar::Level::Success, text);
        if (canUndo)
            m_recordings.messages().addAction(tr("&Undo"), [this] { m_commands->undoFiling(); });
    });
    connect(m_commands, &FolderCommands::failed, this, [this](const ErrorText &text) {
        Q_EMIT recordingsRequested();
        m_recordings.messages().showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    });
    connect(m_commands, &FolderCommands::folderAdded, this, [this](FolderId folder) { m_added = folder; });
    connect(m_pane, &FolderPane::foldersRead, this, [this] {
        if (m_pane->model().node(m_added))
            m_pane->choose(std::exchange(m_added, FolderId()));
    });
}

void FolderActions::setDock(QDockWidget *dock)
{
    m_dock = dock;
    m_dock->hide();
    connect(m_actions[Actions::ToggleFolders], &QAction::triggered, this, &FolderActions::rememberChoice);
    connect(dock->toggleViewAction(), &QAction::triggered, this, &FolderActions::rememberChoice);
    // Nobody may wonder why the list is short: what filters it is seen.
    connect(dock->toggleViewAction(), &QAction::toggled, this, [this](bool isShown) {
        if (!isShown)
            QTimer::singleShot(0, this, &FolderActions::leaveHidden); // a dock that is laid out anew is hidden for a moment
    });
}

void FolderActions::leaveHidden()
{
    if (!m_dock->isHidden() || !m_recordings.folder().isValid())
        return;
    m_pane->showAll();
    m_recordings.setFolder({}, true);
}

void FolderActions::start()
{
    m_pane->start();
}

void FolderActions::rememberChoice(bool isShown)
{
    if (!m_parts.actor.onlyLooks) // another's eyes leave no trace
        m_parts.settings.setValue(settings::folderPane, isShown ? u"shown"_s : u"hidden"_s);
    if (isShown)
        m_pane->tree().setFocus();
}

void FolderActions::forgetChoice()
{
    if (!m_parts.actor.onlyLooks)
        m_parts.settings.reset(settings::folderPane);
    showByDefault();
}

void FolderActions::showByDefault()
{
    const QString choice = m_parts.settings.value(settings::folderPane);
    if (choice.isEmpty() && !m_pane->model().isRead()) { // as it was left
        m_actions[Actions::ToggleFolders]->setChecked(m_dock && !m_dock->isHidden());
        return;
    }
    const bool isShown = choice == u"shown"_s || (choice != u"hidden"_s && !m_pane->model().hasOnlyRoots());
    if (m_dock && isShown == m_dock->isHidden()) {
        m_dock->setVisible(isShown);
        if (isShown)
            Q_EMIT paneShown();
    }
    m_actions[Actions::ToggleFolders]->setChecked(isShown);
}

// Rights of the first hundreds say enough for a menu: core decides about each.
void FolderActions::readRights()
{
    constexpr qsizetype mostAsked = 500;
    QList<RecordingId> recordings = m_recordings.selectedRecordings();
    recordings.resize(std::min(recordings.size(), mostAsked));
    const quint64 generation = ++m_generation;
    const auto standing = m_parts.workspace.access().standing(m_parts.actor);
    const auto permissions = m_parts.workspace.access().permissionsOn(m_parts.actor, recordings);
    whenDone(standing, this, [this, generation, permissions](const Result<Standing> &found) {
        if (generation != m_generation)
            return;
        m_standing = found ? std::optional(*found) : std::nullopt;
        whenDone(permissions, this, [this, generation](const Result<QHash<RecordingId, PermissionSet>> &sets) {
            if (generation != m_generation)
                return;
            m_permissions = sets ? *sets : QHash<RecordingId, PermissionSet>();
            update();
        });
    });
}

void FolderActions::setReason(int action, const QString &reason, bool isPossible)
{
    QAction *one = m_actions[static_cast<Actions::Id>(action)];
    one->setEnabled(isPossible && reason.isEmpty());
    one->setToolTip(reason.isEmpty() ? m_tips.value(action) : plainToolTip(reason));
}

void FolderActions::update()
{
    QString noFiling;
    QString noRules;
    if (m_standing) {
        for (const PermissionSet set : m_permissions) {
            const Refusal why = refusal(*m_standing, Capability::EditEverythingElse, set);
            if (noFiling.isEmpty() && why != Refusal::None)
                noFiling = refusalText({Capability::EditEverythingElse, why});
        }
        noRules = refusalText({Capability::ManageCatalog, refusalByRole(*m_standing, Capability::ManageCatalog)});
    }
    setReason(Actions::MoveToFolder, noFiling, m_standing && !m_permissions.isEmpty());
    setReason(Actions::FilingRules, noRules, m_standing.has_value());
}

void FolderActions::showPlace()
{
    const auto &details = m_details.details();
    const quint64 generation = ++m_placeGeneration;
    if (!details || !m_pane->model().isRead())
        return;
    whenDone(m_parts.workspace.folders().folderOf(m_parts.actor, details->row.id), this, [this, generation](const Result<FolderId> &folder) {
        if (generation == m_placeGeneration)
            m_details.showFolder(folder ? m_pane->model().path(*folder) : QString());
    });
}

} // namespace letopis
