#include "core/transport/sockets.h"

#include <cerrno>
#include <cstring>
#include <vector>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <csignal>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace letopis {

namespace {

using Clock = std::chrono::steady_clock;

// How often a wait looks whether it should stop.
constexpr std::chrono::milliseconds glance{50};

#ifdef Q_OS_WIN
using NativeSocket = SOCKET;
bool isInProgress()
{
    return WSAGetLastError() == WSAEWOULDBLOCK;
}
int pollOne(pollfd &entry, int timeout)
{
    return WSAPoll(&entry, 1, timeout);
}
void makeNonBlocking(NativeSocket socket)
{
    u_long on = 1;
    ioctlsocket(socket, FIONBIO, &on);
}
#else
using NativeSocket = int;
bool isInProgress()
{
    return errno == EINPROGRESS;
}
int pollOne(pollfd &entry, int timeout)
{
    return ::poll(&entry, 1, timeout);
}
void makeNonBlocking(NativeSocket socket)
{
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
    ::fcntl(socket, F_SETFD, FD_CLOEXEC);
}
#endif

struct Address
{
    sockaddr_storage bytes{};
    socklen_t length = 0;
};

// What a look-up found, shared with the thread that makes it.
struct Lookup
{
    std::mutex mutex;
    std::condition_variable_any done;
    bool isDone = false;
    int error = 0;
    std::vector<Address> addresses;
};

void lookUp(const std::shared_ptr<Lookup> &lookup, const QByteArray &host, const QByteArray &port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const int error = ::getaddrinfo(host.constData(), port.constData(), &hints, &found);
    const std::lock_guard lock(lookup->mutex);
    lookup->error = error;
    for (const addrinfo *each = found; each && lookup->addresses.size() < 16; each = each->ai_next) {
        Address address;
        std::memcpy(&address.bytes, each->ai_addr, each->ai_addrlen);
        address.length = socklen_t(each->ai_addrlen);
        lookup->addresses.push_back(address);
    }
    if (found)
        ::freeaddrinfo(found);
    lookup->isDone = true;
    lookup->done.notify_all();
}

// The system's look-up cannot be interrupted; a thread of its own can be left to its fate, which the resolver bounds.
Result<std::vector<Address>> resolve(const QString &host, int port, Clock::time_point deadline, std::stop_token stop)
{
    auto lookup = std::make_shared<Lookup>();
    std::thread([lookup, name = host.toUtf8(), service = QByteArray::number(port)] {
        lookUp(lookup, name, service);
    }).detach();
    std::unique_lock lock(lookup->mutex);
    if (!lookup->done.wait_until(lock, stop, deadline, [&] { return lookup->isDone; })) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, host, {}};
        return Error{ErrorKind::Timeout, QStringLiteral("looking up the host name took too long"), host, {}};
    }
    if (lookup->error != 0 || lookup->addresses.empty())
        return Error{ErrorKind::HostUnreachable,
                     QStringLiteral("host name lookup failed: ") +
                         QString::fromLocal8Bit(lookup->error != 0 ? ::gai_strerror(lookup->error) : "no address"),
                     host,
                     {}};
    return lookup->addresses;
}

Error unreachable(const QString &host, int code)
{
    return {ErrorKind::HostUnreachable,
            QStringLiteral("connecting failed: ") + QString::fromLocal8Bit(std::strerror(code)),
            host,
            {}};
}

Result<> waitConnected(NativeSocket socket, const QString &host, Clock::time_point deadline, std::stop_token stop)
{
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, host, {}};
        if (Clock::now() >= deadline)
            return Error{ErrorKind::Timeout, QStringLiteral("the host did not answer in time"), host, {}};
        pollfd entry{};
        entry.fd = socket;
        entry.events = POLLOUT;
        if (pollOne(entry, int(glance.count())) > 0)
            break;
    }
    int code = 0;
    socklen_t size = sizeof code;
    ::getsockopt(socket, SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&code), &size);
    if (code != 0)
        return unreachable(host, code);
    return {};
}

void setOption(NativeSocket socket, int level, int option)
{
    const int on = 1;
    ::setsockopt(socket, level, option, reinterpret_cast<const char *>(&on), sizeof on);
}

Result<SocketHandle> connectTo(const Address &address, const QString &host, Clock::time_point deadline,
                               std::stop_token stop)
{
    const NativeSocket socket = ::socket(address.bytes.ss_family, SOCK_STREAM, 0);
    if (SocketHandle(socket) == noSocket)
        return unreachable(host, errno);
    makeNonBlocking(socket);
    setOption(socket, IPPROTO_TCP, TCP_NODELAY);
    setOption(socket, SOL_SOCKET, SO_KEEPALIVE);
    const int rc = ::connect(socket, reinterpret_cast<const sockaddr *>(&address.bytes), address.length);
    if (rc != 0 && !isInProgress()) {
        const int code = errno;
        closeSocket(SocketHandle(socket));
        return unreachable(host, code);
    }
    const Result<> connected = waitConnected(socket, host, deadline, stop);
    if (connected)
        return SocketHandle(socket);
    closeSocket(SocketHandle(socket));
    return connected.error();
}

} // namespace

Result<SocketHandle> connectTcp(const QString &host, int port, std::chrono::milliseconds timeout, std::stop_token stop)
{
    const Clock::time_point deadline = Clock::now() + timeout;
    const auto addresses = resolve(host, port, deadline, stop);
    if (!addresses)
        return addresses.error();
    Error last;
    for (size_t i = 0; i < addresses->size(); ++i) {
        // A silent first address (IPv6 without a route) must not eat the time of the others.
        const auto share = (deadline - Clock::now()) / int(addresses->size() - i);
        Result<SocketHandle> socket = connectTo((*addresses)[i], host, Clock::now() + share, stop);
        if (socket || socket.error().kind == ErrorKind::Cancelled)
            return socket;
        last = socket.error();
    }
    return last;
}

bool isClosedByPeer(SocketHandle socket)
{
    pollfd entry{};
    entry.fd = NativeSocket(socket);
    entry.events = POLLIN;
    if (pollOne(entry, 0) <= 0)
        return false;
    if (entry.revents & (POLLERR | POLLNVAL))
        return true;
    char byte = 0;
    return ::recv(NativeSocket(socket), &byte, 1, MSG_PEEK) == 0;
}

#ifdef Q_OS_WIN
void ignoreBrokenPipes() {}

SocketHandle duplicateSocket(SocketHandle socket)
{
    WSAPROTOCOL_INFOW info;
    if (socket == noSocket || WSADuplicateSocketW(SOCKET(socket), GetCurrentProcessId(), &info) != 0)
        return noSocket;
    return SocketHandle(WSASocketW(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, &info, 0, 0));
}

void shutDownSocket(SocketHandle socket)
{
    if (socket != noSocket)
        ::shutdown(SOCKET(socket), SD_BOTH);
}

void closeSocket(SocketHandle socket)
{
    if (socket != noSocket)
        ::closesocket(SOCKET(socket));
}
#else
void ignoreBrokenPipes()
{
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, nullptr);
}

SocketHandle duplicateSocket(SocketHandle socket)
{
    return socket == noSocket ? noSocket : ::fcntl(int(socket), F_DUPFD_CLOEXEC, 0);
}

void shutDownSocket(SocketHandle socket)
{
    if (socket != noSocket)
        ::shutdown(int(socket), SHUT_RDWR);
}

void closeSocket(SocketHandle socket)
{
    if (socket != noSocket)
        ::close(int(socket));
}
#endif

} // namespace letopis
