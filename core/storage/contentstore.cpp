#include "core/storage/contentstore.h"

#include "core/base/durablefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

ContentStore::ContentStore(QString root)
    : m_root(std::move(root))
{
}

QString ContentStore::pathOf(const QByteArray &sha256) const
{
    const QString hex = QString::fromLatin1(sha256.toHex());
    return u"%1/%2/%3.gz"_s.arg(m_root, hex.left(2), hex);
}

Result<StoredContent> ContentStore::put(const QByteArray &gzip) const
{
    const StoredContent content{QCryptographicHash::hash(gzip, QCryptographicHash::Sha256), gzip.size()};
    const QString path = pathOf(content.sha256);
    if (QFileInfo::exists(path) && get(content.sha256))
        return content; // named by its content: already here, and whole
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::PermissionDenied, u"cannot make the folder"_s, folder, {}};
    const QString part = u"%1.%2.part"_s.arg(path, QUuid::createUuid().toString(QUuid::Id128));
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return writeError(file);
    const bool isWritten = file.write(gzip) == gzip.size();
    Result<> stored = isWritten ? syncToDisk(file) : Result<>{writeError(file)};
    file.close();
    if (stored)
        stored = renameReplacing(part, path);
    if (!stored) {
        file.remove();
        return stored.error();
    }
    return content;
}

Result<QByteArray> ContentStore::get(const QByteArray &sha256) const
{
    QFile file(pathOf(sha256));
    if (!file.exists())
        return Error{ErrorKind::NotFound, u"the stored file is missing"_s, file.fileName(), {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::PermissionDenied, file.errorString(), file.fileName(), {}};
    QByteArray bytes = file.readAll();
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != sha256)
        return Error{ErrorKind::ContentMismatch, u"the stored file was changed"_s, file.fileName(), {}};
    return bytes;
}

} // namespace letopis
