#pragma once

#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/domain/actor.h"

namespace letopis {

class CatalogBackups;
class Clock;
class Workspace;

namespace cli {

// What a command works with. Outlives it.
struct Session
{
    Workspace *workspace = nullptr; // none for commands that need no profile
    Actor actor;
    OutputFormat format = OutputFormat::Table;
    Terminal &terminal;
    const Clock &clock;
    QString profileDirectory = {};      // also where no workspace is opened
    CatalogBackups *backups = nullptr;  // with the workspace
};

} // namespace cli
} // namespace letopis
