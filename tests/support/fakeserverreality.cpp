#include "tests/support/fakeserverreality.h"

#include "core/base/whendone.h"

namespace letopis::test {

namespace {
template <typename T>
QFuture<Result<T>> answered(const T &value)
{
    return readyFuture(Result<T>(value));
}
} // namespace

QFuture<Result<DeletionPlan>> FakeServerReality::planByHand(const Actor &, DeletionStep step, const QList<RecordingId> &recordings)
{
    stepAsked = step;
    recordingsAsked = recordings;
    return readyFuture(refusal ? Result<DeletionPlan>(*refusal) : Result<DeletionPlan>(plan));
}

JobId FakeServerReality::startPlan(const Actor &, const DeletionPlan &asked)
{
    started += asked.id;
    return {started.size()};
}

QFuture<Result<QList<IssuedCertificate>>> FakeServerReality::certificates(const Actor &, RecordingId)
{
    return answered(issued);
}

JobId FakeServerReality::startCheck(const Actor &, ServerId server)
{
    checksAsked += server;
    return {checksAsked.size()};
}

QFuture<Result<RealityReport>> FakeServerReality::lastCheck(const Actor &, ServerId)
{
    return answered(report);
}

QFuture<Result<QList<RealityFinding>>> FakeServerReality::findings(const Actor &, ServerId, int from, int limit)
{
    return answered(found.mid(from, limit));
}

QFuture<Result<DeletionPlan>> FakeServerReality::planMend(const Actor &, ServerId, const QList<int> &positions)
{
    positionsAsked = positions;
    return readyFuture(refusal ? Result<DeletionPlan>(*refusal) : Result<DeletionPlan>(plan));
}

} // namespace letopis::test
