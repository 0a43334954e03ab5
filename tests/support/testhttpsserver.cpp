#include "tests/support/testhttpsserver.h"

#include <QFile>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace letopis::test {

namespace {

constexpr qint64 writeAhead = 1024 * 1024;
constexpr qint64 pieceBytes = 256 * 1024;
constexpr qsizetype largestHead = 64 * 1024;

// Where the bytes of a body come from, whatever their origin.
class BodySource
{
public:
    explicit BodySource(const TestAnswer &answer)
        : m_answer(answer)
    {
        if (!answer.bodyFile.isEmpty()) {
            m_file = std::make_unique<QFile>(answer.bodyFile);
            m_size = m_file->open(QIODevice::ReadOnly) ? m_file->size() : 0;
        } else if (answer.bodyBytes >= 0) {
            m_size = answer.bodyBytes;
            for (qint64 i = 0; i < pieceBytes + 23; ++i)
                m_pattern.append(TestAnswer::byteAt(i));
        } else {
            m_size = answer.body.size();
        }
    }

    qint64 size() const { return m_size; }

    QByteArray read(qint64 from, qint64 length)
    {
        if (m_file) {
            m_file->seek(from);
            return m_file->read(length);
        }
        return m_answer.bodyBytes >= 0 ? m_pattern.mid(from % 23, length) : m_answer.body.mid(from, length);
    }

private:
    const TestAnswer m_answer;
    std::unique_ptr<QFile> m_file;
    QByteArray m_pattern;
    qint64 m_size = 0;
};

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 206:
        return "Partial Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 416:
        return "Range Not Satisfiable";
    case 500:
        return "Internal Server Error";
    default:
        return "Whatever";
    }
}

struct Counters
{
    std::shared_ptr<std::atomic<int>> requests;
    std::shared_ptr<std::atomic<int>> connections;
    std::shared_ptr<std::atomic<qint64>> bytesSent;
};

// One connection: reads requests, writes answers one after the other. Dies with its socket.
class Connection final : public QObject
{
public:
    Connection(QTcpSocket *socket, TestHttpsServer::Handler handler, Counters counters)
        : QObject(socket)
        , m_socket(socket)
        , m_handler(std::move(handler))
        , m_counters(std::move(counters))
    {
        connect(socket, &QTcpSocket::readyRead, this, &Connection::readRequest);
        connect(socket, &QTcpSocket::bytesWritten, this, &Connection::writeMore);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (auto *tls = qobject_cast<QSslSocket *>(socket))
            connect(tls, &QSslSocket::encryptedBytesWritten, this, &Connection::writeMore);
        readRequest();
    }

private:
    void readRequest()
    {
        m_input += m_socket->readAll();
        const qsizetype headEnd = m_input.indexOf("\r\n\r\n");
        if (m_input.startsWith('\x16')) { // somebody speaks TLS to our plain HTTP
            m_socket->write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            return m_socket->disconnectFromHost();
        }
        if (m_source || m_isWaiting)
            return; // answering; the next request waits
        if (headEnd < 0) {
            if (m_input.size() > largestHead)
                cutOff();
            return;
        }
        TestRequest request = parse(m_input.left(headEnd));
        const qsizetype bodyLength = request.headers.value("content-length").toInt();
        if (m_input.size() < headEnd + 4 + bodyLength)
            return;
        request.body = m_input.mid(headEnd + 4, bodyLength);
        m_input.remove(0, headEnd + 4 + bodyLength);
        ++*m_counters.requests;
        answer(request);
    }

