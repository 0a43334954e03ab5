#include "app/demo/httpserver.h"

#include "app/demo/httpconnection.h"

#include <QSslSocket>

namespace letopis::demo {

HttpServer::HttpServer(QSslConfiguration tls, Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    m_server.setSslConfiguration(tls);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &HttpServer::accept);
}

bool HttpServer::listen(quint16 port)
{
    m_server.setListenBacklogSize(200);
    return m_server.listen(QHostAddress::LocalHost, port);
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection())
        new HttpConnection(*this, socket); // owned by its socket
}

qint64 HttpServer::takeCut(const HttpRequest &request)
{
    ++m_requests[request.path];
    if (m_cutNext && request.path.contains(m_cutNext->pathPart)) {
        const qint64 bytes = m_cutNext->bytes;
        m_cutNext.reset();
        return bytes;
    }
    return m_cutEvery;
}

std::optional<HttpServer::Mute> HttpServer::takeMute(const HttpRequest &request)
{
    return m_muteNext && request.path.contains(m_muteNext->pathPart) ? std::exchange(m_muteNext, std::nullopt) : std::nullopt;
}

int HttpServer::requestCount(const QByteArray &pathPart) const
{
    int count = 0;
    for (auto it = m_requests.begin(); it != m_requests.end(); ++it)
        count += it.key().contains(pathPart) ? it.value() : 0;
    return count;
}

} // namespace letopis::demo
