#pragma once

#include "core/domain/ports/filetransport.h"
#include "core/domain/server.h"
#include "core/transport/sshsession.h"

#include <memory>

namespace letopis {

// FileTransport over one SSH session (libssh). Honours ~/.ssh/config, the agent and OpenSSH's known_hosts. Connects at
// the first call, and again after the line was lost. Host keys: unknown → HostKeyUnknown with the key as evidence,
// unless it is the one in credentials.acceptHostKeySha256, which is then recorded; changed, or another type known →
// HostKeyChanged.
class SftpTransport final : public FileTransport
{
public:
    SftpTransport(SshEndpoint endpoint, ServerCredentials credentials, SshTimeouts timeouts = {});
    ~SftpTransport() override;

    // Connects and logs in, if not yet done.
    Result<> connect(std::stop_token stop);

    Result<RemoteFile> stat(const RemotePath &path, std::stop_token stop) override;
    Result<QList<RemoteFile>> list(const RemotePath &directory, std::stop_token stop,
                                   int maxNames = 1'000'000) override;
    Result<qint64> read(const RemotePath &path, qint64 from, qint64 length, const ByteSink &sink,
                        ProgressCounters &progress, std::stop_token stop) override;
    Result<Transferred> download(const DownloadRequest &request, ProgressCounters &progress,
                                 std::stop_token stop) override;
    Result<Transferred> upload(const UploadRequest &request, ProgressCounters &progress, std::stop_token stop) override;
    Result<QByteArray> readAll(const RemotePath &path, qint64 maxBytes, std::stop_token stop) override;
    Result<> writeAll(const RemotePath &path, const QByteArray &content, Existing existing,
                      std::stop_token stop) override;
    Result<> makeDirectories(const RemotePath &directory, std::stop_token stop) override;
    Result<> rename(const RemotePath &from, const RemotePath &to, Existing existing, std::stop_token stop) override;
    Result<> removeFile(const RemotePath &path, std::stop_token stop) override;
    Result<> removeDirectory(const RemotePath &path, std::stop_token stop) override;
    Result<std::optional<qint64>> freeSpace(const RemotePath &directory, std::stop_token stop) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

class SftpTransportFactory final : public FileTransportFactory
{
public:
    Result<std::unique_ptr<FileTransport>> create(const ConferenceServer &server,
                                                  const ServerCredentials &credentials) override;
};

} // namespace letopis
