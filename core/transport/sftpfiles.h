#pragma once

#include "core/transport/sftpsession.h"

namespace letopis {

// FileTransport's calls that move no bulk. Inside a watched call; names and links were checked.
Result<QByteArray> readSmallFile(SftpSession &session, const RemotePath &path, qint64 maxBytes, LineWatch::Call &call);
Result<> writeSmallFile(SftpSession &session, const RemotePath &path, const QByteArray &content, Existing existing,
                        LineWatch::Call &call);
Result<> makeRemoteDirectories(SftpSession &session, const RemotePath &directory, LineWatch::Call &call);
// Puts `from` into the place of `to`, as FileTransport::rename() says.
Result<> renameRemote(SftpSession &session, const QString &from, const QString &to, Existing existing);

} // namespace letopis
