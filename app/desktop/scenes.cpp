#include "app/desktop/scenes.h"

#include "ui/forms/access/accesseditor.h"
#include "ui/forms/access/attendancegapdialog.h"
#include "ui/forms/access/principalpicker.h"
#include "ui/forms/links/linklistmodel.h"
#include "ui/forms/links/linksdialog.h"
#include "ui/models/foldertreemodel.h"
#include "ui/models/peoplelistmodel.h"
#include "ui/models/principaltreemodel.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/folders/folderpane.h"
#include "ui/pages/people/peopleview.h"
#include "ui/pages/proposals/proposalspage.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/pages/retention/retentionpage.h"
#include "ui/pages/retention/rulespanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/searchfield.h"

#include <QPointer>
#include <QTabWidget>

#include <memory>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize pictureSize(1440, 860);
constexpr int chosenRow = 4; // a published recording with formats and people, in the demo's catalog

// The catalog was read, or could not be: a dead server or an empty catalog is a picture, too.
bool isRead(const MainWindow &window)
{
    return window.recordingsPage().model().phase() != RecordingListModel::Phase::Loading;
}

bool hasDetails(const MainWindow &window)
{
    return window.recordingsPage().model().rowCount() == 0 || window.detailsPane().details().has_value();
}

void chooseRow(MainWindow &window)
{
    QAbstractItemView &table = window.recordingsPage().table();
    if (const int rows = table.model()->rowCount(); rows > 0)
        table.setCurrentIndex(table.model()->index(qMin(chosenRow, rows - 1), 0));
}

Scene detailsScene(MainWindow &window, const QString &name, int tab)
{
    return {name,
            [&window, tab]() -> QWidget * {
                window.resize(pictureSize);
                window.detailsPane().tabs()->setCurrentIndex(tab);
                return &window;
            },
            [&window] { return hasDetails(window); },
            {}};
}

AccessSubject shownRecording(const MainWindow &window)
{
    const auto &details = window.detailsPane().details();
    return details ? AccessSubject{.item = details->row.id, .name = details->row.title} : AccessSubject{.item = RecordingId(), .name = {}};
}

// A dialog about the shown recording: made for its picture, and gone with the next one's.
template<typename Dialog>
Scene dialogScene(const QString &name, std::function<Dialog *()> make, std::function<bool(const Dialog &)> isReady)
{
    const auto dialog = std::make_shared<QPointer<Dialog>>();
    return {name,
            [dialog, make]() -> QWidget * {
                *dialog = make();
                (*dialog)->open();
                return *dialog;
            },
            [dialog, isReady] { return *dialog && isReady(**dialog); },
            [dialog] { delete dialog->data(); }};
}

QList<Scene> accessDialogs(MainWindow &window, const WindowParts &parts)
{
    const AccessParts access{parts.workspace, parts.actor, parts.questions, parts.clock};
    return {dialogScene<AccessEditor>(
                u"access"_s, [&window, access] { return new AccessEditor(access, {shownRecording(window)}, &window); },
                [](const AccessEditor &editor) { return editor.isRead() && editor.picker().model().rowCount() > 0; }),
            dialogScene<AttendanceGapDialog>(
                u"attendance-and-access"_s,
                [&window, access] { return new AttendanceGapDialog(access, shownRecording(window), {}, &window); },
                [](const AttendanceGapDialog &dialog) { return dialog.isRead(); }),
            dialogScene<LinksDialog>(
                u"links"_s, [&window, access] { return new LinksDialog(access, shownRecording(window), &window); },
                [](const LinksDialog &dialog) { return dialog.isRead(); })};
}

QList<Scene> accessPages(MainWindow &window)
{
    return {{u"people"_s,
             [&window]() -> QWidget * {
                 window.showPeople();
                 return &window;
             },
             [&window] { return window.findChild<PeopleView *>()->model().phase() != PeopleListModel::Phase::Loading; },
             {}},
            {u"proposals"_s,
             [&window]() -> QWidget * {
                 window.showProposals();
                 return &window;
             },
             [&window] { return window.findChild<ProposalsPage *>()->isRead(); },
             {}},
            {u"auto-deletion-rules"_s,
             [&window]() -> QWidget * {
                 window.showRetention();
                 return &window;
             },
             [&window] { return window.findChild<RetentionPage *>()->rules().isRead(); },
             {}}};
}

// The first folder of the library, where there is one.
Scene folderScene(MainWindow &window)
{
    auto *pane = window.findChild<FolderPane *>();
    return {u"folders"_s,
            [&window, pane]() -> QWidget * {
                window.showRecordings();
                window.detailsPane().tabs()->setCurrentIndex(0);
                const QList<FolderId> folders = pane->model().children(sharedFolder);
                if (!folders.isEmpty())
                    pane->choose(folders.first());
                return &window;
            },
            [&window, pane] { return pane->model().isRead() && isRead(window); },
            {}};
}

} // namespace

QList<Scene> mainScenes(MainWindow &window, const WindowParts &parts)
{
    QList<Scene> scenes;
    scenes.append({u"catalog"_s,
                   [&window]() -> QWidget * {
                       window.resize(pictureSize);
                       window.resetLayout();
                       window.showRecordings();
                       return &window;
                   },
                   [&window] {
                       if (!isRead(window))
                           return false;
                       if (!window.detailsPane().details())
                           chooseRow(window);
                       return hasDetails(window);
                   },
                   {}});
    const QStringList tabs{u"overview"_s, u"information"_s, u"participants"_s, u"materials"_s, u"auto-deletion"_s, u"formats"_s, u"metadata"_s, u"timeline"_s};
    for (qsizetype tab = 1; tab < tabs.size(); ++tab)
        scenes.append(detailsScene(window, tabs[tab], int(tab)));
    scenes += accessDialogs(window, parts); // about the recording that is shown
    scenes.append({u"search"_s,
                   [&window]() -> QWidget * {
                       window.searchField().setText(u"физика"_s);
                       return &window;
                   },
                   [&window] { return isRead(window); },
                   {}});
    scenes.append({u"servers"_s,
                   [&window]() -> QWidget * {
                       window.searchField().clear();
                       window.showServers();
                       return &window;
                   },
                   [] { return true; },
                   {}});
    scenes.append({u"backups"_s,
                   [&window]() -> QWidget * {
                       window.showBackups();
                       return &window;
                   },
                   [] { return true; },
                   {}});
    return scenes + accessPages(window) + QList{folderScene(window)};
}

} // namespace letopis
