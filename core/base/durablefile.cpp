#include "core/base/durablefile.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <filesystem>
#include <system_error>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace letopis {

namespace {

bool syncHandle(int handle)
{
#ifdef Q_OS_WIN
    return ::_commit(handle) == 0;
#else
    return ::fsync(handle) == 0;
#endif
}

void syncDirectoryOf(const QString &path)
{
#ifndef Q_OS_WIN
    const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
    const int handle = ::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
#else
    Q_UNUSED(path)
#endif
}

} // namespace

Error writeError(const QFileDevice &file)
{
    // QFileDevice reports ENOSPC as WriteError or ResourceError, depending on where it struck: ask the disk.
    const QStorageInfo disk(QFileInfo(file.fileName()).absolutePath());
    ErrorKind kind = ErrorKind::Internal;
    if (file.error() == QFileDevice::PermissionsError)
        kind = ErrorKind::PermissionDenied;
    else if (disk.isValid() && disk.bytesAvailable() < 1024 * 1024)
        kind = ErrorKind::DiskFull;
    return {kind, file.errorString(), file.fileName(), {}};
}

Result<> syncToDisk(QFileDevice &file)
{
    if (!file.flush() || !syncHandle(file.handle()))
        return writeError(file);
    return {};
}

Result<> renameReplacing(const QString &from, const QString &to)
{
    std::error_code failure;
    std::filesystem::rename(std::filesystem::path(from.toStdU16String()), std::filesystem::path(to.toStdU16String()),
                            failure);
    if (failure)
        return Error{failure == std::errc::permission_denied ? ErrorKind::PermissionDenied : ErrorKind::Internal,
                     QString::fromStdString(failure.message()), to, {}};
    syncDirectoryOf(to);
    return {};
}

} // namespace letopis
