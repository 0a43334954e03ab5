#include "core/workspace/local/localretentiondesk.h"

#include "core/base/whendone.h"

namespace letopis {

LocalRetentionDesk::LocalRetentionDesk(Database &database, const std::shared_ptr<Visibility> &visibility,
                                       RetentionBook::Genuineness isGenuine, QObject *parent)
    : RetentionDesk(parent)
    , m_book(database, visibility, std::move(isGenuine))
{
}

template <typename T>
QFuture<Result<T>> LocalRetentionDesk::thenTold(const QFuture<Result<T>> &done, Tells tells)
{
    return chain(done, this, [=, this](const auto &...value) {
        switch (tells) {
        case Tells::Retention:
            Q_EMIT retentionChanged();
            break;
        case Tells::Plans:
            Q_EMIT plansChanged();
            break;
        case Tells::Notices:
            Q_EMIT noticesChanged();
            break;
        }
        return readyFuture(Result<T>(value...));
    });
}

void LocalRetentionDesk::afterSync()
{
    whenDone(m_book.makeNotices(programActor()), this, [this](const Result<qint64> &made) {
        if (made && *made > 0)
            Q_EMIT noticesChanged();
    });
}

QFuture<Result<QList<RetentionPolicy>>> LocalRetentionDesk::policies(const Actor &actor)
{
    return m_book.policies(actor);
}

QFuture<Result<RetentionForecast>> LocalRetentionDesk::previewPolicies(const Actor &actor,
                                                                       const QList<RetentionPolicy> &after)
{
    return m_book.previewPolicies(actor, after);
}

QFuture<Result<>> LocalRetentionDesk::setPolicies(const Actor &actor, const QList<RetentionPolicy> &before,
                                                  const QList<RetentionPolicy> &after, std::optional<qint64> typed)
{
    return thenTold(m_book.setPolicies(actor, before, after, typed), Tells::Retention);
}

QFuture<Result<RetentionExplanation>> LocalRetentionDesk::decisionFor(const Actor &actor, RecordingId recording)
{
    return m_book.decisionFor(actor, recording);
}

QFuture<Result<>> LocalRetentionDesk::setOwn(const Actor &actor, const QList<RecordingId> &recordings,
                                             const std::optional<OwnRetention> &before, const OwnRetention &after)
{
    return thenTold(m_book.setOwn(actor, recordings, before, after), Tells::Retention);
}

QFuture<Result<>> LocalRetentionDesk::hold(const Actor &actor, const QList<RecordingId> &recordings,
                                           const QString &reason)
{
    return thenTold(m_book.hold(actor, recordings, reason), Tells::Retention);
}

QFuture<Result<>> LocalRetentionDesk::release(const Actor &actor, HoldId hold)
{
    return thenTold(m_book.release(actor, hold), Tells::Retention);
}

QFuture<Result<QList<LegalHold>>> LocalRetentionDesk::holdsInForce(const Actor &actor, int limit)
{
    return m_book.holdsInForce(actor, limit);
}

QFuture<Result<QList<ServerRetention>>> LocalRetentionDesk::servers(const Actor &actor)
{
    return m_book.servers(actor);
}

QFuture<Result<RetentionForecast>> LocalRetentionDesk::previewActivation(const Actor &actor, ServerId server)
{
    return m_book.previewActivation(actor, server);
}

QFuture<Result<>> LocalRetentionDesk::activate(const Actor &actor, ServerId server, std::optional<qint64> typed)
{
    return thenTold(m_book.activate(actor, server, typed), Tells::Retention);
}

QFuture<Result<>> LocalRetentionDesk::deactivate(const Actor &actor, ServerId server)
{
    return thenTold(m_book.deactivate(actor, server), Tells::Retention);
}

QFuture<Result<>> LocalRetentionDesk::setParameters(const Actor &actor, ServerId server,
                                                    const RetentionParameters &before, const RetentionParameters &after)
{
    return thenTold(m_book.setParameters(actor, server, before, after), Tells::Retention);
}

QFuture<Result<QByteArray>> LocalRetentionDesk::timeZone(const Actor &actor)
{
    return m_book.timeZone(actor);
}

QFuture<Result<>> LocalRetentionDesk::setTimeZone(const Actor &actor, const QByteArray &before, const QByteArray &after,
                                                  std::optional<qint64> typed)
{
    return thenTold(m_book.setTimeZone(actor, before, after, typed), Tells::Retention);
}

QFuture<Result<RetentionForecast>> LocalRetentionDesk::simulate(const Actor &actor, const ForecastRequest &request)
{
    return m_book.simulate(actor, request);
}

QFuture<Result<QList<ForecastRow>>>
LocalRetentionDesk::forecastRows(const Actor &actor, const RetentionForecast &forecast, qsizetype from, int limit)
{
    return m_book.forecastRows(actor, forecast, from, limit);
}

QFuture<Result<RetentionCalendar>> LocalRetentionDesk::calendar(const Actor &actor, const ForecastRequest &request)
{
    return m_book.calendar(actor, request);
}

QFuture<Result<>> LocalRetentionDesk::exportForecast(const Actor &actor, const RetentionForecast &forecast,
                                                     const QString &file)
{
    return m_book.exportForecast(actor, forecast, file);
}

QFuture<Result<QList<RetentionNotice>>> LocalRetentionDesk::notices(const Actor &actor, bool withDismissed)
{
    return m_book.notices(actor, withDismissed);
}

QFuture<Result<QList<ForecastRow>>> LocalRetentionDesk::noticeRows(const Actor &actor, NoticeId notice, qsizetype from,
                                                                   int limit)
{
    return m_book.noticeRows(actor, notice, from, limit);
}

QFuture<Result<>> LocalRetentionDesk::dismissNotice(const Actor &actor, NoticeId notice)
{
    return thenTold(m_book.dismissNotice(actor, notice), Tells::Notices);
}

QFuture<Result<DeletionPlan>> LocalRetentionDesk::makePlan(const Actor &actor, ServerId server)
{
    return thenTold(m_book.makePlan(actor, server), Tells::Plans);
}

QFuture<Result<QList<DeletionPlan>>> LocalRetentionDesk::plans(const Actor &actor, std::optional<ServerId> server,
                                                               int limit)
{
    return m_book.plans(actor, server, limit);
}

QFuture<Result<QList<DeletionItem>>> LocalRetentionDesk::planItems(const Actor &actor, DeletionPlanId plan, int from,
                                                                   int limit)
{
    return m_book.planItems(actor, plan, from, limit);
}

QFuture<Result<>> LocalRetentionDesk::discardPlan(const Actor &actor, DeletionPlanId plan)
{
    return thenTold(m_book.discardPlan(actor, plan), Tells::Plans);
}

QFuture<Result<>> LocalRetentionDesk::confirmPlan(const Actor &actor, DeletionPlanId plan, std::optional<qint64> typed)
{
    return thenTold(m_book.confirmPlan(actor, plan, typed), Tells::Plans);
}

QFuture<Result<>> LocalRetentionDesk::approvePlan(const Actor &actor, DeletionPlanId plan)
{
    return thenTold(m_book.approvePlan(actor, plan), Tells::Plans);
}

QFuture<Result<QList<RetentionGuard>>> LocalRetentionDesk::guards(const Actor &actor, ServerId server)
{
    return m_book.guards(actor, server);
}

QFuture<Result<QList<TrashedRecording>>> LocalRetentionDesk::trash(const Actor &actor, std::optional<ServerId> server, int from, int limit)
{
    return m_book.trash(actor, server, from, limit);
}

QFuture<Result<QList<CertificateEntry>>> LocalRetentionDesk::certificateList(const Actor &actor, int from, int limit)
{
    return m_book.certificateList(actor, from, limit);
}

QFuture<Result<IssuedCertificate>> LocalRetentionDesk::certificate(const Actor &actor, const QByteArray &sha256)
{
    return m_book.certificate(actor, sha256);
}

} // namespace letopis
