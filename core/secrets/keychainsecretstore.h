#pragma once

#include "core/domain/ports/secretstore.h"

#include <chrono>

namespace letopis {

// The desktop's own keychain (Secret Service, KWallet, macOS Keychain, Windows Credential Manager) through QtKeychain,
// under the service name "Letopis" and the key "scope/purpose". Where none answers within `patience`,
// SecretStoreUnavailable: never a hang. A keychain that asks its user for a password may need longer; the call after
// that succeeds. remove() of what is not there succeeds.
class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(std::chrono::milliseconds patience = std::chrono::seconds(5));

    QFuture<Result<SecretText>> read(const SecretRef &ref) override;
    QFuture<Result<>> write(const SecretRef &ref, const SecretText &secret) override;
    QFuture<Result<>> remove(const SecretRef &ref) override;
    QString description() const override;

private:
    std::chrono::milliseconds m_patience;
};

} // namespace letopis
