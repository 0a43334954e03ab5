#include "core/transport/linewatch.h"

#include "core/transport/sockets.h"

#include <utility>

namespace letopis {

namespace {

// Long enough for a healthy transfer to notice by itself and to collect the answers on their way.
constexpr std::chrono::milliseconds grace{150};

} // namespace

LineWatch::LineWatch()
    : m_thread([this] { loop(); })
{
}

LineWatch::~LineWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_all();
    m_thread.join();
    closeSocket(m_socket);
}

void LineWatch::attach(SocketHandle socket)
{
    const std::lock_guard lock(m_mutex);
    closeSocket(m_socket);
    m_socket = duplicateSocket(socket);
    if (m_cut)
        shutDownSocket(m_socket);
}

void LineWatch::shutDown()
{
    const std::lock_guard lock(m_mutex);
    shutDownSocket(m_socket);
}

std::optional<ErrorKind> LineWatch::cutReason() const
{
    const std::lock_guard lock(m_mutex);
    return m_cut;
}

void LineWatch::cut(ErrorKind reason)
{
    m_cut = reason;
    shutDownSocket(m_socket);
}

void LineWatch::onStop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopAt = Clock::now() + grace;
    }
    m_wake.notify_all();
}

void LineWatch::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        if (!m_isArmed || m_cut) {
            m_wake.wait(lock);
            continue;
        }
        if (m_isSuspended) {
            // Looked at again in time for any deadline that resuming can set: resuming need not wake this thread.
            m_wake.wait_for(lock, m_stopAt ? std::min(grace, m_inactivity) : m_inactivity);
            continue;
        }
        const Clock::time_point silentAt = Clock::time_point(Clock::duration(m_lastAlive.load())) + m_inactivity;
        const Clock::time_point deadline = m_stopAt ? std::min(*m_stopAt, silentAt) : silentAt;
        if (Clock::now() >= deadline)
            cut(m_stopAt ? ErrorKind::Cancelled : ErrorKind::Timeout);
        else
            m_wake.wait_until(lock, deadline);
    }
}

LineWatch::Call::Call(LineWatch &watch, std::stop_token stop, std::chrono::milliseconds inactivity)
    : m_watch(watch)
    , m_inactivity(inactivity)
    , m_stop(stop)
    , m_onStop(
          [&] {
              {
                  const std::lock_guard lock(watch.m_mutex);
                  watch.m_stopAt.reset();
                  watch.m_inactivity = inactivity;
                  watch.m_lastAlive = Clock::now().time_since_epoch().count();
                  watch.m_isSuspended = false;
                  watch.m_isArmed = true;
              }
              watch.m_wake.notify_all();
              return std::move(stop);
          }(),
          std::function<void()>([&watch] { watch.onStop(); }))
{
}

LineWatch::Call::~Call()
{
    const std::lock_guard lock(m_watch.m_mutex);
    m_watch.m_isArmed = false;
    // A stop that comes from here on only finds a disarmed watch.
}

void LineWatch::Call::suspend()
{
    m_watch.m_isSuspended = true;
}

void LineWatch::Call::alive()
{
    m_watch.m_lastAlive = Clock::now().time_since_epoch().count();
    m_watch.m_isSuspended = false;
}

void LineWatch::Call::setPatience(std::chrono::milliseconds inactivity)
{
    alive();
    {
        const std::lock_guard lock(m_watch.m_mutex);
        m_watch.m_inactivity = inactivity;
    }
    m_watch.m_wake.notify_all();
}

std::optional<Error> LineWatch::Call::interruption(const QString &subject) const
{
    if (m_stop.stop_requested())
        return Error{ErrorKind::Cancelled, {}, subject, {}};
    if (m_watch.cutReason() == ErrorKind::Timeout)
        return Error{ErrorKind::Timeout, QStringLiteral("the server sent nothing for too long"), subject, {}};
    return {};
}

} // namespace letopis
