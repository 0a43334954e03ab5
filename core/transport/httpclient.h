#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/secrettext.h"
#include "core/domain/ports/conferenceservice.h"
#include "core/domain/server.h"

#include <QDateTime>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace letopis {

// Whom to trust besides the system's authorities, on one server.
struct HttpTrust
{
    QString caFile;                 // PEM; may be empty
    QList<TlsException> exceptions; // expired ones are ignored
};

struct HttpProxy
{
    ProxySettings settings;
    SecretText password;
};

struct HttpResponse
{
    int status = 0;
    QByteArray contentType;
    qint64 contentLength = -1;
    qint64 wholeSize = -1; // of a ranged answer, from Content-Range
    QDateTime serverDate;
    QUrl finalUrl;
};

struct HttpRequest
{
    QUrl url; // sent byte for byte as QUrl::FullyEncoded
    qint64 rangeFrom = 0;
    qint64 rangeLength = -1; // -1: to the end; a Range header is sent where from > 0 or length >= 0
    qint64 maxBytes = -1;    // TooLarge past it; -1: unlimited (the sink bounds memory)
    // Time without any byte before Timeout; connecting counts.
    std::chrono::milliseconds inactivityTimeout{120'000};
    // Called once, in the caller's thread, before the first byte reaches the sink; an Error ends the exchange with it.
    // The place to refuse an error status or an ignored Range before its body is taken for the file. May be empty.
    std::function<Result<>(const HttpResponse &)> onResponse{};
};

// HTTPS GETs with our trust rules: TLS 1.2 or later, host name checked, exceptions only those given. Owns a network
// thread with its QNetworkAccessManager; the calls block their own (worker) thread, may come from several threads at
// once, and end soon after `stop`. Redirects are followed only within the same scheme and host: a checksum is not for
// others. Bodies are asked for uncompressed: a compressed one could be a bomb.
class HttpClient
{
public:
    HttpClient(HttpTrust trust, HttpProxy proxy);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    // Streams the body to the sink, in the caller's thread, with back-pressure to the server while the sink works. An
    // HTTP error status is not an Error here: look at `status`. HostUnreachable, TlsUntrusted, Timeout, ConnectionLost
    // …
    Result<HttpResponse> get(const HttpRequest &request, const ByteSink &sink, ProgressCounters &progress,
                             std::stop_token stop);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis
