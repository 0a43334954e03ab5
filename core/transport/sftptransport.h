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

    Result<RemoteFile> stat(const QString &path, std::stop_token stop) override;
    Result<QList<RemoteFile>> list(const QString &directory, std::stop_token stop) override;
    Result<qint64> read(const QString &path, qint64 from, qint64 length, const ByteSink &sink,
                        ProgressCounters &progress, std::stop_token stop) override;
    Result<qint64> download(const DownloadRequest &request, ProgressCounters &progress, std::stop_token stop) override;
    Result<qint64> upload(const UploadRequest &request, ProgressCounters &progress, std::stop_token stop) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis
