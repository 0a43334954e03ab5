#pragma once

#include "core/domain/ports/filetransport.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace letopis {

// Hands bytes to a sink in a thread of its own, in order, so that hashing and writing do not hold up decrypting. A few
// megabytes may wait. put() and finish() are one thread's at a time.
class QueuedSink
{
public:
    explicit QueuedSink(const ByteSink &sink);
    ~QueuedSink(); // what was put is still passed on

    // Waits for room. The sink's error, once there was one.
    Result<> put(QByteArrayView bytes);
    // Waits until everything was passed on.
    Result<> finish();

private:
    void run();

    const ByteSink &m_sink;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QByteArray> m_waiting;
    qsizetype m_waitingBytes = 0;
    bool m_isEnding = false;
    Result<> m_result;
    std::thread m_thread;
};

} // namespace letopis
