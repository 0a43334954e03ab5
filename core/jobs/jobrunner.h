#pragma once

#include "core/base/clock.h"
#include "core/base/retrypolicy.h"
#include "core/domain/jobstatus.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace letopis {

// What JobRunner needs to run, and to run again, one piece of work.
struct JobOrder
{
    JobKind kind = JobKind::Sync;
    ServerId server;
    QString subject;
    std::function<std::unique_ptr<Job>(JobId)> make; // called for each attempt
    std::function<QFuture<Result<>>()> admit = {};   // asked before each attempt whether it may be; none: always
    Actor startedBy = programActor();
};

// Owns jobs: bounded parallelism, back-off and retry of transient errors, a status for each until it is dismissed or ten
// minutes old. Lives in one thread, with its jobs.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    JobRunner(const Clock &clock, int parallelJobs, RetryPolicy retry, QObject *parent = nullptr);
    ~JobRunner() override;

    JobId submit(JobOrder order);
    void cancel(JobId id);
    void retry(JobId id);
    void dismiss(JobId id);

    QList<JobStatus> statuses() const; // oldest first
    // The unfinished job of this kind for this server, if any.
    std::optional<JobId> unfinished(JobKind kind, ServerId server) const;
    std::optional<JobId> unfinished(JobKind kind, const QString &subject) const; // the same by what it is about
    bool hasUnfinished() const;

    // Of a job whose server was not known when it was submitted.
    void setServer(JobId id, ServerId server);
    // A sync's counts, after each attempt; those of its attempts add up. Filled by whoever made the job.
    void setReport(JobId id, const SyncReport &report);
    void setReport(JobId id, const PushReport &report); // likewise
    void setReport(JobId id, const BackupReport &report);
    void setReport(JobId id, const DeletionReport &report); // those of its attempts add up

Q_SIGNALS:
    void changed(const letopis::JobStatus &status);
    void dismissed(letopis::JobId id);

private:
    struct Entry
    {
        JobOrder order;
        JobStatus status;
        std::unique_ptr<Job> job;
        std::unique_ptr<QTimer> backOff;
        int failedAttempts = 0;
    };

    void startNext();
    void startEntry(Entry &entry);
    void runJob(Entry &entry);
    void onAdmitted(JobId id, const Result<> &admitted);
    void onFinished(JobId id, const Result<> &result);
    void announce(const Entry &entry);
    void settle(Entry &entry, const Result<> &result);
    void dismissOld();
    Entry *find(JobId id);

    const Clock &m_clock;
    const int m_parallelJobs;
    const RetryPolicy m_retry;
    std::map<qint64, Entry> m_entries; // by id: in order of submission
    std::deque<JobId> m_waiting;
    int m_running = 0;
    qint64 m_lastId = 0;
    QTimer m_sweep;
};

} // namespace letopis
