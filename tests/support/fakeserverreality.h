#pragma once

#include "core/workspace/serverreality.h"

namespace letopis::test {

// Answers from what it is given, and remembers what it was asked for.
class FakeServerReality final : public ServerReality
{
    Q_OBJECT

public:
    using ServerReality::ServerReality;

    QFuture<Result<DeletionPlan>> planByHand(const Actor &actor, DeletionStep step, const QList<RecordingId> &recordings) override;
    JobId startPlan(const Actor &actor, const DeletionPlan &plan) override;
    QFuture<Result<QList<IssuedCertificate>>> certificates(const Actor &actor, RecordingId recording) override;
    JobId startCheck(const Actor &actor, ServerId server) override;
    QFuture<Result<RealityReport>> lastCheck(const Actor &actor, ServerId server) override;
    QFuture<Result<QList<RealityFinding>>> findings(const Actor &actor, ServerId server, int from, int limit) override;
    QFuture<Result<DeletionPlan>> planMend(const Actor &actor, ServerId server, const QList<int> &positions) override;

    RealityReport report;
    QList<RealityFinding> found;
    QList<IssuedCertificate> issued;
    DeletionPlan plan; // of both makers of plans
    std::optional<Error> refusal; // of everything that makes one
    QList<DeletionPlanId> started;
    QList<ServerId> checksAsked;
    std::optional<DeletionStep> stepAsked; // of the last plan by hand
    QList<RecordingId> recordingsAsked;
    QList<int> positionsAsked; // of the last mend
};

} // namespace letopis::test
