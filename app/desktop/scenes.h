#pragma once

#include "app/desktop/screenshots.h"
#include "ui/shell/windowparts.h"

namespace letopis {

class MainWindow;

// The pictures `letopis --screenshots` takes: the catalog with each tab of the details, a search, and the servers page.
QList<Scene> mainScenes(MainWindow &window, const WindowParts &parts);

} // namespace letopis
