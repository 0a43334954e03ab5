#pragma once

#include "app/bootstrap/applicationgraph.h"
#include "ui/shell/appearance.h"

#include <QStringList>

#include <optional>

namespace letopis {

// What `letopis` was started with.
struct DesktopCommandLine
{
    ApplicationOptions application;
    QString language;             // empty: the settings', else the system's
    QString screenshotsDirectory; // not empty: take pictures of the main windows, then end
    std::optional<Theme> theme;   // overrules the settings
    bool isVersionWanted = false;
    bool isHelpWanted = false;
    QString help;
    QString problem; // usage error
};

DesktopCommandLine parseDesktopCommandLine(const QStringList &arguments);

} // namespace letopis
