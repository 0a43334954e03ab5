#include "core/transport/httperrors.h"

#include "core/base/logging.h"

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

constexpr qsizetype longestDetail = 400;

int defaultPort(const QUrl &url)
{
    return url.scheme() == "https"_L1 ? 443 : 80;
}

// Qt quotes the whole URL in some of its sentences, and a URL of this program's carries a checksum.
QString withoutUrl(QString text, const QUrl &url)
{
    for (const auto form : {QUrl::PrettyDecoded, QUrl::FullyEncoded})
        text.replace(url.toString(QUrl::ComponentFormattingOptions(form)), loggableUrl(url));
    for (const auto form : {QUrl::PrettyDecoded, QUrl::FullyEncoded, QUrl::FullyDecoded}) {
        if (const QString query = url.query(QUrl::ComponentFormattingOptions(form)); !query.isEmpty())
            text.replace(query, "[query]"_L1);
    }
    return text.left(longestDetail);
}

ErrorKind kindOf(const NetworkFailure &failure)
{
    switch (failure.code) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
        return ErrorKind::HostUnreachable;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
        return ErrorKind::ConnectionLost;
    case QNetworkReply::TimeoutError:
        return ErrorKind::Timeout;
    case QNetworkReply::OperationCanceledError:
        return ErrorKind::Cancelled;
    // Whose certificate is not trusted is known before this; what is left is a handshake that found no common ground
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::Unsupported;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return ErrorKind::ServerRefused;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return ErrorKind::ProxyRefused;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return ErrorKind::AuthenticationRefused;
    case QNetworkReply::ProtocolUnknownError:
        return ErrorKind::InvalidInput;
    case QNetworkReply::ProtocolFailure:
        return ErrorKind::BadAnswer;
    case QNetworkReply::UnknownNetworkError:
        if (failure.isAnswered)
            return ErrorKind::ConnectionLost;
        return failure.isProxied ? ErrorKind::ProxyRefused : ErrorKind::HostUnreachable;
    default:
        return failure.isAnswered ? ErrorKind::BadAnswer : ErrorKind::Internal;
    }
}

bool isAboutProxy(ErrorKind kind, QNetworkReply::NetworkError code)
{
    return kind == ErrorKind::ProxyRefused || code == QNetworkReply::ProxyAuthenticationRequiredError;
}

} // namespace

std::optional<Error> errorOf(const NetworkFailure &failure)
{
    if (failure.code == QNetworkReply::NoError)
        return {};
    const bool isStatus = failure.code >= QNetworkReply::ContentAccessDenied && failure.status >= 400 &&
                          failure.code != QNetworkReply::ProtocolFailure;
    if (isStatus)
        return {};
    const ErrorKind kind = kindOf(failure);
    const bool isProxy = isAboutProxy(kind, failure.code) && !failure.proxy.isEmpty();
    return Error{kind, withoutUrl(failure.text, failure.url), isProxy ? failure.proxy : hostAndPort(failure.url), {}};
}

QString hostAndPort(const QUrl &url)
{
    const int port = url.port(defaultPort(url));
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host(); // an IPv6 address
    return port == defaultPort(url) ? host : "%1:%2"_L1.arg(host).arg(port);
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host().compare(other.host(), Qt::CaseInsensitive) == 0 &&
           one.port(defaultPort(one)) == other.port(defaultPort(other));
}

} // namespace letopis
