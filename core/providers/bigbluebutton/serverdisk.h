#pragma once

#include "core/domain/ports/conferenceservice.h"
#include "core/domain/ports/filetransport.h"

namespace letopis {

// BigBlueButton's tree below the data root, as far as a reader needs it. Blocks, like the transport below it.
class ServerDisk
{
public:
    // transport must outlive this object.
    ServerDisk(QString dataRoot, FileTransport &transport);

    Result<DiskIdentity> check(std::stop_token stop);
    // The events file of a meeting: raw first, then where "keep events" puts it. Stock servers delete raw 14 days after
    // publishing. Reads and compresses in one pass; at most 2 GiB.
    Result<FetchedMeeting> fetchMeeting(const RecordingKey &recording, std::stop_token stop);

private:
    Result<FetchedMeeting> readEvents(const QString &path, const QString &recordingId, std::stop_token stop);
    qint64 publishedLength(const QString &recordingId, std::stop_token stop);

    const QString m_root;
    FileTransport &m_transport;
};

// True for ids that may become a directory's name in a path: letters, digits, '-' and '_' only.
bool isSafeDirectoryName(const QString &id);

} // namespace letopis
