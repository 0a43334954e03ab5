#pragma once

#include <QByteArray>
#include <QList>

namespace letopis::demo {

// BigBlueButton's checksum of a call: hex(H(call + query + secret)) over the raw bytes of the query without the
// checksum.

// The name of the algorithm by the length of its hex; empty for any other length.
QByteArray checksumAlgorithm(const QByteArray &checksum);
QByteArray callChecksum(const QByteArray &algorithm, const QByteArray &call, const QByteArray &query,
                        const QByteArray &secret);
// Removes `&checksum=X`, `checksum=X&` or `checksum=X` as text, as the server does.
QByteArray withoutChecksum(const QByteArray &query, const QByteArray &checksum);
bool isChecksumRight(const QByteArray &checksum, const QByteArray &call, const QByteArray &query,
                     const QByteArray &secret, const QList<QByteArray> &supported);

// Names and values of a query, decoded once as a servlet container does; order and repetitions stay.
QList<std::pair<QByteArray, QByteArray>> decodedParameters(const QByteArray &query);
// application/x-www-form-urlencoded, '+' is a space.
QByteArray formDecoded(QByteArray text);
// java.net.URLEncoder
QByteArray formEncoded(const QByteArray &text);

} // namespace letopis::demo
