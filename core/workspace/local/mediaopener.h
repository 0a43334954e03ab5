#pragma once

#include "core/jobs/downloadjob.h"
#include "core/media/mediacache.h"
#include "core/storage/recordingrepository.h"
#include "core/storage/serverrepository.h"
#include "core/workspace/workspace.h"

#include <stop_token>

namespace letopis {

// Finds what plays a recording's format and opens it through the media cache; wholly cached files play without the server.
// Main thread.
class MediaOpener : public QObject
{
    Q_OBJECT

public:
    MediaOpener(const RecordingRepository &recordings, const ServerRepository &servers, MediaCache &cache, ServerOpener open,
                WorkerPool &pool, QObject *parent = nullptr);
    // Stops what it asked of servers: the pool need not wait for them.
    ~MediaOpener() override;

    QFuture<Result<MediaSource>> open(RecordingId id, const QString &format);
    // NotFound where the recording has no such format.
    QFuture<Result<AssetDownload>> describe(RecordingId id, const QString &format);

    // After a download: the saved file is what plays from now on.
    void rememberSavedFile(RecordingId id, const QString &format, const QString &path);

private:
    QFuture<Result<MediaSource>> openFromServer(const AssetDownload &wanted);
    QFuture<Result<MediaSource>> openAsset(const QString &serverUuid, const RecordingAsset &asset,
                                           std::shared_ptr<ConferenceService> service);

    const RecordingRepository &m_recordings;
    const ServerRepository &m_servers;
    MediaCache &m_cache;
    const ServerOpener m_open;
    WorkerPool &m_pool;
    std::stop_source m_stop;
};

} // namespace letopis
