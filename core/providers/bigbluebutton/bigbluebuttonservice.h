#pragma once

#include "core/domain/ports/conferenceservice.h"
#include "core/domain/ports/filetransport.h"
#include "core/domain/ports/recordingdisk.h"
#include "core/domain/server.h"
#include "core/transport/httpclient.h"

#include <memory>

namespace letopis {

class ApiClient;

// A BigBlueButton (or Scalelite) server: its recording API over HTTPS and, with an account there, its disk over SFTP.
class BigBlueButtonService final : public ConferenceService
{
public:
    // disk, script: null where the server has no SSH account configured. patience: with an API call, without any byte.
    BigBlueButtonService(ConferenceServer server, SecretText apiSecret, std::unique_ptr<HttpClient> http,
                         std::unique_ptr<FileTransport> disk, std::unique_ptr<RecordingDisk> script = {},
                         std::chrono::milliseconds patience = HttpRequest().inactivityTimeout);
    ~BigBlueButtonService() override;

    Result<ApiIdentity> checkApi(std::stop_token stop) override;
    Result<DiskIdentity> checkDisk(std::stop_token stop) override;
    // Pages of up to 500. Complete unless a recording could not be named; the named problems were seen on the server.
    Result<ListingSummary> listRecordings(const RecordingSink &sink, ProgressCounters &progress,
                                          std::stop_token stop) override;
    Result<std::vector<RecordingSnapshot>> fetchRecordings(const QStringList &externalIds, std::stop_token stop) override;
    Result<> updateMetadata(const QString &externalId, const Metadata &changes, std::stop_token stop) override;
    Result<> setPublished(const QString &externalId, bool isPublished, std::stop_token stop) override;
    Result<> deleteRecording(const QString &externalId, std::stop_token stop) override;
    Result<QDateTime> serverTime(std::stop_token stop) override;
    RecordingDisk *recordingDisk() override { return m_script.get(); }
    Result<FetchedMeeting> fetchMeeting(const RecordingKey &recording, std::stop_token stop) override;
    Result<QList<RecordingAsset>> mediaAssets(const RecordingKey &recording, const PlaybackFormat &format,
                                              std::stop_token stop) override;
    // PermissionDenied for a URL of another host than the server's own.
    Result<qint64> readAsset(const RecordingAsset &asset, qint64 from, qint64 length, const ByteSink &sink,
                             ProgressCounters &progress, std::stop_token stop) override;

private:
    ConferenceServer m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<FileTransport> m_disk;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<RecordingDisk> m_script;
};

// Services over real HTTPS and SFTP.
class BigBlueButtonServiceFactory final : public ConferenceServiceFactory
{
public:
    explicit BigBlueButtonServiceFactory(std::chrono::milliseconds patience = HttpRequest().inactivityTimeout) : m_patience(patience) {}

    std::unique_ptr<ConferenceService> create(const ConferenceServer &server,
                                              const ServerCredentials &credentials) override;

private:
    const std::chrono::milliseconds m_patience;
};

} // namespace letopis
