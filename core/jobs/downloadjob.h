#pragma once

#include "core/base/job.h"
#include "core/jobs/openedserver.h"
#include "core/jobs/workerpool.h"

namespace letopis {

struct AssetDownload
{
    ServerId server;
    RecordingKey recording;
    PlaybackFormat format;
    QString localFile; // replaced when the download is whole
};

// Saves the playable file of one format. Writes localFile.<size>.part, resumes it, checks the size, then renames: a file
// under its own name is always whole.
class DownloadJob final : public Job
{
    Q_OBJECT

public:
    // `describe` finds out what to fetch; called once, in this thread.
    using Describe = std::function<QFuture<Result<AssetDownload>>()>;

    DownloadJob(Describe describe, ServerOpener open, WorkerPool &pool);

private:
    void run(std::stop_token stop) override;

    const Describe m_describe;
    const ServerOpener m_open;
    WorkerPool &m_pool;
};

// The blocking part, for a worker thread.
Result<> downloadAsset(ConferenceService &service, const AssetDownload &download, ProgressCounters &progress,
                       std::stop_token stop);

} // namespace letopis
