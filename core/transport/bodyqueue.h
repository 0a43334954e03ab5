#pragma once

#include "core/base/result.h"
#include "core/transport/httpclient.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace letopis {

// What one exchange brings, from the network thread to the caller who waits for it: the response, its body in bounded
// pieces, its end. Thread-safe; one producer, one consumer.
class BodyQueue
{
public:
    enum class Event { Response, Bytes, Finished, Cancelled };

    // Producer. append() always takes the bytes; a producer that finds the queue full waits to be resumed.
    bool reportFull();
    void setResponse(HttpResponse response);
    void append(QByteArrayList pieces);
    void finish(Result<> result); // the first one counts

    // Consumer: blocks until something came. Bytes are handed out before the end is.
    Event next();
    HttpResponse response() const;
    // The bytes of the Bytes event. Sets `shouldResume` where a waiting producer has room again.
    QByteArray takeBytes(bool &shouldResume);
    Result<> result() const;

    // Any thread: next() returns Cancelled from now on.
    void cancel();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QByteArray> m_pieces;
    qint64 m_bytes = 0;
    HttpResponse m_response;
    std::optional<Result<>> m_result;
    bool m_hasNewResponse = false;
    bool m_isProducerWaiting = false;
    bool m_isCancelled = false;
};

} // namespace letopis
