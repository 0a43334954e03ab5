#pragma once

#include "core/domain/actor.h"

class QObject;

namespace letopis {

struct ExportNote;
class MessageBar;
class Workspace;

// Writes into the journal that somebody took something with them; a failure to do so is said in the bar. Who only looks as
// somebody else leaves no line.
void noteExport(Workspace &workspace, const Actor &actor, const ExportNote &note, MessageBar &messages);

} // namespace letopis
