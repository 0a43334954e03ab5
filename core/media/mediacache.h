#pragma once

#include "core/media/cachedbytesource.h"

#include <QHash>
#include <QThreadPool>

#include <memory>

namespace letopis {

// The folder of cached media: one sparse file with its map of present ranges per remote file, the least recently opened
// ones removed when the whole grows past the limit. Thread: the one that made it. Its destructor stops the fetching and
// waits for it (a moment: readAsset ends soon after a stop).
class MediaCache
{
public:
    // The directory is made when first needed, readable for its owner only. limitBytes 0: no limit.
    MediaCache(QString directory, qint64 limitBytes, CachedByteSource::Options options = {});
    ~MediaCache();
    MediaCache(const MediaCache &) = delete;
    MediaCache &operator=(const MediaCache &) = delete;

    // An open source for the asset; offline with a null service. PermissionDenied, DiskFull … where the cache cannot be
    // kept.
    Result<std::shared_ptr<CachedByteSource>> open(const QString &serverUuid, const RecordingAsset &asset,
                                                   std::shared_ptr<ConferenceService> service);
    bool isComplete(const QString &serverUuid, const RecordingAsset &asset) const;

    // Which assets a recording's format has, so that what is cached plays without the server.
    void rememberAssets(const QString &serverUuid, const QString &recordingId, const QString &format,
                        const QList<RecordingAsset> &assets);
    QList<RecordingAsset> rememberedAssets(const QString &serverUuid, const QString &recordingId,
                                           const QString &format) const;

    // The file a person saved of this format; played from there while it is still the file that was saved.
    void rememberSavedFile(const QString &serverUuid, const QString &recordingId, const QString &format, const QString &path);
    QString savedFile(const QString &serverUuid, const QString &recordingId, const QString &format) const; // may be empty

    // Removes the least recently opened files that nobody has open until the rest fits.
    void trim();
    qint64 usedBytes() const;
    QString directory() const { return m_directory; }
    // Everything of one server, for example when it is removed.
    void removeServer(const QString &serverUuid);
    struct RemovedCopies
    {
        qint64 files = 0;
        qint64 bytes = 0;
        int saved = 0; // files that a person saved elsewhere, which stay
    };
    // Everything of one recording, by its files alone. One that is being played goes on from what is open, where the system allows that.
    RemovedCopies removeRecording(const QString &serverUuid, const QString &recordingId, const QStringList &formats) const;

    QString fileFor(const QString &serverUuid, const RecordingAsset &asset) const;

private:
    QString serverDirectory(const QString &serverUuid) const;
    QString noteFile(const QString &serverUuid, const QString &recordingId, const QString &format,
                     const QString &kind) const;
    bool isOpen(const QString &file) const;

    QString m_directory;
    qint64 m_limitBytes;
    CachedByteSource::Options m_options;
    QHash<QString, std::weak_ptr<SparseCacheFile>> m_open; // by path: two windows on one recording share the file
    QList<std::weak_ptr<CachedByteSource>> m_sources;
    QThreadPool m_workers;
};

// MediaCache::removeRecording() in the cache below `directory`, in any thread.
MediaCache::RemovedCopies removeCachedRecording(const QString &directory, const QString &serverUuid, const QString &recordingId,
                                                const QStringList &formats);

} // namespace letopis
