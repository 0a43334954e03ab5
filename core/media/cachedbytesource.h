#pragma once

#include "core/base/retrypolicy.h"
#include "core/domain/ports/conferenceservice.h"
#include "core/media/byteranges.h"

#include <QElapsedTimer>
#include <QIODevice>
#include <QThreadPool>

#include <memory>

namespace letopis {

class CacheFiller;
class SparseCacheFile;

// A remote file as a random-access device that never blocks: it answers from a sparse cache file, which a worker thread
// fills through ConferenceService::readAsset, first where the reader is, then the rest.
// A read is answered whole or not at all (0 bytes, then starved()): GStreamer's source takes whatever a short read
// leaves in its buffer for media. readyRead comes when the bytes of the last starved read are there. Lives in the
// thread that made it; that thread never waits for the network, not even in the destructor.
class CachedByteSource : public QIODevice
{
    Q_OBJECT

public:
    struct Options
    {
        qint64 priorityWindow = 2 << 20; // fetched first from the read position on
        qint64 chunk = 8 << 20;          // bytes of one request, which is also the most in flight
        RetryPolicy retry{.attempts = 5,
                          .firstDelay = std::chrono::milliseconds(500),
                          .longestDelay = std::chrono::milliseconds(15000)};
    };

    // `file` is open. The service is for this source alone; null means offline: only what the cache holds. `workers`
    // lives until stopFilling() or this object's end.
    CachedByteSource(std::shared_ptr<SparseCacheFile> file, std::shared_ptr<ConferenceService> service,
                     const RecordingAsset &asset, QThreadPool &workers, const Options &options,
                     QObject *parent = nullptr);
    ~CachedByteSource() override;

    bool open(OpenMode mode) override; // ReadOnly; made unbuffered
    bool isSequential() const override { return false; }
    qint64 size() const override; // 0 until isSizeKnown()

    bool isSizeKnown() const;
    bool isComplete() const;
    QString filePath() const; // the cache file, an ordinary one once it is complete
    QList<ByteRange> buffered() const;
    // True where all of [from, from + length), cut at the end of the file, can be read now.
    bool holds(qint64 from, qint64 length) const;
    const RecordingAsset &asset() const { return m_asset; }
    // What ended the filling, if it ended without completing.
    const std::optional<Error> &error() const { return m_error; }
    // Starts the filling again after failed().
    void retry();
    // True where nobody has read for a moment: a demuxer whose queues are full, or that starved.
    bool isQuiet() const;
    // Fetches from here first, without reading.
    void prefer(qint64 position);
    // No more fetching, for good; what is cached stays readable.
    void stopFilling();

Q_SIGNALS:
    void bufferedChanged(); // coalesced
    void sizeBecameKnown();
    void starved(qint64 from, qint64 length); // out of read(): connect queued
    void completed();
    void failed(const letopis::Error &error); // after the retries

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    void startFilling();
    void onFillerProgress();
    void noteStarvation(qint64 from, qint64 length);

    std::shared_ptr<SparseCacheFile> m_file;
    std::shared_ptr<ConferenceService> m_service;
    RecordingAsset m_asset;
    QThreadPool *m_workers;
    Options m_options;
    std::shared_ptr<CacheFiller> m_filler;
    QElapsedTimer m_sinceRead;
    std::optional<ByteRange> m_starved;
    std::optional<Error> m_error;
    bool m_wasSizeKnown = false;
    bool m_wasComplete = false;
};

} // namespace letopis
