#pragma once

#include "core/domain/jobstatus.h"
#include "core/jobs/openedserver.h"
#include "core/storage/outboxrepository.h"

#include <mutex>

namespace letopis {

// What a running push tells: written by its worker, drained by its job. Thread-safe.
class OutboxFeed
{
public:
    void addPushed(ServerId server, RecordingId recording, int fields);
    void addTouched(ServerId server, RecordingId recording); // its shown values may have changed
    void addConflicts(qsizetype count);
    void addKept(qsizetype count);
    void addProblem(const RecordingProblem &problem);
    CatalogChange takeChange();
    PushReport report() const;

private:
    mutable std::mutex m_mutex;
    CatalogChange m_change;
    PushReport m_report;
};

enum class PushScope {
    Due,        // what is due by now
    Everything, // what was postponed as well
};

// Pushes what waits in one server's outbox: reads each recording anew, merges, writes only what is still ours to write,
// and reads it back, since a server's "success" proves nothing (trap 22). Blocks: for a worker thread. Can be cut anywhere
// and run again. Two programs on one catalog take turns.
class OutboxRun
{
public:
    OutboxRun(OpenedServer opened, OutboxRepository outbox, Actor actor, std::shared_ptr<OutboxFeed> feed);

    Result<> execute(PushScope scope, ProgressCounters &progress, std::stop_token stop);

private:
    using Snapshots = std::vector<RecordingSnapshot>;

    Result<> pushBatch(const std::vector<EditableRecording> &due, ProgressCounters &progress, std::stop_token stop);
    Result<> pushOneByOne(const std::vector<EditableRecording> &due, const Error &error, ProgressCounters &progress,
                          std::stop_token stop);
    struct Pushed
    {
        EditableRecording recording; // as it was when it was written
        FieldValues sent;            // to be read back; empty: nothing
    };
    Result<Pushed> pushOne(const EditableRecording &due, const Snapshots &theirs, std::stop_token stop);
    // What is written to the server, marked as such; what does not fit it stays in the catalog.
    Result<FieldValues> valuesToWrite(const EditableRecording &recording);
    Result<FieldValues> write(const EditableRecording &recording, std::stop_token stop);
    Result<> readBack(const std::vector<Pushed> &pushed, std::stop_token stop);
    Result<> keep(const EditableRecording &recording, const QStringList &fields, CatalogOnlyReason reason);

    const OpenedServer m_opened;
    OutboxRepository m_outbox;
    const Actor m_actor;
    const std::shared_ptr<OutboxFeed> m_feed;
};

} // namespace letopis
