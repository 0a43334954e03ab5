#include "core/backup/backupfile.h"

#include "core/backup/backupfileformats.h"
#include "core/base/durablefile.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<> openForReading(QFile &file)
{
    if (!file.exists())
        return Error{ErrorKind::NotFound, u"there is no such file"_s, file.fileName(), {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::PermissionDenied, file.errorString(), file.fileName(), {}};
    return {};
}

Result<bool> isEncrypted(QFile &file)
{
    const QByteArray first = file.peek(encryptedMagic.size());
    if (first == encryptedMagic)
        return true;
    if (first.startsWith(QByteArrayView(zstdMagic)))
        return false;
    return Error{ErrorKind::InvalidInput, u"the file is no backup of a catalog"_s, file.fileName(), {}};
}

} // namespace

Error damagedBackup(const QString &path, const QString &how)
{
    return {ErrorKind::ContentMismatch, u"the backup is damaged: "_s + how, path, {}};
}

Result<std::unique_ptr<BackupFileWriter>> BackupFileWriter::create(const QString &path,
                                                                   const std::optional<SecretText> &passphrase,
                                                                   KeyCost cost)
{
    if (!passphrase)
        return createWith({}, path);
    const Result<std::shared_ptr<const SaltedKey>> key = SaltedKey::make(*passphrase, cost);
    return key ? createWith(*key, path) : Result<std::unique_ptr<BackupFileWriter>>(key.error());
}

Result<std::unique_ptr<BackupFileWriter>> BackupFileWriter::createWith(const std::shared_ptr<const SaltedKey> &key,
                                                                       const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner))
        return writeError(*file);
    return key ? createEncrypted(std::move(file), *key) : createPlain(std::move(file));
}

Result<std::unique_ptr<BackupFileReader>> BackupFileReader::open(const QString &path,
                                                                 const std::optional<SecretText> &passphrase,
                                                                 const std::shared_ptr<const SaltedKey> &known)
{
    auto file = std::make_unique<QFile>(path);
    if (Result<> opened = openForReading(*file); !opened)
        return opened.error();
    const Result<bool> encrypted = isEncrypted(*file);
    if (!encrypted)
        return encrypted.error();
    if (!*encrypted)
        return openPlain(std::move(file));
    if (!passphrase)
        return Error{ErrorKind::SecretMissing, u"the backup is encrypted"_s, path, {}};
    return openEncrypted(std::move(file), *passphrase, known);
}

Result<bool> isEncryptedBackup(const QString &path)
{
    QFile file(path);
    if (Result<> opened = openForReading(file); !opened)
        return opened.error();
    return isEncrypted(file);
}

} // namespace letopis
