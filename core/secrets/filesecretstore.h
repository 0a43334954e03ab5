#pragma once

#include "core/domain/ports/secretstore.h"

namespace letopis {

// Secrets in a file of the profile, for computers without a keychain; only where the user asked for it. The file is the
// owner's alone (0600), written atomically, and refused where its group or others may read it. The secrets in it are
// encoded, not encrypted: who can read the file has them. remove() of what is not there succeeds.
class FileSecretStore final : public SecretStore
{
public:
    explicit FileSecretStore(QString filePath);

    QFuture<Result<SecretText>> read(const SecretRef &ref) override;
    QFuture<Result<>> write(const SecretRef &ref, const SecretText &secret) override;
    QFuture<Result<>> remove(const SecretRef &ref) override;
    QString description() const override;

private:
    Result<> change(const SecretRef &ref, const SecretText *secret) const;

    QString m_filePath;
};

} // namespace letopis
