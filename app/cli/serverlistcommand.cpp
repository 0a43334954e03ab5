#include "app/cli/serverlistcommand.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/text.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QString sshText(const ConferenceServer &server)
{
    return server.ssh ? sshAddressText(*server.ssh) : QString();
}

QJsonObject exceptionJson(const TlsException &exception)
{
    return {{u"host"_s, exception.host},
            {u"sha256"_s, colonFingerprint(exception.sha256)},
            {u"grantedAt"_s, isoTime(exception.grantedAt)},
            {u"expiresAt"_s, isoTime(exception.expiresAt)}};
}

QJsonObject serverJson(const ConferenceServer &server)
{
    QJsonArray exceptions;
    for (const TlsException &exception : server.tlsExceptions)
        exceptions += exceptionJson(exception);
    const QString lastSync = isoTime(server.lastSyncAt);
    return {{u"id"_s, server.id.value},
            {u"name"_s, server.name},
            {u"url"_s, server.apiUrl.toString(QUrl::FullyEncoded)},
            {u"ssh"_s, server.ssh ? QJsonValue(sshText(server)) : QJsonValue()},
            {u"dataRoot"_s, server.dataRoot},
            {u"checksumAlgorithm"_s,
             server.checksumAlgorithm ? QJsonValue(checksumAlgorithmName(*server.checksumAlgorithm)) : QJsonValue()},
            {u"syncIntervalMinutes"_s, server.syncIntervalMinutes},
            {u"lastSyncAt"_s, lastSync.isEmpty() ? QJsonValue() : QJsonValue(lastSync)},
            {u"tlsExceptions"_s, exceptions}};
}
} // namespace

void ServerListCommand::start()
{
    onValue(workspace().servers(session().actor), [this](const QList<ConferenceServer> &servers) { show(servers); });
}

void ServerListCommand::show(const QList<ConferenceServer> &servers)
{
    Grid grid{{{Cli::tr("Name"), u"name"_s, false, true},
               {Cli::tr("URL"), u"url"_s, false, true},
               {Cli::tr("SSH"), u"ssh"_s, false, true},
               {Cli::tr("Data root"), u"dataRoot"_s, false, true},
               {Cli::tr("Last sync (UTC)"), u"lastSyncAt"_s, false, false}},
              {}};
    QJsonArray array;
    for (const ConferenceServer &server : servers) {
        if (server.isRemoved)
            continue;
        grid.rows += {server.name, server.apiUrl.toDisplayString(), sshText(server), server.dataRoot,
                      isoTime(server.lastSyncAt)};
        array += serverJson(server);
    }
    print(grid, {{u"servers"_s, array}});
    finish(ExitCode::Done);
}

CommandSpec serverListSpec()
{
    return {.words = {u"server"_s, u"list"_s},
            .arguments = {},
            .summary = Cli::tr("Lists the servers of the catalog."),
            .details = {},
            .options = {},
            .leastArguments = 0,
            .mostArguments = 0,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([](Session &session) { return std::make_unique<ServerListCommand>(session); });
            }};
}

} // namespace letopis::cli
