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

    // What add() and update() refuse before they touch the catalog. InvalidInput (subject: the server's name or an
    // exception's host, detail: what is wrong).
    Result<> check(const ConferenceServer &server) const;
    // check() besides ServerRepository's errors.
    QFuture<Result<ServerId>> add(const Actor &actor, ConferenceServer server);
    QFuture<Result<>> update(const Actor &actor, ConferenceServer server);
    // Refused (InvalidInput) without a SHA-256, a host, a problem, with an end in the past, or for a revoked certificate.
    QFuture<Result<>> grantTlsException(const Actor &actor, ServerId id, TlsException exception);

private:
    Result<> check(const TlsException &exception) const;

    ServerRepository &m_servers;
    const Clock &m_clock;
};

} // namespace letopis
