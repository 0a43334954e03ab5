#include "app/desktop/scenes.h"

#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/searchfield.h"

#include <QTabWidget>

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
            [&window] { return hasDetails(window); }};
}

} // namespace

QList<Scene> mainScenes(MainWindow &window, const WindowParts &parts)
{
    Q_UNUSED(parts)
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
                   }});
    const QStringList tabs{u"overview"_s, u"participants"_s, u"files"_s, u"metadata"_s, u"timeline"_s};
    for (qsizetype tab = 1; tab < tabs.size(); ++tab)
        scenes.append(detailsScene(window, tabs[tab], int(tab)));
    scenes.append({u"search"_s,
                   [&window]() -> QWidget * {
                       window.searchField().setText(u"физика"_s);
                       return &window;
                   },
                   [&window] { return isRead(window); }});
    scenes.append({u"servers"_s,
                   [&window]() -> QWidget * {
                       window.searchField().clear();
                       window.showServers();
                       return &window;
                   },
                   [] { return true; }});
    scenes.append({u"backups"_s,
                   [&window]() -> QWidget * {
                       window.showBackups();
                       return &window;
                   },
                   [] { return true; }});
    return scenes;
}

} // namespace letopis
