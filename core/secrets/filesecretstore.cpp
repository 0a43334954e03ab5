#include "core/secrets/filesecretstore.h"

#include "core/base/whendone.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto versionKey = "version"_L1;
constexpr auto secretsKey = "secrets"_L1;

Error unavailable(const QString &detail, const QString &filePath)
{
    return {ErrorKind::SecretStoreUnavailable, detail, filePath, {}};
}

// Windows keeps rights in lists that Qt shows only in part; a profile there is its user's alone by inheritance.
bool isOpenToOthers([[maybe_unused]] const QFileDevice::Permissions permissions)
{
#ifdef Q_OS_WIN
    return false;
#else
    constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                QFileDevice::WriteOther | QFileDevice::ExeOther;
    return (permissions & others) != 0;
#endif
}

// {"version": 1, "secrets": {scope: {purpose: base64}}}; a file that is not there holds nothing.
Result<QJsonObject> load(const QString &filePath)
{
    QFile file(filePath);
    if (!file.exists())
        return QJsonObject();
    if (isOpenToOthers(file.permissions()))
        return unavailable(u"other users of this computer may open the file of secrets; chmod 600 it"_s, filePath);
    if (!file.open(QIODevice::ReadOnly))
        return unavailable(u"cannot read the file of secrets: "_s + file.errorString(), filePath);
    if (file.size() > largestFile)
        return unavailable(u"the file of secrets is too large to be one"_s, filePath);
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    if (root.value(versionKey).toInt() != 1 || !root.value(secretsKey).isObject())
        return unavailable(u"the file is not a file of secrets of this version"_s, filePath);
    return root.value(secretsKey).toObject();
}

Result<> save(const QString &filePath, const QJsonObject &secrets)
{
    QSaveFile file(filePath);
    // The mode goes on while the file is still empty: no moment when others could read a secret.
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) &&
        file.write(QJsonDocument(QJsonObject{{versionKey, 1}, {secretsKey, secrets}}).toJson()) > 0 && file.commit();
    if (!isWritten)
        return unavailable(u"cannot write the file of secrets: "_s + file.errorString(), filePath);
    return {};
}

} // namespace

FileSecretStore::FileSecretStore(QString filePath)
    : m_filePath(std::move(filePath))
{
}

QFuture<Result<SecretText>> FileSecretStore::read(const SecretRef &ref)
{
    const auto lookUp = [&](const QJsonObject &secrets) -> Result<SecretText> {
        const QJsonValue found = secrets.value(ref.scope).toObject().value(ref.purpose);
        if (!found.isString())
            return Error{ErrorKind::SecretMissing, u"no such secret in the file"_s, ref.purpose, {}};
        auto decoded =
            QByteArray::fromBase64Encoding(found.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return unavailable(u"the file of secrets is damaged"_s, m_filePath);
        return SecretText(*decoded);
    };
    return readyFuture(load(m_filePath).and_then(lookUp));
}

QFuture<Result<>> FileSecretStore::write(const SecretRef &ref, const SecretText &secret)
{
    return readyFuture(change(ref, &secret));
}

QFuture<Result<>> FileSecretStore::remove(const SecretRef &ref)
{
    return readyFuture(change(ref, nullptr));
}

QString FileSecretStore::description() const
{
    return m_filePath;
}

// The desktop and the command line may share a profile: the lock keeps one from undoing the other's change.
Result<> FileSecretStore::change(const SecretRef &ref, const SecretText *secret) const
{
    QLockFile lock(m_filePath + ".lock"_L1);
    if (!lock.tryLock(2000))
        return unavailable(u"another program holds the file of secrets, or its folder is not writable"_s, m_filePath);
    return load(m_filePath).and_then([&](QJsonObject secrets) -> Result<> {
        QJsonObject scope = secrets.value(ref.scope).toObject();
        if (secret)
            scope.insert(ref.purpose, QString::fromLatin1(secret->reveal().toBase64()));
        else if (scope.take(ref.purpose).isUndefined())
            return {};
        if (scope.isEmpty())
            secrets.remove(ref.scope);
        else
            secrets.insert(ref.scope, scope);
        return save(m_filePath, secrets);
    });
}

} // namespace letopis
