#pragma once

#include "core/base/job.h"
#include "core/domain/actor.h"
#include "core/domain/backup.h"
#include "core/domain/recordingsnapshot.h"

#include <QDateTime>
#include <QMetaType>

#include <optional>

namespace letopis {

// What a sync, or any other writer, did to the catalog. Ids only: readers ask again for what they show.
struct CatalogChange
{
    static constexpr qsizetype mostListed = 500; // added and updated together; past this a list is read again as a whole

    ServerId server;
    QList<RecordingId> added;
    QList<RecordingId> updated; // gone ones too: a state change is an update; each once
    bool isLarge = false;       // too many to list, and none listed: ask again for everything shown

    bool isEmpty() const { return !isLarge && added.isEmpty() && updated.isEmpty(); }
    void addUpdated(const QList<RecordingId> &recordings);
    void addAdded(const QList<RecordingId> &recordings);
};

struct SyncReport
{
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 gone = 0;
    qint64 meetingsFetched = 0;
    QList<RecordingProblem> failed;
};

// What pushing an outbox did; fields, not recordings.
struct PushReport
{
    qint64 pushed = 0;      // accepted by the server, not yet settled
    qint64 conflicts = 0;   // found
    qint64 catalogOnly = 0; // found to be more than the server can hold
    QList<RecordingProblem> failed;
};

// What carrying out a plan of deletion did; recordings.
struct DeletionReport
{
    qint64 done = 0;
    qint64 skipped = 0;     // each has its reason in the plan
    qint64 freedBytes = 0;  // on the server's disk, as far as it was measured
    QList<RecordingProblem> failed;
};

using JobId = StrongId<struct JobTag>;
enum class JobKind { Sync, Download, Push, Materials, Backup, BackupCheck, Restore, Deletion, Reality };

// What the jobs drawer shows of one job. A finished one stays until dismissed, or ten minutes.
struct JobStatus
{
    JobId id;
    JobKind kind = JobKind::Sync;
    ServerId server;
    QString subject; // server's name, file's name: plain text
    Job::State state = Job::State::Pending;
    bool isCancelling = false;
    bool canRetry = false;
    Progress progress;
    std::optional<Error> error;
    std::optional<SyncReport> report; // of a finished sync, also one that failed half-way
    std::optional<PushReport> push;   // of a finished push, likewise
    std::optional<DeletionReport> deletion; // likewise
    std::optional<BackupReport> backup; // of a backup that was made or checked
    QDateTime startedAt;              // UTC
    QDateTime finishedAt;
    Actor startedBy;
};

// The owner follows every job, a person those of their own.
bool mayFollow(const Actor &actor, const JobStatus &job);

} // namespace letopis

Q_DECLARE_METATYPE(letopis::CatalogChange)
Q_DECLARE_METATYPE(letopis::JobStatus)
Q_DECLARE_METATYPE(letopis::JobId)
