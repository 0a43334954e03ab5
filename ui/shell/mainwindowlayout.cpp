#include "ui/shell/mainwindow.h"

#include "core/settings/settings.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/pages/recordings/participanttable.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/actions.h"
#include "ui/shell/folderactions.h"

#include <QDockWidget>
#include <QScreen>
#include <QStackedWidget>

// How the window's panes lie: at the first start, when asked for, and as the person left them.

namespace letopis {

namespace {

constexpr int stateVersion = 1; // of docks and tool bars

// A good third of the window is the details', and what else there is, the titles'.
constexpr int navigationWidth = 208;
constexpr int narrowestDetails = 400;
constexpr int widestDetails = 600;
constexpr int narrowWindow = 1240;
constexpr QSize firstSize(1440, 860);

} // namespace

QDockWidget *MainWindow::addDock(const QString &name, const QString &title, QWidget *content, Qt::DockWidgetArea area,
                                 int toggle)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(area, dock);
    QAction *action = (*m_actions)[static_cast<Actions::Id>(toggle)];
    action->setCheckable(true);
    connect(action, &QAction::triggered, dock, [dock](bool shown) {
        dock->setVisible(shown);
        if (shown)
            dock->raise();
    });
    connect(dock->toggleViewAction(), &QAction::toggled, action, &QAction::setChecked);
    return dock;
}

void MainWindow::resetLayout()
{
    addDockWidget(Qt::LeftDockWidgetArea, m_navigationDock);
    addDockWidget(Qt::LeftDockWidgetArea, m_foldersDock);
    // In a small window the details lie below the table: three columns would cut all of them.
    const bool isNarrow = width() < narrowWindow;
    addDockWidget(isNarrow ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea, m_detailsDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_jobsDock);
    for (QDockWidget *dock : {m_navigationDock, m_foldersDock, m_detailsDock, m_jobsDock})
        dock->setFloating(false);
    m_navigationDock->show();
    m_folders->forgetChoice();
    m_detailsDock->show();
    m_jobsDock->hide();
    const int details = qBound(narrowestDetails, width() * 36 / 100, widestDetails);
    resizeDocks({m_navigationDock, m_detailsDock}, {navigationWidth, details}, Qt::Horizontal);
    if (isNarrow)
        resizeDocks({m_detailsDock}, {height() * 40 / 100}, Qt::Vertical);
    m_recordings->table().resetColumns();
    m_isDetailsHidden = false;
    setDetailsHidden(m_pages->currentWidget() != m_recordings);
}

void MainWindow::restoreState()
{
    const QSize available = screen() ? screen()->availableSize() : firstSize;
    resize(firstSize.boundedTo(available));
    const QByteArray geometry = m_parts.settings.value(settings::mainWindowGeometry);
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    const QByteArray state = m_parts.settings.value(settings::mainWindowState);
    if (state.isEmpty() || !QMainWindow::restoreState(state, stateVersion))
        resetLayout();
    // A pane that is hidden before the window was ever shown does not tell its action.
    (*m_actions)[Actions::ToggleNavigation]->setChecked(!m_navigationDock->isHidden());
    m_folders->showByDefault();
    (*m_actions)[Actions::ToggleDetails]->setChecked(!m_detailsDock->isHidden());
    (*m_actions)[Actions::ToggleJobs]->setChecked(!m_jobsDock->isHidden());
    m_recordings->table().restoreHeader(m_parts.settings.value(settings::recordingsHeader));
    m_details->participants().table().restoreHeader(m_parts.settings.value(settings::participantsHeader));
}

void MainWindow::saveState()
{
    if (m_parts.actor.onlyLooks)
        return; // another's eyes leave no trace
    const bool wasHidden = m_isDetailsHidden;
    setDetailsHidden(false); // the state that is kept is the person's own
    m_parts.settings.setValue(settings::mainWindowGeometry, saveGeometry());
    m_parts.settings.setValue(settings::mainWindowState, QMainWindow::saveState(stateVersion));
    m_parts.settings.setValue(settings::recordingsHeader, m_recordings->table().headerState());
    m_parts.settings.setValue(settings::participantsHeader, m_details->participants().table().headerState());
    setDetailsHidden(wasHidden);
}

} // namespace letopis
