#include "app/cli/serverremovecommand.h"

#include "app/cli/serverselection.h"
#include "app/cli/text.h"
#include "core/workspace/materialshelf.h"
#include "core/workspace/recordingeditor.h"

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
        count(*server);
    });
}

// What waits for it is counted while it is there.
void ServerRemoveCommand::count(const ConferenceServer &server)
{
    onValue(workspace().editor().outbox(session().actor, false), [this, server](const QList<OutboxEntry> &entries) {
        const qint64 edits = std::count_if(entries.begin(), entries.end(),
                                           [&server](const OutboxEntry &one) { return one.server == server.id; });
        onValue(workspace().materials().countWaiting(session().actor, server.id),
                [this, server, edits](qint64 materials) { remove(server, edits, materials); });
    });
}

void ServerRemoveCommand::remove(const ConferenceServer &server, qint64 unsentEdits, qint64 unsentMaterials)
{
    onValue(workspace().removeServer(session().actor, server.id), [=, this] {
        if (session().format == OutputFormat::Json)
            print({}, {{u"removed"_s, server.name}, {u"unsentEdits"_s, unsentEdits}, {u"unsentMaterials"_s, unsentMaterials}});
        session().terminal.say(Cli::tr("Removed. Its recordings stay in the catalog."));
        if (unsentEdits > 0)
            session().terminal.say(Cli::tr("%n edit(s) not sent to it stay in this catalog only.", nullptr, int(unsentEdits)));
        if (unsentMaterials > 0)
            session().terminal.say(Cli::tr("%n material(s) not sent to it stay in this catalog only.", nullptr, int(unsentMaterials)));
        finish(ExitCode::Done);
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
