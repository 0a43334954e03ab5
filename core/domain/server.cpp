#include "core/domain/server.h"

#include "core/base/enumname.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

Result<QUrl> normalisedApiUrl(const QString &typed)
{
    QString text = typed.trimmed();
    // "URL: https://…" is how bbb-conf --secret prints it.
    text.remove(QRegularExpression(u"^URL:\\s*"_s, QRegularExpression::CaseInsensitiveOption));
    QUrl url(text, QUrl::StrictMode);
    if (url.scheme().isEmpty() || (!text.contains(u"://"_s)))
        url = QUrl(u"https://"_s + text, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || url.host().isEmpty() || (scheme != u"https"_s && scheme != u"http"_s))
        return Error{ErrorKind::InvalidInput, u"not an http(s) URL"_s, typed, {}};
    QString path = url.path();
    if (const qsizetype api = path.indexOf(u"/api/"_s); api >= 0)
        path.truncate(api + 1);
    else if (path.endsWith(u"/api"_s))
        path.chop(3);
    if (!path.endsWith(u'/'))
        path += u'/';
    if (path == u"/"_s)
        path = u"/bigbluebutton/"_s;
    QUrl base;
    base.setScheme(scheme);
    base.setHost(url.host());
    base.setPort(url.port());
    base.setPath(path + u"api/"_s);
    return base;
}

