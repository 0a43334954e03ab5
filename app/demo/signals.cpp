#include "app/demo/signals.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace letopis::demo {

#ifdef Q_OS_UNIX
namespace {

// A signal handler may only write to a descriptor, which must be found without an argument.
volatile int signalPipe = -1;

void passOn(int number)
{
    const char byte = char(number);
    [[maybe_unused]] const auto written = ::write(signalPipe, &byte, 1);
}

} // namespace

void onSignals(QObject *context, std::function<void()> end, std::function<void()> more)
{
    std::array<int, 2> pair{};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, pair.data()) != 0)
        return;
    signalPipe = pair[0];
    auto *notifier = new QSocketNotifier(pair[1], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context,
                     [fd = pair[1], end = std::move(end), more = std::move(more)] {
                         char byte = 0;
                         if (::read(fd, &byte, 1) == 1)
                             (byte == SIGUSR1 ? more : end)();
                     });
    for (const int number : {SIGTERM, SIGINT, SIGUSR1}) {
        struct sigaction action = {};
        action.sa_handler = passOn;
        action.sa_flags = SA_RESTART;
        ::sigaction(number, &action, nullptr);
    }
}
#else
void onSignals(QObject *, std::function<void()>, std::function<void()>) {}
#endif

void endWithParent()
{
#ifdef Q_OS_LINUX
    const pid_t parent = ::getppid();
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) // it ended before we asked
        ::raise(SIGTERM);
#endif
}

} // namespace letopis::demo
