#include "core/transport/bodyqueue.h"

namespace letopis {

namespace {

// Enough to keep the line busy while the consumer works on a batch, small beside what a sync may use.
constexpr qint64 fullAt = 4 * 1024 * 1024;
constexpr qint64 roomyAt = fullAt / 2;

} // namespace

bool BodyQueue::reportFull()
{
    const std::lock_guard lock(m_mutex);
    m_isProducerWaiting = m_bytes >= fullAt;
    return m_isProducerWaiting;
}

void BodyQueue::setResponse(HttpResponse response)
{
    const std::lock_guard lock(m_mutex);
    m_response = std::move(response);
    m_hasNewResponse = true;
    m_changed.notify_one();
}

void BodyQueue::append(QByteArrayList pieces)
{
    const std::lock_guard lock(m_mutex);
    for (QByteArray &piece : pieces) {
        m_bytes += piece.size();
        m_pieces.push_back(std::move(piece));
    }
    m_changed.notify_one();
}

void BodyQueue::finish(Result<> result)
{
    const std::lock_guard lock(m_mutex);
    if (m_result)
        return;
    m_result = std::move(result);
    m_changed.notify_one();
}

BodyQueue::Event BodyQueue::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isCancelled || m_hasNewResponse || !m_pieces.empty() || m_result; });
    if (m_isCancelled)
        return Event::Cancelled;
    if (m_hasNewResponse) {
        m_hasNewResponse = false;
        return Event::Response;
    }
    return m_pieces.empty() ? Event::Finished : Event::Bytes;
}

HttpResponse BodyQueue::response() const
{
    const std::lock_guard lock(m_mutex);
    return m_response;
}

QByteArray BodyQueue::takeBytes(bool &shouldResume)
{
    const std::lock_guard lock(m_mutex);
    const QByteArray bytes = std::move(m_pieces.front());
    m_pieces.pop_front();
    m_bytes -= bytes.size();
    shouldResume = m_isProducerWaiting && m_bytes <= roomyAt;
    if (shouldResume)
        m_isProducerWaiting = false;
    return bytes;
}

Result<> BodyQueue::result() const
{
    const std::lock_guard lock(m_mutex);
    return m_result.value_or(Result<>(Error{ErrorKind::Cancelled, {}, {}, {}}));
}

void BodyQueue::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_isCancelled = true;
    m_changed.notify_one();
}

} // namespace letopis
