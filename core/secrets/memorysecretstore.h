#pragma once

#include "core/domain/ports/secretstore.h"

#include <QHash>

namespace letopis {

// Secrets for as long as the program runs: throw-away profiles and tests.
class MemorySecretStore final : public SecretStore
{
public:
    QFuture<Result<SecretText>> read(const SecretRef &ref) override;
    QFuture<Result<>> write(const SecretRef &ref, const SecretText &secret) override;
    QFuture<Result<>> remove(const SecretRef &ref) override;
    QString description() const override;

private:
    QHash<QString, QHash<QString, SecretText>> m_secrets; // by scope, then purpose
};

} // namespace letopis
