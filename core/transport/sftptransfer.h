#pragma once

#include "core/transport/sftpsession.h"

namespace letopis {

// The three ways bytes move over an SFTP session; see FileTransport. Inside a watched call.
Result<qint64> readRange(SftpSession &session, const QString &path, qint64 from, qint64 length, const ByteSink &sink,
                         ProgressCounters &progress, LineWatch::Call &call);
Result<Transferred> downloadFile(SftpSession &session, const DownloadRequest &request, ProgressCounters &progress,
                                 LineWatch::Call &call);
Result<Transferred> uploadFile(SftpSession &session, const UploadRequest &request, ProgressCounters &progress,
                               LineWatch::Call &call);

} // namespace letopis
