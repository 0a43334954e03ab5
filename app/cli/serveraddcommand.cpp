#include "app/cli/serveraddcommand.h"

#include "app/cli/errortext.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"
#include "app/cli/trustoptions.h"
#include "core/base/clock.h"

#include <QFileInfo>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

ServerAddCommand::ServerAddCommand(Session &session, ConferenceServer server, SecretLines secrets, TrustDecision decision)
    : Command(session), m_server(std::move(server)), m_secrets(secrets), m_decision(std::move(decision))
{}

void ServerAddCommand::start()
{
    if (!readSecrets())
        return;
    // Before anything is sent: a secret that could not be kept is not worth a connection.
    onValue(workspace().checkSecretStore(session().actor), [this] {
        onValue(workspace().servers(session().actor),
                [this](const QList<ConferenceServer> &servers) { refuseDuplicate(servers); });
    });
}

bool ServerAddCommand::readSecrets()
{
    struct Wanted
    {
        bool isWanted;
        QString prompt;
        SecretText &target;
    };
    const Wanted lines[] = {
        {m_secrets.hasApiSecret, Cli::tr("Shared secret: "), m_credentials.apiSecret},
        {m_secrets.hasSshPassword, Cli::tr("SSH password: "), m_credentials.sshPassword},
        {m_secrets.hasKeyPassphrase, Cli::tr("Passphrase of the SSH key: "), m_credentials.sshKeyPassphrase},
        {m_secrets.hasProxyPassword, Cli::tr("Proxy password: "), m_credentials.proxyPassword},
    };
    for (const Wanted &line : lines) {
        if (!line.isWanted)
            continue;
        std::optional<SecretText> secret = session().terminal.readSecretLine(line.prompt);
        if (!secret || secret->isEmpty()) {
            session().terminal.say(Cli::tr("Standard input ended before every secret was given."));
            finish(ExitCode::Usage);
            return false;
        }
        line.target = std::move(*secret);
    }
    return true;
}

void ServerAddCommand::refuseDuplicate(const QList<ConferenceServer> &servers)
{
    if (const auto known = serverNamed(servers, m_server.name); known && !known->isRemoved)
        return fail({ErrorKind::AlreadyExists, u"a server of this name is in the catalog"_s, m_server.name, {}});
    check();
}

void ServerAddCommand::check()
{
    onValue(workspace().checkConnection(session().actor, m_server, m_credentials, stopToken()),
            [this](const ConnectionReport &report) { onChecked(report); });
}

void ServerAddCommand::onChecked(const ConnectionReport &report)
{
    if (const auto certificate = acceptedCertificate(report, m_decision); certificate && m_server.tlsExceptions.isEmpty()) {
        m_server.tlsExceptions += exceptionFor(*certificate, session().clock.now());
        return check();
    }
    if (const auto key = acceptedHostKey(report, m_decision); key && m_credentials.acceptHostKeySha256.isEmpty()) {
        m_credentials.acceptHostKeySha256 = key->sha256;
        return check();
    }
    if (const ExitCode code = exitCodeFor(report); code != ExitCode::Done) {
        session().terminal.say(connectionText(report));
        session().terminal.say(Cli::tr("The server was not added."));
        return finish(code);
    }
    m_server.checksumAlgorithm = report.api->value().checksumAlgorithm;
    store(report);
}

void ServerAddCommand::store(const ConnectionReport &report)
{
    m_credentials.acceptHostKeySha256.clear(); // recorded by now
    onValue(workspace().addServer(session().actor, m_server, m_credentials), [this, report](ServerId id) {
        if (session().format == OutputFormat::Json) {
            QJsonObject answer = connectionJson(m_server.name, report);
            answer.insert(u"id"_s, id.value);
            session().terminal.write(asJsonLine(answer) + '\n');
        } else {
            session().terminal.say(connectionText(report));
            session().terminal.say(Cli::tr("Added. `letopis-cli sync` brings its recordings."));
        }
        finish(ExitCode::Done);
    });
}

