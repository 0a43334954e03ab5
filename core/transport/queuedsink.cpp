#include "core/transport/queuedsink.h"

namespace letopis {

namespace {

constexpr qsizetype mostWaiting = 4 << 20;

} // namespace

QueuedSink::QueuedSink(const ByteSink &sink)
    : m_sink(sink)
    , m_thread([this] { run(); })
{
}

QueuedSink::~QueuedSink()
{
    if (m_thread.joinable()) {
        const Result<> finished = finish();
        Q_UNUSED(finished) // whoever wants to know asks before
    }
}

Result<> QueuedSink::put(QByteArrayView bytes)
{
    QByteArray copy = bytes.toByteArray();
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waitingBytes < mostWaiting || !m_result; });
        if (!m_result)
            return m_result;
        m_waitingBytes += copy.size();
        m_waiting.push_back(std::move(copy));
    }
    m_changed.notify_all();
    return {};
}

Result<> QueuedSink::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    return m_result;
}

void QueuedSink::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
        if (m_waiting.empty() || !m_result)
            return;
        const QByteArray bytes = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        Result<> taken = m_sink(bytes);
        lock.lock();
        m_waitingBytes -= bytes.size();
        if (!taken)
            m_result = std::move(taken);
        m_changed.notify_all();
    }
}

} // namespace letopis
