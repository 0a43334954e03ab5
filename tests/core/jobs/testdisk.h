#pragma once

#include "core/base/durablefile.h"
#include "core/domain/ports/filetransport.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <functional>

namespace letopis::test {

// A server's disk in a local directory, with a line that can be cut at any call.
class TestDisk final : public FileTransport
{
public:
    enum class Cut { Before, After }; // whether the call had its effect

    int calls = 0;
    int cutAt = 0; // from 1; 0: never
    Cut cut = Cut::Before;
    bool isFull = false;
    std::function<void(const QString &call, const RemotePath &path)> before; // each call, to meddle with the disk

    Result<RemoteFile> stat(const RemotePath &path, std::stop_token) override
    {
        return during<RemoteFile>(u"stat", path, [&]() -> Result<RemoteFile> {
            if (!isThere(path))
                return notFound(path);
            return fileOf(QFileInfo(path.path));
        });
    }
    Result<QList<RemoteFile>> list(const RemotePath &directory, std::stop_token, int maxNames) override
    {
        return during<QList<RemoteFile>>(u"list", directory, [&]() -> Result<QList<RemoteFile>> {
            if (!isThere(directory))
                return notFound(directory);
            QList<RemoteFile> files;
            for (const QFileInfo &info : QDir(directory.path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
                files.append(fileOf(info));
            if (files.size() > maxNames)
                return Error{ErrorKind::TooLarge, {}, directory.path, {}};
            return files;
        });
    }
    Result<qint64> read(const RemotePath &path, qint64, qint64, const ByteSink &, ProgressCounters &, std::stop_token) override
    {
        return Error{ErrorKind::Unsupported, {}, path.path, {}};
    }
    Result<Transferred> download(const DownloadRequest &request, ProgressCounters &, std::stop_token) override
    {
        return during<Transferred>(u"download", request.remotePath, [&]() -> Result<Transferred> {
            const QByteArray content = contentOf(request.remotePath.path);
            if (!isThere(request.remotePath))
                return notFound(request.remotePath);
            if (QCryptographicHash::hash(content, QCryptographicHash::Sha256) != request.expectedSha256)
                return Error{ErrorKind::ContentMismatch, {}, request.remotePath.path, {}};
            return put(request.localPath, content);
        });
    }
    Result<Transferred> upload(const UploadRequest &request, ProgressCounters &, std::stop_token) override
    {
        return during<Transferred>(u"upload", request.remotePath, [&]() -> Result<Transferred> {
            const QByteArray content = contentOf(request.localPath);
            const RemotePath part = partOf(request.remotePath, request.partId);
            if (isFull)
                return Error{ErrorKind::DiskFull, {}, part.path, {}};
            if (QCryptographicHash::hash(content, QCryptographicHash::Sha256) != request.expectedSha256)
                return Error{ErrorKind::ContentMismatch, {}, request.localPath, {}};
            if (request.existing == Existing::Keep && isThere(request.remotePath))
                return Error{ErrorKind::AlreadyExists, {}, request.remotePath.path, {}};
            if (Result<Transferred> half = put(part.path, content.first(content.size() / 2)); !half)
                return half;
            if (before)
                before(QStringLiteral("upload half-way"), request.remotePath);
            const Result<Transferred> whole = put(request.remotePath.path, content);
            QFile::remove(part.path);
            return whole;
        });
    }
    Result<QByteArray> readAll(const RemotePath &path, qint64 maxBytes, std::stop_token) override
    {
        return during<QByteArray>(u"readAll", path, [&]() -> Result<QByteArray> {
            if (!isThere(path))
                return notFound(path);
            if (QFileInfo(path.path).size() > maxBytes)
                return Error{ErrorKind::TooLarge, {}, path.path, {}};
            return contentOf(path.path);
        });
    }
    Result<> writeAll(const RemotePath &path, const QByteArray &content, Existing existing, std::stop_token) override
    {
        return during<void>(u"writeAll", path, [&]() -> Result<> {
            if (isFull)
                return Error{ErrorKind::DiskFull, {}, path.path, {}};
            if (existing == Existing::Keep && isThere(path))
                return Error{ErrorKind::AlreadyExists, {}, path.path, {}};
            const Result<Transferred> written = put(path.path, content);
            return written ? Result<>() : Result<>(written.error());
        });
    }
    Result<> makeDirectories(const RemotePath &directory, std::stop_token) override
    {
        return during<void>(u"makeDirectories", directory, [&]() -> Result<> {
            if (!directory.root.isEmpty() && !QFileInfo::exists(directory.root))
                return notFound(RemotePath(directory.root));
            QDir().mkpath(directory.path);
            return {};
        });
    }
    Result<> rename(const RemotePath &from, const RemotePath &, Existing, std::stop_token) override { return unsupported(from); }
    Result<> removeFile(const RemotePath &path, std::stop_token) override
    {
        return during<void>(u"removeFile", path, [&]() -> Result<> {
            return QFile::remove(path.path) ? Result<>() : Result<>(notFound(path));
        });
    }
    Result<> removeDirectory(const RemotePath &path, std::stop_token) override { return unsupported(path); }
    Result<std::optional<qint64>> freeSpace(const RemotePath &, std::stop_token) override { return std::optional<qint64>(); }

private:
    template <typename T, typename F>
    Result<T> during(QStringView name, const RemotePath &path, F effect)
    {
        ++calls;
        if (before)
            before(name.toString(), path);
        const Error lost{ErrorKind::ConnectionLost, QStringLiteral("cut"), path.path, {}};
        if (calls == cutAt && cut == Cut::Before)
            return lost;
        Result<T> result = effect();
        return calls == cutAt ? Result<T>(lost) : result;
    }
    static bool isThere(const RemotePath &path) { return QFileInfo::exists(path.path); }
    static Error notFound(const RemotePath &path) { return {ErrorKind::NotFound, QStringLiteral("not there"), path.path, {}}; }
    static Error unsupported(const RemotePath &path) { return {ErrorKind::Unsupported, {}, path.path, {}}; }
    static RemoteFile fileOf(const QFileInfo &info)
    {
        const bool isLink = info.isSymLink();
        return {info.fileName(), info.isDir() && !isLink, info.isFile() && !isLink, info.size(), info.lastModified().toUTC(), isLink};
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static Result<Transferred> put(const QString &path, const QByteArray &content)
    {
        QFile file(path + QStringLiteral(".writing"));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return Error{ErrorKind::PermissionDenied, file.errorString(), path, {}};
        file.close();
        if (Result<> renamed = renameReplacing(file.fileName(), path); !renamed)
            return renamed.error();
        return Transferred{content.size(), QCryptographicHash::hash(content, QCryptographicHash::Sha256), 0};
    }
};

} // namespace letopis::test
