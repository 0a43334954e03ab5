#include "core/domain/server.h"

#include <QRegularExpression>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

Result<QUrl> normalisedApiUrl(const QString &typed)
{
    QString text = typed.trimmed();
    // "URL: https://…" is how bbb-conf --secret prints it.
    text.remove(QRegularExpression(u"^URL:\\s*"_s, QRegularExpression::CaseInsensitiveOption));
    QUrl url(text, QUrl::StrictMode);
    if (url.scheme().isEmpty() || (!text.contains(u"://"_s)))
        url = QUrl(u"https://"_s + text, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || url.host().isEmpty() || (scheme != u"https"_s && scheme != u"http"_s))
        return Error{ErrorKind::InvalidInput, u"not an http(s) URL"_s, typed, {}};
    QString path = url.path();
    if (const qsizetype api = path.indexOf(u"/api/"_s); api >= 0)
        path.truncate(api + 1);
    else if (path.endsWith(u"/api"_s))
        path.chop(3);
    if (!path.endsWith(u'/'))
        path += u'/';
    if (path == u"/"_s)
        path = u"/bigbluebutton/"_s;
    QUrl base;
    base.setScheme(scheme);
    base.setHost(url.host());
    base.setPort(url.port());
    base.setPath(path + u"api/"_s);
    return base;
}

Result<SshEndpoint> parseSshEndpoint(const QString &typed)
{
    static const QRegularExpression form(
        u"^(?:ssh://)?(?:([^@\\s:]+)@)?(?:\\[([0-9A-Fa-f:.%]+)\\]|([^@\\s:\\[\\]/]+))(?::(\\d{1,5}))?/?$"_s);
    const QRegularExpressionMatch match = form.match(typed.trimmed());
    const int port = match.captured(4).isEmpty() ? 0 : match.captured(4).toInt();
    if (!match.hasMatch() || port > 65535 || match.captured(1).startsWith(u'-') || match.captured(3).startsWith(u'-'))
        return Error{ErrorKind::InvalidInput, u"not user@host:port"_s, typed, {}};
    SshEndpoint endpoint;
    endpoint.user = match.captured(1);
    endpoint.host = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
    endpoint.port = port;
    return endpoint;
}

QString checksumAlgorithmName(ChecksumAlgorithm algorithm)
{
    switch (algorithm) {
    case ChecksumAlgorithm::Sha256: return u"sha256"_s;
    case ChecksumAlgorithm::Sha512: return u"sha512"_s;
    case ChecksumAlgorithm::Sha1: return u"sha1"_s;
    case ChecksumAlgorithm::Sha384: return u"sha384"_s;
    }
    return {};
}

std::optional<ChecksumAlgorithm> checksumAlgorithmFromName(const QString &name)
{
    for (const auto algorithm : {ChecksumAlgorithm::Sha256, ChecksumAlgorithm::Sha512, ChecksumAlgorithm::Sha1,
                                 ChecksumAlgorithm::Sha384}) {
        if (checksumAlgorithmName(algorithm) == name)
            return algorithm;
    }
    return std::nullopt;
}

} // namespace letopis
