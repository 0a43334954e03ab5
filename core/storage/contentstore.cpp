#include "core/storage/contentstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// A renamed file survives a power cut only when its directory is on disk too. Elsewhere the file system sees to it.
void syncDirectory(const QString &path)
{
#ifdef Q_OS_UNIX
    const int directory = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (directory < 0)
        return;
    ::fsync(directory);
    ::close(directory);
#else
    Q_UNUSED(path)
#endif
}

Error fileError(const QString &what, QFileDevice::FileError code, const QString &path)
{
    const bool isFull = code == QFileDevice::WriteError || code == QFileDevice::ResourceError;
    return Error{isFull ? ErrorKind::DiskFull : ErrorKind::PermissionDenied, what, path, {}};
}
} // namespace

ContentStore::ContentStore(QString root) : m_root(std::move(root)) {}

QString ContentStore::pathOf(const QByteArray &sha256) const
{
    const QString hex = QString::fromLatin1(sha256.toHex());
    return u"%1/%2/%3.gz"_s.arg(m_root, hex.left(2), hex);
}

Result<StoredContent> ContentStore::put(const QByteArray &gzip) const
{
    const StoredContent content{QCryptographicHash::hash(gzip, QCryptographicHash::Sha256), gzip.size()};
    const QString path = pathOf(content.sha256);
    if (QFileInfo(path).size() == gzip.size())
        return content; // named by its content: already here
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::PermissionDenied, u"cannot make the folder"_s, folder, {}};
    QSaveFile file(path); // commit() syncs the file before it renames it
    if (!file.open(QIODevice::WriteOnly) || file.write(gzip) != gzip.size() || !file.commit())
        return fileError(file.errorString(), file.error(), path);
    syncDirectory(folder);
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
