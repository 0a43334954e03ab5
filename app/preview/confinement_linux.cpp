#include "app/preview/confinement.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <initializer_list>
#include <memory>

#include <fcntl.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

#include <seccomp.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LETOPIS_IS_SANITIZED // its run time forks and traces
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LETOPIS_IS_SANITIZED
#endif
#endif

namespace letopis {

namespace {

struct Release
{
    void operator()(void *filter) const { ::seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;

// By name: a kernel or a machine that does not know one needs no rule for it.
void addAll(void *filter, uint32_t action, std::initializer_list<const char *> names, bool &isFine)
{
    for (const char *name : names) {
        if (const int call = ::seccomp_syscall_resolve_name(name); call != __NR_SCMP_ERROR)
            isFine = ::seccomp_rule_add(filter, action, call, 0) == 0 && isFine;
    }
}

void addIf(void *filter, uint32_t action, const char *name, const scmp_arg_cmp &condition, bool &isFine)
{
    if (const int call = ::seccomp_syscall_resolve_name(name); call != __NR_SCMP_ERROR)
        isFine = ::seccomp_rule_add_array(filter, action, call, 1, &condition) == 0 && isFine;
}

scmp_arg_cmp equals(unsigned argument, quint64 value)
{
    return {argument, SCMP_CMP_EQ, value, 0};
}

scmp_arg_cmp hasBits(unsigned argument, quint64 mask, quint64 bits)
{
    return {argument, SCMP_CMP_MASKED_EQ, mask, bits};
}

// Plugins, fonts and the table of file types are read when they are first needed.
void allowReading(void *filter, bool &isFine)
{
    constexpr quint64 writing = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
    const auto forbid = [&](const char *name, unsigned flags) {
        addIf(filter, SCMP_ACT_ALLOW, name, hasBits(flags, writing, O_RDONLY), isFine);
        for (const quint64 bit : {quint64(O_WRONLY), quint64(O_RDWR), quint64(O_CREAT), quint64(O_TRUNC)})
            addIf(filter, SCMP_ACT_KILL_PROCESS, name, hasBits(flags, bit, bit), isFine);
    };
    forbid("open", 1);
    forbid("openat", 2);
    addAll(filter, SCMP_ACT_ALLOW,
           {"read", "readv", "pread64", "preadv", "lseek", "_llseek", "close", "dup", "fstat", "fstat64", "stat", "stat64", "lstat",
            "lstat64", "newfstatat", "fstatat64", "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getdents",
            "getdents64", "getcwd", "statfs", "statfs64", "fstatfs", "fstatfs64"},
           isFine);
    for (const int command : {F_GETFL, F_GETFD, F_SETFD, F_DUPFD, F_DUPFD_CLOEXEC}) {
        addIf(filter, SCMP_ACT_ALLOW, "fcntl", equals(1, quint64(command)), isFine);
        addIf(filter, SCMP_ACT_ALLOW, "fcntl64", equals(1, quint64(command)), isFine);
    }
    for (const quint64 request : {quint64(TCGETS), quint64(FIONREAD)})
        addIf(filter, SCMP_ACT_ALLOW, "ioctl", equals(1, request), isFine);
}

void allowComputing(void *filter, bool &isFine)
{
    addAll(filter, SCMP_ACT_ALLOW,
           {"write", "writev", "mmap", "mmap2", "munmap", "mremap", "mprotect", "madvise", "brk", "futex", "futex_time64", "rseq",
            "membarrier", "set_robust_list", "get_robust_list", "set_tid_address", "sched_yield", "sched_getaffinity", "rt_sigaction",
            "rt_sigprocmask", "rt_sigreturn", "sigreturn", "sigaltstack", "restart_syscall", "clock_gettime", "clock_gettime64",
            "clock_getres", "clock_nanosleep", "clock_nanosleep_time64", "nanosleep", "gettimeofday", "time", "times", "getrusage",
            "getrandom", "getpid", "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid", "uname", "sysinfo", "getrlimit",
            "ugetrlimit", "poll", "ppoll", "ppoll_time64", "eventfd2", "pipe2", "exit", "exit_group"},
           isFine);
    addIf(filter, SCMP_ACT_ALLOW, "prlimit64", equals(2, 0), isFine); // asks only
    addIf(filter, SCMP_ACT_ALLOW, "prctl", equals(0, PR_SET_NAME), isFine);
    addIf(filter, SCMP_ACT_ALLOW, "tgkill", equals(0, quint64(::getpid())), isFine); // abort()
    // Qt scales in several threads. The C library makes them with clone() where there is no clone3(), whose flags no filter sees.
    addIf(filter, SCMP_ACT_ALLOW, "clone", hasBits(0, CLONE_THREAD, CLONE_THREAD), isFine);
    addIf(filter, SCMP_ACT_KILL_PROCESS, "clone", hasBits(0, CLONE_THREAD, 0), isFine);
    addAll(filter, SCMP_ACT_ERRNO(ENOSYS), {"clone3"}, isFine);
}

void forbidTheRest(void *filter, bool &isFine)
{
    addAll(filter, SCMP_ACT_KILL_PROCESS,
           {"execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev", "kill", "tkill", "rt_sigqueueinfo",
            "rt_tgsigqueueinfo", "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "socket", "socketpair", "socketcall", "connect", "bind",
            "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg", "io_uring_setup", "creat", "openat2", "truncate", "truncate64",
            "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "mkdir", "mkdirat", "rmdir",
            "mknod", "mknodat", "chmod", "fchmodat", "chown", "lchown", "fchownat", "mount", "unshare", "setns", "bpf", "userfaultfd",
            "keyctl", "add_key", "request_key", "perf_event_open"},
           isFine);
}

} // namespace

bool canConfineProcesses()
{
#ifdef LETOPIS_IS_SANITIZED
    return false;
#else
    return true;
#endif
}

bool confineThisProcess()
{
    if (!canConfineProcesses())
        return true;
    const Filter filter(::seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    if (!filter)
        return false;
    bool isFine = ::seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    allowReading(filter.get(), isFine);
    allowComputing(filter.get(), isFine);
    forbidTheRest(filter.get(), isFine);
    return isFine && ::seccomp_load(filter.get()) == 0;
}

void tryForbidden(const char *what)
{
    const auto is = [what](const char *name) { return std::strcmp(what, name) == 0; };
    if (is("exec"))
        ::execl("/bin/true", "true", nullptr);
    else if (is("fork") && ::fork() == 0)
        ::_exit(0);
    else if (is("socket"))
        ::socket(AF_INET, SOCK_STREAM, 0);
    else if (is("trace"))
        ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr);
    else if (is("kill"))
        ::kill(::getppid(), 0);
    else if (is("write"))
        ::open("letopis-preview-forbidden", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    else if (is("append"))
        ::open("/dev/null", O_WRONLY | O_APPEND | O_CLOEXEC);
    else if (is("memory"))
        ::syscall(SYS_process_vm_readv, ::getppid(), nullptr, 0, nullptr, 0, 0);
    else if (is("remove"))
        ::unlink("letopis-preview-forbidden");
}

} // namespace letopis
