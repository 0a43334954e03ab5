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
    Result<RemoteFile> stat(const QString &path, std::stop_token stop) override
    {
        if (auto checked = check(path, stop); !checked)
            return checked.error();
        const QFileInfo info(path);
        return RemoteFile{info.fileName(), info.isDir(), info.isFile(), info.size(), info.lastModified().toUTC()};
    }
    Result<QList<RemoteFile>> list(const QString &directory, std::stop_token stop) override
    {
        if (auto checked = check(directory, stop); !checked)
            return checked.error();
        QList<RemoteFile> files;
        for (const QFileInfo &info : QDir(directory).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
            files.append({info.fileName(), info.isDir(), info.isFile(), info.size(), info.lastModified().toUTC()});
        return files;
    }
    Result<qint64> read(const QString &path, qint64 from, qint64 length, const ByteSink &sink, ProgressCounters &,
                        std::stop_token stop) override
    {
        reads.append(path);
        if (auto checked = check(path, stop); !checked)
            return checked.error();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || !file.seek(from))
            return Error{ErrorKind::PermissionDenied, file.errorString(), path, {}};
        const QByteArray bytes = length < 0 ? file.readAll() : file.read(length);
        for (qsizetype at = 0; at < bytes.size(); at += 4096) {
            if (auto taken = sink(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(4096, bytes.size() - at))); !taken)
                return taken.error();
        }
        return file.size();
    }
    Result<qint64> download(const DownloadRequest &, ProgressCounters &, std::stop_token) override { return unsupported(); }
    Result<qint64> upload(const UploadRequest &, ProgressCounters &, std::stop_token) override { return unsupported(); }

    QStringList reads;
    QString locked; // paths that start so refuse

private:
    static Error unsupported() { return {ErrorKind::Unsupported, {}, {}, {}}; }
    Result<> check(const QString &path, const std::stop_token &stop) const
    {
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
