#pragma once

#include "core/domain/ports/conferenceservice.h"

#include <condition_variable>
#include <functional>
#include <mutex>

namespace letopis::test {

// A conference server's asset from memory, in pieces, with the misbehaviour a test asks for. Thread-safe.
class ScriptedService final : public ConferenceService
{
public:
    explicit ScriptedService(QByteArray content)
        : m_content(std::move(content))
    {
    }

    struct Call
    {
        qint64 from = 0;
        qint64 length = 0;
    };

    qint64 piece = 32 << 10;
    // Called before each piece; an error ends the call as a cut connection would.
    std::function<Result<>(qint64 at)> beforePiece;
    std::atomic<bool> isHeld = false; // pieces wait until released or stopped
    std::atomic<int> running = 0;

    QList<Call> calls() const
    {
        const std::lock_guard lock(m_mutex);
        return m_calls;
    }
    void replaceContent(QByteArray content)
    {
        const std::lock_guard lock(m_mutex);
        m_content = std::move(content);
    }
    void release()
    {
        isHeld = false;
        m_wake.notify_all();
    }

    Result<qint64> readAsset(const RecordingAsset &, qint64 from, qint64 length, const ByteSink &sink,
                             ProgressCounters &, std::stop_token stop) override
    {
        QByteArray content;
        {
            const std::lock_guard lock(m_mutex);
            m_calls.append({from, length});
            content = m_content;
        }
        ++running;
        const Result<qint64> result = send(content, from, length, sink, stop);
        --running;
        return result;
    }

    Result<ApiIdentity> checkApi(std::stop_token) override { return unsupported(); }
    Result<DiskIdentity> checkDisk(std::stop_token) override { return unsupported(); }
    Result<ListingSummary> listRecordings(const RecordingSink &, ProgressCounters &, std::stop_token) override
    {
        return unsupported();
    }
    Result<std::vector<RecordingSnapshot>> fetchRecordings(const QStringList &, std::stop_token) override
    {
        return unsupported();
    }
    Result<> updateMetadata(const QString &, const Metadata &, std::stop_token) override { return unsupported(); }
    Result<> setPublished(const QString &, bool, std::stop_token) override { return unsupported(); }
    Result<> deleteRecording(const QString &, std::stop_token) override { return unsupported(); }
    Result<QDateTime> serverTime(std::stop_token) override { return unsupported(); }
    RecordingDisk *recordingDisk() override { return nullptr; }
    Result<FetchedMeeting> fetchMeeting(const RecordingKey &, std::stop_token) override { return unsupported(); }
    Result<QList<RecordingAsset>> mediaAssets(const RecordingKey &, const PlaybackFormat &, std::stop_token) override
    {
        return unsupported();
    }

private:
    static Error unsupported() { return Error{ErrorKind::Unsupported, {}, {}, {}}; }

    Result<qint64> send(const QByteArray &content, qint64 from, qint64 length, const ByteSink &sink,
                        std::stop_token stop)
    {
        const qint64 end = length < 0 ? content.size() : std::min<qint64>(content.size(), from + length);
        for (qint64 at = from; at < end; at += piece) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return !isHeld; });
            lock.unlock();
            if (stop.stop_requested())
                return Error{ErrorKind::Cancelled, {}, {}, {}};
            if (beforePiece) {
                if (const Result<> ok = beforePiece(at); !ok)
                    return ok.error();
            }
            if (const Result<> kept = sink(QByteArrayView(content).sliced(at, std::min(piece, end - at))); !kept)
                return kept.error();
        }
        return content.size();
    }

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    QByteArray m_content;
    QList<Call> m_calls;
};

} // namespace letopis::test
