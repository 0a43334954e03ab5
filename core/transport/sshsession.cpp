#include "core/transport/sshsession.h"

#include "core/domain/trust.h"
#include "core/transport/knownhosts.h"
#include "core/transport/sockets.h"
#include "core/transport/sshlogin.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

#include <libssh/callbacks.h>
#include <libssh/libssh.h>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

// What libssh calls warnings is its diary; heard only where somebody asks for this category. At its chattier levels it
// prints packets: never those.
Q_LOGGING_CATEGORY(logLibssh, "letopis.transport.libssh", QtInfoMsg)

void logMessage(int, const char *, const char *message, void *)
{
    qCDebug(logLibssh, "libssh: %s", message);
}

QString textOf(char *owned)
{
    const QString text = QString::fromUtf8(owned);
    ssh_string_free_char(owned);
    return text;
}

QByteArray serverKeyBlob(ssh_session session)
{
    ssh_key key = nullptr;
    if (ssh_get_server_publickey(session, &key) != SSH_OK)
        return {};
    char *base64 = nullptr;
    const int rc = ssh_pki_export_pubkey_base64(key, &base64);
    ssh_key_free(key);
    return rc == SSH_OK ? QByteArray::fromBase64(textOf(base64).toLatin1()) : QByteArray();
}

} // namespace

SshSession::SshSession(SshEndpoint endpoint, const SshTimeouts &timeouts)
    : m_endpoint(std::move(endpoint))
    , m_timeouts(timeouts)
    , m_session(ssh_new())
{
    // Both belong to the thread, in libssh 0.10.
    ssh_set_log_level(SSH_LOG_WARN);
    ssh_set_log_callback(logMessage);
}

SshSession::~SshSession()
{
    if (!m_session)
        return;
    if (isUp()) {
        const LineWatch::Call call(m_watch, {}, std::chrono::seconds(2));
        ssh_disconnect(m_session);
    } else {
        m_watch.shutDown();
    }
    ssh_free(m_session);
}

Result<std::unique_ptr<SshSession>> SshSession::open(const SshEndpoint &endpoint, const ServerCredentials &credentials,
                                                     const SshTimeouts &timeouts, std::stop_token stop)
{
    std::unique_ptr<SshSession> session(new SshSession(endpoint, timeouts));
    if (!session->m_session)
        return Error{ErrorKind::Internal, u"libssh cannot make a session"_s, endpoint.host, {}};
    const auto ready = session->configure()
                           .and_then([&] { return session->connect(stop); })
                           .and_then([&] { return session->exchangeKeys(stop); })
                           .and_then([&] { return session->verifyHostKey(credentials.acceptHostKeySha256); })
                           .and_then([&] { return session->authenticate(credentials, stop); });
    if (!ready)
        return ready.error();
    return session;
}

QString SshSession::option(int which) const
{
    char *value = nullptr;
    return ssh_options_get(m_session, ssh_options_e(which), &value) == SSH_OK ? textOf(value) : QString();
}

// What the program was told outweighs the configuration file; the file outweighs OpenSSH's defaults.
Result<> SshSession::configure()
{
    const auto set = [this](ssh_options_e which, const QString &value) {
        return value.isEmpty() || ssh_options_set(m_session, which, value.toUtf8().constData()) == SSH_OK;
    };
    if (m_endpoint.host.isEmpty() || !set(SSH_OPTIONS_HOST, m_endpoint.host) || !set(SSH_OPTIONS_USER, m_endpoint.user))
        return Error{ErrorKind::InvalidInput, u"not a host or user name"_s, m_endpoint.host, {}};
    if (!m_endpoint.configFile.isEmpty() && !QFileInfo(m_endpoint.configFile).isReadable())
        return Error{ErrorKind::NotFound, u"the SSH configuration file cannot be read"_s, m_endpoint.configFile, {}};
    const QByteArray file = QFile::encodeName(m_endpoint.configFile);
    if (ssh_options_parse_config(m_session, file.isEmpty() ? nullptr : file.constData()) != SSH_OK)
        return Error{ErrorKind::InvalidInput,
                     u"the SSH configuration cannot be understood: "_s + QString::fromUtf8(ssh_get_error(m_session)),
                     m_endpoint.configFile.isEmpty() ? m_endpoint.host : m_endpoint.configFile,
                     {}};
    const bool again = false;
    ssh_options_set(m_session, SSH_OPTIONS_PROCESS_CONFIG, &again); // not at ssh_connect()
    set(SSH_OPTIONS_USER, m_endpoint.user);
    if (m_endpoint.port > 0)
        ssh_options_set(m_session, SSH_OPTIONS_PORT, &m_endpoint.port);
    set(SSH_OPTIONS_KNOWNHOSTS, m_endpoint.knownHostsFile);
    const int noDelay = 1;
    ssh_options_set(m_session, SSH_OPTIONS_NODELAY, &noDelay);
    const long seconds = std::max<long>(1, long(m_timeouts.connect.count() / 1000));
    ssh_options_set(m_session, SSH_OPTIONS_TIMEOUT, &seconds);
    return {};
}

