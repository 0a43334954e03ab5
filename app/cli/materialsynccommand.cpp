#include "app/cli/materialsynccommand.h"

#include "app/cli/text.h"
#include "core/workspace/materialshelf.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

JobId MaterialSyncCommand::startJob(ServerId server)
{
    return workspace().materials().startExchange(session().actor, server);
}

bool MaterialSyncCommand::concerns(const ConferenceServer &server) const
{
    return server.ssh.has_value();
}

QString MaterialSyncCommand::nothingToDo() const
{
    return Cli::tr("No server of the catalog has an SSH account, over which materials go.");
}

CommandSpec materialSyncSpec()
{
    return serverJobsSpec<MaterialSyncCommand>(
        {u"material"_s, u"sync"_s}, Cli::tr("[SERVER]"),
        Cli::tr("Uploads what waits, and reads what others added, on one server or on all."),
        Cli::tr("Files themselves are fetched by `material get`."));
}

} // namespace letopis::cli