bool isUnencryptedToOthers(const QUrl &apiUrl)
{
    static const QRegularExpression loopback(u"^(?:localhost|127(?:\\.\\d{1,3}){3}|::1)$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    return apiUrl.scheme() == u"http"_s && !loopback.match(apiUrl.host()).hasMatch();
}

QString defaultDeletionCommand()
{
    return u"sudo -n -u bigbluebutton /usr/local/sbin/letopis-recordings"_s;
}

QStringList deletionCommandWords(const QString &command)
{
    static const QRegularExpression word(u"\\A[A-Za-z0-9_./:=,@%+-]{1,200}\\z"_s);
    const QStringList words = command.split(u' ', Qt::SkipEmptyParts);
    const bool areSafe = words.size() <= 16
                         && std::all_of(words.begin(), words.end(), [](const QString &one) { return word.match(one).hasMatch(); });
    return areSafe ? words : QStringList();
}

Result<SshEndpoint> parseSshEndpoint(const QString &typed)
{
    static const QRegularExpression form(
        u"^(?:ssh://)?(?:([^@\\s:]+)@)?(?:\\[([0-9A-Fa-f:.%]+)\\]|([^@\\s:\\[\\]/]+))(?::(\\d{1,5}))?/?$"_s);
    const QRegularExpressionMatch match = form.match(typed.trimmed());
    const int port = match.captured(4).isEmpty() ? 0 : match.captured(4).toInt();
    if (!match.hasMatch() || port > 65535 || match.captured(1).startsWith(u'-') || match.captured(3).startsWith(u'-'))
        return Error{ErrorKind::InvalidInput, u"not user@host:port"_s, typed, {}};
    SshEndpoint endpoint;
    endpoint.user = match.captured(1);
    endpoint.host = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
    endpoint.port = port;
    return endpoint;
}

namespace {
bool isPort(int port)
{
    return port >= 1 && port <= 65535;
}

// A leading '-' would be read as an option by anything that runs ssh.
bool isShellSafeName(const QString &name)
{
    const auto isOdd = [](QChar c) { return c.isSpace() || c.unicode() < 0x20; };
    return !name.startsWith(u'-') && std::none_of(name.begin(), name.end(), isOdd);
}

void appendSshProblems(QList<ServerProblem> &problems, const SshEndpoint &ssh)
{
    if (ssh.host.isEmpty() || !isShellSafeName(ssh.host))
        problems += ServerProblem::SshHostInvalid;
    if (!isShellSafeName(ssh.user))
        problems += ServerProblem::SshUserInvalid;
    if (ssh.port != 0 && !isPort(ssh.port))
        problems += ServerProblem::SshPortOutOfRange;
    if (ssh.login == SshLogin::KeyFile && ssh.keyFile.isEmpty())
        problems += ServerProblem::SshKeyFileMissing;
}

void appendProxyProblems(QList<ServerProblem> &problems, const ProxySettings &proxy)
{
    if (proxy.kind != ProxyKind::Http && proxy.kind != ProxyKind::Socks5)
        return;
    if (proxy.host.isEmpty())
        problems += ServerProblem::ProxyHostMissing;
    if (!isPort(proxy.port))
        problems += ServerProblem::ProxyPortOutOfRange;
}
} // namespace

QList<ServerProblem> problemsIn(const ConferenceServer &server)
{
    QList<ServerProblem> problems;
    if (server.name.trimmed().isEmpty())
        problems += ServerProblem::NameMissing;
    if (server.name.size() > 200)
        problems += ServerProblem::NameTooLong;
    const QString scheme = server.apiUrl.scheme();
    if (!server.apiUrl.isValid() || server.apiUrl.host().isEmpty() || (scheme != u"https"_s && scheme != u"http"_s))
        problems += ServerProblem::ApiUrlInvalid;
    else if (isUnencryptedToOthers(server.apiUrl))
        problems += ServerProblem::ApiUrlUnencrypted;
    if (!server.deletionCommand.isEmpty() && deletionCommandWords(server.deletionCommand).isEmpty())
        problems += ServerProblem::DeletionCommandUnsafe;
    if (!server.caFile.isEmpty() && !QDir::isAbsolutePath(server.caFile))
        problems += ServerProblem::CaFileNotAbsolute;
    if (!server.dataRoot.startsWith(u'/'))
        problems += ServerProblem::DataRootNotAbsolute;
    if (server.ssh)
        appendSshProblems(problems, *server.ssh);
    appendProxyProblems(problems, server.proxy);
    if (server.syncIntervalMinutes < 0 || server.syncIntervalMinutes > 7 * 24 * 60)
        problems += ServerProblem::SyncIntervalOutOfRange;
    return problems;
}

QString serverProblemName(ServerProblem problem)
{
    switch (problem) {
    case ServerProblem::NameMissing: return u"the name is missing"_s;
    case ServerProblem::NameTooLong: return u"the name is longer than 200 characters"_s;
    case ServerProblem::ApiUrlInvalid: return u"the API URL is no http(s) URL"_s;
    case ServerProblem::DeletionCommandUnsafe: return u"the deletion command has characters that a shell may take for something else"_s;
    case ServerProblem::ApiUrlUnencrypted: return u"unencrypted http is only for this computer"_s;
    case ServerProblem::CaFileNotAbsolute: return u"the CA file is no absolute path"_s;
    case ServerProblem::DataRootNotAbsolute: return u"the data root is no absolute path"_s;
    case ServerProblem::SshHostInvalid: return u"the SSH host is missing or malformed"_s;
    case ServerProblem::SshUserInvalid: return u"the SSH user is malformed"_s;
    case ServerProblem::SshPortOutOfRange: return u"the SSH port is out of range"_s;
    case ServerProblem::SshKeyFileMissing: return u"the SSH key file is missing"_s;
    case ServerProblem::ProxyHostMissing: return u"the proxy host is missing"_s;
    case ServerProblem::ProxyPortOutOfRange: return u"the proxy port is out of range"_s;
    case ServerProblem::SyncIntervalOutOfRange: return u"the sync interval is out of range"_s;
    }
    return {};
}

QString sshAddressText(const SshEndpoint &endpoint)
{
    QString text = endpoint.host.contains(u':') ? u'[' + endpoint.host + u']' : endpoint.host;
    if (!endpoint.user.isEmpty())
        text.prepend(endpoint.user + u'@');
    if (endpoint.port > 0)
        text += u':' + QString::number(endpoint.port);
    return text;
}

namespace {
constexpr EnumName<ChecksumAlgorithm> algorithmNames[]{
    {ChecksumAlgorithm::Sha256, "sha256"_L1},
    {ChecksumAlgorithm::Sha512, "sha512"_L1},
    {ChecksumAlgorithm::Sha1, "sha1"_L1},
    {ChecksumAlgorithm::Sha384, "sha384"_L1},
};
} // namespace

QString checksumAlgorithmName(ChecksumAlgorithm algorithm)
{
    return nameIn(algorithmNames, algorithm);
}

std::optional<ChecksumAlgorithm> checksumAlgorithmFromName(const QString &name)
{
    return valueIn(algorithmNames, name);
}

} // namespace letopis
