#include "tests/support/delayline.h"

#include <QtGlobal>

#include <algorithm>
#include <atomic>
#include <deque>
#include <list>
#include <optional>
#include <thread>
#include <vector>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace letopis::test {

#ifdef Q_OS_UNIX

namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t chunkBytes = 256 * 1024;
constexpr size_t mostOnTheWay = size_t(256) << 20;

void prepare(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
    ::fcntl(socket, F_SETFD, FD_CLOEXEC);
}

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(quint16(port));
    return address;
}

// Bytes from one socket to another, each kept for a while. Their end is kept, too.
class OneWay
{
public:
    OneWay(int from, int to, std::chrono::microseconds delay)
        : m_from(from)
        , m_to(to)
        , m_delay(delay)
    {
    }

    bool wantsRead() const { return !m_hasEnded && m_onTheWay < mostOnTheWay; }
    bool wantsWrite() const { return !m_chunks.empty() && m_chunks.front().due <= Clock::now(); }
    std::optional<Clock::time_point> due() const
    {
        return m_chunks.empty() ? std::nullopt : std::optional(m_chunks.front().due);
    }
    bool isOver() const { return m_hasEnded && m_chunks.empty(); }
    bool isBroken() const { return m_isBroken; }

    void read()
    {
        Chunk chunk{Clock::now() + m_delay, std::vector<char>(chunkBytes), 0};
        const ssize_t got = ::recv(m_from, chunk.bytes.data(), chunk.bytes.size(), 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        m_hasEnded = got <= 0;
        chunk.bytes.resize(size_t(std::max<ssize_t>(0, got))); // nothing: the end
        m_onTheWay += chunk.bytes.size();
        m_chunks.push_back(std::move(chunk));
    }

    void write()
    {
        while (wantsWrite()) {
            Chunk &chunk = m_chunks.front();
            if (chunk.bytes.empty()) {
                ::shutdown(m_to, SHUT_WR);
            } else if (!writeSome(chunk)) {
                return;
            }
            m_chunks.pop_front();
        }
    }

private:
    struct Chunk
    {
        Clock::time_point due;
        std::vector<char> bytes;
        size_t written;
    };

    // True where all of it went.
    bool writeSome(Chunk &chunk)
    {
        const ssize_t went =
            ::send(m_to, chunk.bytes.data() + chunk.written, chunk.bytes.size() - chunk.written, MSG_NOSIGNAL);
        if (went < 0) {
            m_isBroken = errno != EAGAIN && errno != EINTR;
            return false;
        }
        chunk.written += size_t(went);
        m_onTheWay -= size_t(went);
        return chunk.written == chunk.bytes.size();
    }

    int m_from;
    int m_to;
    std::chrono::microseconds m_delay;
    std::deque<Chunk> m_chunks;
    size_t m_onTheWay = 0;
    bool m_hasEnded = false;
    bool m_isBroken = false;
};

struct Connection
{
    Connection(int near, int far, std::chrono::microseconds delay)
        : client(near)
        , server(far)
        , up(near, far, delay)
        , down(far, near, delay)
    {
    }
    ~Connection()
    {
        ::close(client);
        ::close(server);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    bool isOver() const { return up.isBroken() || down.isBroken() || (up.isOver() && down.isOver()); }

    int client;
    int server;
    OneWay up;
    OneWay down;
};

} // namespace

class DelayLine::Private
{
public:
    Private(int targetPort, std::chrono::microseconds roundTrip)
        : m_targetPort(targetPort)
        , m_delay(roundTrip / 2)
        , m_listener(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address = loopback(0);
        socklen_t size = sizeof address;
        prepare(m_listener);
        if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 64) != 0 ||
            ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            return;
        port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }

    ~Private()
    {
        m_isEnding = true;
        if (m_thread.joinable())
            m_thread.join();
        ::close(m_listener);
    }

    int port = 0;
    std::atomic<int> connections{0};
    std::atomic<int> keptByCut{-1}; // how many connections are to stay; -1: all

private:
    void serve()
    {
        while (!m_isEnding) {
            std::vector<pollfd> sockets{{m_listener, POLLIN, 0}};
            for (const Connection &connection : m_connections) {
                sockets.push_back({connection.client, eventsOf(connection.up, connection.down), 0});
                sockets.push_back({connection.server, eventsOf(connection.down, connection.up), 0});
            }
            waitFor(sockets);
            size_t at = 1;
            for (Connection &connection : m_connections) {
                move(connection, sockets[at].revents, sockets[at + 1].revents);
                at += 2;
            }
            if (const int kept = keptByCut.exchange(-1); kept >= 0 && m_connections.size() > size_t(kept))
                m_connections.erase(std::next(m_connections.begin(), kept), m_connections.end());
            m_connections.remove_if([](const Connection &connection) { return connection.isOver(); });
            if (sockets[0].revents != 0)
                accept();
        }
    }

    static short eventsOf(const OneWay &fromHere, const OneWay &toHere)
    {
        return short((fromHere.wantsRead() ? POLLIN : 0) | (toHere.wantsWrite() ? POLLOUT : 0));
    }

    // Until a socket is ready or a chunk is due.
    void waitFor(std::vector<pollfd> &sockets) const
    {
        Clock::time_point until = Clock::now() + std::chrono::milliseconds(20); // m_isEnding
        for (const Connection &connection : m_connections) {
            for (const OneWay *way : {&connection.up, &connection.down}) {
                if (const auto due = way->due(); due && *due > Clock::now())
                    until = std::min(until, *due);
            }
        }
        const auto left = std::max(std::chrono::nanoseconds(0),
                                   std::chrono::duration_cast<std::chrono::nanoseconds>(until - Clock::now()));
        const timespec timeout{0, long(left.count())};
        ::ppoll(sockets.data(), nfds_t(sockets.size()), &timeout, nullptr);
    }

    static void move(Connection &connection, short clientEvents, short serverEvents)
    {
        constexpr short readable = POLLIN | POLLHUP | POLLERR;
        if (clientEvents & readable && connection.up.wantsRead())
            connection.up.read();
        if (serverEvents & readable && connection.down.wantsRead())
            connection.down.read();
        connection.up.write();
        connection.down.write();
    }

    void accept()
    {
        const int client = ::accept(m_listener, nullptr, nullptr);
        if (client < 0)
            return;
        const int server = ::socket(AF_INET, SOCK_STREAM, 0);
        const sockaddr_in address = loopback(m_targetPort);
        // To this same host: at once or not at all.
        if (::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
            ::close(client);
            ::close(server);
            return;
        }
        prepare(client);
        prepare(server);
        ++connections;
        m_connections.emplace_back(client, server, m_delay);
    }

    int m_targetPort;
    std::chrono::microseconds m_delay;
    int m_listener;
    std::atomic<bool> m_isEnding{false};
    std::list<Connection> m_connections;
    std::thread m_thread;
};

#else

class DelayLine::Private
{
public:
    Private(int, std::chrono::microseconds) {}
    int port = 0;
    int connections = 0;
    int keptByCut = -1;
};

#endif

DelayLine::DelayLine(int targetPort, std::chrono::microseconds roundTrip)
    : d(std::make_unique<Private>(targetPort, roundTrip))
{
}

DelayLine::~DelayLine() = default;

int DelayLine::port() const
{
    return d->port;
}

void DelayLine::cutAll()
{
    d->keptByCut = 0;
}

void DelayLine::cutAllButTheFirst()
{
    d->keptByCut = 1;
}

int DelayLine::connections() const
{
    return d->connections;
}

} // namespace letopis::test
