#include "app/preview/limits.h"

#include "app/bootstrap/coredumps.h"

#include <QtGlobal>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace letopis {

#ifdef Q_OS_UNIX
namespace {
void limit(decltype(RLIMIT_CPU) what, rlim_t most)
{
    rlimit now{};
    if (::getrlimit(what, &now) != 0)
        return;
    now.rlim_max = now.rlim_max == RLIM_INFINITY ? most : std::min(most, now.rlim_max);
    now.rlim_cur = now.rlim_max;
    ::setrlimit(what, &now);
}
} // namespace
#endif

void limitThisProcess()
{
    refuseCoreDumps();
#ifdef Q_OS_UNIX
    limit(RLIMIT_CPU, 15); // seconds
    limit(RLIMIT_FSIZE, rlim_t(128) << 20); // a picture, where it is not a pipe that takes it
    limit(RLIMIT_NOFILE, 64);
#if !defined(__SANITIZE_ADDRESS__) // which reserves terabytes
    limit(RLIMIT_AS, rlim_t(1) << 30);
#endif
#endif
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
#endif
}

} // namespace letopis
