#pragma once

#include "core/domain/ports/secretstore.h"

#include <chrono>

namespace letopis {

// The desktop's own keychain (Secret Service, KWallet, macOS Keychain, Windows Credential Manager) through QtKeychain,
// under the service name "Letopis" and the key "scope/purpose". SecretStoreUnavailable where none answers in time, never a
// hang: secrets are read and written with `patience`, for a person may be typing the keychain's password; the probe and
// remove() wait `shortPatience` at most. Questions are worked through in turn, so a remove() after a write() that was given
// up on undoes it, should it succeed late. remove() of what is not there succeeds.
class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(std::chrono::milliseconds patience = std::chrono::seconds(60),
                                 std::chrono::milliseconds shortPatience = std::chrono::seconds(5));

    QFuture<Result<SecretText>> read(const SecretRef &ref) override;
    QFuture<Result<>> write(const SecretRef &ref, const SecretText &secret) override;
    QFuture<Result<>> remove(const SecretRef &ref) override;
    QString description() const override;

private:
    std::chrono::milliseconds m_patience;
    std::chrono::milliseconds m_shortPatience;
};

} // namespace letopis
