#include "core/media/mediacache.h"

#include "core/base/logging.h"
#include "core/media/sparsecachefile.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostWindows = 16; // one worker each
constexpr qint64 LongestNote = 1 << 20;

QString digest(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).first(16).toHex());
}

void writeNote(const QString &path, const QJsonDocument &note)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(note.toJson(QJsonDocument::Compact)) < 0 || !file.commit())
        qCWarning(logPlayer) << "a note on media files was not kept:" << file.errorString();
}

QJsonDocument readNote(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LongestNote)
        return {};
    return QJsonDocument::fromJson(file.readAll());
}

struct CachedFile
{
    QString path;
    qint64 bytes = 0;
    QDateTime openedAt;
};

// The bytes that a file with holes really takes are those its map names.
QList<CachedFile> cachedFiles(const QString &directory)
{
    QList<CachedFile> files;
    QDirIterator it(directory, {u"*.media"_s}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QFileInfo info = it.nextFileInfo();
        files.append({info.filePath(), SparseCacheFile::bytesPresent(info.filePath()),
                      info.fileTime(QFileDevice::FileModificationTime)});
    }
    return files;
}

void removeCached(const QString &path)
{
    QFile::remove(SparseCacheFile::mapPath(path)); // first: a file without a map is empty, a map without a file too
    QFile::remove(path);
}

} // namespace

MediaCache::MediaCache(QString directory, qint64 limitBytes, CachedByteSource::Options options)
    : m_directory(std::move(directory))
    , m_limitBytes(limitBytes)
    , m_options(options)
{
    m_workers.setMaxThreadCount(MostWindows);
}

MediaCache::~MediaCache()
{
    for (const auto &weak : std::as_const(m_sources)) {
        if (const auto source = weak.lock())
            source->stopFilling();
    }
    m_workers.waitForDone();
}

QString MediaCache::serverDirectory(const QString &serverUuid) const
{
    return m_directory + u'/' + digest(serverUuid);
}

QString MediaCache::fileFor(const QString &serverUuid, const RecordingAsset &asset) const
{
    // Queries carry sessions and tokens, which change while the file stays the same.
    const QString address = asset.url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
    return serverDirectory(serverUuid) + u'/' + digest(address) + u".media"_s;
}

Result<std::shared_ptr<CachedByteSource>> MediaCache::open(const QString &serverUuid, const RecordingAsset &asset,
                                                           std::shared_ptr<ConferenceService> service)
{
    const QString path = fileFor(serverUuid, asset);
    std::shared_ptr<SparseCacheFile> file = m_open.value(path).lock();
    if (!file) {
        file = std::make_shared<SparseCacheFile>(path);
        if (Result<> opened = file->open(); !opened)
            return opened.error();
        QFile(path).setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    }
    if (asset.sizeBytes >= 0 && file->size() >= 0 && file->size() != asset.sizeBytes)
        file->reset(); // published anew since it was cached
    m_open.insert(path, file);
    auto source = std::make_shared<CachedByteSource>(file, std::move(service), asset, m_workers, m_options);
    if (!source->open(QIODevice::ReadOnly))
        return Error{ErrorKind::Internal, u"the cached file does not open"_s, asset.name, {}};
    m_sources.removeIf([](const auto &weak) { return weak.expired(); });
    m_sources.append(source);
    trim();
    return source;
}

bool MediaCache::isComplete(const QString &serverUuid, const RecordingAsset &asset) const
{
    const QString path = fileFor(serverUuid, asset);
    if (const auto file = m_open.value(path).lock())
        return file->isComplete();
    if (!QFile::exists(SparseCacheFile::mapPath(path)))
        return false;
    SparseCacheFile file(path);
    return file.open() && file.isComplete();
}

// What is noted beside the cached files about one format of one recording.
QString MediaCache::noteFile(const QString &serverUuid, const QString &recordingId, const QString &format,
                             const QString &kind) const
{
    return serverDirectory(serverUuid) + u'/' + digest(recordingId + u'\n' + format) + u'.' + kind;
}

void MediaCache::rememberAssets(const QString &serverUuid, const QString &recordingId, const QString &format,
                                const QList<RecordingAsset> &assets)
{
    QJsonArray list;
    for (const RecordingAsset &asset : assets) {
        list.append(QJsonObject{{u"name"_s, asset.name},
                                {u"url"_s, asset.url.toString(QUrl::FullyEncoded | QUrl::RemoveQuery)},
                                {u"sizeBytes"_s, asset.sizeBytes},
                                {u"mimeType"_s, asset.mimeType}});
    }
    writeNote(noteFile(serverUuid, recordingId, format, u"assets"_s), QJsonDocument(list));
}

