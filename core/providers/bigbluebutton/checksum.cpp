#include "core/providers/bigbluebutton/checksum.h"

#include <QCryptographicHash>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
QCryptographicHash::Algorithm hashOf(ChecksumAlgorithm algorithm)
{
    switch (algorithm) {
    case ChecksumAlgorithm::Sha256: return QCryptographicHash::Sha256;
    case ChecksumAlgorithm::Sha512: return QCryptographicHash::Sha512;
    case ChecksumAlgorithm::Sha1: return QCryptographicHash::Sha1;
    case ChecksumAlgorithm::Sha384: return QCryptographicHash::Sha384;
    }
    return QCryptographicHash::Sha256;
}
} // namespace

ApiQuery &ApiQuery::add(QByteArrayView name, QStringView value)
{
    if (!m_bytes.isEmpty())
        m_bytes += '&';
    m_bytes += name;
    m_bytes += '=';
    m_bytes += value.toUtf8().toPercentEncoding().replace("%20", "+");
    return *this;
}

QByteArray apiChecksum(ChecksumAlgorithm algorithm, QByteArrayView call, QByteArrayView query, const SecretText &secret)
{
    QCryptographicHash hash(hashOf(algorithm));
    hash.addData(call);
    hash.addData(query);
    hash.addData(QByteArrayView(secret.reveal()));
    return hash.result().toHex();
}

Result<QUrl> signedUrl(const QUrl &base, const QByteArray &call, const ApiQuery &query, ChecksumAlgorithm algorithm,
                       const SecretText &secret)
{
    QByteArray whole = query.bytes();
    if (!whole.isEmpty())
        whole += '&';
    whole += "checksum=" + apiChecksum(algorithm, call, query.bytes(), secret);
    const QUrl url = QUrl::fromEncoded(base.toEncoded() + call + '?' + whole, QUrl::StrictMode);
    if (!url.isValid() || url.query(QUrl::FullyEncoded).toLatin1() != whole)
        return Error{ErrorKind::InvalidInput, u"the API address cannot carry a signed call"_s, base.host(), {}};
    return url;
}

} // namespace letopis
