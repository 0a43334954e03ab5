#include "core/transport/httpexchange.h"

#include "core/base/logging.h"
#include "core/transport/httperrors.h"
#include "core/transport/tlstrust.h"

#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

// Qt stops reading the socket when this much waits in the reply.
constexpr qint64 replyBufferBytes = 2 * 1024 * 1024;
// Small enough for the allocator to hand the same memory round instead of asking the system for it.
constexpr qint64 pieceBytes = 64 * 1024;
constexpr qint64 lotBytes = 4 * pieceBytes;
constexpr std::chrono::milliseconds longestGathering{5};
constexpr int mostRedirects = 5;

QByteArray rangeHeader(qint64 from, qint64 length)
{
    QByteArray range = "bytes=" + QByteArray::number(from) + '-';
    if (length > 0)
        range += QByteArray::number(from + length - 1);
    return range;
}

QNetworkRequest networkRequest(const HttpRequest &wanted, const QUrl &url, const QSslConfiguration &tls)
{
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Letopis"_s);
    request.setRawHeader("Accept-Encoding", "identity");
    if (wanted.rangeFrom > 0 || wanted.rangeLength >= 0)
        request.setRawHeader("Range", rangeHeader(wanted.rangeFrom, wanted.rangeLength));
    // One big body per connection gains nothing from HTTP/2 and pays its flow control.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return request;
}

// The size behind the slash of "bytes 0-99/1234".
qint64 wholeSizeOf(const QByteArray &contentRange)
{
    bool isNumber = false;
    const qint64 size = contentRange.mid(contentRange.lastIndexOf('/') + 1).trimmed().toLongLong(&isNumber);
    return contentRange.contains('/') && isNumber && size >= 0 ? size : -1;
}

// IMF-fixdate of RFC 9110, 5.6.7; its other two forms are obsolete.
QDateTime httpDate(const QByteArray &header)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header.left(64)), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

HttpResponse responseOf(const QNetworkReply &reply)
{
    const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
    return {.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .contentType = reply.rawHeader("Content-Type").left(200),
            .contentLength = length.isValid() ? length.toLongLong() : -1,
            .wholeSize = wholeSizeOf(reply.rawHeader("Content-Range")),
            .serverDate = httpDate(reply.rawHeader("Date")),
            .finalUrl = reply.url()};
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

HttpExchange::HttpExchange(HttpRequest request, std::shared_ptr<BodyQueue> body)
    : m_request(std::move(request))
    , m_body(std::move(body))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(m_request.inactivityTimeout);
    connect(&m_idle, &QTimer::timeout, this, &HttpExchange::onIdle);
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(longestGathering);
    connect(&m_gathering, &QTimer::timeout, this, &HttpExchange::pump);
}

void HttpExchange::start(QNetworkAccessManager &manager, const HttpExchangeRules &rules)
{
    m_manager = &manager;
    m_rules = rules;
    send(m_request.url);
}

void HttpExchange::resume()
{
    if (!m_isFinished)
        m_idle.start();
    pump();
}

void HttpExchange::send(const QUrl &url)
{
    m_idle.start();
    m_reply = m_manager->get(networkRequest(m_request, url, m_rules.tls));
    m_reply->setParent(this);
    m_reply->setReadBufferSize(replyBufferBytes);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpExchange::onTlsErrors);
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpExchange::onEncrypted);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
}

// Comes before any byte of the request leaves.
void HttpExchange::onTlsErrors(const QList<QSslError> &errors)
{
    QSslCertificate peer = m_reply->sslConfiguration().peerCertificate();
    if (peer.isNull() && !errors.isEmpty())
        peer = errors.first().certificate();
    // Only these errors of this certificate: what another handshake brings is judged anew
    if (accepts(certificateProblems(errors, peer), peer))
        m_reply->ignoreSslErrors(errors);
}

// What Qt let pass may still be too weak for us.
void HttpExchange::onEncrypted()
{
    m_idle.start();
    const QSslCertificate peer = m_reply->sslConfiguration().peerCertificate();
    const QList<CertificateProblem> problems = certificateProblems({}, peer);
    if (!problems.isEmpty() && !accepts(problems, peer))
        fail(*m_untrusted);
}

bool HttpExchange::accepts(const QList<CertificateProblem> &problems, const QSslCertificate &peer)
{
    const UntrustedCertificate evidence = describeUntrusted(m_reply->url(), peer, problems);
    if (!peer.isNull() && isAccepted(m_rules.exceptions, evidence, QDateTime::currentDateTimeUtc()))
        return true;
    m_untrusted = Error{ErrorKind::TlsUntrusted,
                        u"the server's certificate is not trusted, SHA-256 %1"_s.arg(colonFingerprint(evidence.sha256)),
                        hostAndPort(m_reply->url()), evidence};
    return false;
}

void HttpExchange::onHead()
{
    if (m_isAnnounced || !m_reply)
        return;
    HttpResponse response = responseOf(*m_reply);
    if (response.status < 200)
        return;
    m_idle.start();
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (isRedirect(response.status) && target.isValid() && !target.isEmpty())
        return follow(m_reply->url().resolved(target));
    if (std::optional<Error> refusal = refusalOf(response))
        return fail(*std::move(refusal));
    m_isAnnounced = true;
    m_response = response;
    m_body->setResponse(std::move(response));
}

