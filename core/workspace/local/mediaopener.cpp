#include "core/workspace/local/mediaopener.h"

#include "core/base/whendone.h"

#include <QFile>
#include <QFileInfo>

namespace letopis {

MediaOpener::MediaOpener(const RecordingRepository &recordings, const ServerRepository &servers, MediaCache &cache,
                         ServerOpener open, WorkerPool &pool, QObject *parent)
    : QObject(parent), m_recordings(recordings), m_servers(servers), m_cache(cache), m_open(std::move(open)), m_pool(pool)
{}

MediaOpener::~MediaOpener()
{
    m_stop.request_stop();
}

QFuture<Result<AssetDownload>> MediaOpener::describe(RecordingId id, const QString &format)
{
    return chain(m_recordings.details(id), this, [format](const RecordingDetails &details) {
        for (const PlaybackFormat &candidate : details.formats) {
            if (candidate.type == format)
                return readyFuture(Result<AssetDownload>(AssetDownload{details.row.server,
                                                                       {details.row.externalId, details.internalMeetingId},
                                                                       candidate,
                                                                       {}}));
        }
        return readyFuture(
            Result<AssetDownload>(Error{ErrorKind::NotFound, QStringLiteral("no such format"), format, {}}));
    });
}

QFuture<Result<MediaSource>> MediaOpener::open(RecordingId id, const QString &format)
{
    return chain(describe(id, format), this, [this](const AssetDownload &wanted) {
        return chain(m_servers.find(wanted.server), this, [this, wanted](const ConferenceServer &server) {
            const QString saved =
                m_cache.savedFile(server.uuid, wanted.recording.externalId, wanted.format.type);
            if (auto file = std::make_shared<QFile>(saved); !saved.isEmpty() && file->open(QIODevice::ReadOnly))
                return readyFuture(Result<MediaSource>(MediaSource{file, nullptr, QFileInfo(saved).fileName(), {}}));
            const QList<RecordingAsset> known =
                m_cache.rememberedAssets(server.uuid, wanted.recording.externalId, wanted.format.type);
            for (const RecordingAsset &asset : known) {
                if (m_cache.isComplete(server.uuid, asset))
                    return openAsset(server.uuid, asset, nullptr);
            }
            return openFromServer(wanted);
        });
    });
}

void MediaOpener::rememberSavedFile(RecordingId id, const QString &format, const QString &path)
{
    whenDone(describe(id, format), this, [this, path](const Result<AssetDownload> &saved) {
        if (!saved)
            return;
        whenDone(m_servers.find(saved->server), this, [this, path, saved = *saved](const Result<ConferenceServer> &server) {
            if (server)
                m_cache.rememberSavedFile(server->uuid, saved.recording.externalId, saved.format.type, path);
        });
    });
}

QFuture<Result<MediaSource>> MediaOpener::openFromServer(const AssetDownload &wanted)
{
    return chain(m_open(wanted.server), this, [this, wanted](const OpenedServer &opened) {
        const auto ask = [service = opened.service, wanted, stop = m_stop.get_token()] {
            return service->mediaAssets(wanted.recording, wanted.format, stop);
        };
        return chain(m_pool.run(ask), this, [this, opened, wanted](const QList<RecordingAsset> &assets) {
            if (assets.isEmpty())
                return readyFuture(Result<MediaSource>(
                    Error{ErrorKind::NotFound, QStringLiteral("no playable file"), wanted.format.type, {}}));
            m_cache.rememberAssets(opened.server.uuid, wanted.recording.externalId, wanted.format.type, assets);
            return openAsset(opened.server.uuid, assets.first(), opened.service);
        });
    });
}

QFuture<Result<MediaSource>> MediaOpener::openAsset(const QString &serverUuid, const RecordingAsset &asset,
                                                    std::shared_ptr<ConferenceService> service)
{
    const Result<std::shared_ptr<CachedByteSource>> source = m_cache.open(serverUuid, asset, std::move(service));
    if (!source)
        return readyFuture(Result<MediaSource>(source.error()));
    return readyFuture(Result<MediaSource>(MediaSource{*source, *source, asset.name, asset.mimeType}));
}

} // namespace letopis
