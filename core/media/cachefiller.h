#pragma once

#include "core/base/retrypolicy.h"
#include "core/domain/ports/conferenceservice.h"
#include "core/media/sparsecachefile.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>

namespace letopis {

// Fills a cache file on a worker thread: first the window at the preferred position, then from there to the end, then
// the rest. Shared by the worker and its source; outlives the source by the moment that the service needs to stop.
class CacheFiller : public std::enable_shared_from_this<CacheFiller>
{
public:
    struct Options
    {
        qint64 priorityWindow = 0;
        qint64 chunk = 0;
        RetryPolicy retry;
    };

    CacheFiller(std::shared_ptr<SparseCacheFile> file, std::shared_ptr<ConferenceService> service, RecordingAsset asset,
                const Options &options);

    // Calls `notified` in the receiver's thread, at most one call waiting at a time, until detach().
    void attach(QObject *receiver, std::function<void()> notified);
    void detach();

    void run(); // in the worker; returns when complete, stopped or failed
    void stop();
    // The reader wants [position, position + length) next; length 0: the usual window.
    void prefer(qint64 position, qint64 length = 0);

    bool isFinished() const { return m_isFinished; }
    std::optional<Error> error() const;

private:
    std::optional<ByteRange> nextRange() const;
    Result<> fetch(const ByteRange &range);
    Result<> keep(qint64 at, const ByteRange &range, QByteArrayView bytes);
    bool isWantedElsewhere(qint64 at, const ByteRange &range) const;
    bool pauseAfter(const Error &error, int failures);
    void end(std::optional<Error> error);
    void notify();

    const std::shared_ptr<SparseCacheFile> m_file;
    const std::shared_ptr<ConferenceService> m_service;
    const RecordingAsset m_asset;
    const Options m_options;
    ProgressCounters m_progress;
    std::stop_source m_stop;
    std::atomic<qint64> m_preferred{0};
    std::atomic<qint64> m_preferredLength{0};
    std::atomic<bool> m_isFinished{false};
    std::atomic<bool> m_isNotifying{false};

    mutable std::mutex m_mutex; // the members below
    std::condition_variable_any m_wake;
    QObject *m_receiver = nullptr;
    std::function<void()> m_notified;
    std::optional<Error> m_error;
};

} // namespace letopis
