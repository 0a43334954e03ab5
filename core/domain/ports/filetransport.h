#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/ports/conferenceservice.h"

#include <QDateTime>

#include <stop_token>

namespace letopis {

struct RemoteFile
{
    QString name; // without the directory; as the server sends it, hostile until checked
    bool isDirectory = false;
    bool isRegularFile = false;
    qint64 sizeBytes = 0;
    QDateTime modifiedAt; // UTC
};

struct DownloadRequest
{
    QString remotePath;
    QString localPath;       // written as localPath + ".part", then fsync and rename
    qint64 expectedSize = -1; // -1: as the server's stat says
    bool resume = true;      // goes on from the .part file's size
    QByteArray expectedSha256; // empty: not checked
};

struct UploadRequest
{
    QString localPath;
    QString remotePath; // written as remotePath + ".part", fsync where the server can, then renamed
    bool resume = true;
};

// A remote file system. Every call blocks; one caller at a time, never the main thread; ends soon after `stop` with
// Cancelled. Paths are absolute and '/'-separated.
class FileTransport
{
public:
    virtual ~FileTransport() = default;

    virtual Result<RemoteFile> stat(const QString &path, std::stop_token stop) = 0;
    virtual Result<QList<RemoteFile>> list(const QString &directory, std::stop_token stop) = 0;
    // Bytes [from, from + length), length -1: to the end, streamed to the sink in order. Returns the file's size.
    virtual Result<qint64> read(const QString &path, qint64 from, qint64 length, const ByteSink &sink,
                                ProgressCounters &progress, std::stop_token stop) = 0;
    // Returns the bytes of the whole file.
    virtual Result<qint64> download(const DownloadRequest &request, ProgressCounters &progress, std::stop_token stop) = 0;
    virtual Result<qint64> upload(const UploadRequest &request, ProgressCounters &progress, std::stop_token stop) = 0;
};

} // namespace letopis
