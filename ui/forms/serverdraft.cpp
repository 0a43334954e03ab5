#include "ui/forms/serverdraft.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 LongestCaFile = 4 << 20;

// As a shell reads it: people type ~/.ssh/letopis.
QString filePath(const QString &typed)
{
    const QString path = typed.trimmed();
    return path.startsWith("~/"_L1) ? QDir::homePath() + path.mid(1) : path;
}

// In the order of the form: the focus goes to the first.
void checkAddress(const ServerDraft &draft, bool isNew, QList<DraftFinding> &problems)
{
    if (draft.apiUrl.trimmed().isEmpty())
        problems.append({DraftField::ApiUrl, DraftProblem::Missing});
    else if (const Result<QUrl> url = normalisedApiUrl(draft.apiUrl); !url)
        problems.append({DraftField::ApiUrl, DraftProblem::NotAUrl});
    else if (isUnencryptedToOthers(*url))
        problems.append({DraftField::ApiUrl, DraftProblem::UnencryptedUrl});
    const QString secret = draft.apiSecret.trimmed();
    if (isNew && secret.isEmpty())
        problems.append({DraftField::ApiSecret, DraftProblem::Missing});
    else if (secret.contains(QRegularExpression(u"\\s"_s)))
        problems.append({DraftField::ApiSecret, DraftProblem::HasSpaces});
    if (draft.name.trimmed().isEmpty())
        problems.append({DraftField::Name, DraftProblem::Missing});
}

void checkSsh(const ServerDraft &draft, QList<DraftFinding> &problems)
{
    if (!draft.usesSsh)
        return;
    if (draft.sshAddress.trimmed().isEmpty())
        problems.append({DraftField::SshAddress, DraftProblem::Missing});
    else if (!parseSshEndpoint(draft.sshAddress))
        problems.append({DraftField::SshAddress, DraftProblem::NotAnAddress});
    if (draft.login == SshLogin::KeyFile) {
        if (draft.keyFile.trimmed().isEmpty())
            problems.append({DraftField::KeyFile, DraftProblem::Missing});
        else if (!QDir::isAbsolutePath(filePath(draft.keyFile)))
            problems.append({DraftField::KeyFile, DraftProblem::NotAbsolute});
        else if (!QFile::exists(filePath(draft.keyFile)))
            problems.append({DraftField::KeyFile, DraftProblem::NoSuchFile});
    }
    // known_hosts itself may be new; its folder may not.
    if (const QString file = filePath(draft.knownHostsFile); !file.isEmpty() && !QDir::isAbsolutePath(file))
        problems.append({DraftField::KnownHosts, DraftProblem::NotAbsolute});
    if (const QString root = draft.dataRoot.trimmed(); root.isEmpty())
        problems.append({DraftField::DataRoot, DraftProblem::Missing});
    else if (!root.startsWith(u'/'))
        problems.append({DraftField::DataRoot, DraftProblem::NotAbsolute});
    if (const QString folder = draft.materialsFolder.trimmed(); !folder.isEmpty() && !folder.startsWith(u'/'))
        problems.append({DraftField::MaterialsFolder, DraftProblem::NotAbsolute});
}

// Also without an account: who asks may know these fields only.
void checkDeletion(const ServerDraft &draft, QList<DraftFinding> &problems)
{
    const QString command = draft.deletionCommand.trimmed();
    if (!command.isEmpty() && deletionCommandWords(command).isEmpty())
        problems.append({DraftField::DeletionCommand, DraftProblem::UnsafeCommand});
}

void checkNetwork(const ServerDraft &draft, QList<DraftFinding> &problems)
{
    const bool isOurs = draft.proxyKind == ProxyKind::Http || draft.proxyKind == ProxyKind::Socks5;
    if (isOurs && draft.proxyHost.trimmed().isEmpty())
        problems.append({DraftField::ProxyHost, DraftProblem::Missing});
    const QString ca = filePath(draft.caFile);
    if (ca.isEmpty())
        return;
    QFile file(ca);
    if (!QDir::isAbsolutePath(ca))
        problems.append({DraftField::CaFile, DraftProblem::NotAbsolute});
    else if (!file.open(QIODevice::ReadOnly))
        problems.append({DraftField::CaFile, DraftProblem::NoSuchFile});
    else if (file.size() > LongestCaFile || !file.readAll().contains("-----BEGIN CERTIFICATE-----"))
        problems.append({DraftField::CaFile, DraftProblem::NotACertificate});
}

} // namespace

