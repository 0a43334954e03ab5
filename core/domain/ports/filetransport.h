#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/ports/conferenceservice.h"

#include <QDateTime>

#include <memory>
#include <optional>
#include <stop_token>

namespace letopis {

// Where something lies on the server. Given as one absolute path, links are followed as the server does. Given as a root
// and what is below it, nothing below the root is reached through a symbolic link, and each component must be a plain
// name (not empty, ".", ".." or with NUL): InvalidInput. SFTP cannot do both in one step: whoever may write below the
// root may still swap a directory for a link in between.
struct RemotePath
{
    RemotePath() = default;
    RemotePath(QString absolute)
        : path(std::move(absolute))
    {
    }
    RemotePath(const QString &directory, const QString &below)
        : root(directory.endsWith(u'/') && directory.size() > 1 ? directory.chopped(1) : directory)
        , path(below.isEmpty() ? root : root == u'/' ? root + below : root + u'/' + below)
    {
    }

    RemotePath child(const QString &name) const
    {
        RemotePath result(*this);
        result.path += u'/' + name;
        return result;
    }
    RemotePath parent() const
    {
        RemotePath result(*this);
        result.path.truncate(std::max<qsizetype>(1, path.lastIndexOf(u'/')));
        return result;
    }
    QString name() const { return path.mid(path.lastIndexOf(u'/') + 1); }

    QString root; // empty: links are followed
    QString path; // absolute, '/'-separated
};

struct RemoteFile
{
    QString name; // without the directory; as the server sends it, hostile until checked
    bool isDirectory = false;
    bool isRegularFile = false;
    qint64 sizeBytes = 0;
    QDateTime modifiedAt; // UTC
    bool isLink = false;  // only below a root: there a link is neither directory nor file
};

struct DownloadRequest
{
    RemotePath remotePath;
    QString localPath;       // written as localPath + ".part", then fsync and rename
    qint64 expectedSize = -1; // -1: as the server's stat says
    bool resume = true;      // goes on from the .part file where the remote file's size and time are still the same
    QByteArray expectedSha256 = {}; // empty: not checked
};

enum class Existing { Replace, Keep };

struct UploadRequest
{
    QString localPath;
    RemotePath remotePath; // written as partOf(remotePath, partId), fsync where the server can, then renamed
    bool resume = true;    // goes on from the part where samples of what is there are the local file's bytes
    // Names the part. The same for every attempt at one upload, another for each other upload to the same path (by
    // another profile, say), which may run at the same time. Plain characters. Empty: remotePath + ".part".
    QString partId = {};
    Existing existing = Existing::Replace; // Keep: AlreadyExists where the target is there, decided by the server
    QByteArray expectedSha256 = {};        // of the local file; empty: not checked. ContentMismatch: nothing is renamed
};

struct Transferred
{
    qint64 sizeBytes = 0;   // of the whole file
    QByteArray sha256;      // of the whole file, 32 bytes
    qint64 resumedFrom = 0; // bytes that an earlier attempt had moved
};

// Beside the target: "." + its name + "." + id + ".part", the name shortened to what file systems take (255 bytes).
inline RemotePath partOf(const RemotePath &target, const QString &id)
{
    const QString tail = u'.' + id + QStringLiteral(".part");
    QString name = u'.' + target.name();
    while ((name + tail).toUtf8().size() > 255 && name.size() > 1)
        name.chop(name.back().isLowSurrogate() && name.size() > 2 ? 2 : 1);
    return target.parent().child(name + tail);
}

// A remote file system. Every call blocks; one caller at a time, never the main thread; ends soon after `stop` with
// Cancelled. An absolute path converts to RemotePath by itself.
//
// Failures by kind: NotFound, PermissionDenied, AlreadyExists, InvalidInput (a path or a kind of file that cannot be
// meant), DiskFull (either side; `subject` is the path), ContentMismatch (changed meanwhile, or not what was promised;
// a local or remote part that cannot be gone on from is removed), and the transient ones of a line: ConnectionLost,
// Timeout, HostUnreachable (isTransient(); parts are kept, the next attempt goes on).
class FileTransport
{
public:
    virtual ~FileTransport() = default;

    virtual Result<RemoteFile> stat(const RemotePath &path, std::stop_token stop) = 0;
    // TooLarge where it holds more names.
    virtual Result<QList<RemoteFile>> list(const RemotePath &directory, std::stop_token stop,
                                           int maxNames = 1'000'000) = 0;
    // Bytes [from, from + length), length -1: to the end, streamed to the sink in order. Returns the file's size.
    virtual Result<qint64> read(const RemotePath &path, qint64 from, qint64 length, const ByteSink &sink,
                                ProgressCounters &progress, std::stop_token stop) = 0;
    virtual Result<Transferred> download(const DownloadRequest &request, ProgressCounters &progress,
                                         std::stop_token stop) = 0;
    virtual Result<Transferred> upload(const UploadRequest &request, ProgressCounters &progress,
                                       std::stop_token stop) = 0;

    // A small file whole. TooLarge beyond maxBytes.
    virtual Result<QByteArray> readAll(const RemotePath &path, qint64 maxBytes, std::stop_token stop) = 0;
    // There whole or not at all: written beside, made durable where the server can, renamed.
    virtual Result<> writeAll(const RemotePath &path, const QByteArray &content, Existing existing,
                              std::stop_token stop) = 0;
    // Makes every missing directory on the way; below a root, the root itself must be there.
    virtual Result<> makeDirectories(const RemotePath &directory, std::stop_token stop) = 0;
    // Files and directories; Replace puts a file in a file's place in one step where the server can.
    virtual Result<> rename(const RemotePath &from, const RemotePath &to, Existing existing, std::stop_token stop) = 0;
    virtual Result<> removeFile(const RemotePath &path, std::stop_token stop) = 0; // a link itself, not its target
    virtual Result<> removeDirectory(const RemotePath &path, std::stop_token stop) = 0; // only an empty one
    // What the account may still write; nothing where the server does not tell.
    virtual Result<std::optional<qint64>> freeSpace(const RemotePath &directory, std::stop_token stop) = 0;
};

// Makes the transport to a server's disk. Thread-safe, does not connect yet. Unsupported where the server has no SSH
// account configured.
class FileTransportFactory
{
public:
    virtual ~FileTransportFactory() = default;
    virtual Result<std::unique_ptr<FileTransport>> create(const ConferenceServer &server,
                                                          const ServerCredentials &credentials) = 0;
};

} // namespace letopis
