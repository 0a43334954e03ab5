#pragma once

#include "core/base/error.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace letopis {

// A socket as the system names it: an int, or a SOCKET on Windows.
using SocketHandle = qintptr;
inline constexpr SocketHandle noSocket = -1;

// Ends blocking calls of a library that cannot be interrupted, by shutting their socket down under them: when a stop is
// requested (after a moment's grace, in which a healthy call ends by itself and keeps its connection) or when nothing
// came for too long. Owns one thread. attach() and Call belong to the calling thread.
class LineWatch
{
public:
    LineWatch();
    ~LineWatch();
    LineWatch(const LineWatch &) = delete;
    LineWatch &operator=(const LineWatch &) = delete;

    // Watches this socket from now on; the caller keeps owning it.
    void attach(SocketHandle socket);
    void shutDown();
    // Why the line was shut down, if it was. A line stays cut.
    std::optional<ErrorKind> cutReason() const;

    // One watched call.
    class Call
    {
    public:
        Call(LineWatch &watch, std::stop_token stop, std::chrono::milliseconds inactivity);
        ~Call();
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;

        // Bytes came: the time for silence starts anew.
        void alive();
        // While the caller itself is busy (a sink that holds back), nothing is expected of the server, until alive().
        void suspend();
        // For a step that takes its time without a byte, such as writing a large file to the server's disk.
        void setPatience(std::chrono::milliseconds inactivity);
        void resetPatience() { setPatience(m_inactivity); }
        std::stop_token stopToken() const { return m_stop; }
        bool isStopRequested() const { return m_stop.stop_requested(); }
        // Cancelled or Timeout where the watch ended the call, or a stop is requested.
        std::optional<Error> interruption(const QString &subject) const;

    private:
        LineWatch &m_watch;
        std::chrono::milliseconds m_inactivity;
        std::stop_token m_stop;
        std::stop_callback<std::function<void()>> m_onStop;
    };

private:
    using Clock = std::chrono::steady_clock;

    void loop();
    void cut(ErrorKind reason);
    void onStop();

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    SocketHandle m_socket = noSocket; // our own duplicate: the number stays ours when the library closes its own
    std::optional<ErrorKind> m_cut;
    std::optional<Clock::time_point> m_stopAt;
    std::chrono::milliseconds m_inactivity{0};
    std::atomic<Clock::rep> m_lastAlive{0};
    std::atomic<bool> m_isSuspended{false};
    bool m_isArmed = false;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace letopis
