#include "core/transport/httpclient.h"

#include "core/transport/bodyqueue.h"
#include "core/transport/httpexchange.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

// The desktop's settings, or the environment's, asked for each URL anew: this client's only, not the whole program's.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

void applyProxy(QNetworkAccessManager &manager, const HttpProxy &proxy)
{
    const ProxySettings &settings = proxy.settings;
    const auto manual = [&](QNetworkProxy::ProxyType type) {
        return QNetworkProxy(type, settings.host, quint16(settings.port), settings.user,
                             QString::fromUtf8(proxy.password.reveal()));
    };
    switch (settings.kind) {
    case ProxyKind::System:
        manager.setProxyFactory(new SystemProxies);
        return; // the manager owns it
    case ProxyKind::None:
        manager.setProxy(QNetworkProxy::NoProxy);
        return;
    case ProxyKind::Http:
        manager.setProxy(manual(QNetworkProxy::HttpProxy));
        return;
    case ProxyKind::Socks5:
        manager.setProxy(manual(QNetworkProxy::Socks5Proxy));
        return;
    }
}

QString proxyName(const ProxySettings &settings)
{
    const bool isManual = settings.kind == ProxyKind::Http || settings.kind == ProxyKind::Socks5;
    return isManual ? "%1:%2"_L1.arg(settings.host).arg(settings.port) : QString();
}

Result<QList<QSslCertificate>> readAuthorities(const QString &caFile)
{
    if (caFile.isEmpty())
        return QList<QSslCertificate>();
    QFile file(caFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::InvalidInput, u"cannot read the CA file: "_s + file.errorString(), caFile, {}};
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(file.read(16 * 1024 * 1024), QSsl::Pem);
    if (authorities.isEmpty())
        return Error{ErrorKind::InvalidInput, u"the CA file holds no PEM certificate"_s, caFile, {}};
    return authorities;
}

QSslConfiguration tlsRules(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    // A resumed session shows no certificate: every connection shall show it, so that a changed one is seen at once.
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    // Own authorities switch Qt's loading of the system's on demand off, so both are named.
    if (!authorities.isEmpty())
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + authorities);
    return tls;
}

Result<> checkRequest(const HttpRequest &request, const ProxySettings &proxy)
{
    const QString scheme = request.url.scheme();
    const bool isHttp = scheme == "https"_L1 || scheme == "http"_L1;
    if (!request.url.isValid() || !isHttp || request.url.host().isEmpty())
        return Error{ErrorKind::InvalidInput, u"not an http or https URL"_s, request.url.host(), {}};
    if (request.rangeFrom < 0 || request.rangeLength == 0)
        return Error{ErrorKind::InvalidInput, u"an empty or negative byte range"_s, request.url.host(), {}};
    const bool needsProxyAddress = proxy.kind == ProxyKind::Http || proxy.kind == ProxyKind::Socks5;
    if (needsProxyAddress && (proxy.host.isEmpty() || proxy.port <= 0 || proxy.port > 65535))
        return Error{ErrorKind::InvalidInput, u"the proxy has no host or no valid port"_s, proxy.host, {}};
    return {};
}

} // namespace

class HttpClient::Private
{
public:
    Private(HttpTrust trust, HttpProxy proxy)
        : m_trust(std::move(trust))
        , m_proxy(std::move(proxy))
        , m_authorities(readAuthorities(m_trust.caFile))
    {
        m_thread.setObjectName(u"letopis-http"_s);
        m_home->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_home, &QObject::deleteLater);
        m_thread.start();
    }

    ~Private()
    {
        m_thread.quit();
        m_thread.wait();
    }

    Result<HttpResponse> get(const HttpRequest &request, const ByteSink &sink, ProgressCounters &progress,
                             std::stop_token stop);

private:
    std::shared_ptr<HttpExchange> startExchange(const HttpRequest &request, const std::shared_ptr<BodyQueue> &body);
    void beginInNetworkThread(HttpExchange &exchange);

    const HttpTrust m_trust;
    const HttpProxy m_proxy;
    const Result<QList<QSslCertificate>> m_authorities;
    QThread m_thread;
    QObject *m_home = new QObject;              // lives in m_thread, dies with it
    QNetworkAccessManager *m_manager = nullptr; // child of m_home; network thread only
    HttpExchangeRules m_rules;                  // network thread only
};

void HttpClient::Private::beginInNetworkThread(HttpExchange &exchange)
{
    if (!m_manager) {
        m_manager = new QNetworkAccessManager(m_home);
        applyProxy(*m_manager, m_proxy);
        m_rules = {.tls = tlsRules(*m_authorities),
                   .exceptions = m_trust.exceptions,
                   .proxy = proxyName(m_proxy.settings),
                   .asksSystemForProxy = m_proxy.settings.kind == ProxyKind::System};
    }
    exchange.start(*m_manager, m_rules);
}

std::shared_ptr<HttpExchange> HttpClient::Private::startExchange(const HttpRequest &request,
                                                                 const std::shared_ptr<BodyQueue> &body)
{
    // Let go of from the caller's thread at any moment; deleted in its own.
    const std::shared_ptr<HttpExchange> exchange(new HttpExchange(request, body),
                                                 [](HttpExchange *e) { e->deleteLater(); });
    exchange->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        exchange.get(), [this, e = exchange.get()] { beginInNetworkThread(*e); }, Qt::QueuedConnection);
    return exchange;
}

Result<HttpResponse> HttpClient::Private::get(const HttpRequest &request, const ByteSink &sink,
                                              ProgressCounters &progress, std::stop_token stop)
{
    if (!m_authorities)
        return m_authorities.error();
    if (Result<> checked = checkRequest(request, m_proxy.settings); !checked)
        return checked.error();

    const auto body = std::make_shared<BodyQueue>();
    const std::stop_callback onStop(stop, [body] { body->cancel(); });
    const std::shared_ptr<HttpExchange> exchange = startExchange(request, body);
    qint64 received = 0;
    for (;;) {
        switch (body->next()) {
        case BodyQueue::Event::Cancelled:
            return Error{ErrorKind::Cancelled, {}, request.url.host(), {}};
        case BodyQueue::Event::Response:
            if (request.onResponse) {
                if (Result<> wanted = request.onResponse(body->response()); !wanted)
                    return wanted.error();
            }
            break;
        case BodyQueue::Event::Bytes: {
            bool shouldResume = false;
            const QByteArray bytes = body->takeBytes(shouldResume);
            if (shouldResume)
                QMetaObject::invokeMethod(exchange.get(), &HttpExchange::resume, Qt::QueuedConnection);
            received += bytes.size();
            if (request.maxBytes >= 0 && received > request.maxBytes)
                return Error{ErrorKind::TooLarge,
                             u"the answer is longer than %1 bytes"_s.arg(request.maxBytes),
                             request.url.host(),
                             {}};
            progress.bytesReceived += bytes.size();
            if (Result<> taken = sink(bytes); !taken)
                return taken.error();
            break;
        }
        case BodyQueue::Event::Finished:
            if (Result<> ended = body->result(); !ended)
                return ended.error();
            return body->response();
        }
    }
}

HttpClient::HttpClient(HttpTrust trust, HttpProxy proxy)
    : d(std::make_unique<Private>(std::move(trust), std::move(proxy)))
{
}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::get(const HttpRequest &request, const ByteSink &sink, ProgressCounters &progress,
                                     std::stop_token stop)
{
    return d->get(request, sink, progress, std::move(stop));
}

} // namespace letopis