    static TestRequest parse(const QByteArray &head)
    {
        TestRequest request;
        const QList<QByteArray> lines = head.split('\n');
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0)
                request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        return request;
    }

    void answer(const TestRequest &request)
    {
        m_answer = m_handler(request);
        if (m_answer.closeWithoutAnswer)
            return cutOff();
        m_isWaiting = true;
        QTimer::singleShot(m_answer.delay, this, [this, request] {
            m_isWaiting = false;
            begin(request);
        });
    }

    void begin(const TestRequest &request)
    {
        m_source = std::make_unique<BodySource>(m_answer);
        m_offset = 0;
        m_end = m_source->size();
        m_sent = 0;
        QByteArray head;
        int status = m_answer.status;
        if (const QByteArray range = request.headers.value("range");
            !range.isEmpty() && m_answer.honoursRange && status == 200)
            status = applyRange(range, head);
        if (m_answer.isChunked)
            head += "Transfer-Encoding: chunked\r\n";
        else if (m_answer.hasContentLength)
            head += "Content-Length: " + QByteArray::number(m_end - m_offset) + "\r\n";
        for (const auto &[name, value] : m_answer.headers)
            head += name + ": " + value + "\r\n";
        if (m_answer.closesAfterwards || (!m_answer.isChunked && !m_answer.hasContentLength))
            head += "Connection: close\r\n";
        m_socket->write("HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status) + "\r\n" + head + "\r\n");
        if (request.method == "HEAD")
            m_offset = m_end;
        writeMore();
    }

    // bytes=from-to, bytes=from-, bytes=-last
    int applyRange(const QByteArray &range, QByteArray &head)
    {
        const qint64 size = m_source->size();
        const QList<QByteArray> parts = range.mid(range.indexOf('=') + 1).split('-');
        qint64 from = parts.value(0).toLongLong();
        qint64 to = parts.value(1).isEmpty() ? size - 1 : std::min(parts.value(1).toLongLong(), size - 1);
        if (parts.value(0).isEmpty()) {
            from = std::max<qint64>(0, size - parts.value(1).toLongLong());
            to = size - 1;
        }
        if (from >= size || to < from) {
            head += "Content-Range: bytes */" + QByteArray::number(size) + "\r\n";
            m_offset = m_end = 0;
            return 416;
        }
        m_offset = from;
        m_end = to + 1;
        head += "Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(to) + '/' +
                QByteArray::number(size) + "\r\n";
        return 206;
    }

    qint64 unsent() const
    {
        const auto *tls = qobject_cast<QSslSocket *>(m_socket);
        return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
    }

    void writeMore()
    {
        if (!m_source || m_isWriting)
            return;
        m_isWriting = true; // a write may announce bytesWritten before it returns
        qint64 end = m_end;
        if (m_answer.stallAfter >= 0)
            end = std::min(end, m_offset - m_sent + m_answer.stallAfter);
        if (m_answer.cutAfter >= 0)
            end = std::min(end, m_offset - m_sent + m_answer.cutAfter);
        while (m_offset < end && unsent() < writeAhead)
            writePiece(std::min(pieceBytes, end - m_offset));
        m_isWriting = false;
        if (m_offset >= end)
            endAnswer();
    }

    void writePiece(qint64 length)
    {
        const QByteArray piece = m_source->read(m_offset, length);
        if (m_answer.isChunked)
            m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
        else
            m_socket->write(piece);
        m_offset += piece.size();
        m_sent += piece.size();
        *m_counters.bytesSent += piece.size();
    }

    void endAnswer()
    {
        if (m_answer.cutAfter >= 0) {
            if (unsent() == 0)
                cutOff();
            return;
        }
        if (m_answer.stallAfter >= 0)
            return;
        if (m_answer.isChunked)
            m_socket->write("0\r\n\r\n");
        m_source.reset();
        if (m_answer.closesAfterwards || (!m_answer.isChunked && !m_answer.hasContentLength))
            return m_socket->disconnectFromHost();
        readRequest();
    }

    // Later: inside the socket's own signals an abort pulls its TLS state away from under it.
    void cutOff() { QMetaObject::invokeMethod(m_socket, &QTcpSocket::abort, Qt::QueuedConnection); }

    QTcpSocket *m_socket;
    const TestHttpsServer::Handler m_handler;
    const Counters m_counters;
    QByteArray m_input;
    TestAnswer m_answer;
    std::unique_ptr<BodySource> m_source; // while an answer is on its way
    qint64 m_offset = 0;
    qint64 m_end = 0;
    qint64 m_sent = 0;
    bool m_isWaiting = false;
    bool m_isWriting = false;
};

QSslConfiguration configurationOf(const TestHttpsServer::Options &options)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    tls.setLocalCertificate(options.certificate->certificate());
    tls.setPrivateKey(options.certificate->key());
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (options.onlyTls10) {
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        tls.setProtocol(QSsl::TlsV1_0);
        QT_WARNING_POP
        tls.setBackendConfigurationOption("CipherString", QByteArray("ALL:@SECLEVEL=0"));
    }
    return tls;
}

} // namespace

QString TestRequest::path() const
{
    return QUrl::fromEncoded(target).path();
}

TestHttpsServer::TestHttpsServer(const TestCertificate &certificate, Handler handler)
    : TestHttpsServer(Options{.certificate = certificate, .port = 0, .onlyTls10 = false}, std::move(handler))
{
}

TestHttpsServer::TestHttpsServer(Options options, Handler handler)
    : m_isTls(options.certificate.has_value())
{
    const Counters counters{m_requests, m_connections, m_bytesSent};
    m_listener = new QObject;
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.setObjectName(u"test-https"_s);
    m_thread.start();
    const auto listen = [this, options, handler, counters] {
        QTcpServer *server = nullptr;
        if (m_isTls) {
            auto *tlsServer = new QSslServer(m_listener);
            tlsServer->setSslConfiguration(configurationOf(options));
            server = tlsServer;
        } else {
            server = new QTcpServer(m_listener);
        }
        QObject::connect(server, &QTcpServer::pendingConnectionAvailable, m_listener, [server, handler, counters] {
            while (QTcpSocket *socket = server->nextPendingConnection()) {
                ++*counters.connections;
                new Connection(socket, handler, counters);
            }
        });
        m_port = server->listen(QHostAddress::LocalHost, options.port) ? server->serverPort() : quint16(0);
    };
    QMetaObject::invokeMethod(m_listener, listen, Qt::BlockingQueuedConnection);
}

TestHttpsServer::~TestHttpsServer()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl TestHttpsServer::url(const QString &pathAndQuery, const QString &host) const
{
    return QUrl("%1://%2:%3/%4"_L1.arg(m_isTls ? "https"_L1 : "http"_L1, host).arg(m_port).arg(pathAndQuery));
}

} // namespace letopis::test
