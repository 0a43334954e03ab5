#pragma once

#include "core/backup/backupfile.h"

#include <QFile>

namespace letopis {

// The two kinds of backup files; only backupfile.cpp chooses between them.
inline constexpr QByteArrayView encryptedMagic("LETOBAK", 7);
inline constexpr char encryptedVersion = 1;
inline constexpr QByteArrayView zstdMagic("\x28\xb5\x2f\xfd", 4);

Result<std::unique_ptr<BackupFileWriter>> createPlain(std::unique_ptr<QFile> file);
Result<std::unique_ptr<BackupFileWriter>> createEncrypted(std::unique_ptr<QFile> file, const SaltedKey &key);
Result<std::unique_ptr<BackupFileReader>> openPlain(std::unique_ptr<QFile> file);
Result<std::unique_ptr<BackupFileReader>> openEncrypted(std::unique_ptr<QFile> file, const SecretText &passphrase,
                                                        const std::shared_ptr<const SaltedKey> &known);

Error damagedBackup(const QString &path, const QString &how);

} // namespace letopis
