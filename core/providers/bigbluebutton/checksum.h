#pragma once

#include "core/base/result.h"
#include "core/base/secrettext.h"
#include "core/domain/server.h"

#include <QByteArray>
#include <QUrl>

namespace letopis {

// The query of an API call, encoded once: exactly these bytes are hashed and sent.
class ApiQuery
{
public:
    // UTF-8, percent-encoded; a space becomes '+', which every server takes.
    ApiQuery &add(QByteArrayView name, QStringView value);
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

// Lower-case hex of H(call + query + secret).
QByteArray apiChecksum(ChecksumAlgorithm algorithm, QByteArrayView call, QByteArrayView query, const SecretText &secret);

// <base><call>?<query>&checksum=<hex>. InvalidInput where the URL class would send other bytes than were hashed.
Result<QUrl> signedUrl(const QUrl &base, const QByteArray &call, const ApiQuery &query, ChecksumAlgorithm algorithm,
                       const SecretText &secret);

} // namespace letopis
