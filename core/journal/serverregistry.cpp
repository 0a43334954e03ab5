#include "core/journal/serverregistry.h"

#include "core/base/whendone.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

Result<> ServerRegistry::check(const ConferenceServer &server) const
{
    QStringList reasons;
    for (const ServerProblem problem : problemsIn(server))
        reasons += serverProblemName(problem);
    if (!reasons.isEmpty())
        return Error{ErrorKind::InvalidInput, reasons.join(u"; "_s), server.name, {}};
    return {};
}

Result<> ServerRegistry::check(const TlsException &exception) const
{
    const auto refused = [&exception](const QString &why) {
        return Error{ErrorKind::InvalidInput, why, exception.host, {}};
    };
    if (exception.sha256.size() != 32 || exception.host.isEmpty() || exception.problems.isEmpty())
        return refused(u"an exception names a certificate, a host and a problem"_s);
    if (!isAcceptable(exception.problems))
        return refused(u"a revoked certificate is never accepted"_s);
    if (!exception.expiresAt.isValid() || exception.expiresAt <= m_clock.now())
        return refused(u"an exception ends, and in the future"_s);
    return {};
}

QFuture<Result<ServerId>> ServerRegistry::add(const Actor &actor, ConferenceServer server)
{
    server.name = server.name.trimmed();
    if (const Result<> fine = check(server); !fine)
        return readyFuture(Result<ServerId>(fine.error()));
    for (const TlsException &exception : std::as_const(server.tlsExceptions)) {
        if (const Result<> fine = check(exception); !fine)
            return readyFuture(Result<ServerId>(fine.error()));
    }
    return m_servers.add(actor, server);
}

QFuture<Result<>> ServerRegistry::update(const Actor &actor, ConferenceServer server)
{
    server.name = server.name.trimmed();
    if (const Result<> fine = check(server); !fine)
        return readyFuture(fine);
    return m_servers.update(actor, server);
}

QFuture<Result<>> ServerRegistry::grantTlsException(const Actor &actor, ServerId id, TlsException exception)
{
    if (!exception.grantedAt.isValid())
        exception.grantedAt = m_clock.now();
    if (const Result<> fine = check(exception); !fine)
        return readyFuture(fine);
    return m_servers.grantTlsException(actor, id, exception);
}

} // namespace letopis
