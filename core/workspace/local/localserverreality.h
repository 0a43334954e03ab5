#pragma once

#include "core/jobs/deletionjob.h"
#include "core/jobs/jobrunner.h"
#include "core/jobs/realityrun.h"
#include "core/workspace/local/gate.h"
#include "core/workspace/serverreality.h"

namespace letopis {

class MediaCache;

// Deletion and comparison from this profile.
class LocalServerReality final : public ServerReality
{
    Q_OBJECT

public:
    struct Parts
    {
        AccessControl access;
        Database &database;
        MaterialRepository materials;
        const Clock &clock;
        JobRunner &runner;
        WorkerPool &pool;
        ServerOpener open;
        DiskOpener openDisk;
        std::function<QString(ServerId)> serverName;
        MediaCache &media;
        std::function<Result<bool>(Connection &)> isGenuine = {}; // GuardCheck::isGenuine
    };

    explicit LocalServerReality(Parts parts, QObject *parent = nullptr);

    QFuture<Result<DeletionPlan>> planByHand(const Actor &actor, DeletionStep step, const QList<RecordingId> &recordings) override;
    JobId startPlan(const Actor &actor, const DeletionPlan &plan) override;
    QFuture<Result<QList<IssuedCertificate>>> certificates(const Actor &actor, RecordingId recording) override;
    JobId startCheck(const Actor &actor, ServerId server) override;
    QFuture<Result<RealityReport>> lastCheck(const Actor &actor, ServerId server) override;
    QFuture<Result<QList<RealityFinding>>> findings(const Actor &actor, ServerId server, int from, int limit) override;
    QFuture<Result<DeletionPlan>> planMend(const Actor &actor, ServerId server, const QList<int> &positions) override;

Q_SIGNALS:
    void catalogChanged(const letopis::CatalogChange &change);

private:
    DeletionTools tools() const;
    QFuture<Result<>> mayRun(const Actor &actor, DeletionPlanId plan) const;
    QFuture<Result<>> check(ServerId server, std::shared_ptr<ProgressCounters> counters, std::stop_token stop);

    const Parts m_parts;
    const Gate m_gate;
    const DeletionRepository m_deletions;
    const RealityRepository m_reality;
    QHash<DeletionPlanId, JobId> m_running; // the last job of each plan
};

} // namespace letopis
