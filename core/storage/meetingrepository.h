#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/domain/ports/conferenceservice.h"
#include "core/storage/contentstore.h"
#include "core/storage/database.h"

namespace letopis {

// What is known of a recording's events file. Unreadable is tried again after a day, or when the recording's state
// changed.
enum class EventsStatus { NotFetched, Known, Gone, Unreadable };

// A recording whose participants are still to be fetched.
struct WantedMeeting
{
    RecordingId id;
    RecordingKey key;
    QString title;
    PublicationState state = PublicationState::Published;
};

// Where the events file came from and is kept.
struct StoredMeeting
{
    EventsStatus status = EventsStatus::NotFetched;
    QString reason;
    QString sourcePath;
    StoredContent archive; // empty hash: none
    qint64 eventCount = 0;
    qint64 recordedMs = -1;
    QDateTime fetchedAt; // UTC
};

// Participants, timelines and events archives. Any thread, except where noted.
class MeetingRepository
{
public:
    MeetingRepository(Database &database, ContentStore store, const Clock &clock)
        : m_database(database)
        , m_store(std::move(store))
        , m_clock(clock)
    {
    }

    // Replaces what was known. Blocks for writing the archive file (worker threads), then posts the rows.
    QFuture<Result<>> store(const Actor &actor, RecordingId id, const FetchedMeeting &meeting);
    // Gone or Unreadable (with the reason), after an attempt.
    QFuture<Result<>> setStatus(const Actor &actor, RecordingId id, EventsStatus status, const QString &reason);

    QFuture<Result<QList<Participant>>> participants(RecordingId id) const; // by first join; empty where not known
    QFuture<Result<QList<TimelineEntry>>> timeline(RecordingId id) const;   // by time
    QFuture<Result<StoredMeeting>> stored(RecordingId id) const;
    // Not fetched yet or to be tried again, newest first. Gone ones only while they are younger than 30 days
    // (once a day), or where they were still being processed when looked for and no longer are.
    QFuture<Result<std::vector<WantedMeeting>>> wantingMeeting(ServerId server) const;
    // The archived events.xml, still gzip; NotFound where there is none. Blocks: worker threads only.
    Result<QByteArray> archive(RecordingId id) const;

private:
    Database &m_database;
    ContentStore m_store;
    const Clock &m_clock;
};

} // namespace letopis
