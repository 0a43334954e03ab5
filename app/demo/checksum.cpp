#include "app/demo/checksum.h"

#include <QCryptographicHash>

namespace letopis::demo {

QByteArray checksumAlgorithm(const QByteArray &checksum)
{
    switch (checksum.size()) {
    case 40:
        return "sha1";
    case 64:
        return "sha256";
    case 96:
        return "sha384";
    case 128:
        return "sha512";
    default:
        return {};
    }
}

QByteArray callChecksum(const QByteArray &algorithm, const QByteArray &call, const QByteArray &query,
                        const QByteArray &secret)
{
    const auto method = algorithm == "sha1"     ? QCryptographicHash::Sha1
                        : algorithm == "sha384" ? QCryptographicHash::Sha384
                        : algorithm == "sha512" ? QCryptographicHash::Sha512
                                                : QCryptographicHash::Sha256;
    return QCryptographicHash::hash(call + query + secret, method).toHex();
}

QByteArray withoutChecksum(const QByteArray &query, const QByteArray &checksum)
{
    const QByteArray part = "checksum=" + checksum;
    QByteArray rest = query;
    if (rest.contains('&' + part))
        rest.replace('&' + part, "");
    else if (rest.contains(part + '&'))
        rest.replace(part + '&', "");
    else
        rest.replace(part, "");
    return rest;
}

bool isChecksumRight(const QByteArray &checksum, const QByteArray &call, const QByteArray &query,
                     const QByteArray &secret, const QList<QByteArray> &supported)
{
    const QByteArray algorithm = checksumAlgorithm(checksum);
    return !algorithm.isEmpty() && supported.contains(algorithm) &&
           callChecksum(algorithm, call, withoutChecksum(query, checksum), secret) == checksum.toLower();
}

QByteArray formDecoded(QByteArray text)
{
    text.replace('+', ' ');
    return QByteArray::fromPercentEncoding(text);
}

QByteArray formEncoded(const QByteArray &text)
{
    return text.toPercentEncoding("* ", "~").replace(' ', '+');
}

QList<std::pair<QByteArray, QByteArray>> decodedParameters(const QByteArray &query)
{
    QList<std::pair<QByteArray, QByteArray>> list;
    for (const QByteArray &part : query.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        list.append({formDecoded(part.left(equals < 0 ? part.size() : equals)),
                     equals < 0 ? QByteArray() : formDecoded(part.mid(equals + 1))});
    }
    return list;
}

} // namespace letopis::demo
