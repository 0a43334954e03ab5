#pragma once

#include "core/transport/sftpcrew.h"

namespace letopis {

// The ways bytes move over SFTP sessions; see FileTransport. Inside a watched call on the first session.

// Only regular files: opening a pipe or a device would hang the server's side.
Result<RemoteFile> statFile(SftpSession &session, const QString &path);
Result<qint64> readRange(SftpSession &session, const QString &path, qint64 from, qint64 length, const ByteSink &sink,
                         ProgressCounters &progress, LineWatch::Call &call);
Result<Transferred> downloadFile(SftpSession &session, SftpCrew &crew, const DownloadRequest &request,
                                 ProgressCounters &progress, LineWatch::Call &call);

// How far beyond the first missing byte several sessions may have written into one file.
inline constexpr qint64 mostAhead = 32 << 20;

} // namespace letopis
