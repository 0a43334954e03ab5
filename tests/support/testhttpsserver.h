#pragma once

#include "tests/support/testca.h"

#include <QHash>
#include <QList>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace letopis::test {

struct TestRequest
{
    QByteArray method;
    QByteArray target;                     // path and query as sent
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;

    QString path() const;
};

// What the server does with one request. The body is `body`, or the file `bodyFile`, or `bodyBytes` made-up bytes
// (byteAt()); the last two are streamed in bounded memory.
struct TestAnswer
{
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers; // besides Content-Length, Content-Range and Connection
    QByteArray body{};
    QString bodyFile{};
    qint64 bodyBytes = -1;
    std::chrono::milliseconds delay{0}; // before the first byte
    qint64 cutAfter = -1;               // body bytes after which the connection is cut off
    qint64 stallAfter = -1;             // body bytes after which nothing more comes, and the connection stays
    bool closeWithoutAnswer = false;
    bool honoursRange = true;
    bool isChunked = false;        // Transfer-Encoding: chunked instead of Content-Length
    bool hasContentLength = true;  // false, not chunked: the end of the connection is the end of the body
    bool closesAfterwards = false; // Connection: close

    static char byteAt(qint64 offset) { return char('a' + (offset % 23)); }
};

// A small HTTP/1.1 server on 127.0.0.1 in its own thread, over TLS unless no certificate is given. The handler runs in
// that thread. It answers GET, HEAD and POST with keep-alive, byte ranges and whatever misbehaviour the answer asks
// for.
class TestHttpsServer
{
public:
    using Handler = std::function<TestAnswer(const TestRequest &)>;

    struct Options
    {
        std::optional<TestCertificate> certificate; // nothing: plain HTTP
        quint16 port = 0;                           // 0: any free one
        bool onlyTls10 = false;                     // as old as it gets, security level 0
    };

    TestHttpsServer(Options options, Handler handler);
    TestHttpsServer(const TestCertificate &certificate, Handler handler);
    ~TestHttpsServer(); // cuts open connections and frees the port
    TestHttpsServer(const TestHttpsServer &) = delete;
    TestHttpsServer &operator=(const TestHttpsServer &) = delete;

    quint16 port() const { return m_port; } // 0: could not listen
    // https://127.0.0.1:port/ + path, or http:// without a certificate.
    QUrl url(const QString &pathAndQuery, const QString &host = QStringLiteral("127.0.0.1")) const;
    int requestCount() const { return *m_requests; }
    int connectionCount() const { return *m_connections; }
    qint64 bodyBytesSent() const { return *m_bytesSent; } // handed to the socket

private:
    bool m_isTls = false;
    quint16 m_port = 0;
    std::shared_ptr<std::atomic<int>> m_requests = std::make_shared<std::atomic<int>>(0);
    std::shared_ptr<std::atomic<int>> m_connections = std::make_shared<std::atomic<int>>(0);
    std::shared_ptr<std::atomic<qint64>> m_bytesSent = std::make_shared<std::atomic<qint64>>(0);
    QThread m_thread;
    QObject *m_listener = nullptr; // lives in m_thread
};

} // namespace letopis::test
