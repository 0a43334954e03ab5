#include "core/secrets/memorysecretstore.h"

#include "core/base/whendone.h"

namespace letopis {

QFuture<Result<SecretText>> MemorySecretStore::read(const SecretRef &ref)
{
    const QHash<QString, SecretText> scope = m_secrets.value(ref.scope);
    const auto found = scope.constFind(ref.purpose);
    if (found == scope.constEnd())
        return readyFuture(Result<SecretText>(
            Error{ErrorKind::SecretMissing, QStringLiteral("no such secret in memory"), ref.purpose, {}}));
    return readyFuture(Result<SecretText>(*found));
}

QFuture<Result<>> MemorySecretStore::write(const SecretRef &ref, const SecretText &secret)
{
    m_secrets[ref.scope].insert(ref.purpose, secret);
    return readyFuture(Result<>());
}

QFuture<Result<>> MemorySecretStore::remove(const SecretRef &ref)
{
    m_secrets[ref.scope].remove(ref.purpose);
    return readyFuture(Result<>());
}

QString MemorySecretStore::description() const
{
    return QStringLiteral("memory, until the program ends");
}

} // namespace letopis
