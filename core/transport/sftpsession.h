#pragma once

#include "core/domain/ports/filetransport.h"
#include "core/transport/sshsession.h"

using sftp_session = struct sftp_session_struct *;
using sftp_file = struct sftp_file_struct *;
using sftp_attributes = struct sftp_attributes_struct *;

namespace letopis {

struct SftpFileCloser
{
    void operator()(sftp_file file) const;
};
// An open remote file; closing it asks the server, so end the watched call after it.
using SftpFile = std::unique_ptr<struct sftp_file_struct, SftpFileCloser>;

enum class SftpOpen { Read, WriteNew, WriteOn };
enum class SftpLinks { Follow, Show };

// The SFTP subsystem of one SSH session: single requests, each answered before the next. One caller at a time, inside a
// LineWatch::Call.
class SftpSession
{
public:
    static Result<std::unique_ptr<SftpSession>> open(const SshEndpoint &endpoint, const ServerCredentials &credentials,
                                                     const SshTimeouts &timeouts, std::stop_token stop);
    ~SftpSession();
    SftpSession(const SftpSession &) = delete;
    SftpSession &operator=(const SftpSession &) = delete;

    SshSession &ssh() { return *m_ssh; }
    sftp_session handle() { return m_sftp; }
    bool isUp() const;
    // So long that one session's windows hold it back, as far as the answers to stat() tell.
    bool isLongLine() const;
    // True where the server answers anything at all.
    bool answers();

    Result<RemoteFile> stat(const QString &path);
    Result<RemoteFile> linkStat(const QString &path); // of a link itself
    Result<QList<RemoteFile>> list(const QString &directory, SftpLinks links, int maxNames, LineWatch::Call &call);
    Result<SftpFile> open(const QString &path, SftpOpen mode);
    Result<> syncToDisk(sftp_file file, const QString &path); // does nothing where the server cannot
    Result<> close(SftpFile file, const QString &path);       // reports what a plain close would swallow
    Result<> replace(const QString &from, const QString &to); // atomically where the server can
    Result<> renameNew(const QString &from, const QString &to); // AlreadyExists where `to` is there
    Result<> remove(const QString &path);
    Result<> makeDirectory(const QString &path);
    Result<> removeDirectory(const QString &path);
    std::optional<qint64> freeSpace(const QString &directory); // nothing where the server does not tell
    // What one request should carry.
    quint32 writeSize() const { return m_writeSize; }
    quint32 readSize() const { return m_readSize; }

    // What the failure of the last request about `path` means.
    Error failure(const QString &path) const;
    // The same for a write into `path`, which may be a full disk's.
    Error writeFailure(const QString &path);
    Error writeFailure(const Error &error, const QString &path);

private:
    explicit SftpSession(std::unique_ptr<SshSession> ssh);

    Result<> start(const SshTimeouts &timeouts, std::stop_token stop);
    Result<> request(quint8 type, const QByteArray &body, const QString &path);
    bool isRemoteDiskFull(const QString &path);
    Result<RemoteFile> timed(sftp_attributes (*ask)(sftp_session, const char *), const QString &path);
    Result<RemoteFile> usable(sftp_attributes attributes, const QString &path);
    std::optional<RemoteFile> listed(sftp_attributes attributes, const QByteArray &directory, int &linksLeft);

    std::unique_ptr<SshSession> m_ssh;
    sftp_session m_sftp = nullptr;
    quint32 m_writeSize = 0;
    quint32 m_readSize = 0;
    std::optional<std::chrono::milliseconds> m_roundTrip; // the shortest so far
};

// What an SSH_FX_ code means.
Error sftpStatusError(int code, const QString &detail, const QString &path);

// A path as the protocol carries it.
QByteArray sftpPath(const QString &path);

} // namespace letopis
