#pragma once

#include "core/base/result.h"
#include "core/media/byteranges.h"

#include <QByteArrayView>
#include <QFile>

#include <mutex>

namespace letopis {

// A cache file with holes and, beside it, the checksummed map of what is present (path + ".ranges"), replaced
// atomically and only after the bytes it names are on the disk. A map that is missing, damaged or of another file means
// an empty cache. Thread-safe.
class SparseCacheFile
{
public:
    explicit SparseCacheFile(QString path);
    ~SparseCacheFile(); // writes the map
    SparseCacheFile(const SparseCacheFile &) = delete;
    SparseCacheFile &operator=(const SparseCacheFile &) = delete;

    // Makes the folder (for the owner only) and the file, reads the map.
    Result<> open();

    QString path() const { return m_path; }
    qint64 size() const; // of the whole remote file; -1: not known yet
    bool isComplete() const;
    ByteRanges present() const;
    bool holds(qint64 from, qint64 length) const; // cut at the end of the file

    // ContentMismatch where another size is known already: the file on the server has changed.
    Result<> setSize(qint64 size);
    // Keeps bytes that arrived. TooLarge past the known size; DiskFull.
    Result<> write(qint64 from, QByteArrayView bytes);
    // All of [from, from + length), or 0 where any byte of it is missing; -1: the disk failed.
    qint64 read(qint64 from, char *data, qint64 length) const;
    // Forgets everything, for a file that has changed on the server.
    void reset();
    Result<> saveMap();

    // What the file at this path really holds, by its map on the disk; 0 without one.
    static qint64 bytesPresent(const QString &path);
    static QString mapPath(const QString &path) { return path + QStringLiteral(".ranges"); }

private:
    void loadMap();
    Result<> writeMap(qint64 size, const ByteRanges &present);

    const QString m_path;
    // Each is held only for what it names, so that a reader never waits for a writer's disk.
    mutable std::mutex m_mapMutex;   // m_present, m_size, m_isMapStale
    mutable std::mutex m_writeMutex; // m_writer
    mutable std::mutex m_readMutex;  // m_reader
    std::mutex m_saveMutex;          // one map at a time
    QFile m_writer;
    mutable QFile m_reader;
    ByteRanges m_present;
    qint64 m_size = -1;
    bool m_isMapStale = false;
};

} // namespace letopis