QList<DraftFinding> problemsIn(const ServerDraft &draft, bool isNew)
{
    QList<DraftFinding> problems;
    checkAddress(draft, isNew, problems);
    checkSsh(draft, problems);
    checkDeletion(draft, problems);
    checkNetwork(draft, problems);
    return problems;
}

bool fillFromBbbConf(const QString &text, ServerDraft &draft)
{
    static const QRegularExpression urlLine(u"\\bURL:\\s*(\\S+)"_s);
    static const QRegularExpression secretLine(u"\\bSecret:\\s*(\\S+)"_s);
    const QRegularExpressionMatch url = urlLine.match(text);
    const QRegularExpressionMatch secret = secretLine.match(text);
    if (url.hasMatch())
        draft.apiUrl = url.captured(1);
    if (secret.hasMatch())
        draft.apiSecret = secret.captured(1);
    return url.hasMatch() || secret.hasMatch();
}

ServerDraft draftOf(const ConferenceServer &server)
{
    ServerDraft draft;
    draft.name = server.name;
    draft.apiUrl = server.apiUrl.toString();
    draft.dataRoot = server.dataRoot;
    draft.deletionCommand = server.deletionCommand;
    draft.caFile = server.caFile;
    draft.proxyKind = server.proxy.kind;
    draft.proxyHost = server.proxy.host;
    if (server.proxy.port > 0)
        draft.proxyPort = server.proxy.port;
    draft.proxyUser = server.proxy.user;
    draft.syncIntervalMinutes = server.syncIntervalMinutes;
    draft.usesSsh = server.ssh.has_value();
    if (server.ssh) {
        draft.sshAddress = sshAddressText(*server.ssh);
        draft.login = server.ssh->login;
        draft.keyFile = server.ssh->keyFile;
        draft.knownHostsFile = server.ssh->knownHostsFile;
    }
    return draft;
}

ConferenceServer serverOf(const ServerDraft &draft, const ConferenceServer &base)
{
    ConferenceServer server = base;
    server.name = draft.name.trimmed();
    server.apiUrl = normalisedApiUrl(draft.apiUrl).value_or(QUrl());
    server.dataRoot = draft.dataRoot.trimmed();
    if (draft.usesSsh)
        server.deletionCommand = draft.deletionCommand.trimmed();
    server.caFile = filePath(draft.caFile);
    server.syncIntervalMinutes = draft.syncIntervalMinutes;
    server.proxy = {.kind = draft.proxyKind, .host = {}, .port = 0, .user = {}};
    if (draft.proxyKind == ProxyKind::Http || draft.proxyKind == ProxyKind::Socks5) {
        server.proxy.host = draft.proxyHost.trimmed();
        server.proxy.port = draft.proxyPort;
        server.proxy.user = draft.proxyUser.trimmed();
    }
    if (!draft.usesSsh) {
        server.ssh.reset();
        return server;
    }
    SshEndpoint endpoint = parseSshEndpoint(draft.sshAddress).value_or(SshEndpoint());
    endpoint.login = draft.login;
    endpoint.keyFile = draft.login == SshLogin::KeyFile ? filePath(draft.keyFile) : QString();
    endpoint.knownHostsFile = filePath(draft.knownHostsFile);
    endpoint.configFile = base.ssh ? base.ssh->configFile : QString();
    server.ssh = endpoint;
    return server;
}

ServerCredentials credentialsOf(const ServerDraft &draft)
{
    ServerCredentials credentials;
    credentials.apiSecret = SecretText(draft.apiSecret.trimmed().toUtf8());
    if (draft.usesSsh && draft.login == SshLogin::Password)
        credentials.sshPassword = SecretText(draft.sshPassword.toUtf8());
    if (draft.usesSsh && draft.login == SshLogin::KeyFile)
        credentials.sshKeyPassphrase = SecretText(draft.keyPassphrase.toUtf8());
    credentials.proxyPassword = SecretText(draft.proxyPassword.toUtf8());
    return credentials;
}

} // namespace letopis