Result<> SshSession::connect(std::stop_token stop)
{
    // With a ProxyCommand (ProxyJump is one) libssh starts the command itself.
    if (!option(SSH_OPTIONS_PROXYCOMMAND).isEmpty()) {
        ignoreBrokenPipes(); // libssh talks to it with plain write()
        return {};
    }
    unsigned port = 22;
    ssh_options_get_port(m_session, &port);
    // Not libssh's own connecting: it cannot be interrupted and tries only the first address of a name.
    Result<SocketHandle> socket = connectTcp(option(SSH_OPTIONS_HOST), int(port), m_timeouts.connect, stop);
    if (!socket) {
        Error error = socket.error();
        error.subject = m_endpoint.host;
        return error;
    }
    const socket_t native = socket_t(*socket);
    ssh_options_set(m_session, SSH_OPTIONS_FD, &native); // libssh's to close, from ssh_connect() on
    return {};
}

Result<> SshSession::exchangeKeys(std::stop_token stop)
{
    const LineWatch::Call call(m_watch, stop, m_timeouts.connect);
    // The first step without blocking, so that there is a socket to watch before the first wait.
    ssh_set_blocking(m_session, 0);
    int rc = ssh_connect(m_session);
    m_watch.attach(SocketHandle(ssh_get_fd(m_session)));
    ssh_set_blocking(m_session, 1);
    if (rc == SSH_AGAIN)
        rc = ssh_connect(m_session);
    if (const auto interruption = call.interruption(m_endpoint.host))
        return *interruption;
    if (rc != SSH_OK) {
        const QString message = QString::fromUtf8(ssh_get_error(m_session));
        // Whoever answers on that port but does not speak SSH, or hangs up, is not reachable as an SSH server.
        ErrorKind kind = ErrorKind::HostUnreachable;
        if (message.startsWith("Timeout"_L1))
            kind = ErrorKind::Timeout;
        else if (message.contains("no match for method"_L1))
            kind = ErrorKind::Unsupported;
        return Error{kind, u"no SSH connection: "_s + message, m_endpoint.host, {}};
    }
    m_isConnected = true;
    return {};
}

QStringList SshSession::knownHostsFiles() const
{
    const QString system = option(SSH_OPTIONS_GLOBAL_KNOWNHOSTS);
    return {option(SSH_OPTIONS_KNOWNHOSTS), system.isEmpty() ? u"/etc/ssh/ssh_known_hosts"_s : system};
}

Result<> SshSession::verifyHostKey(const QByteArray &accepted)
{
    const QByteArray blob = serverKeyBlob(m_session);
    unsigned port = 22;
    ssh_options_get_port(m_session, &port);
    const QStringList files = knownHostsFiles();
    HostKey key{option(SSH_OPTIONS_HOST), int(port), QString::fromLatin1(hostKeyType(blob)),
                QCryptographicHash::hash(blob, QCryptographicHash::Sha256), files.first()};
    if (key.type.isEmpty())
        return Error{ErrorKind::BadAnswer, u"the server's host key is malformed"_s, m_endpoint.host, {}};
    const Result<HostKeyVerdict> verdict = checkKnownHosts(files, key.host, key.port, blob);
    if (!verdict)
        return verdict.error();
    const QString shown = key.type + u' ' + opensshFingerprint(key.sha256);
    const auto refuse = [&](const QString &why) {
        key.knownHostsFile = verdict->file;
        return Error{ErrorKind::HostKeyChanged,
                     u"%1 (%2:%3); the server shows %4"_s.arg(why, verdict->file).arg(verdict->line).arg(shown),
                     m_endpoint.host, key};
    };
    switch (verdict->state) {
    case HostKeyState::Known:
        return {};
    case HostKeyState::Changed:
        return refuse(u"another host key is recorded"_s);
    case HostKeyState::OtherType:
        return refuse(u"a host key of another type is recorded"_s);
    case HostKeyState::Revoked:
        return refuse(u"the host key is revoked"_s);
    case HostKeyState::Unknown:
        break;
    }
    if (accepted.isEmpty() || accepted != key.sha256)
        return Error{ErrorKind::HostKeyUnknown, u"the host key is not known: "_s + shown, m_endpoint.host, key};
    return recordKnownHost(key.knownHostsFile, key.host, key.port, blob);
}

Result<> SshSession::authenticate(const ServerCredentials &credentials, std::stop_token stop)
{
    const LineWatch::Call call(m_watch, stop, m_timeouts.inactivity);
    const auto begun = std::chrono::steady_clock::now();
    const Result<> result = logIn(m_session, m_endpoint, credentials);
    m_loginTime =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    if (const auto interruption = call.interruption(m_endpoint.host); interruption && !result)
        return *interruption;
    return result;
}

bool SshSession::isUp() const
{
    return m_isConnected && !m_watch.cutReason() && ssh_is_connected(m_session) &&
           !isClosedByPeer(SocketHandle(ssh_get_fd(m_session)));
}

Error SshSession::lineError() const
{
    return {ErrorKind::ConnectionLost,
            u"the line broke off: "_s + QString::fromUtf8(ssh_get_error(m_session)),
            m_endpoint.host,
            {}};
}

} // namespace letopis
