#pragma once

#include "core/domain/jobstatus.h"
#include "core/jobs/openedserver.h"
#include "core/storage/catalogsyncwriter.h"
#include "core/storage/meetingrepository.h"
#include "core/storage/serverrepository.h"

#include <atomic>
#include <mutex>

namespace letopis {

// What a running sync tells: written by its worker, drained by its job. Thread-safe.
class SyncFeed
{
public:
    void add(ServerId server, const SyncOutcome &outcome);
    void addMeeting(ServerId server, RecordingId recording);
    void addProblem(const RecordingProblem &problem);
    CatalogChange takeChange();
    SyncReport report() const;

private:
    mutable std::mutex m_mutex;
    CatalogChange m_change;
    SyncReport m_report;
};

// What a sync writes to.
struct SyncStorage
{
    Database &database;
    ServerRepository &servers;
    MeetingRepository &meetings;
    const Clock &clock;
};

// What one attempt of a sync leaves to the next, when the line to the disk broke after the listing.
struct SyncAttempts
{
    std::atomic<qint64> listedAtMs{0}; // epoch; 0: not yet
};

// One sync of one server, start to end: recordings from the API, then the participants of those that still lack them from
// the disk. Blocks: for a worker thread. Can be cut anywhere and run again. Two programs on one catalog take turns.
class SyncRun
{
public:
    SyncRun(OpenedServer opened, SyncStorage storage, Actor actor, std::shared_ptr<SyncFeed> feed,
            std::shared_ptr<SyncAttempts> attempts = std::make_shared<SyncAttempts>());

    Result<> execute(ProgressCounters &progress, std::stop_token stop);

private:
    bool isListedLately() const;
    Result<> negotiate(std::stop_token stop);
    Result<> listRecordings(ProgressCounters &progress, std::stop_token stop);
    Result<> checkDisk(std::stop_token stop);
    Result<> fetchMeetings(ProgressCounters &progress, std::stop_token stop);
    Result<> fetchMeeting(const WantedMeeting &wanted, std::stop_token stop);

    const OpenedServer m_opened;
    const SyncStorage m_storage;
    const Actor m_actor;
    const std::shared_ptr<SyncFeed> m_feed;
    const std::shared_ptr<SyncAttempts> m_attempts;
};

} // namespace letopis
