#pragma once

#include "core/domain/ports/secretstore.h"
#include "core/domain/server.h"

#include <QObject>

namespace letopis {

// A server's secrets, all together, in a SecretStore. Main thread.
class Credentials : public QObject
{
    Q_OBJECT

public:
    explicit Credentials(SecretStore &store, QObject *parent = nullptr);

    void use(SecretStore &store);
    SecretStore &store() const { return *m_store; }
    QString storeDescription() const { return m_store->description(); }
    // Whether the store works here: SecretStoreUnavailable.
    QFuture<Result<>> check();

    // Secrets that were never stored come back empty; only the API's shared secret is required (SecretMissing).
    QFuture<Result<ServerCredentials>> load(const QString &serverUuid);
    // Writes the non-empty ones.
    QFuture<Result<>> save(const QString &serverUuid, const ServerCredentials &credentials);
    // Removes all; what was not there is no error.
    QFuture<Result<>> removeAll(const QString &serverUuid);

private:
    SecretStore *m_store;
};

} // namespace letopis
