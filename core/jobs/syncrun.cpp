#include "core/jobs/syncrun.h"

#include "core/base/logging.h"
#include "core/base/turn.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

// Errors that are about one recording; the others still arrive. Anything else is about the line or the account.
bool concernsOneRecording(ErrorKind kind)
{
    return kind == ErrorKind::BadAnswer || kind == ErrorKind::TooLarge || kind == ErrorKind::InvalidInput
        || kind == ErrorKind::PermissionDenied || kind == ErrorKind::ContentMismatch;
}

} // namespace

void SyncFeed::add(ServerId server, const SyncOutcome &outcome)
{
    const std::lock_guard lock(m_mutex);
    m_change.server = server;
    m_report.added += outcome.added.size();
    m_report.updated += outcome.updated.size();
    m_report.unchanged += outcome.unchanged;
    m_report.gone += outcome.gone.size();
    m_change.addAdded(outcome.added);
    m_change.addUpdated(outcome.updated);
    m_change.addUpdated(outcome.gone);
}

void SyncFeed::addMeeting(ServerId server, RecordingId recording)
{
    const std::lock_guard lock(m_mutex);
    m_change.server = server;
    m_change.addUpdated({recording});
    ++m_report.meetingsFetched;
}

void SyncFeed::addProblem(const RecordingProblem &problem)
{
    const std::lock_guard lock(m_mutex);
    m_report.failed.append(problem);
}

CatalogChange SyncFeed::takeChange()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_change, {});
}

SyncReport SyncFeed::report() const
{
    const std::lock_guard lock(m_mutex);
    return m_report;
}

SyncRun::SyncRun(OpenedServer opened, SyncStorage storage, Actor actor, std::shared_ptr<SyncFeed> feed,
                 std::shared_ptr<SyncAttempts> attempts)
    : m_opened(std::move(opened))
    , m_storage(storage)
    , m_actor(std::move(actor))
    , m_feed(std::move(feed))
    , m_attempts(std::move(attempts))
{}

Result<> SyncRun::execute(ProgressCounters &progress, std::stop_token stop)
{
    // Desktop and command line may share a profile: two syncs side by side would journal changes that never were.
    const auto turn = takeTurn(
        u"%1.sync-%2.lock"_s.arg(m_storage.database.path(), QString::number(m_opened.server.id.value)), stop);
    if (!turn)
        return turn.error();
    if (!isListedLately()) {
        if (const Result<> done = negotiate(stop); !done)
            return done;
        if (const Result<> done = listRecordings(progress, stop); !done)
            return done;
        m_attempts->listedAtMs = m_storage.clock.now().toMSecsSinceEpoch();
    }
    return m_opened.server.ssh ? fetchMeetings(progress, stop) : Result<>();
}

bool SyncRun::isListedLately() const
{
    constexpr qint64 lately = 5 * 60 * 1000; // the automatic retries; whoever asks later wants to know anew
    const qint64 age = m_storage.clock.now().toMSecsSinceEpoch() - m_attempts->listedAtMs;
    return m_attempts->listedAtMs > 0 && age >= 0 && age < lately;
}

// The algorithm that worked is remembered: the next sync does not have to try.
Result<> SyncRun::negotiate(std::stop_token stop)
{
    if (m_opened.server.checksumAlgorithm)
        return {};
    const Result<ApiIdentity> identity = m_opened.service->checkApi(stop);
    if (!identity)
        return identity.error();
    return waitFor(m_storage.servers.setChecksumAlgorithm(m_actor, m_opened.server.id, identity->checksumAlgorithm));
}

Result<> SyncRun::listRecordings(ProgressCounters &progress, std::stop_token stop)
{
    const ServerId server = m_opened.server.id;
    CatalogSyncWriter writer(m_storage.database, m_storage.clock, server, m_actor);
    if (const Result<> begun = writer.begin(); !begun)
        return begun;
    const auto take = [this, &writer, server](std::vector<RecordingSnapshot> page) -> Result<> {
        const Result<SyncOutcome> outcome = writer.apply(std::move(page));
        if (!outcome)
            return outcome.error();
        m_feed->add(server, *outcome);
        return {};
    };
    const RecordingSink sink(take, [&writer](const SourceDigest &source) { return writer.recognises(source); });
    const Result<ListingSummary> listed = m_opened.service->listRecordings(sink, progress, stop);
    // What had arrived before the line was cut is in the catalog: say so in the report too.
    const Result<SyncOutcome> last = listed ? writer.finish(*listed) : writer.flush();
    if (last)
        m_feed->add(server, *last);
    if (!listed)
        return listed.error();
    for (const RecordingProblem &problem : listed->problems)
        m_feed->addProblem(problem);
    return last ? Result<>() : last.error();
}

// A disk that is not mounted looks like one whose events were deleted, for every recording: that must not be written down.
Result<> SyncRun::checkDisk(std::stop_token stop)
{
    const Result<DiskIdentity> disk = m_opened.service->checkDisk(stop);
    if (!disk)
        return disk.error();
    if (!disk->canReadRaw && !disk->canReadEvents)
        return Error{disk->unreadable.isEmpty() ? ErrorKind::NotFound : ErrorKind::PermissionDenied,
                     u"neither recording/raw nor events can be read below the data root"_s, disk->dataRoot, {}};
    return {};
}

Result<> SyncRun::fetchMeetings(ProgressCounters &progress, std::stop_token stop)
{
    const Result<std::vector<WantedMeeting>> wanted = waitFor(m_storage.meetings.wantingMeeting(m_opened.server.id));
    if (!wanted)
        return wanted.error();
    if (wanted->empty())
        return {};
    if (const Result<> usable = checkDisk(stop); !usable)
        return usable;
    progress.done = 0;
    progress.total = qint64(wanted->size());
    for (const WantedMeeting &meeting : *wanted) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        if (const Result<> fetched = fetchMeeting(meeting, stop); !fetched)
            return fetched;
        ++progress.done;
    }
    return {};
}

Result<> SyncRun::fetchMeeting(const WantedMeeting &wanted, std::stop_token stop)
{
    const Result<FetchedMeeting> meeting = m_opened.service->fetchMeeting(wanted.key, stop);
    if (meeting) {
        const Result<> stored = waitFor(m_storage.meetings.store(m_actor, wanted.id, *meeting));
        if (stored)
            m_feed->addMeeting(m_opened.server.id, wanted.id);
        return stored;
    }
    const Error &error = meeting.error();
    if (error.kind == ErrorKind::NotFound)
        return waitFor(m_storage.meetings.setStatus(m_actor, wanted.id, EventsStatus::Gone, error.detail));
    if (!concernsOneRecording(error.kind))
        return error;
    qCWarning(logSync) << "events of" << wanted.key.externalId << errorKindName(error.kind) << error.detail;
    m_feed->addProblem({wanted.key.externalId, u"events.xml: "_s + error.detail});
    return waitFor(m_storage.meetings.setStatus(m_actor, wanted.id, EventsStatus::Unreadable, error.detail));
}

} // namespace letopis