namespace {
std::variant<UsageError, ProxySettings> proxyFrom(const QString &typed)
{
    if (typed.isEmpty())
        return ProxySettings{};
    if (typed == "none"_L1)
        return ProxySettings{.kind = ProxyKind::None, .host = {}, .port = 0, .user = {}};
    const QUrl url(typed, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1;
    if ((!isHttp && url.scheme() != "socks5"_L1) || url.host().isEmpty() || url.port() <= 0)
        return UsageError{Cli::tr("--proxy is none, http://[user@]host:port or socks5://[user@]host:port.")};
    if (!url.password().isEmpty())
        return UsageError{Cli::tr("A password does not belong on the command line: use --proxy-password-stdin.")};
    return ProxySettings{
        .kind = isHttp ? ProxyKind::Http : ProxyKind::Socks5, .host = url.host(), .port = url.port(), .user = url.userName()};
}

std::variant<UsageError, std::optional<SshEndpoint>> endpointFrom(const QCommandLineParser &arguments)
{
    if (!arguments.isSet(u"ssh"_s)) {
        for (const QString &option : {u"ssh-key"_s, u"ssh-config"_s, u"known-hosts"_s, u"ssh-password-stdin"_s,
                                      u"ssh-key-passphrase-stdin"_s, u"accept-host-key"_s}) {
            if (arguments.isSet(option))
                return UsageError{Cli::tr("--%1 needs --ssh user@host.").arg(option)};
        }
        return std::optional<SshEndpoint>();
    }
    Result<SshEndpoint> endpoint = parseSshEndpoint(arguments.value(u"ssh"_s));
    if (!endpoint)
        return UsageError{Cli::tr("--ssh is user@host:port; \"%1\" is not.").arg(arguments.value(u"ssh"_s))};
    const auto absolute = [&arguments](const QString &option) {
        const QString path = arguments.value(option);
        return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
    };
    endpoint->keyFile = absolute(u"ssh-key"_s);
    endpoint->configFile = absolute(u"ssh-config"_s);
    endpoint->knownHostsFile = absolute(u"known-hosts"_s);
    if (!endpoint->keyFile.isEmpty() && !QFileInfo(endpoint->keyFile).isFile())
        return UsageError{Cli::tr("There is no file %1.").arg(endpoint->keyFile)};
    if (arguments.isSet(u"ssh-key-passphrase-stdin"_s) && endpoint->keyFile.isEmpty())
        return UsageError{Cli::tr("--ssh-key-passphrase-stdin needs --ssh-key.")};
    if (!endpoint->keyFile.isEmpty())
        endpoint->login = SshLogin::KeyFile;
    else if (arguments.isSet(u"ssh-password-stdin"_s))
        endpoint->login = SshLogin::Password;
    return std::optional(*endpoint);
}

std::variant<UsageError, CommandFactory> prepareServerAdd(const QCommandLineParser &arguments)
{
    ConferenceServer server;
    server.name = arguments.positionalArguments().at(2).trimmed();
    if (server.name.isEmpty())
        return UsageError{Cli::tr("The server needs a name.")};
    const Result<QUrl> url = normalisedApiUrl(arguments.value(u"url"_s));
    if (!url)
        return UsageError{Cli::tr("--url is the address that `bbb-conf --secret` prints on the server.")};
    if (isUnencryptedToOthers(*url))
        return UsageError{Cli::tr("--url needs https: unencrypted http is only for this computer.")};
    server.apiUrl = *url;
    if (!arguments.isSet(u"secret-stdin"_s))
        return UsageError{Cli::tr("The shared secret is read from standard input: give --secret-stdin.")};
    if (const QString caFile = arguments.value(u"ca-file"_s); !caFile.isEmpty()) {
        if (!QFileInfo(caFile).isFile())
            return UsageError{Cli::tr("There is no file %1.").arg(caFile)};
        server.caFile = QFileInfo(caFile).absoluteFilePath();
    }
    if (arguments.isSet(u"deletion-command"_s))
        server.deletionCommand = arguments.value(u"deletion-command"_s);
    if (arguments.isSet(u"data-root"_s)) {
        server.dataRoot = arguments.value(u"data-root"_s);
        if (!server.dataRoot.startsWith(u'/'))
            return UsageError{Cli::tr("--data-root is an absolute folder on the server.")};
    }
    const auto proxy = proxyFrom(arguments.value(u"proxy"_s));
    const auto endpoint = endpointFrom(arguments);
    const auto decision = trustDecision(arguments);
    for (const UsageError *error :
         {std::get_if<UsageError>(&proxy), std::get_if<UsageError>(&endpoint), std::get_if<UsageError>(&decision)}) {
        if (error)
            return *error;
    }
    server.proxy = std::get<ProxySettings>(proxy);
    server.ssh = std::get<std::optional<SshEndpoint>>(endpoint);
    const SecretLines secrets{true, arguments.isSet(u"ssh-password-stdin"_s), arguments.isSet(u"ssh-key-passphrase-stdin"_s),
                              arguments.isSet(u"proxy-password-stdin"_s)};
    return CommandFactory([=, trust = std::get<TrustDecision>(decision)](Session &session) {
        return std::make_unique<ServerAddCommand>(session, server, secrets, trust);
    });
}
} // namespace

CommandSpec serverAddSpec()
{
    return {
        .words = {u"server"_s, u"add"_s},
        .arguments = Cli::tr("NAME --url URL --secret-stdin [OPTION …]"),
        .summary = Cli::tr("Tests the connection to a server and adds it."),
        .details = Cli::tr(
            "Secrets are never arguments: they are read from standard input, one per line, in this order: shared secret,\n"
            "SSH password, passphrase of the SSH key, proxy password. On a terminal they are asked for without echo.\n"
            "An unknown certificate or host key ends with exit code 3 and its SHA-256; give exactly that one to accept it.\n"
            "A host key that has changed is never accepted."),
        .options = QList<QCommandLineOption>{{u"url"_s, Cli::tr("Address of the API, as `bbb-conf --secret` prints it."), u"URL"_s},
                    {u"secret-stdin"_s, Cli::tr("Reads the shared secret from standard input.")},
                    {u"ca-file"_s, Cli::tr("Authorities to trust for this server besides the system's."), u"PEM"_s},
                    {u"ssh"_s, Cli::tr("Account on the server's host: user@host:port, or an alias of ~/.ssh/config."),
                     u"ACCOUNT"_s},
                    {u"ssh-key"_s, Cli::tr("Private key file; without it the agent and the usual keys."), u"FILE"_s},
                    {u"ssh-password-stdin"_s, Cli::tr("Reads the SSH password from standard input.")},
                    {u"ssh-key-passphrase-stdin"_s, Cli::tr("Reads the passphrase of the SSH key from standard input.")},
                    {u"ssh-config"_s, Cli::tr("Instead of ~/.ssh/config."), u"FILE"_s},
                    {u"known-hosts"_s, Cli::tr("Instead of ~/.ssh/known_hosts."), u"FILE"_s},
                    {u"deletion-command"_s,
                     Cli::tr("Runs the script of `server recipe` (default sudo -n -u bigbluebutton /usr/local/sbin/letopis-recordings)."),
                     u"COMMAND"_s},
                    {u"data-root"_s, Cli::tr("Where the server keeps recordings (default /var/bigbluebutton)."), u"DIR"_s},
                    {u"proxy"_s, Cli::tr("none, http://[user@]host:port or socks5://[user@]host:port; else the system's."),
                     u"PROXY"_s},
                    {u"proxy-password-stdin"_s, Cli::tr("Reads the proxy password from standard input.")}}
            + trustOptions(),
        .leastArguments = 1,
        .mostArguments = 1,
        .needsWorkspace = true,
        .prepare = prepareServerAdd,
    };
}

} // namespace letopis::cli
