#pragma once

#include "app/demo/httpanswer.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QSslServer>

#include <functional>
#include <optional>

namespace letopis::demo {

// A small HTTP/1.1 server over TLS on 127.0.0.1: keep-alive, HEAD, chunked answers made on the way, and faults on
// demand. Lives in one thread.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<HttpAnswer(const HttpRequest &)>;

    HttpServer(QSslConfiguration tls, Handler handler, QObject *parent = nullptr);

    bool listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }
    QString errorString() const { return m_server.errorString(); }

    // One answer whose path contains the text ends after that many bytes of its body.
    void cutNext(qint64 bytes, const QByteArray &pathPart) { m_cutNext = {bytes, pathPart}; }
    void cutEvery(qint64 bytes) { m_cutEvery = bytes; } // -1: none
    // One request whose path contains the text is taken and never answered, after it was done or without; the line stays open.
    void muteNext(bool isDone, const QByteArray &pathPart) { m_muteNext = {isDone, pathPart}; }
    void setLatency(int milliseconds) { m_latencyMs = milliseconds; }
    int requestCount(const QByteArray &pathPart) const;
    void setNow(const QDateTime &now) { m_now = now; } // what answers are dated; invalid: as it is
    QDateTime now() const { return m_now.isValid() ? m_now : QDateTime::currentDateTimeUtc(); }

private:
    friend class HttpConnection;
    struct Cut
    {
        qint64 bytes = -1;
        QByteArray pathPart;
    };

    struct Mute
    {
        bool isDone = false;
        QByteArray pathPart;
    };

    void accept();
    std::optional<Mute> takeMute(const HttpRequest &request);
    // -1: not cut.
    qint64 takeCut(const HttpRequest &request);

    QSslServer m_server;
    Handler m_handler;
    std::optional<Cut> m_cutNext;
    std::optional<Mute> m_muteNext;
    qint64 m_cutEvery = -1;
    int m_latencyMs = 0;
    QDateTime m_now;
    QHash<QByteArray, int> m_requests; // by path
};

} // namespace letopis::demo