QList<RecordingAsset> MediaCache::rememberedAssets(const QString &serverUuid, const QString &recordingId,
                                                   const QString &format) const
{
    QList<RecordingAsset> assets;
    const QJsonArray list = readNote(noteFile(serverUuid, recordingId, format, u"assets"_s)).array();
    for (const QJsonValue &value : list) {
        assets.append({.name = value[u"name"_s].toString(),
                       .url = QUrl(value[u"url"_s].toString(), QUrl::StrictMode),
                       .sizeBytes = value[u"sizeBytes"_s].toInteger(-1),
                       .mimeType = value[u"mimeType"_s].toString()});
    }
    return assets;
}

void MediaCache::rememberSavedFile(const QString &serverUuid, const QString &recordingId, const QString &format,
                                   const QString &path)
{
    const QFileInfo saved(path);
    writeNote(noteFile(serverUuid, recordingId, format, u"saved"_s),
              QJsonDocument(QJsonObject{{u"path"_s, saved.absoluteFilePath()},
                                        {u"sizeBytes"_s, saved.size()},
                                        {u"modifiedMs"_s, saved.lastModified().toMSecsSinceEpoch()}}));
}

QString MediaCache::savedFile(const QString &serverUuid, const QString &recordingId, const QString &format) const
{
    const QJsonObject note = readNote(noteFile(serverUuid, recordingId, format, u"saved"_s)).object();
    const QFileInfo saved(note[u"path"_s].toString());
    const bool isSame = saved.isFile() && saved.size() == note[u"sizeBytes"_s].toInteger(-1)
        && saved.lastModified().toMSecsSinceEpoch() == note[u"modifiedMs"_s].toInteger();
    return isSame ? saved.absoluteFilePath() : QString();
}

bool MediaCache::isOpen(const QString &file) const
{
    return !m_open.value(file).expired();
}

void MediaCache::trim()
{
    if (m_limitBytes <= 0)
        return;
    QList<CachedFile> files = cachedFiles(m_directory);
    std::sort(files.begin(), files.end(),
              [](const CachedFile &a, const CachedFile &b) { return a.openedAt < b.openedAt; });
    qint64 total = 0;
    for (const CachedFile &file : std::as_const(files))
        total += file.bytes;
    for (const CachedFile &file : std::as_const(files)) {
        if (total <= m_limitBytes)
            return;
        if (isOpen(file.path))
            continue;
        removeCached(file.path);
        total -= file.bytes;
    }
}

qint64 MediaCache::usedBytes() const
{
    qint64 total = 0;
    for (const CachedFile &file : cachedFiles(m_directory))
        total += file.bytes;
    return total;
}

void MediaCache::removeServer(const QString &serverUuid)
{
    for (const CachedFile &file : cachedFiles(serverDirectory(serverUuid))) {
        if (!isOpen(file.path))
            removeCached(file.path);
    }
    QDir directory(serverDirectory(serverUuid));
    for (const QString &list : directory.entryList({u"*.assets"_s}, QDir::Files))
        directory.remove(list);
    QDir(m_directory).rmdir(digest(serverUuid)); // only where nothing is left
}

MediaCache::RemovedCopies MediaCache::removeRecording(const QString &serverUuid, const QString &recordingId,
                                                      const QStringList &formats) const
{
    RemovedCopies removed;
    for (const QString &format : formats) {
        for (const RecordingAsset &asset : rememberedAssets(serverUuid, recordingId, format)) {
            const QString path = fileFor(serverUuid, asset);
            if (!QFile::exists(path))
                continue;
            ++removed.files;
            removed.bytes += SparseCacheFile::bytesPresent(path);
            removeCached(path);
        }
        removed.saved += savedFile(serverUuid, recordingId, format).isEmpty() ? 0 : 1;
        QFile::remove(noteFile(serverUuid, recordingId, format, u"assets"_s));
        QFile::remove(noteFile(serverUuid, recordingId, format, u"saved"_s));
    }
    return removed;
}

MediaCache::RemovedCopies removeCachedRecording(const QString &directory, const QString &serverUuid, const QString &recordingId,
                                                const QStringList &formats)
{
    return MediaCache(directory, 0).removeRecording(serverUuid, recordingId, formats);
}

} // namespace letopis
