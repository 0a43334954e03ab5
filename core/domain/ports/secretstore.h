#pragma once

#include "core/base/result.h"
#include "core/base/secrettext.h"

#include <QFuture>

namespace letopis {

// Names a secret; everything else in the program stores only this.
struct SecretRef
{
    QString scope;   // a server's uuid
    QString purpose; // "api-secret", "ssh-password", "ssh-key-passphrase", "proxy-password"

    friend bool operator==(const SecretRef &, const SecretRef &) = default;
};

// A secret that is never there: reading it shows whether a store answers at all.
inline SecretRef probeOfSecretStore()
{
    return {QStringLiteral("letopis"), QStringLiteral("probe")};
}

// Where secrets live. Main thread only; answers later, on an event loop. SecretStoreUnavailable where the computer has no
// keychain or it is locked; SecretMissing where it holds no such secret.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual QFuture<Result<SecretText>> read(const SecretRef &ref) = 0;
    virtual QFuture<Result<>> write(const SecretRef &ref, const SecretText &secret) = 0;
    virtual QFuture<Result<>> remove(const SecretRef &ref) = 0;
    // For people: "the desktop's keychain", a file's path.
    virtual QString description() const = 0;
};

} // namespace letopis