std::optional<Error> HttpExchange::refusalOf(const HttpResponse &response) const
{
    const QString host = hostAndPort(m_request.url);
    const QByteArray encoding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        return Error{ErrorKind::BadAnswer, u"the server compressed an answer that was asked for as it is"_s, host, {}};
    if (m_request.maxBytes >= 0 && response.contentLength > m_request.maxBytes)
        return Error{ErrorKind::TooLarge,
                     u"the answer has %1 bytes, more than %2"_s.arg(response.contentLength).arg(m_request.maxBytes),
                     host,
                     {}};
    return {};
}

void HttpExchange::follow(const QUrl &target)
{
    const QString host = hostAndPort(m_request.url);
    if (!isSameOrigin(m_request.url, target)) {
        return fail({ErrorKind::ServerRefused,
                     u"the server sends us on to %1://%2; redirects to elsewhere are not followed"_s.arg(
                         target.scheme().left(20), hostAndPort(target).left(200)),
                     host,
                     {}});
    }
    if (++m_redirects > mostRedirects)
        return fail({ErrorKind::ServerRefused, u"the server sends us round in redirects"_s, host, {}});
    m_reply->disconnect(this);
    m_reply->abort(); // its body is of no interest, and could be endless
    m_reply->deleteLater();
    m_reply = nullptr;
    send(target);
}

// Bytes come in small lots; waking the caller for each costs more than reading them.
void HttpExchange::onReadyRead()
{
    if (!m_reply)
        return;
    m_idle.start();
    if (m_reply->bytesAvailable() >= lotBytes)
        pump();
    else if (!m_gathering.isActive())
        m_gathering.start();
}

void HttpExchange::pump()
{
    if (!m_reply)
        return;
    onHead();
    if (!m_reply || !m_isAnnounced)
        return;
    while (m_reply->bytesAvailable() > 0) {
        if (m_body->reportFull()) {
            m_idle.stop(); // it is us the server waits for
            return;
        }
        QByteArrayList lot;
        for (qint64 size = 0; size < lotBytes && m_reply->bytesAvailable() > 0;) {
            lot.append(m_reply->read(std::min(pieceBytes, m_reply->bytesAvailable())));
            size += std::max<qint64>(1, lot.last().size()); // ends even if nothing came of what was promised
            m_received += lot.last().size();
        }
        m_body->append(std::move(lot));
    }
    if (m_isFinished)
        conclude();
}

void HttpExchange::onFinished()
{
    m_idle.stop();
    m_isFinished = true;
    pump();
    if (m_reply && !m_isAnnounced)
        conclude();
}

void HttpExchange::onIdle()
{
    fail({ErrorKind::Timeout,
          u"no byte came for %1 s"_s.arg(double(m_request.inactivityTimeout.count()) / 1000),
          hostAndPort(m_request.url),
          {}});
}

void HttpExchange::conclude()
{
    m_idle.stop();
    std::optional<Error> failure =
        m_untrusted && m_reply->error() == QNetworkReply::SslHandshakeFailedError ? m_untrusted : failureOfReply();
    if (failure)
        qCDebug(logTransport) << "GET" << loggableUrl(m_request.url) << errorKindName(failure->kind) << failure->detail;
    m_body->finish(failure ? Result<>(*std::move(failure)) : Result<>());
}

QString HttpExchange::proxyInUse() const
{
    if (!m_rules.asksSystemForProxy)
        return m_rules.proxy;
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(m_reply->url()));
    const bool isDirect = proxies.isEmpty() || proxies.first().hostName().isEmpty();
    return isDirect ? QString() : "%1:%2"_L1.arg(proxies.first().hostName()).arg(proxies.first().port());
}

std::optional<Error> HttpExchange::failureOfReply() const
{
    const QString host = hostAndPort(m_request.url);
    // Asked for only after a failure: the system's answer may take its time.
    const QString proxy = m_reply->error() == QNetworkReply::NoError ? QString() : proxyInUse();
    std::optional<Error> failure = errorOf({.code = m_reply->error(),
                                            .text = m_reply->errorString(),
                                            .status = m_response.status,
                                            .isAnswered = m_isAnnounced,
                                            .isProxied = !proxy.isEmpty(),
                                            .url = m_reply->url(),
                                            .proxy = proxy});
    if (failure)
        return failure;
    if (!m_isAnnounced)
        return Error{ErrorKind::BadAnswer, u"the server ended the exchange without an answer"_s, host, {}};
    if (m_response.contentLength >= 0 && m_received < m_response.contentLength) {
        return Error{ErrorKind::ConnectionLost,
                     u"the connection ended after %1 of %2 bytes"_s.arg(m_received).arg(m_response.contentLength),
                     host,
                     {}};
    }
    return {};
}

void HttpExchange::fail(Error error)
{
    m_idle.stop();
    m_isFinished = true;
    qCDebug(logTransport) << "GET" << loggableUrl(m_request.url) << errorKindName(error.kind) << error.detail;
    m_body->finish(std::move(error));
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
    }
}

} // namespace letopis
