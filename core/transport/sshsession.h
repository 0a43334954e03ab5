#pragma once

#include "core/base/result.h"
#include "core/domain/server.h"
#include "core/transport/linewatch.h"

#include <QStringList>

#include <memory>

// libssh's own names, so that only .cpp files include its header.
using ssh_session = struct ssh_session_struct *;

namespace letopis {

struct SshTimeouts
{
    std::chrono::milliseconds connect{15'000};    // TCP, key exchange; each of the two
    std::chrono::milliseconds inactivity{60'000}; // without a byte from the server; also the whole of logging in
    // After that much idleness (a laptop's sleep) the line is tried before it is relied on.
    std::chrono::milliseconds trustedIdleness{30'000};
};

// One connected SSH session whose host key was verified. One caller at a time.
class SshSession
{
public:
    static Result<std::unique_ptr<SshSession>> open(const SshEndpoint &endpoint, const ServerCredentials &credentials,
                                                    const SshTimeouts &timeouts, std::stop_token stop);
    ~SshSession();
    SshSession(const SshSession &) = delete;
    SshSession &operator=(const SshSession &) = delete;

    ssh_session handle() const { return m_session; }
    LineWatch &watch() { return m_watch; }
    // The host as configured by the user; the subject of errors about the line.
    const QString &host() const { return m_endpoint.host; }
    // False where the line is known to be gone; asks nobody.
    bool isUp() const;
    // How long proving who we are took; a person may have been part of it.
    std::chrono::milliseconds loginTime() const { return m_loginTime; }
    // Why the last libssh call on this session failed, when the line is to blame.
    Error lineError() const;

private:
    SshSession(SshEndpoint endpoint, const SshTimeouts &timeouts);

    Result<> configure();
    Result<> connect(std::stop_token stop);
    Result<> exchangeKeys(std::stop_token stop);
    Result<> verifyHostKey(const QByteArray &accepted);
    Result<> authenticate(const ServerCredentials &credentials, std::stop_token stop);
    QStringList knownHostsFiles() const;
    QString option(int which) const;

    SshEndpoint m_endpoint;
    SshTimeouts m_timeouts;
    ssh_session m_session = nullptr;
    LineWatch m_watch;
    bool m_isConnected = false;
    std::chrono::milliseconds m_loginTime{0};
};

} // namespace letopis
