#include "core/providers/bigbluebutton/bigbluebuttonservice.h"

#include "core/providers/bigbluebutton/apiclient.h"
#include "core/providers/bigbluebutton/listing.h"
#include "core/providers/bigbluebutton/mediafiles.h"
#include "core/providers/bigbluebutton/recordingscript.h"
#include "core/providers/bigbluebutton/recordingupdate.h"
#include "core/providers/bigbluebutton/serverdisk.h"
#include "core/transport/sftptransport.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
Error noDisk(const ConferenceServer &server)
{
    return {ErrorKind::Unsupported, u"no SSH account is configured for this server"_s, server.name, {}};
}
} // namespace

BigBlueButtonService::BigBlueButtonService(ConferenceServer server, SecretText apiSecret,
                                           std::unique_ptr<HttpClient> http, std::unique_ptr<FileTransport> disk,
                                           std::unique_ptr<RecordingDisk> script, std::chrono::milliseconds patience)
    : m_server(std::move(server))
    , m_http(std::move(http))
    , m_disk(std::move(disk))
    , m_api(std::make_unique<ApiClient>(m_server.apiUrl, std::move(apiSecret), m_server.checksumAlgorithm, *m_http, patience))
    , m_script(std::move(script))
{}

BigBlueButtonService::~BigBlueButtonService() = default;

Result<ApiIdentity> BigBlueButtonService::checkApi(std::stop_token stop)
{
    const auto greeting = m_api->identify(stop);
    if (!greeting)
        return greeting.error();
    // The greeting takes no checksum. getMeetings proves the secret and costs the server little.
    ProgressCounters progress;
    const auto meetings = m_api->call("getMeetings", {}, {}, progress, stop);
    if (!meetings)
        return meetings.error();
    const ApiAnswer &answer = greeting->answer;
    ApiIdentity identity;
    identity.apiVersion = answer.apiVersion.isEmpty() ? answer.version : answer.apiVersion;
    identity.softwareVersion = answer.bbbVersion;
    // Only Scalelite has a build; one that hides it greets like BigBlueButton 2.0-2.3, and is taken for that.
    identity.isScalelite = !answer.build.isEmpty();
    identity.checksumAlgorithm = m_api->algorithm();
    return identity;
}

Result<DiskIdentity> BigBlueButtonService::checkDisk(std::stop_token stop)
{
    return m_disk ? ServerDisk(m_server.dataRoot, *m_disk).check(stop) : noDisk(m_server);
}

Result<ListingSummary> BigBlueButtonService::listRecordings(const RecordingSink &sink, ProgressCounters &progress,
                                                            std::stop_token stop)
{
    return Listing(*m_api, sink, progress).run(stop);
}

Result<std::vector<RecordingSnapshot>> BigBlueButtonService::fetchRecordings(const QStringList &externalIds,
                                                                             std::stop_token stop)
{
    return RecordingUpdate(*m_api).fetch(externalIds, stop);
}

Result<> BigBlueButtonService::updateMetadata(const QString &externalId, const Metadata &changes, std::stop_token stop)
{
    return RecordingUpdate(*m_api).write(externalId, changes, stop);
}

Result<> BigBlueButtonService::setPublished(const QString &externalId, bool isPublished, std::stop_token stop)
{
    return RecordingUpdate(*m_api).setPublished(externalId, isPublished, stop);
}

Result<> BigBlueButtonService::deleteRecording(const QString &externalId, std::stop_token stop)
{
    return RecordingUpdate(*m_api).remove(externalId, stop);
}

Result<QDateTime> BigBlueButtonService::serverTime(std::stop_token stop)
{
    const auto greeting = m_api->identify(stop);
    if (!greeting)
        return greeting.error();
    if (!greeting->serverDate.isValid())
        return Error{ErrorKind::BadAnswer, u"the server does not say what time it is"_s, m_server.name, {}};
    return greeting->serverDate;
}

Result<FetchedMeeting> BigBlueButtonService::fetchMeeting(const RecordingKey &recording, std::stop_token stop)
{
    return m_disk ? ServerDisk(m_server.dataRoot, *m_disk).fetchMeeting(recording, stop) : noDisk(m_server);
}

Result<QList<RecordingAsset>> BigBlueButtonService::mediaAssets(const RecordingKey &recording,
                                                                const PlaybackFormat &format, std::stop_token stop)
{
    return MediaFiles(m_server.apiUrl, *m_http).find(recording, format, stop);
}

Result<qint64> BigBlueButtonService::readAsset(const RecordingAsset &asset, qint64 from, qint64 length,
                                               const ByteSink &sink, ProgressCounters &progress, std::stop_token stop)
{
    return MediaFiles(m_server.apiUrl, *m_http).read(asset, from, length, sink, progress, stop);
}

std::unique_ptr<ConferenceService> BigBlueButtonServiceFactory::create(const ConferenceServer &server,
                                                                       const ServerCredentials &credentials)
{
    auto http = std::make_unique<HttpClient>(HttpTrust{server.caFile, server.tlsExceptions},
                                             HttpProxy{server.proxy, credentials.proxyPassword});
    std::unique_ptr<FileTransport> disk;
    std::unique_ptr<RecordingDisk> script;
    if (server.ssh) {
        disk = std::make_unique<SftpTransport>(*server.ssh, credentials);
        script = std::make_unique<RecordingScript>(SshCommand(*server.ssh, credentials), server.deletionCommand, server.dataRoot);
    }
    return std::make_unique<BigBlueButtonService>(server, credentials.apiSecret, std::move(http), std::move(disk),
                                                  std::move(script), m_patience);
}

} // namespace letopis
