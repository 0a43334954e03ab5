#include "core/media/sparsecachefile.h"

#include "core/base/durablefile.h"
#include "core/base/logging.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 MapMagic = 0x4c43524dU; // "LCRM"
constexpr quint32 MapVersion = 1;
constexpr quint32 MostRanges = 1'000'000;
constexpr qint64 LongestMap = 32 << 20;

struct RangeMap
{
    qint64 size = -1;
    ByteRanges present;
};

QByteArray encoded(const RangeMap &map)
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << MapMagic << MapVersion << map.size << quint32(map.present.list().size());
    for (const ByteRange &range : map.present.list())
        out << range.from << range.end;
    return body + QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

std::optional<RangeMap> decoded(const QByteArray &bytes)
{
    constexpr qsizetype HashLength = 32;
    if (bytes.size() < HashLength)
        return std::nullopt;
    const QByteArray body = bytes.first(bytes.size() - HashLength);
    if (QCryptographicHash::hash(body, QCryptographicHash::Sha256) != bytes.last(HashLength))
        return std::nullopt;
    QDataStream in(body);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint32 version = 0;
    quint32 count = 0;
    RangeMap map;
    in >> magic >> version >> map.size >> count;
    if (magic != MapMagic || version != MapVersion || count > MostRanges || map.size < -1)
        return std::nullopt;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        ByteRange range;
        in >> range.from >> range.end;
        if (range.from < 0 || range.end <= range.from || range.end > map.size)
            return std::nullopt;
        map.present.add(range);
    }
    return in.status() == QDataStream::Ok ? std::optional(map) : std::nullopt;
}

std::optional<RangeMap> readMap(const QString &path)
{
    QFile side(SparseCacheFile::mapPath(path));
    if (!side.open(QIODevice::ReadOnly) || side.size() > LongestMap)
        return std::nullopt;
    return decoded(side.readAll());
}

} // namespace

SparseCacheFile::SparseCacheFile(QString path)
    : m_path(std::move(path))
    , m_writer(m_path)
    , m_reader(m_path)
{
}

SparseCacheFile::~SparseCacheFile()
{
    if (const Result<> saved = saveMap(); !saved)
        qCWarning(logPlayer) << "the map of cached media was not saved:" << saved.error().detail;
}

Result<> SparseCacheFile::open()
{
    const std::scoped_lock lock(m_mapMutex, m_writeMutex, m_readMutex);
    if (m_writer.isOpen())
        return {};
    const QDir folder = QFileInfo(m_path).absoluteDir();
    if (!folder.exists() && !folder.mkpath(u"."_s))
        return Error{ErrorKind::PermissionDenied, u"the cache folder cannot be made"_s, folder.path(), {}};
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!m_writer.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return writeError(m_writer);
    m_writer.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!m_reader.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return writeError(m_reader);
    loadMap();
    return {};
}

void SparseCacheFile::loadMap()
{
    const std::optional<RangeMap> map = readMap(m_path);
    // A file shorter than its map was cut after the map was written: none of it is believed.
    const qint64 lastByte = map && !map->present.list().isEmpty() ? map->present.list().last().end : 0;
    if (!map || lastByte > m_writer.size()) {
        m_writer.resize(0);
        return;
    }
    m_size = map->size;
    m_present = map->present;
}

qint64 SparseCacheFile::bytesPresent(const QString &path)
{
    const std::optional<RangeMap> map = readMap(path);
    return map ? map->present.total() : 0;
}

qint64 SparseCacheFile::size() const
{
    const std::lock_guard lock(m_mapMutex);
    return m_size;
}

bool SparseCacheFile::isComplete() const
{
    const std::lock_guard lock(m_mapMutex);
    return m_size >= 0 && m_present.contains({0, m_size});
}

ByteRanges SparseCacheFile::present() const
{
    const std::lock_guard lock(m_mapMutex);
    return m_present;
}

bool SparseCacheFile::holds(qint64 from, qint64 length) const
{
    const std::lock_guard lock(m_mapMutex);
    return m_size >= 0 && m_present.contains({from, from + std::min(length, m_size - from)});
}

Result<> SparseCacheFile::setSize(qint64 size)
{
    const std::lock_guard lock(m_mapMutex);
    if (size < 0)
        return Error{ErrorKind::BadAnswer, u"the server gave no size"_s, {}, {}};
    if (m_size >= 0 && m_size != size)
        return Error{ErrorKind::ContentMismatch, u"the size was %1 and is now %2"_s.arg(m_size).arg(size), {}, {}};
    m_isMapStale = m_isMapStale || m_size != size;
    m_size = size;
    return {};
}

Result<> SparseCacheFile::write(qint64 from, QByteArrayView bytes)
{
    if (const qint64 whole = size(); from < 0 || (whole >= 0 && from + bytes.size() > whole))
        return Error{ErrorKind::TooLarge, u"more bytes than the file has"_s, {}, {}};
    {
        const std::lock_guard lock(m_writeMutex);
        if (!m_writer.seek(from) || m_writer.write(bytes.data(), bytes.size()) != bytes.size())
            return writeError(m_writer);
    }
    const std::lock_guard lock(m_mapMutex);
    m_present.add({from, from + bytes.size()});
    m_isMapStale = true;
    return {};
}

qint64 SparseCacheFile::read(qint64 from, char *data, qint64 length) const
{
    {
        const std::lock_guard lock(m_mapMutex);
        if (m_size < 0 || from >= m_size)
            return 0;
        length = std::min(length, m_size - from);
        if (!m_present.contains({from, from + length}))
            return 0;
    }
    const std::lock_guard lock(m_readMutex);
    return m_reader.seek(from) && m_reader.read(data, length) == length ? length : -1;
}

void SparseCacheFile::reset()
{
    const std::scoped_lock lock(m_mapMutex, m_writeMutex, m_readMutex);
    m_present.clear();
    m_size = -1;
    m_writer.resize(0);
    m_isMapStale = true;
}

Result<> SparseCacheFile::saveMap()
{
    const std::lock_guard saving(m_saveMutex);
    qint64 size = -1;
    ByteRanges present;
    {
        const std::lock_guard lock(m_mapMutex);
        if (!m_isMapStale || !m_writer.isOpen())
            return {};
        m_isMapStale = false;
        size = m_size;
        present = m_present;
    }
    Result<> written = writeMap(size, present);
    if (!written) {
        const std::lock_guard lock(m_mapMutex);
        m_isMapStale = true;
    }
    return written;
}

Result<> SparseCacheFile::writeMap(qint64 size, const ByteRanges &present)
{
    // Without a size the ranges could not be checked: no map then, which reads as an empty cache.
    if (size < 0) {
        QFile::remove(mapPath(m_path));
        return {};
    }
    if (Result<> synced = syncToDisk(m_writer); !synced)
        return synced;
    QSaveFile side(mapPath(m_path));
    if (!side.open(QIODevice::WriteOnly))
        return writeError(side);
    side.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    side.write(encoded({size, present}));
    return side.commit() ? Result<>() : Result<>(writeError(side));
}

} // namespace letopis
