#include "core/providers/bigbluebutton/recordingupdate.h"

#include <QRegularExpression>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// nginx and most proxies take 8 KiB of request line; path, checksum and "HTTP/1.1" need room.
constexpr qsizetype longestQuery = 7000;
constexpr qsizetype mostIds = 100;

ApiQuery queryFor(const QString &externalId)
{
    ApiQuery query;
    query.add("recordID", externalId);
    return query;
}
} // namespace

bool isFullRecordId(const QString &externalId)
{
    static const QRegularExpression full(u"\\A[0-9a-f]{40}-[0-9]{13}(-[0-9]+)?\\z"_s);
    return full.match(externalId).hasMatch();
}

Result<std::vector<RecordingSnapshot>> RecordingUpdate::fetch(const QStringList &externalIds, std::stop_token stop)
{
    if (externalIds.isEmpty() || externalIds.size() > mostIds)
        return Error{ErrorKind::InvalidInput, u"one to %1 recordings at once"_s.arg(mostIds), {}, {}};
    std::vector<RecordingSnapshot> found;
    const RecordingSink sink([&found](std::vector<RecordingSnapshot> page) -> Result<> {
        std::move(page.begin(), page.end(), std::back_inserter(found));
        return {};
    });
    ApiQuery query;
    query.add("recordID", externalIds.join(u',')).add("state", u"any");
    ProgressCounters progress;
    const auto answer = m_api.call("getRecordings", query, sink, progress, stop);
    if (!answer)
        return answer.error();
    for (const RecordingProblem &problem : answer->problems) {
        if (externalIds.contains(problem.externalId))
            return Error{ErrorKind::BadAnswer, problem.reason, problem.externalId, {}};
    }
    return found;
}

Result<> RecordingUpdate::write(const QString &externalId, const Metadata &changes, std::stop_token stop)
{
    if (!isFullRecordId(externalId))
        return Error{ErrorKind::InvalidInput, u"not a full record ID"_s, externalId, {}};
    ApiQuery query = queryFor(externalId);
    bool isEmpty = true;
    for (const auto &[key, value] : changes) {
        const QByteArray name = "meta_" + key.toUtf8();
        ApiQuery longer = query;
        longer.add(name, value);
        if (!isEmpty && longer.bytes().size() > longestQuery) {
            if (const Result<> sent = send(query, stop); !sent)
                return sent;
            longer = queryFor(externalId);
            longer.add(name, value);
        }
        if (longer.bytes().size() > longestQuery)
            return Error{ErrorKind::TooLarge, u"the value of %1 is too long for one request"_s.arg(key), externalId, {}};
        query = longer;
        isEmpty = false;
    }
    return isEmpty ? Result<>{} : send(query, stop);
}

Result<> RecordingUpdate::setPublished(const QString &externalId, bool isPublished, std::stop_token stop)
{
    ApiQuery query = queryFor(externalId);
    query.add("publish", isPublished ? u"true" : u"false");
    return change("publishRecordings", externalId, query, stop);
}

Result<> RecordingUpdate::remove(const QString &externalId, std::stop_token stop)
{
    return change("deleteRecordings", externalId, queryFor(externalId), stop);
}

Result<> RecordingUpdate::change(const QByteArray &call, const QString &externalId, const ApiQuery &query, std::stop_token stop)
{
    if (!isFullRecordId(externalId))
        return Error{ErrorKind::InvalidInput, u"not a full record ID"_s, externalId, {}};
    ProgressCounters progress;
    const auto answer = m_api.call(call, query, {}, progress, stop);
    if (answer)
        return {};
    Error error = answer.error();
    if (error.kind == ErrorKind::ServerRefused && error.detail.startsWith("notFound"_L1))
        error.kind = ErrorKind::NotFound;
    error.subject = externalId;
    return error;
}

Result<> RecordingUpdate::send(const ApiQuery &query, std::stop_token stop)
{
    ProgressCounters progress;
    const auto answer = m_api.call("updateRecordings", query, {}, progress, stop);
    return answer ? Result<>{} : Result<>{answer.error()};
}

} // namespace letopis
