#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/domain/server.h"
#include "core/storage/database.h"

namespace letopis {

// Configured servers; no secret is ever in here. Each change is journalled in its own transaction. Any thread.
class ServerRepository
{
public:
    ServerRepository(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    // AlreadyExists when a server that is not removed has the name (case does not count). A removed server with the
    // same API URL comes back under its old id, so that its recordings belong to it again. An empty uuid is filled in.
    QFuture<Result<ServerId>> add(const Actor &actor, const ConferenceServer &server);
    // Name, URL, CA file, proxy, SSH, data root, interval. NotFound, AlreadyExists. TLS exceptions have their own
    // calls.
    QFuture<Result<>> update(const Actor &actor, const ConferenceServer &server);
    // Its recordings stay.
    QFuture<Result<>> remove(const Actor &actor, ServerId id);
    QFuture<Result<>> grantTlsException(const Actor &actor, ServerId id, const TlsException &exception);
    QFuture<Result<>> revokeTlsException(const Actor &actor, ServerId id, const QByteArray &sha256);
    QFuture<Result<>> setChecksumAlgorithm(const Actor &actor, ServerId id, ChecksumAlgorithm algorithm);
    // End of a complete sync.
    QFuture<Result<>> setLastSync(ServerId id, const QDateTime &at);

    // By name; removed ones only where asked for.
    QFuture<Result<QList<ConferenceServer>>> list(bool withRemoved = false) const;
    QFuture<Result<ConferenceServer>> find(ServerId id) const;           // NotFound
    QFuture<Result<ConferenceServer>> byName(const QString &name) const; // case does not count; NotFound
    QFuture<Result<>> checkName(const QString &name, ServerId bearer) const; // AlreadyExists: another than `bearer` has it

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace letopis
