#pragma once

#include "core/domain/ports/conferenceservice.h"
#include "core/domain/ports/recordingdisk.h"

#include <QHash>

#include <atomic>
#include <functional>
#include <mutex>

namespace letopis {

// A conference server at the port: behaves as one (pages, bytes, stop tokens, errors where told), without a network.
// Shared by the services that FakeServiceFactory makes. Thread-safe.
class FakeConference
{
public:
    std::vector<RecordingSnapshot> recordings;
    QHash<QString, FetchedMeeting> meetings; // by externalId
    QHash<QString, Error> meetingErrors;
    QHash<QUrl, QByteArray> files;
    int pageSize = 10;
    int failAtPage = -1;         // this page, from 0, ends with `failure`
    Error failure{ErrorKind::ConnectionLost, QStringLiteral("cut by the test"), {}, {}};
    bool failsOnce = false;      // the failure happens at the first listing only
    qint64 failAtByte = -1;      // of readAsset
    DiskIdentity disk{QStringLiteral("/var/bigbluebutton"), true, true, true, {}};
    std::atomic<int> listings{0};
    std::atomic<int> meetingFetches{0};
    // Blocks each page until stop is requested: a server that hangs.
    bool hangs = false;
    bool keepsUpdates = true;            // false: says yes and keeps nothing
    std::optional<Error> updateFailure;  // of every updateMetadata
    std::function<void()> afterUpdate;   // another front end that writes at the same moment; called unlocked
    std::atomic<int> updates{0};
    std::mutex mutex;                    // recordings, where something writes
    bool keepsPublication = true;        // false: says yes to publishing and deleting, and changes nothing
    std::optional<Error> publicationFailure; // of every setPublished and deleteRecording
    std::optional<QDateTime> now;        // the server's clock; nothing: as it is
    std::shared_ptr<RecordingDisk> recordingDisk; // null: no SSH account
};

class FakeConferenceService final : public ConferenceService
{
public:
    explicit FakeConferenceService(std::shared_ptr<FakeConference> conference) : m_conference(std::move(conference)) {}

    Result<ApiIdentity> checkApi(std::stop_token stop) override;
    Result<DiskIdentity> checkDisk(std::stop_token stop) override;
    Result<ListingSummary> listRecordings(const RecordingSink &sink, ProgressCounters &progress,
                                          std::stop_token stop) override;
    Result<std::vector<RecordingSnapshot>> fetchRecordings(const QStringList &externalIds, std::stop_token stop) override;
    Result<> updateMetadata(const QString &externalId, const Metadata &changes, std::stop_token stop) override;
    Result<> setPublished(const QString &externalId, bool isPublished, std::stop_token stop) override;
    Result<> deleteRecording(const QString &externalId, std::stop_token stop) override;
    Result<QDateTime> serverTime(std::stop_token stop) override;
    RecordingDisk *recordingDisk() override { return m_conference->recordingDisk.get(); }
    Result<FetchedMeeting> fetchMeeting(const RecordingKey &recording, std::stop_token stop) override;
    Result<QList<RecordingAsset>> mediaAssets(const RecordingKey &recording, const PlaybackFormat &format,
                                              std::stop_token stop) override;
    Result<qint64> readAsset(const RecordingAsset &asset, qint64 from, qint64 length, const ByteSink &sink,
                             ProgressCounters &progress, std::stop_token stop) override;

private:
    Result<> move(const QString &externalId, PublicationState state);

    const std::shared_ptr<FakeConference> m_conference;
};

class FakeServiceFactory final : public ConferenceServiceFactory
{
public:
    explicit FakeServiceFactory(std::shared_ptr<FakeConference> conference) : m_conference(std::move(conference)) {}
    std::unique_ptr<ConferenceService> create(const ConferenceServer &, const ServerCredentials &) override
    {
        return std::make_unique<FakeConferenceService>(m_conference);
    }

private:
    const std::shared_ptr<FakeConference> m_conference;
};

// A published recording of the given number, with a video format.
RecordingSnapshot sampleSnapshot(int number);
// Its meeting: Anna moderates, Boris views.
FetchedMeeting sampleMeeting(int number);

} // namespace letopis
