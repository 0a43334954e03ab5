#include "core/jobs/downloadjob.h"

#include "core/base/durablefile.h"
#include "core/base/whendone.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

DownloadJob::DownloadJob(Describe describe, ServerOpener open, WorkerPool &pool)
    : m_describe(std::move(describe)), m_open(std::move(open)), m_pool(pool)
{}

void DownloadJob::run(std::stop_token stop)
{
    const auto downloaded = chain(m_describe(), this, [this, stop](const AssetDownload &download) {
        return chain(m_open(download.server), this, [this, stop, download](const OpenedServer &opened) {
            return m_pool.run([service = opened.service, download, counters = counters(), stop] {
                return downloadAsset(*service, download, *counters, stop);
            });
        });
    });
    whenDone(downloaded, this, [this](const Result<> &result) { finish(result); });
}

namespace {

// The expected size is part of the name: a file that changed on the server is not glued to the old one's beginning.
QString partName(const AssetDownload &download, const RecordingAsset &asset)
{
    return download.localFile + u'.' + QString::number(asset.sizeBytes) + u".part"_s;
}

Result<> checkSpace(const QString &path, qint64 bytes)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    if (bytes > 0 && disk.isValid() && disk.bytesAvailable() < bytes)
        return Error{ErrorKind::DiskFull, u"%1 bytes needed, %2 free"_s.arg(bytes).arg(disk.bytesAvailable()), path, {}};
    return {};
}

Result<> fetchInto(ConferenceService &service, const RecordingAsset &asset, QFile &part, ProgressCounters &progress,
                   std::stop_token stop)
{
    const qint64 from = part.size();
    progress.unit = ProgressUnit::Bytes;
    progress.total = qMax<qint64>(asset.sizeBytes, 0);
    progress.done = from;
    if (from > 0 && from == asset.sizeBytes)
        return {};
    const auto append = [&part, &progress](QByteArrayView bytes) -> Result<> {
        if (part.write(bytes.data(), bytes.size()) != bytes.size())
            return writeError(part);
        progress.done += bytes.size();
        return {};
    };
    const Result<qint64> whole = service.readAsset(asset, from, -1, append, progress, stop);
    if (!whole)
        return whole.error();
    part.flush();
    if (*whole >= 0 && part.size() != *whole)
        return Error{ErrorKind::ContentMismatch, u"%1 of %2 bytes"_s.arg(part.size()).arg(*whole), asset.name, {}};
    return {};
}

} // namespace

Result<> downloadAsset(ConferenceService &service, const AssetDownload &download, ProgressCounters &progress,
                       std::stop_token stop)
{
    const Result<QList<RecordingAsset>> assets = service.mediaAssets(download.recording, download.format, stop);
    if (!assets)
        return assets.error();
    const RecordingAsset &asset = assets->first();
    QFile part(partName(download, asset));
    if (const Result<> space = checkSpace(part.fileName(), asset.sizeBytes - part.size()); !space)
        return space.error();
    const bool canResume = asset.sizeBytes >= 0 && part.size() <= asset.sizeBytes;
    if (!part.open(canResume ? QIODevice::Append : QIODevice::WriteOnly))
        return writeError(part);
    if (const Result<> fetched = fetchInto(service, asset, part, progress, stop); !fetched) {
        if (fetched.error().kind == ErrorKind::ContentMismatch)
            part.remove(); // nothing to resume from
        return fetched.error();
    }
    if (const Result<> synced = syncToDisk(part); !synced)
        return synced.error();
    part.close();
    return renameReplacing(part.fileName(), download.localFile);
}

} // namespace letopis
