#include "core/providers/bigbluebutton/apiclient.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// Of an answer that is not understood this much is swallowed, to learn the HTTP status.
constexpr qint64 swallowedBytes = 1 << 20;

QList<ChecksumAlgorithm> candidates(ChecksumAlgorithm first)
{
    QList<ChecksumAlgorithm> all{ChecksumAlgorithm::Sha256, ChecksumAlgorithm::Sha512, ChecksumAlgorithm::Sha1,
                                 ChecksumAlgorithm::Sha384};
    all.removeOne(first);
    all.prepend(first);
    return all;
}

Error failure(const ApiAnswer &answer, const QString &host)
{
    const bool isChecksum = answer.messageKey == "checksumError"_L1;
    QString detail = answer.message.isEmpty() ? u"no message"_s : answer.message;
    if (!answer.messageKey.isEmpty())
        detail = answer.messageKey + u": "_s + detail;
    return {isChecksum ? ErrorKind::ChecksumRefused : ErrorKind::ServerRefused, detail, host, {}};
}

// Feeds the reader; remembers its first failure instead of passing it on at once, so that the HTTP status can be told.
class TolerantSink
{
public:
    explicit TolerantSink(ApiAnswerReader &reader) : m_reader(reader) {}

    Result<> take(QByteArrayView bytes)
    {
        if (!m_failure) {
            if (auto fed = m_reader.feed(bytes); !fed)
                m_failure = std::move(fed).error();
            if (!m_failure || m_failure->kind == ErrorKind::BadAnswer)
                return {};
            return *m_failure;
        }
        m_swallowed += bytes.size();
        return m_swallowed > swallowedBytes ? Result<>(*m_failure) : Result<>();
    }

    Result<> end()
    {
        if (!m_failure) {
            if (auto finished = m_reader.finish(); !finished)
                m_failure = std::move(finished).error();
        }
        return m_failure ? Result<>(*m_failure) : Result<>();
    }

private:
    ApiAnswerReader &m_reader;
    std::optional<Error> m_failure;
    qint64 m_swallowed = 0;
};
} // namespace

Error httpStatusError(int status, const QString &host)
{
    const QString detail = u"HTTP status %1"_s.arg(status);
    switch (status) {
    case 401: return {ErrorKind::AuthenticationRefused, detail, host, {}};
    case 403: return {ErrorKind::PermissionDenied, detail, host, {}};
    case 404:
    case 410: return {ErrorKind::NotFound, detail + u": nothing at this address"_s, host, {}};
    case 408:
    case 504: return {ErrorKind::Timeout, detail + u": the server's gateway waited too long"_s, host, {}};
    case 429:
    case 502:
    case 503: return {ErrorKind::HostUnreachable, detail + u": the server is not ready"_s, host, {}};
    default: break;
    }
    if (status >= 300 && status < 400)
        return {ErrorKind::BadAnswer, detail + u": redirected to another place"_s, host, {}};
    return {ErrorKind::BadAnswer, detail, host, {}};
}

ApiClient::ApiClient(QUrl apiUrl, SecretText secret, std::optional<ChecksumAlgorithm> algorithm, HttpClient &http,
                     std::chrono::milliseconds patience)
    : m_apiUrl(std::move(apiUrl))
    , m_secret(std::move(secret))
    , m_algorithm(algorithm.value_or(ChecksumAlgorithm::Sha256))
    , m_http(http)
    , m_patience(patience)
{}

Result<ApiCallResult> ApiClient::get(const QUrl &url, const RecordingSink &sink, ProgressCounters &progress,
                                     std::stop_token stop)
{
    ApiAnswerReader reader(sink);
    TolerantSink tolerant(reader);
    HttpRequest request;
    request.url = url;
    request.inactivityTimeout = m_patience;
    const auto response = m_http.get(
        request, [&tolerant](QByteArrayView bytes) { return tolerant.take(bytes); }, progress, stop);
    if (!response)
        return response.error();
    const Result<> read = tolerant.end();
    const bool isSuccess = response->status >= 200 && response->status < 300;
    if (!isSuccess && (!read || reader.answer().returnCode == "SUCCESS"_L1))
        return httpStatusError(response->status, url.host());
    if (!read) {
        Error error = read.error();
        error.subject = url.host();
        return error;
    }
    if (reader.answer().returnCode != "SUCCESS"_L1)
        return failure(reader.answer(), url.host());
    return ApiCallResult{reader.answer(), reader.recordings(), reader.problems(), reader.hasUnnamedProblem(),
                         response->serverDate};
}

Result<ApiCallResult> ApiClient::identify(std::stop_token stop)
{
    QUrl url = m_apiUrl;
    QString path = url.path(QUrl::FullyEncoded);
    if (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    ProgressCounters progress;
    return get(url, {}, progress, stop);
}

Result<ApiCallResult> ApiClient::call(const QByteArray &name, const ApiQuery &query, const RecordingSink &sink,
                                      ProgressCounters &progress, std::stop_token stop)
{
    std::optional<Error> refused;
    for (const ChecksumAlgorithm algorithm : candidates(m_algorithm)) {
        const auto url = signedUrl(m_apiUrl, name, query, algorithm, m_secret);
        if (!url)
            return url.error();
        auto result = get(*url, sink, progress, stop);
        if (result || result.error().kind != ErrorKind::ChecksumRefused) {
            // Any other answer means that the checksum was accepted, an ill-formed one that it was not looked at.
            if (result || result.error().kind == ErrorKind::ServerRefused)
                m_algorithm = algorithm;
            return result;
        }
        if (!refused)
            refused = std::move(result).error();
    }
    return *refused;
}

} // namespace letopis
