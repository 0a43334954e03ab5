#include "tests/support/fakeconferenceservice.h"

#include <algorithm>
#include <condition_variable>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

Result<ApiIdentity> FakeConferenceService::checkApi(std::stop_token)
{
    return ApiIdentity{.apiVersion = u"2.0"_s,
                       .softwareVersion = u"3.0.1"_s,
                       .isScalelite = false,
                       .checksumAlgorithm = ChecksumAlgorithm::Sha256};
}

Result<DiskIdentity> FakeConferenceService::checkDisk(std::stop_token)
{
    return m_conference->disk;
}

Result<ListingSummary> FakeConferenceService::listRecordings(const RecordingSink &sink, ProgressCounters &progress,
                                                             std::stop_token stop)
{
    const int listing = m_conference->listings++;
    const auto &all = m_conference->recordings;
    progress.total = qint64(all.size());
    ListingSummary summary;
    for (size_t from = 0, page = 0; from < all.size(); from += size_t(m_conference->pageSize), ++page) {
        if (m_conference->hangs) {
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any().wait(lock, stop, [] { return false; });
        }
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        if (int(page) == m_conference->failAtPage && (!m_conference->failsOnce || listing == 0))
            return m_conference->failure;
        const size_t end = std::min(all.size(), from + size_t(m_conference->pageSize));
        if (const Result<> taken = sink({all.begin() + qptrdiff(from), all.begin() + qptrdiff(end)}); !taken)
            return taken.error();
        progress.done = qint64(end);
        summary.recordings = qint64(end);
    }
    summary.isComplete = true;
    return summary;
}

Result<std::vector<RecordingSnapshot>> FakeConferenceService::fetchRecordings(const QStringList &externalIds,
                                                                              std::stop_token)
{
    const std::lock_guard lock(m_conference->mutex);
    std::vector<RecordingSnapshot> found;
    for (const RecordingSnapshot &one : m_conference->recordings) {
        const auto begins = [&](const QString &id) { return one.externalId.startsWith(id); };
        if (std::any_of(externalIds.begin(), externalIds.end(), begins))
            found.push_back(one);
    }
    return found;
}

Result<> FakeConferenceService::updateMetadata(const QString &externalId, const Metadata &changes, std::stop_token)
{
    ++m_conference->updates;
    if (m_conference->updateFailure)
        return *m_conference->updateFailure;
    if (m_conference->keepsUpdates) {
        const std::lock_guard lock(m_conference->mutex);
        for (RecordingSnapshot &one : m_conference->recordings) {
            if (!one.externalId.startsWith(externalId)) // as BigBlueButton does (trap 21)
                continue;
            one.source = {};
            for (const auto &[key, value] : changes) {
                one.metadata.removeIf([&](const auto &pair) { return pair.first.compare(key, Qt::CaseInsensitive) == 0; });
                if (!value.isEmpty())
                    one.metadata.append({key.toLower(), value});
            }
        }
    }
    if (m_conference->afterUpdate)
        m_conference->afterUpdate();
    return {};
}

Result<> FakeConferenceService::move(const QString &externalId, PublicationState state)
{
    if (m_conference->publicationFailure)
        return *m_conference->publicationFailure;
    const std::lock_guard lock(m_conference->mutex);
    for (RecordingSnapshot &one : m_conference->recordings) {
        if (one.externalId != externalId || (one.state != PublicationState::Published && one.state != PublicationState::Unpublished))
            continue;
        if (m_conference->keepsPublication) {
            one.state = state;
            one.source = {};
        }
        return {};
    }
    return Error{ErrorKind::NotFound, u"notFound"_s, externalId, {}};
}

Result<> FakeConferenceService::setPublished(const QString &externalId, bool isPublished, std::stop_token)
{
    return move(externalId, isPublished ? PublicationState::Published : PublicationState::Unpublished);
}

Result<> FakeConferenceService::deleteRecording(const QString &externalId, std::stop_token)
{
    return move(externalId, PublicationState::Deleted);
}

Result<QDateTime> FakeConferenceService::serverTime(std::stop_token)
{
    return m_conference->now.value_or(QDateTime::currentDateTimeUtc());
}

