#include "app/cli/interruptwatcher.h"

#include <windows.h>

#include <atomic>

namespace letopis::cli {

namespace {
// SetConsoleCtrlHandler passes no context, hence the one global of this program.
std::atomic<InterruptWatcher *> listening{nullptr};

BOOL WINAPI onControl(DWORD)
{
    // The second Ctrl+C finds nobody and falls to the system's own handler, which ends the process.
    InterruptWatcher *watcher = listening.exchange(nullptr);
    return watcher && QMetaObject::invokeMethod(watcher, &InterruptWatcher::interrupted, Qt::QueuedConnection);
}
} // namespace

class InterruptWatcher::Private
{
public:
    explicit Private(InterruptWatcher *watcher)
    {
        listening = watcher;
        ::SetConsoleCtrlHandler(onControl, TRUE);
    }

    ~Private()
    {
        ::SetConsoleCtrlHandler(onControl, FALSE);
        listening = nullptr;
    }
};

InterruptWatcher::InterruptWatcher(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

InterruptWatcher::~InterruptWatcher() = default;

} // namespace letopis::cli
