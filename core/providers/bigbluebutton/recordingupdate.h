#pragma once

#include "core/providers/bigbluebutton/apiclient.h"

namespace letopis {

// Reading single recordings anew, and writing their metadata (updateRecordings).
class RecordingUpdate
{
public:
    explicit RecordingUpdate(ApiClient &api)
        : m_api(api)
    {
    }

    Result<std::vector<RecordingSnapshot>> fetch(const QStringList &externalIds, std::stop_token stop);
    // In as many calls as the length of a request line takes. InvalidInput where the id is none that BigBlueButton makes:
    // the server takes any beginning of an id (traps 21, 24); TooLarge where one value alone is too long.
    Result<> write(const QString &externalId, const Metadata &changes, std::stop_token stop);

    // One recording, by its full id; NotFound where the server knows none that it could change.
    Result<> setPublished(const QString &externalId, bool isPublished, std::stop_token stop);
    Result<> remove(const QString &externalId, std::stop_token stop);

private:
    Result<> send(const ApiQuery &query, std::stop_token stop);
    Result<> change(const QByteArray &call, const QString &externalId, const ApiQuery &query, std::stop_token stop);

    ApiClient &m_api;
};

// "<40 hex>-<13 digits>", with "-<digits>" of a part.
bool isFullRecordId(const QString &externalId);

} // namespace letopis
