#pragma once

#include <QByteArray>
#include <QStringList>
#include <QThread>

#include <mutex>

namespace letopis::test {

// A proxy on 127.0.0.1 in its own thread: HTTP (CONNECT, and whole URLs for plain http) or SOCKS5.
class TestProxy
{
public:
    enum class Kind { Http, Socks5 };
    struct Options
    {
        Kind kind = Kind::Http;
        QByteArray user; // empty: no password wanted
        QByteArray password;
        bool refusesTargets = false; // says no to every target
        bool hangsUp = false;        // closes at the first byte
    };

    explicit TestProxy(Options options);
    ~TestProxy();
    TestProxy(const TestProxy &) = delete;
    TestProxy &operator=(const TestProxy &) = delete;

    quint16 port() const { return m_port; }
    QStringList targets() const; // host:port of each connection that was let through

private:
    friend class ProxyLine;
    void noteTarget(const QString &target);

    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    QStringList m_targets;
    QThread m_thread;
};

} // namespace letopis::test
