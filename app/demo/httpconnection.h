#pragma once

#include "app/demo/httpanswer.h"

#include <QObject>
#include <QTcpSocket>

namespace letopis::demo {

class HttpServer;

// One client's connection: reads a request, sends the answer as fast as the client takes it, then reads the next.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    HttpConnection(HttpServer &server, QTcpSocket *socket);

private:
    void read();
    bool parse();
    void respond();
    void send(HttpAnswer answer);
    void pump();
    void sendPiece(QByteArray piece);
    void finish();
    void refuse(int status);
    qint64 pendingBytes() const;

    HttpServer &m_server;
    QTcpSocket *m_socket;
    QByteArray m_buffer;
    HttpRequest m_request;
    HttpAnswer m_answer;
    qint64 m_bodyLeft = 0; // of the cut, or a large number
    bool m_isCut = false;
    bool m_isChunked = false;
    bool m_isBusy = false;     // an answer is on its way
    bool m_isDraining = false; // cut: the connection closes once all is sent
    bool m_keepAlive = true;
};

} // namespace letopis::demo
