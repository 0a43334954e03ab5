#pragma once

#include "core/base/error.h"

#include <QNetworkReply>

#include <optional>

namespace letopis {

// What Qt's network stack reports, in our terms. Pure.
struct NetworkFailure
{
    QNetworkReply::NetworkError code = QNetworkReply::NoError;
    QString text;            // Qt's sentence; may quote the URL
    int status = 0;          // 0: no answer was read
    bool isAnswered = false; // the answer's head was read
    bool isProxied = false;  // through a proxy, set by hand or the system's
    QUrl url;
    QString proxy; // host:port, for people
};

// Nothing where the server did answer, if only with an HTTP error status. The subject is the host (or the proxy); the
// detail holds neither query nor user info.
std::optional<Error> errorOf(const NetworkFailure &failure);

// host, or host:port where the port is not the scheme's own.
QString hostAndPort(const QUrl &url);

bool isSameOrigin(const QUrl &one, const QUrl &other);

} // namespace letopis
