#include "core/journal/serverregistry.h"

#include "core/base/whendone.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
std::optional<Error> refusalOf(const ConferenceServer &server)
{
    const QList<ServerProblem> problems = problemsIn(server);
    if (problems.isEmpty())
        return std::nullopt;
    QStringList reasons;
    for (const ServerProblem problem : problems)
        reasons += serverProblemName(problem);
    return Error{ErrorKind::InvalidInput, reasons.join(u"; "_s), server.name, {}};
}
} // namespace

QFuture<Result<ServerId>> ServerRegistry::add(const Actor &actor, ConferenceServer server)
{
    server.name = server.name.trimmed();
    if (const std::optional<Error> refusal = refusalOf(server))
        return readyFuture(Result<ServerId>(*refusal));
    return m_servers.add(actor, server);
}

QFuture<Result<>> ServerRegistry::update(const Actor &actor, ConferenceServer server)
{
    server.name = server.name.trimmed();
    if (const std::optional<Error> refusal = refusalOf(server))
        return readyFuture(Result<>(*refusal));
    return m_servers.update(actor, server);
}

QFuture<Result<>> ServerRegistry::grantTlsException(const Actor &actor, ServerId id, TlsException exception)
{
    const QDateTime now = m_clock.now();
    if (!exception.grantedAt.isValid())
        exception.grantedAt = now;
    if (exception.sha256.size() != 32 || exception.host.isEmpty() || exception.problems.isEmpty())
        return readyFuture(Result<>(Error{
            ErrorKind::InvalidInput, u"an exception names a certificate, a host and a problem"_s, exception.host, {}}));
    if (!exception.expiresAt.isValid() || exception.expiresAt <= now)
        return readyFuture(
            Result<>(Error{ErrorKind::InvalidInput, u"an exception ends, and in the future"_s, exception.host, {}}));
    return m_servers.grantTlsException(actor, id, exception);
}

} // namespace letopis
