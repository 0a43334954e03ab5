#include "app/demo/httpconnection.h"

#include "app/demo/httpserver.h"

#include <QDateTime>
#include <QLocale>
#include <QSslSocket>
#include <QTimer>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

constexpr qsizetype largestHead = 64 * 1024;
constexpr qsizetype largestBody = 16 * 1024 * 1024;
constexpr qint64 sendAhead = 512 * 1024;

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 206:
        return "Partial Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 411:
        return "Length Required";
    case 413:
        return "Payload Too Large";
    case 414:
        return "URI Too Long";
    case 416:
        return "Range Not Satisfiable";
    default:
        return "Internal Server Error";
    }
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

HttpConnection::HttpConnection(HttpServer &server, QTcpSocket *socket)
    : QObject(socket)
    , m_server(server)
    , m_socket(socket)
{
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (auto *tls = qobject_cast<QSslSocket *>(socket))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::pump);
    QTimer::singleShot(0, this, &HttpConnection::read); // what came with the handshake
}

qint64 HttpConnection::pendingBytes() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

void HttpConnection::read()
{
    m_buffer += m_socket->readAll();
    if (!m_isBusy && parse())
        respond();
}

// True when m_request holds a whole request, taken out of the buffer.
bool HttpConnection::parse()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0 || end > largestHead) {
        if (m_buffer.size() > largestHead)
            refuse(414);
        return false;
    }
    const QList<QByteArray> lines = m_buffer.left(end).split('\n');
    const QList<QByteArray> first = lines.front().trimmed().split(' ');
    if (first.size() != 3 || !first[2].startsWith("HTTP/1.")) {
        refuse(400);
        return false;
    }
    HttpRequest request;
    request.method = first[0];
    const qsizetype mark = first[1].indexOf('?');
    request.path = first[1].left(mark < 0 ? first[1].size() : mark);
    request.query = mark < 0 ? QByteArray() : first[1].mid(mark + 1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0)
            request.headers.append({lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed()});
    }
    if (!request.header("transfer-encoding").isEmpty()) {
        refuse(411);
        return false;
    }
    const qsizetype length = request.header("content-length").toLongLong();
    if (length < 0 || length > largestBody) {
        refuse(413);
        return false;
    }
    if (m_buffer.size() < end + 4 + length)
        return false;
    request.body = m_buffer.mid(end + 4, length);
    m_buffer.remove(0, end + 4 + length);
    m_keepAlive = first[2] == "HTTP/1.1" && request.header("connection").toLower() != "close";
    m_request = std::move(request);
    return true;
}

void HttpConnection::refuse(int status)
{
    m_socket->write("HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) +
                    "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    m_socket->disconnectFromHost();
    m_isBusy = true;
}

void HttpConnection::respond()
{
    m_isBusy = true;
    const qint64 cut = m_server.takeCut(m_request);
    if (const auto mute = m_server.takeMute(m_request)) {
        if (mute->isDone)
            static_cast<void>(m_server.m_handler(m_request));
        return;
    }
    m_isCut = cut >= 0;
    m_bodyLeft = m_isCut ? cut : std::numeric_limits<qint64>::max();
    const auto answer = [this] { send(m_server.m_handler(m_request)); };
    if (m_server.m_latencyMs > 0)
        QTimer::singleShot(m_server.m_latencyMs, this, answer);
    else
        answer();
}

void HttpConnection::send(HttpAnswer answer)
{
    m_answer = std::move(answer);
    const bool hasSource = m_answer.source != nullptr;
    m_isChunked = hasSource && m_answer.sourceLength < 0;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(m_answer.status) + ' ' + reason(m_answer.status) +
                      "\r\nServer: nginx\r\nDate: " + httpDate(m_server.now()) +
                      "\r\nContent-Type: " + m_answer.type + "\r\n";
    for (const auto &[name, value] : std::as_const(m_answer.headers))
        head += name + ": " + value + "\r\n";
    if (m_isChunked)
        head += "Transfer-Encoding: chunked\r\n";
    else
        head +=
            "Content-Length: " + QByteArray::number(hasSource ? m_answer.sourceLength : m_answer.body.size()) + "\r\n";
    head += m_keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    m_socket->write(head);
    if (m_request.method == "HEAD") {
        finish();
        return;
    }
    if (!hasSource) {
        sendPiece(std::exchange(m_answer.body, {}));
        if (!m_isDraining)
            finish();
        return;
    }
    pump();
}

void HttpConnection::sendPiece(QByteArray piece)
{
    if (piece.size() >= m_bodyLeft && m_isCut) {
        piece.truncate(m_bodyLeft);
        m_isDraining = true;
    }
    m_bodyLeft -= piece.size();
    if (m_isChunked && !piece.isEmpty())
        m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n");
    m_socket->write(piece);
    if (m_isChunked && !piece.isEmpty() && !m_isDraining)
        m_socket->write("\r\n");
    if (m_isDraining) {
        m_answer.source.reset();
        m_socket->flush();
        QTimer::singleShot(0, this, &HttpConnection::pump); // also when nothing was left to write
    }
}

void HttpConnection::pump()
{
    if (m_isDraining) {
        if (pendingBytes() == 0)
            m_socket->abort(); // no close_notify: a cut, not an end
        return;
    }
    while (m_answer.source && pendingBytes() < sendAhead) {
        QByteArray piece = m_answer.source->next();
        if (piece.isEmpty()) {
            if (m_isChunked)
                m_socket->write("0\r\n\r\n");
            finish();
            return;
        }
        sendPiece(std::move(piece));
        if (m_isDraining)
            return;
    }
}

void HttpConnection::finish()
{
    m_answer = {};
    m_isBusy = false;
    if (!m_keepAlive) {
        m_isBusy = true;
        m_socket->disconnectFromHost();
        return;
    }
    QTimer::singleShot(0, this, &HttpConnection::read); // a pipelined request may wait in the buffer
}

} // namespace letopis::demo
