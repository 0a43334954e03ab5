#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/recordingsnapshot.h"
#include "core/domain/timeline.h"

#include <QByteArrayView>
#include <QDateTime>

#include <functional>
#include <memory>
#include <stop_token>

namespace letopis {

// What checkApi() learnt.
struct ApiIdentity
{
    QString apiVersion;
    QString softwareVersion; // may be empty: administrators hide it
    bool isScalelite = false;
    ChecksumAlgorithm checksumAlgorithm = ChecksumAlgorithm::Sha256;
};

// What checkDisk() learnt.
struct DiskIdentity
{
    QString dataRoot; // resolved
    bool canReadRaw = false;
    bool canReadPublished = false;
    bool canReadEvents = false;
    QStringList unreadable; // directories below the data root that refuse this account
};

struct ListingSummary
{
    qint64 recordings = 0; // recognised ones too
    qint64 bytes = 0;
    bool isComplete = false; // every recording of the server was seen: what was not is gone
    QList<RecordingProblem> problems;
};

// Receives what a listing brings, in the caller's worker thread.
class RecordingSink
{
public:
    // A page of snapshots; may block for back-pressure. An error ends the listing.
    using Take = std::function<Result<>(std::vector<RecordingSnapshot> page)>;
    // True where a description of these very bytes is what the caller has already: it counts as seen and is not delivered.
    using Recognise = std::function<bool(const SourceDigest &source)>;

    RecordingSink() = default;
    template<typename F>
        requires std::is_invocable_r_v<Result<>, F, std::vector<RecordingSnapshot>>
    RecordingSink(F take, Recognise recognise = {}) : m_take(std::move(take)), m_recognise(std::move(recognise))
    {}

    explicit operator bool() const { return bool(m_take); }
    Result<> operator()(std::vector<RecordingSnapshot> page) const { return m_take(std::move(page)); }
    // Without it nothing has to be hashed.
    bool canRecognise() const { return bool(m_recognise); }
    bool recognises(const SourceDigest &source) const { return m_recognise && m_recognise(source); }

private:
    Take m_take;
    Recognise m_recognise;
};

// What identifies one recording to its server.
struct RecordingKey
{
    QString externalId;
    QString internalMeetingId;
};

// A meeting's events as read from the server's disk.
struct FetchedMeeting
{
    MeetingRecord record;
    QByteArray archive; // the events.xml itself, gzip
    QString sourcePath; // on the server
    qint64 recordedMs = -1; // precise length, from metadata.xml where published; -1: unknown
};

// One file of a recording.
struct RecordingAsset
{
    QString name; // for people and for the cache: "video-0.m4v"
    QUrl url;
    qint64 sizeBytes = -1; // -1: unknown
    QString mimeType;
};

class RecordingDisk;

using ByteSink = std::function<Result<>(QByteArrayView bytes)>;

// What a conference server can do, in one connection with one set of credentials. Every call blocks, may be called from one
// worker thread at a time (never the main thread), and ends soon after `stop` is requested with Cancelled.
class ConferenceService
{
public:
    virtual ~ConferenceService() = default;

    // Reaches the API and proves the secret. HostUnreachable, TlsUntrusted, ChecksumRefused, BadAnswer …
    virtual Result<ApiIdentity> checkApi(std::stop_token stop) = 0;
    // Logs in over SSH and looks at the data root. Unsupported where the server has no SSH account configured;
    // HostKeyUnknown, HostKeyChanged, AuthenticationRefused, NotFound, PermissionDenied …
    virtual Result<DiskIdentity> checkDisk(std::stop_token stop) = 0;

    // Every recording in every state. Memory stays bounded whatever the server sends.
    virtual Result<ListingSummary> listRecordings(const RecordingSink &sink, ProgressCounters &progress,
                                                  std::stop_token stop) = 0;

    // The recordings of these ids as the server says them now, in any state, and those whose ids begin with one of
    // these: the server's updates would change them too (trap 21). Up to 100 ids.
    virtual Result<std::vector<RecordingSnapshot>> fetchRecordings(const QStringList &externalIds, std::stop_token stop) = 0;
    // Sets metadata of one recording; an empty value removes its key. Success proves nothing: fetchRecordings() tells what
    // the server kept. InvalidInput where the id is not a full one, so that others would change too; TooLarge.
    virtual Result<> updateMetadata(const QString &externalId, const Metadata &changes, std::stop_token stop) = 0;

    // Success of these two proves as little. InvalidInput where the id is not a full one; NotFound where nothing published or
    // unpublished has it.
    virtual Result<> setPublished(const QString &externalId, bool isPublished, std::stop_token stop) = 0;
    // The server moves it to its own deleted tree; Scalelite removes it.
    virtual Result<> deleteRecording(const QString &externalId, std::stop_token stop) = 0;
    // The server's own clock, to the second, as its answer to a cheap call says. BadAnswer: it does not say.
    virtual Result<QDateTime> serverTime(std::stop_token stop) = 0;
    // Its disk where deletions can go further than the API; null without an SSH account. Lives as long as this.
    virtual RecordingDisk *recordingDisk() = 0;

    // Participants and timeline, from the server's disk. NotFound where no events file is left.
    virtual Result<FetchedMeeting> fetchMeeting(const RecordingKey &recording, std::stop_token stop) = 0;

    // The files that Qt Multimedia can play by itself for this format, best first; NotFound where there are none.
    virtual Result<QList<RecordingAsset>> mediaAssets(const RecordingKey &recording, const PlaybackFormat &format,
                                                      std::stop_token stop) = 0;
    // Bytes [from, from + length) of an asset; length -1: to the end. Returns the asset's whole size.
    virtual Result<qint64> readAsset(const RecordingAsset &asset, qint64 from, qint64 length, const ByteSink &sink,
                                     ProgressCounters &progress, std::stop_token stop) = 0;
};

// Makes the service for a server. Thread-safe, does not connect yet.
class ConferenceServiceFactory
{
public:
    virtual ~ConferenceServiceFactory() = default;
    virtual std::unique_ptr<ConferenceService> create(const ConferenceServer &server,
                                                      const ServerCredentials &credentials) = 0;
};

} // namespace letopis
