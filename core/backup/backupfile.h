#pragma once

#include "core/backup/passphrasekey.h"
#include "core/base/result.h"
#include "core/base/secrettext.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>

namespace letopis {

// The outermost layer of a backup: a stream of bytes (the tar.zst) in a file that shows any change of it.
//
// Plain: the stream itself and, as a last frame that zstd's own tools skip, the SHA-256 of everything before it. Any tar that
// knows zstd opens it.
// Encrypted: libsodium's secretstream (XChaCha20-Poly1305), key by Argon2id, integers little-endian:
//   8 "LETOBAK" and the version 1 | 4 passes | 8 memory in bytes | 16 salt | 24 secretstream header
//   17 an empty first message, authenticating what precedes it: proves the passphrase
//   32 BLAKE2b of all that: tells a wrong passphrase from a damaged beginning
//   then messages of 65536 bytes, the last one of up to that and tagged FINAL, after which the file ends.
// One thread at a time; blocks.
class BackupFileWriter
{
public:
    // Makes the file (which must not exist), for its owner only.
    static Result<std::unique_ptr<BackupFileWriter>> create(const QString &path,
                                                            const std::optional<SecretText> &passphrase,
                                                            KeyCost cost = usualKeyCost());
    // The same with a key that is derived already; null: plain.
    static Result<std::unique_ptr<BackupFileWriter>> createWith(const std::shared_ptr<const SaltedKey> &key,
                                                                const QString &path);
    virtual ~BackupFileWriter() = default;

    virtual Result<> write(QByteArrayView bytes) = 0;
    // Closes the stream; all of it is on the disk then.
    virtual Result<> finish() = 0;
};

class BackupFileReader
{
public:
    // InvalidInput: no backup at all. SecretMissing: encrypted, and no passphrase given. AuthenticationRefused, with
    // WrongPassphrase as evidence: that. ContentMismatch: damaged. Unsupported: of a newer version. NotFound, PermissionDenied.
    // A `known` key is used instead of deriving it anew, where the file was written with it.
    static Result<std::unique_ptr<BackupFileReader>> open(const QString &path, const std::optional<SecretText> &passphrase,
                                                          const std::shared_ptr<const SaltedKey> &known = {});
    virtual ~BackupFileReader() = default;

    // The next bytes, valid until the next call; empty at the end, and then the whole file was as it was written.
    // ContentMismatch: damaged or cut off.
    virtual Result<QByteArrayView> read() = 0;
    virtual qint64 fileSize() const = 0;
};

// By the file's first bytes. InvalidInput where it is no backup; NotFound, PermissionDenied.
Result<bool> isEncryptedBackup(const QString &path);

} // namespace letopis
