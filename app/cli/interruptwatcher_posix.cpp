#include "app/cli/interruptwatcher.h"

#include <csignal>
#include <pthread.h>
#include <thread>
#include <unistd.h>

namespace letopis::cli {

// A thread that waits for the signals, rather than a handler: a handler would need a mutable global.
class InterruptWatcher::Private
{
public:
    explicit Private(InterruptWatcher *watcher)
    {
        sigemptyset(&m_signals);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGUSR1})
            sigaddset(&m_signals, signal);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_thread = std::thread([signals = m_signals, watcher] { wait(signals, watcher); });
    }

    ~Private()
    {
        pthread_kill(m_thread.native_handle(), SIGUSR1); // "end"
        m_thread.join();
    }

private:
    static void wait(sigset_t signals, InterruptWatcher *watcher)
    {
        for (int heard = 0, signal = 0;; ++heard) {
            if (sigwait(&signals, &signal) != 0 || signal == SIGUSR1)
                return;
            if (heard > 0)
                ::_exit(128 + signal);
            QMetaObject::invokeMethod(watcher, &InterruptWatcher::interrupted, Qt::QueuedConnection);
        }
    }

    sigset_t m_signals{};
    std::thread m_thread;
};

InterruptWatcher::InterruptWatcher(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

InterruptWatcher::~InterruptWatcher() = default;

} // namespace letopis::cli
