#include "ui/shell/menus.h"

#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/actions.h"
#include "ui/shell/searchfield.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <initializer_list>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct MenuTr
{
    Q_DECLARE_TR_FUNCTIONS(MainMenu)
};

constexpr int separator = -1;

QMenu *addMenu(QMainWindow &window, const Actions &actions, const QString &title, std::initializer_list<int> ids)
{
    QMenu *menu = window.menuBar()->addMenu(title);
    menu->setToolTipsVisible(true); // why something is disabled
    for (const int id : ids) {
        if (id == separator)
            menu->addSeparator();
        else
            menu->addAction(actions[static_cast<Actions::Id>(id)]);
    }
    return menu;
}

} // namespace

QMenu *buildMenus(QMainWindow &window, const Actions &actions, RecordingTable &table)
{
    addMenu(window, actions, MenuTr::tr("&File"), {Actions::ConnectServer, Actions::Download, separator, Actions::ShowBackups, Actions::BackUpNow, separator,
             Actions::Quit});
    addMenu(window, actions, MenuTr::tr("&Edit"),
            {Actions::Undo, Actions::Redo, Actions::UndoBatch, separator, Actions::Find, Actions::ClearFilters, separator,
             Actions::CopyRecordId, Actions::CustomFields, Actions::FilingRules});
    QMenu *view = addMenu(window, actions, MenuTr::tr("&View"),
                          {Actions::ShowAll, Actions::ShowNew, Actions::ShowOutbox, Actions::ShowPeople, Actions::ShowProposals, Actions::ShowRetention, Actions::ShowJournal, Actions::ManageServers, separator, Actions::AllLinks, Actions::SeeAs, separator, Actions::ToggleNavigation, Actions::ToggleFolders,
                           Actions::ToggleDetails, Actions::ToggleJobs, separator});
    // Made anew each time: the columns change by the header's own menu, too.
    QMenu *columns = view->addMenu(MenuTr::tr("&Columns"));
    QObject::connect(columns, &QMenu::aboutToShow, columns, [columns, &table] {
        columns->clear();
        QMenu *fresh = table.makeColumnMenu(columns);
        for (QAction *action : fresh->actions())
            columns->addAction(action);
    });
    view->addAction(actions[Actions::ResetLayout]);
    view->addSeparator();
    view->addAction(actions[Actions::NextPane]);
    view->addAction(actions[Actions::PreviousPane]);
    addMenu(window, actions, MenuTr::tr("&Recording"),
            {Actions::OpenRecording, Actions::EditInformation, Actions::Play, Actions::Download, separator, Actions::MoveToFolder, Actions::EditAccess, Actions::EditLinks, Actions::RetainRecordings, Actions::HoldRecordings, Actions::DeleteRecordings, Actions::WhoCanSee, Actions::ExplainAccess, Actions::RecordingJournal, separator,
             Actions::CopyRecordId});
    addMenu(window, actions, MenuTr::tr("&Server"),
            {Actions::Sync, Actions::SyncAll, Actions::PushOutbox, separator, Actions::ConnectServer, Actions::ManageServers});
    addMenu(window, actions, MenuTr::tr("&Help"),
            {Actions::CommandPalette, Actions::ShortcutMap, separator, Actions::About});
    return view;
}

QToolBar *buildToolBar(QMainWindow &window, const Actions &actions, SearchField &search)
{
    QToolBar *bar = window.addToolBar(MenuTr::tr("Toolbar"));
    bar->setObjectName(u"mainToolBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(20, 20));
    bar->setContextMenuPolicy(Qt::PreventContextMenu); // hiding the search by accident helps nobody
    for (const Actions::Id id : {Actions::Sync, Actions::Play, Actions::Download, Actions::EditAccess})
        bar->addAction(actions[id]);
    auto *spring = new QWidget;
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spring);
    bar->addWidget(&search);
    return bar;
}

} // namespace letopis
