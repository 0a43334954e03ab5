#include "app/cli/commands.h"

#include "app/cli/accesscommands.h"
#include "app/cli/auditcommands.h"
#include "app/cli/backupspecs.h"
#include "app/cli/deletioncommands.h"
#include "app/cli/fieldcommands.h"
#include "app/cli/foldercommands.h"
#include "app/cli/folderrulecommands.h"
#include "app/cli/groupcommands.h"
#include "app/cli/historycommand.h"
#include "app/cli/inspectcommand.h"
#include "app/cli/linkcommands.h"
#include "app/cli/materialcommands.h"
#include "app/cli/outboxcommands.h"
#include "app/cli/participanteditcommands.h"
#include "app/cli/participantscommand.h"
#include "app/cli/personcommands.h"
#include "app/cli/proposalcommands.h"
#include "app/cli/recordingscommand.h"
#include "app/cli/retentioncommands.h"
#include "app/cli/serveraddcommand.h"
#include "app/cli/servercheckcommand.h"
#include "app/cli/serverlistcommand.h"
#include "app/cli/serverremovecommand.h"
#include "app/cli/setcommand.h"
#include "app/cli/showcommand.h"
#include "app/cli/synccommand.h"
#include "app/cli/timelinecommand.h"

namespace letopis::cli {

QList<CommandSpec> allCommands()
{
    return QList<CommandSpec>{serverAddSpec(),  serverListSpec(), serverCheckSpec(),  serverRemoveSpec(), syncSpec(),
            recordingsSpec(), showSpec(),       participantsSpec(), timelineSpec(),     inspectSpec(),
            setSpec(),        historySpec()}
        + outboxSpecs() + fieldSpecs() + participantEditSpecs() + materialSpecs() + personSpecs() + groupSpecs()
        + accessSpecs() + linkSpecs() + proposalSpecs()
        + folderSpecs() + folderRuleSpecs()
        + retentionSpecs() + deletionSpecs()
        + backupSpecs() + auditSpecs();
}

} // namespace letopis::cli
