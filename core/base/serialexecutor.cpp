#include "core/base/serialexecutor.h"

#include <QThread>

namespace letopis {

SerialExecutor::SerialExecutor(const char *threadName) : m_thread([this, threadName] { loop(threadName); }) {}

SerialExecutor::~SerialExecutor()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void SerialExecutor::enqueue(std::function<void()> closure)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(closure));
    }
    m_wake.notify_one();
}

void SerialExecutor::loop(const char *threadName)
{
    // Adopts the std::thread into Qt, so that QSqlDatabase sees a QThread of its own.
    QThread::currentThread()->setObjectName(QLatin1StringView(threadName));
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_isEnding || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        std::function<void()> closure = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        closure();
        closure = nullptr; // captured values go before the next wait
        lock.lock();
    }
}

} // namespace letopis
