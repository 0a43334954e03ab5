#pragma once

#include "core/domain/ports/filetransport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace letopis::test {

// FileTransport over a local directory, for what does not depend on SSH.
class DirectoryTransport final : public FileTransport
{
public:
    Result<RemoteFile> stat(const RemotePath &path, std::stop_token stop) override
    {
        if (auto checked = check(path, stop); !checked)
            return checked.error();
        return fileOf(QFileInfo(path.path));
    }
    Result<QList<RemoteFile>> list(const RemotePath &directory, std::stop_token stop,
                                   int maxNames = 1'000'000) override
    {
        if (auto checked = check(directory, stop); !checked)
            return checked.error();
        QList<RemoteFile> files;
        for (const QFileInfo &info :
             QDir(directory.path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
            files.append(fileOf(info));
        if (files.size() > maxNames)
            return Error{ErrorKind::TooLarge, {}, directory.path, {}};
        return files;
    }
    Result<qint64> read(const RemotePath &path, qint64 from, qint64 length, const ByteSink &sink, ProgressCounters &,
                        std::stop_token stop) override
    {
        reads.append(path.path);
        if (auto checked = check(path, stop); !checked)
            return checked.error();
        QFile file(path.path);
        if (!file.open(QIODevice::ReadOnly) || !file.seek(from))
            return Error{ErrorKind::PermissionDenied, file.errorString(), path.path, {}};
        const QByteArray bytes = length < 0 ? file.readAll() : file.read(length);
        for (qsizetype at = 0; at < bytes.size(); at += 4096) {
            if (auto taken = sink(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(4096, bytes.size() - at))); !taken)
                return taken.error();
        }
        return file.size();
    }
    Result<Transferred> download(const DownloadRequest &, ProgressCounters &, std::stop_token) override { return unsupported(); }
    Result<Transferred> upload(const UploadRequest &, ProgressCounters &, std::stop_token) override { return unsupported(); }
    Result<QByteArray> readAll(const RemotePath &, qint64, std::stop_token) override { return unsupported(); }
    Result<> writeAll(const RemotePath &, const QByteArray &, Existing, std::stop_token) override { return unsupported(); }
    Result<> makeDirectories(const RemotePath &, std::stop_token) override { return unsupported(); }
    Result<> rename(const RemotePath &, const RemotePath &, Existing, std::stop_token) override { return unsupported(); }
    Result<> removeFile(const RemotePath &, std::stop_token) override { return unsupported(); }
    Result<> removeDirectory(const RemotePath &, std::stop_token) override { return unsupported(); }
    Result<std::optional<qint64>> freeSpace(const RemotePath &, std::stop_token) override { return unsupported(); }

    QStringList reads;
    QString locked; // paths that start so refuse

private:
    static Error unsupported() { return {ErrorKind::Unsupported, {}, {}, {}}; }
    static RemoteFile fileOf(const QFileInfo &info)
    {
        return {info.fileName(), info.isDir(), info.isFile(), info.size(), info.lastModified().toUTC(), false};
    }
    Result<> check(const RemotePath &place, const std::stop_token &stop) const
    {
        const QString &path = place.path;
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, path, {}};
        if (!locked.isEmpty() && path.startsWith(locked))
            return Error{ErrorKind::PermissionDenied, {}, path, {}};
        if (!QFileInfo::exists(path))
            return Error{ErrorKind::NotFound, {}, path, {}};
        return {};
    }
};

} // namespace letopis::test
