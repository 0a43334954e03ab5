#include "app/cli/serverremovecommand.h"

#include "app/cli/serverselection.h"
#include "app/cli/text.h"

#include <algorithm>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

ServerRemoveCommand::ServerRemoveCommand(Session &session, QString name) : Command(session), m_name(std::move(name)) {}

void ServerRemoveCommand::start()
{
    onValue(workspace().servers(session().actor), [this](QList<ConferenceServer> servers) {
        servers.removeIf([](const ConferenceServer &server) { return server.isRemoved; });
        const Result<ConferenceServer> server = serverNamed(servers, m_name);
        if (!server)
            return fail(server.error());
        onValue(workspace().removeServer(session().actor, server->id), [this] {
            session().terminal.say(Cli::tr("Removed. Its recordings stay in the catalog."));
            finish(ExitCode::Done);
        });
    });
}

CommandSpec serverRemoveSpec()
{
    return {.words = {u"server"_s, u"remove"_s},
            .arguments = Cli::tr("NAME"),
            .summary = Cli::tr("Forgets a server and its secrets; its recordings stay in the catalog."),
            .details = {},
            .options = {},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([name = arguments.positionalArguments().at(2)](Session &session) {
                    return std::make_unique<ServerRemoveCommand>(session, name);
                });
            }};
}

} // namespace letopis::cli
