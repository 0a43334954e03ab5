#pragma once

#include "core/transport/bodyqueue.h"
#include "core/transport/httpclient.h"

#include <QNetworkReply>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

class QNetworkAccessManager;

namespace letopis {

// What all exchanges of a client share; read only.
struct HttpExchangeRules
{
    QSslConfiguration tls;
    QList<TlsException> exceptions;
    QString proxy; // host:port where one was set by hand
    bool asksSystemForProxy = false;
};

// One GET in the network thread: follows redirects, judges certificates, feeds the queue as fast as it is emptied. Made
// elsewhere, moved to that thread, deleted there; deleting it ends the exchange.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    HttpExchange(HttpRequest request, std::shared_ptr<BodyQueue> body);

    void start(QNetworkAccessManager &manager, const HttpExchangeRules &rules);
    void resume(); // the queue has room again

private:
    void send(const QUrl &url);
    void onTlsErrors(const QList<QSslError> &errors);
    void onEncrypted();
    void onHead();
    void onReadyRead();
    void onFinished();
    void onIdle();
    void pump();
    void conclude();
    void follow(const QUrl &target);
    void fail(Error error);
    bool accepts(const QList<CertificateProblem> &problems, const QSslCertificate &peer);
    std::optional<Error> refusalOf(const HttpResponse &response) const;
    std::optional<Error> failureOfReply() const;
    QString proxyInUse() const; // host:port; empty: none

    const HttpRequest m_request;
    const std::shared_ptr<BodyQueue> m_body;
    QNetworkAccessManager *m_manager = nullptr;
    HttpExchangeRules m_rules;
    QNetworkReply *m_reply = nullptr; // child
    QTimer m_idle{this};
    QTimer m_gathering{this};
    std::optional<Error> m_untrusted;
    HttpResponse m_response;
    qint64 m_received = 0;
    int m_redirects = 0;
    bool m_isAnnounced = false;
    bool m_isFinished = false; // the reply has ended; what it holds may still be waiting
};

} // namespace letopis
