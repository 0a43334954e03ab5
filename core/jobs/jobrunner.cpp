#include "core/jobs/jobrunner.h"

#include "core/base/logging.h"
#include "core/base/whendone.h"

namespace letopis {

using namespace std::chrono_literals;

namespace {
constexpr auto keepFinished = 10min;
}

JobRunner::JobRunner(const Clock &clock, int parallelJobs, RetryPolicy retry, QObject *parent)
    : QObject(parent), m_clock(clock), m_parallelJobs(parallelJobs), m_retry(retry)
{
    m_sweep.setInterval(30s);
    connect(&m_sweep, &QTimer::timeout, this, &JobRunner::dismissOld);
    m_sweep.start();
}

JobRunner::~JobRunner() = default;

JobId JobRunner::submit(JobOrder order)
{
    const JobId id{++m_lastId};
    Entry &entry = m_entries[id.value];
    entry.status.id = id;
    entry.status.kind = order.kind;
    entry.status.server = order.server;
    entry.status.subject = order.subject;
    entry.status.startedBy = order.startedBy;
    entry.order = std::move(order);
    m_waiting.push_back(id);
    announce(entry);
    startNext();
    return id;
}

void JobRunner::startNext()
{
    while (m_running < m_parallelJobs && !m_waiting.empty()) {
        const JobId id = m_waiting.front();
        m_waiting.pop_front();
        if (Entry *entry = find(id); entry && entry->status.state == Job::State::Pending)
            startEntry(*entry);
    }
}

void JobRunner::startEntry(Entry &entry)
{
    ++m_running;
    entry.status.state = Job::State::Running;
    entry.status.startedAt = m_clock.now();
    entry.status.error.reset();
    if (!entry.order.admit)
        return runJob(entry);
    announce(entry);
    whenDone(entry.order.admit(), this, [this, id = entry.status.id](const Result<> &admitted) { onAdmitted(id, admitted); });
}

void JobRunner::onAdmitted(JobId id, const Result<> &admitted)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    if (entry->status.isCancelling)
        onFinished(id, Error{ErrorKind::Cancelled, {}, {}, {}});
    else if (!admitted)
        onFinished(id, admitted);
    else
        runJob(*entry);
}

void JobRunner::runJob(Entry &entry)
{
    const JobId id = entry.status.id;
    entry.job = entry.order.make(id);
    connect(entry.job.get(), &Job::progressChanged, this, [this, id] {
        if (Entry *running = find(id); running && running->job) {
            running->status.progress = running->job->progress();
            announce(*running);
        }
    });
    connect(entry.job.get(), &Job::finished, this, [this, id](const Result<> &result) { onFinished(id, result); });
    entry.job->start();
    announce(entry);
}

void JobRunner::onFinished(JobId id, const Result<> &result)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    --m_running;
    if (entry->job) {
        entry->status.progress = entry->job->progress();
        entry->job.release()->deleteLater(); // it is still on the call stack
    }
    if (!result && !entry->status.isCancelling) {
        ++entry->failedAttempts;
        if (const auto delay = m_retry.delayAfter(entry->failedAttempts, result.error().kind)) {
            qCInfo(logSync) << "job" << id.value << "failed:" << errorKindName(result.error().kind) << "again in"
                            << delay->count() << "ms";
            entry->status.state = Job::State::Pending;
            entry->status.error = result.error();
            entry->backOff = std::make_unique<QTimer>();
            entry->backOff->setSingleShot(true);
            connect(entry->backOff.get(), &QTimer::timeout, this, [this, id] {
                m_waiting.push_back(id);
                startNext();
            });
            entry->backOff->start(*delay);
            announce(*entry);
            startNext();
            return;
        }
    }
    // What breaks while it is stopped is no news to who stopped it: a server just removed has no secret any more.
    const bool isCancelled = !result && entry->status.isCancelling;
    settle(*entry, isCancelled ? Error{ErrorKind::Cancelled, result.error().detail, {}, {}} : result);
    startNext();
}

// A copy: who hears of it may dismiss the job at once, and others are still to hear.
void JobRunner::announce(const Entry &entry)
{
    const JobStatus status = entry.status;
    Q_EMIT changed(status);
}

void JobRunner::settle(Entry &entry, const Result<> &result)
{
    entry.status.state = Job::State::Finished;
    entry.status.finishedAt = m_clock.now();
    entry.status.isCancelling = false;
    entry.status.error = result ? std::nullopt : std::optional<Error>(result.error());
    entry.status.canRetry = !result;
    announce(entry);
}