Result<FetchedMeeting> FakeConferenceService::fetchMeeting(const RecordingKey &recording, std::stop_token)
{
    ++m_conference->meetingFetches;
    if (const auto error = m_conference->meetingErrors.constFind(recording.externalId);
        error != m_conference->meetingErrors.constEnd())
        return *error;
    const auto meeting = m_conference->meetings.constFind(recording.externalId);
    if (meeting == m_conference->meetings.constEnd())
        return Error{ErrorKind::NotFound, u"no events.xml"_s, recording.externalId, {}};
    return *meeting;
}

Result<QList<RecordingAsset>> FakeConferenceService::mediaAssets(const RecordingKey &, const PlaybackFormat &format,
                                                                 std::stop_token)
{
    const auto file = m_conference->files.constFind(format.url);
    if (file == m_conference->files.constEnd())
        return Error{ErrorKind::NotFound, u"no playable file"_s, format.type, {}};
    return QList<RecordingAsset>{{u"video-0.m4v"_s, format.url, file->size(), u"video/mp4"_s}};
}

Result<qint64> FakeConferenceService::readAsset(const RecordingAsset &asset, qint64 from, qint64 length,
                                                const ByteSink &sink, ProgressCounters &progress, std::stop_token stop)
{
    constexpr qint64 chunk = 1000;
    const QByteArray bytes = m_conference->files.value(asset.url);
    const qint64 end = length < 0 ? bytes.size() : std::min<qint64>(bytes.size(), from + length);
    for (qint64 at = from; at < end; at += chunk) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        if (m_conference->failAtByte >= 0 && at >= m_conference->failAtByte)
            return m_conference->failure;
        const QByteArrayView piece = QByteArrayView(bytes).sliced(at, std::min(chunk, end - at));
        if (const Result<> taken = sink(piece); !taken)
            return taken.error();
        progress.bytesReceived += piece.size();
    }
    return bytes.size();
}

RecordingSnapshot sampleSnapshot(int number)
{
    RecordingSnapshot snapshot;
    snapshot.externalId = u"%1-%2"_s.arg(number, 40, 16, QLatin1Char('0')).arg(1'700'000'000'000 + number);
    snapshot.internalMeetingId = snapshot.externalId;
    snapshot.meetingId = u"room-%1"_s.arg(number % 5);
    snapshot.name = u"Лекция %1"_s.arg(number);
    snapshot.startedAtMs = 1'700'000'000'000 + qint64(number) * 3'600'000;
    snapshot.endedAtMs = snapshot.startedAtMs + 1'800'000;
    snapshot.participantCount = 3;
    snapshot.metadata = {{u"meetingname"_s, snapshot.name}};
    snapshot.formats = {{.type = u"video"_s,
                         .url = QUrl(u"https://bbb.example/playback/video/%1/"_s.arg(snapshot.externalId)),
                         .durationMs = 1'200'000,
                         .sizeBytes = 5'000,
                         .processingMs = 10,
                         .previews = {}}};
    return snapshot;
}

FetchedMeeting sampleMeeting(int number)
{
    const RecordingSnapshot snapshot = sampleSnapshot(number);
    Participant anna;
    anna.name = u"Анна"_s;
    anna.externalUserId = u"u-anna"_s;
    anna.role = ConferenceRole::Moderator;
    anna.roles = {{ConferenceRole::Moderator, snapshot.startedAtMs, snapshot.endedAtMs}};
    anna.sessions = {{snapshot.startedAtMs, snapshot.endedAtMs}};
    anna.presentMs = snapshot.endedAtMs - snapshot.startedAtMs;
    Participant boris = anna;
    boris.name = u"Борис"_s;
    boris.externalUserId = u"u-boris"_s;
    boris.role = ConferenceRole::Viewer;
    boris.roles = {{ConferenceRole::Viewer, snapshot.startedAtMs, snapshot.endedAtMs}};
    FetchedMeeting meeting;
    meeting.record.startedAtMs = snapshot.startedAtMs;
    meeting.record.endedAtMs = snapshot.endedAtMs;
    meeting.record.recordedMs = 1'200'000;
    meeting.record.participants = {anna, boris};
    meeting.record.timeline = {{snapshot.startedAtMs, 0, TimelineKind::Joined, u"Анна"_s, {}}};
    meeting.record.eventCount = 12;
    meeting.archive = "gzip bytes of meeting " + QByteArray::number(number);
    meeting.sourcePath = u"/var/bigbluebutton/recording/raw/%1/events.xml"_s.arg(snapshot.externalId);
    meeting.recordedMs = 1'200'000;
    return meeting;
}

} // namespace letopis
