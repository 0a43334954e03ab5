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

Scene detailsScene(MainWindow &window, const QString &name, int tab)
{
    return {name,
            [&window, tab]() -> QWidget * {
                window.resize(pictureSize);
                window.detailsPane().tabs()->setCurrentIndex(tab);
                return &window;
            },
            [&window] { return window.detailsPane().details().has_value(); }};
}

} // namespace

QList<Scene> mainScenes(MainWindow &window, const WindowParts &parts)
{
    Q_UNUSED(parts)
    QAbstractItemView &table = window.recordingsPage().table();
    QList<Scene> scenes;
    scenes.append({u"catalog"_s,
                   [&window, &table]() -> QWidget * {
                       window.resize(pictureSize);
                       window.resetLayout();
                       window.showRecordings();
                       return &window;
                   },
                   [&window, &table] {
                       const QAbstractItemModel *model = table.model();
                       if (model->rowCount() <= chosenRow)
                           return false;
                       if (!window.detailsPane().details())
                           table.setCurrentIndex(model->index(chosenRow, 0));
                       return window.detailsPane().details().has_value();
                   }});
    const QStringList tabs{u"overview"_s, u"participants"_s, u"files"_s, u"metadata"_s, u"timeline"_s};
    for (qsizetype tab = 1; tab < tabs.size(); ++tab)
        scenes.append(detailsScene(window, tabs[tab], int(tab)));
    scenes.append({u"search"_s,
                   [&window]() -> QWidget * {
                       window.searchField().setText(u"физика"_s);
                       return &window;
                   },
                   [&table] { return table.model()->rowCount() > 0; }});
    scenes.append({u"servers"_s,
                   [&window]() -> QWidget * {
                       window.searchField().clear();
                       window.showServers();
                       return &window;
                   },
                   [] { return true; }});
    return scenes;
}

} // namespace letopis
