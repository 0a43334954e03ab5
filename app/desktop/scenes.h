#pragma once

#include "app/desktop/screenshots.h"
#include "ui/shell/windowparts.h"

namespace letopis {

class MainWindow;

// The pictures `letopis --screenshots` takes: the catalog with each tab of the details, a search, each page beside it, and who has
// access to the shown recording.
QList<Scene> mainScenes(MainWindow &window, const WindowParts &parts);

} // namespace letopis