void JobRunner::cancel(JobId id)
{
    Entry *entry = find(id);
    if (!entry || entry->status.state == Job::State::Finished || entry->status.isCancelling)
        return;
    if (entry->status.state == Job::State::Pending) {
        entry->backOff.reset();
        std::erase(m_waiting, id);
        settle(*entry, Error{ErrorKind::Cancelled, {}, {}, {}});
        return;
    }
    entry->status.isCancelling = true;
    announce(*entry);
    if (Entry *told = find(id); told && told->job)
        told->job->cancel();
}

void JobRunner::retry(JobId id)
{
    Entry *entry = find(id);
    if (!entry || !entry->status.canRetry)
        return;
    entry->failedAttempts = 0;
    entry->status.canRetry = false;
    entry->status.error.reset();
    entry->status.report.reset();
    entry->status.backup.reset();
    entry->status.progress = {};
    entry->status.finishedAt = {};
    entry->status.state = Job::State::Pending;
    m_waiting.push_back(id);
    announce(*entry);
    startNext();
}

void JobRunner::dismiss(JobId id)
{
    if (const Entry *entry = find(id); entry && entry->status.state == Job::State::Finished) {
        m_entries.erase(id.value);
        Q_EMIT dismissed(id);
    }
}

void JobRunner::dismissOld()
{
    QList<JobId> old;
    for (const auto &[id, entry] : m_entries) {
        if (entry.status.state == Job::State::Finished
            && entry.status.finishedAt.msecsTo(m_clock.now()) >= std::chrono::milliseconds(keepFinished).count())
            old.append(entry.status.id);
    }
    for (const JobId id : old)
        dismiss(id);
}

QList<JobStatus> JobRunner::statuses() const
{
    QList<JobStatus> all;
    for (const auto &[id, entry] : m_entries)
        all.append(entry.status);
    return all;
}

std::optional<JobId> JobRunner::unfinished(JobKind kind, ServerId server) const
{
    for (const auto &[id, entry] : m_entries) {
        if (entry.status.kind == kind && entry.status.server == server && entry.status.state != Job::State::Finished)
            return entry.status.id;
    }
    return std::nullopt;
}

std::optional<JobId> JobRunner::unfinished(JobKind kind, const QString &subject) const
{
    for (const auto &[id, entry] : m_entries) {
        if (entry.status.kind == kind && entry.status.subject == subject && entry.status.state != Job::State::Finished)
            return entry.status.id;
    }
    return std::nullopt;
}

bool JobRunner::hasUnfinished() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const auto &pair) { return pair.second.status.state != Job::State::Finished; });
}

void JobRunner::setServer(JobId id, ServerId server)
{
    Entry *entry = find(id);
    if (!entry || entry->status.server == server)
        return;
    entry->status.server = server;
    announce(*entry);
}

void JobRunner::setReport(JobId id, const SyncReport &report)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    SyncReport whole = report;
    if (const std::optional<SyncReport> &before = entry->status.report) {
        // An earlier attempt's work is in the catalog: this one found it there, unchanged.
        whole.added += before->added;
        whole.updated += before->updated;
        whole.gone += before->gone;
        whole.meetingsFetched += before->meetingsFetched;
        // Or it had no need to look again: then what the earlier one counted stands.
        whole.unchanged = qMax(before->unchanged, whole.unchanged - before->added - before->updated);
    }
    entry->status.report = whole;
}

void JobRunner::setReport(JobId id, const BackupReport &report)
{
    if (Entry *entry = find(id))
        entry->status.backup = report;
}

void JobRunner::setReport(JobId id, const DeletionReport &report)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    DeletionReport whole = report;
    if (const std::optional<DeletionReport> &before = entry->status.deletion) {
        whole.done += before->done;
        whole.skipped += before->skipped;
        whole.freedBytes += before->freedBytes;
        whole.failed = before->failed + whole.failed;
    }
    entry->status.deletion = whole;
}

void JobRunner::setReport(JobId id, const PushReport &report)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    PushReport whole = report;
    if (const std::optional<PushReport> &before = entry->status.push) {
        whole.pushed += before->pushed;
        whole.conflicts += before->conflicts;
        whole.catalogOnly += before->catalogOnly;
    }
    entry->status.push = whole;
}

JobRunner::Entry *JobRunner::find(JobId id)
{
    const auto found = m_entries.find(id.value);
    return found == m_entries.end() ? nullptr : &found->second;
}

} // namespace letopis
