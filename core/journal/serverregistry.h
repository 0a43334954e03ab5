#pragma once

#include "core/storage/serverrepository.h"

namespace letopis {

// Adding and changing servers: the rules of problemsIn() and the trust rules, then the repository. Any thread.
class ServerRegistry
{
public:
    ServerRegistry(ServerRepository &servers, const Clock &clock)
        : m_servers(servers)
        , m_clock(clock)
    {
    }

    // InvalidInput (subject: the server's name, detail: what is wrong) besides ServerRepository's errors.
    QFuture<Result<ServerId>> add(const Actor &actor, ConferenceServer server);
    QFuture<Result<>> update(const Actor &actor, ConferenceServer server);
    // Refused (InvalidInput) without a SHA-256, a host, a problem, or with an end in the past.
    QFuture<Result<>> grantTlsException(const Actor &actor, ServerId id, TlsException exception);

private:
    ServerRepository &m_servers;
    const Clock &m_clock;
};

} // namespace letopis
