#pragma once

#include "core/domain/jobstatus.h"
#include "core/jobs/openedserver.h"
#include "core/storage/deletionrepository.h"
#include "core/storage/materialrepository.h"

#include <mutex>

namespace letopis {

// What a running deletion tells: written by its worker, drained by its job. Thread-safe.
class DeletionFeed
{
public:
    void add(ServerId server, const DeletionItem &ended);
    CatalogChange takeChange();
    DeletionReport report() const;

private:
    mutable std::mutex m_mutex;
    CatalogChange m_change;
    DeletionReport m_report;
};

// Files that were removed somewhere, and what stays.
struct RemovedFiles
{
    qint64 files = 0;
    qint64 bytes = 0;
    QList<DiskLeft> remains;
};

// What a run is made of besides its server.
struct DeletionTools
{
    DeletionRepository deletions;
    std::optional<MaterialRepository> materials;
    // Whether anything may be deleted now: clocks, age of the catalog, the switch. Asked before the first item that removes
    // something; its error ends the run.
    std::function<Result<>(const DeletionPlan &plan, const DeletionItem &item, ConferenceService &service, std::stop_token stop)> guard;
    std::function<qint64(ServerId server)> graceMs; // of what goes to the trash; none: 30 days
    // Copies of the recording's media in this profile. Any thread.
    std::function<Result<RemovedFiles>(const ConferenceServer &server, const DeletionSubject &subject)> removeLocalMedia;
    std::function<void(const char *moment)> reached; // between the steps of an item: for tests of crashes
};

struct DeletionPlace
{
    OpenedServer opened;
    std::optional<OpenedDisk> disk; // where our materials are; nothing: no account there
};

// Carries out one confirmed plan, exactly its items, one after the other. Each is looked at anew just before: at the catalog and
// its holds in the transaction that begins it, and at the server, whose word is read back after each change, for its "success" proves
// nothing (trap 22). Each item ends in a transaction of its own, with all that belongs to it. Can be cut anywhere and run again; an
// item that was begun goes on where it was. Blocks: for a worker thread. Two programs on one catalog take turns.
class DeletionRun
{
public:
    DeletionRun(DeletionPlace place, DeletionTools tools, Actor actor, std::shared_ptr<DeletionFeed> feed);

    // PermissionDenied: the plan was not confirmed, or not by two people where it needs them. An error of the line ends the run,
    // one that is about a recording only its item.
    Result<> execute(DeletionPlanId plan, ProgressCounters &progress, std::stop_token stop);

private:
    struct Work; // of an item, over a crash
    struct Step
    {
        const DeletionPlan &plan;
        DeletionItem item;
        DeletionSubject subject;
        std::optional<RecordingSnapshot> live; // as the server describes it
        Work &work;
        bool isResumed = false;
        std::stop_token stop;
    };

    Result<> checkPlan(const DeletionPlan &plan) const;
    Result<> executeItem(const DeletionPlan &plan, const DeletionItem &item, std::stop_token stop);
    Result<DeletionOutcome> perform(Step &step);
    Result<DeletionOutcome> unpublish(Step &step);
    Result<DeletionOutcome> trash(Step &step);
    Result<DeletionOutcome> restore(Step &step);
    Result<DeletionOutcome> purge(Step &step);
    Result<> purgeServer(Step &step);
    Result<> look(Step &step, const DiskAbility &able, RecordingDisk *disk);
    Result<> purgeDisk(Step &step, RecordingDisk &disk);
    Result<bool> isStillLeftOver(const Step &step);
    Result<> purgeMaterials(Step &step);
    Result<> purgeLocal(Step &step);
    Result<> removeMaterialTree(const RemotePath &directory, int depth, DeletionCertificate &certificate, std::stop_token stop);
    Result<> setPublished(Step &step, bool isPublished);
    Result<> deleteByApi(Step &step);
    Result<> readBack(Step &step);
    Result<> remember(const Step &step);
    Result<DeletionRefusal> refusalNow(const Step &step);
    DeletionRefusal refusalOf(const Step &step) const;
    Result<DiskAbility> ability(std::stop_token stop);
    Result<> end(const DeletionPlan &plan, DeletionItem item, DeletionItem::State state, const DeletionOutcome &outcome);
    Result<> endFailed(Step &step, const Error &error);
    void reached(const char *moment) const;

    const DeletionPlace m_place;
    DeletionTools m_tools;
    const Actor m_actor;
    const std::shared_ptr<DeletionFeed> m_feed;
    std::optional<DiskAbility> m_ability; // probed once a run
    bool m_isGuardAsked = false;
};

} // namespace letopis
