#pragma once

#include "core/jobs/materialsdisk.h"
#include "core/storage/materialrepository.h"

#include <mutex>

namespace letopis {

// Recordings whose materials a running job changed: written by its worker, drained by its job. Thread-safe.
class MaterialsFeed
{
public:
    void add(RecordingId recording);
    QList<RecordingId> take();

private:
    std::mutex m_mutex;
    QList<RecordingId> m_recordings;
};

enum class MaterialsScope {
    Waiting,    // only what waits here
    Everything, // and what others put on the server
};

// Brings what waits to a server's disk and what is there into the catalog. Contents go first, then the description that names
// them, so that a description never promises what is not there. Blocks: for a worker thread. Can be cut anywhere and run again;
// one at a time for each server and profile.
class MaterialsRun
{
public:
    MaterialsRun(OpenedDisk opened, MaterialRepository materials, Actor actor, std::shared_ptr<MaterialsFeed> feed);

    // An error about one material or recording does not stop the others: the first of them is the result then.
    Result<> exchange(MaterialsScope scope, ProgressCounters &progress, std::stop_token stop);
    // Whether the last exchange reached its end, whatever it found wrong with one material or another.
    bool hasGoneThrough() const { return m_hasGoneThrough; }
    // Brings a version into the profile's store, verified, going on from an earlier attempt. NotFound, ContentMismatch: the
    // server's file is not what its description says.
    Result<> fetch(const StoredMaterial &stored, const MaterialVersion &version, ProgressCounters &progress,
                   std::stop_token stop);

private:
    Result<> pushWaiting(ProgressCounters &progress, std::stop_token stop);
    Result<> push(const StoredMaterial &due, ProgressCounters &progress, std::stop_token stop);
    Result<> uploadContents(const StoredMaterial &due, ProgressCounters &progress, std::stop_token stop);
    Result<> upload(const StoredMaterial &due, const MaterialVersion &version, ProgressCounters &progress,
                    std::stop_token stop);
    Result<> checkComplete(MaterialId id);
    Result<bool> describe(MaterialId id, std::stop_token stop); // false: another wrote meanwhile, to be tried again
    Result<> write(const StoredMaterial &stored, const MaterialDescription &wanted, Existing existing, std::stop_token stop);

    const MaterialsDisk m_disk;
    MaterialRepository m_materials;
    const Actor m_actor;
    const std::shared_ptr<MaterialsFeed> m_feed;
    MaterialsProblems m_problems;
    std::atomic<bool> m_hasGoneThrough = false;
};

} // namespace letopis
