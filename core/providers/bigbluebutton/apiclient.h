#pragma once

#include "core/base/secrettext.h"
#include "core/domain/ports/conferenceservice.h"
#include "core/domain/server.h"
#include "core/providers/bigbluebutton/apianswer.h"
#include "core/providers/bigbluebutton/checksum.h"
#include "core/transport/httpclient.h"

namespace letopis {

// What a call brought besides the recordings, which went to the sink.
struct ApiCallResult
{
    ApiAnswer answer;
    qint64 recordings = 0;
    QList<RecordingProblem> problems;
    bool hasUnnamedProblem = false;
    QDateTime serverDate = {}; // of the answer's head; invalid: none
};

// Signs and sends calls of BigBlueButton's API. Finds out which checksum the server accepts: on checksumError the same call
// is tried with the next algorithm, and the one that worked is remembered. One thread at a time.
class ApiClient
{
public:
    // http must outlive this object.
    ApiClient(QUrl apiUrl, SecretText secret, std::optional<ChecksumAlgorithm> algorithm, HttpClient &http,
              std::chrono::milliseconds patience = HttpRequest().inactivityTimeout);

    // GET <base>api, which takes no checksum: who answers here?
    Result<ApiCallResult> identify(std::stop_token stop);
    // ChecksumRefused: wrong secret, or no common algorithm. ServerRefused: FAILED, with the server's own message.
    // BadAnswer, NotFound, PermissionDenied …: no API answer came, detail says what did.
    Result<ApiCallResult> call(const QByteArray &name, const ApiQuery &query, const RecordingSink &sink,
                               ProgressCounters &progress, std::stop_token stop);
    ChecksumAlgorithm algorithm() const { return m_algorithm; }

private:
    Result<ApiCallResult> get(const QUrl &url, const RecordingSink &sink, ProgressCounters &progress,
                              std::stop_token stop);

    const QUrl m_apiUrl;
    const SecretText m_secret;
    ChecksumAlgorithm m_algorithm;
    HttpClient &m_http;
    const std::chrono::milliseconds m_patience; // HttpRequest::inactivityTimeout
};

// An HTTP status that is no success, as an error.
Error httpStatusError(int status, const QString &host);

} // namespace letopis
