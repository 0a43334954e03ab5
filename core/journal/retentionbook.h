#pragma once

#include "core/journal/accesscontrol.h"
#include "core/retention/deletedrecording.h"
#include "core/retention/deletioncertificate.h"
#include "core/storage/deletionplans.h"
#include "core/storage/retentionforecast.h"

namespace letopis {

// What is said of when recordings go, and what follows from it. Each call is one transaction that asks AccessControl for
// Capability::SetRetention, changes rows and writes the journal, or does none of it; what has to be confirmed is computed anew in the
// same transaction. Any thread. Errors: core/workspace/retentiondesk.h.
class RetentionBook
{
public:
    using Genuineness = std::function<Result<bool>(Connection &)>; // GuardCheck::isGenuine

    RetentionBook(Database &database, std::shared_ptr<Visibility> visibility, Genuineness isGenuine = {})
        : m_database(database)
        , m_visibility(std::move(visibility))
        , m_control(database, m_visibility)
        , m_isGenuine(std::move(isGenuine))
    {
    }

    QFuture<Result<QList<RetentionPolicy>>> policies(const Actor &actor) const;
    QFuture<Result<RetentionForecast>> previewPolicies(const Actor &actor, const QList<RetentionPolicy> &after) const;
    QFuture<Result<>> setPolicies(const Actor &actor, const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after,
                                  std::optional<qint64> typed) const;

    QFuture<Result<RetentionExplanation>> decisionFor(const Actor &actor, RecordingId recording) const;
    QFuture<Result<>> setOwn(const Actor &actor, const QList<RecordingId> &recordings, const std::optional<OwnRetention> &before,
                             const OwnRetention &after) const;
    QFuture<Result<>> hold(const Actor &actor, const QList<RecordingId> &recordings, const QString &reason) const;
    QFuture<Result<>> release(const Actor &actor, HoldId hold) const;
    QFuture<Result<QList<LegalHold>>> holdsInForce(const Actor &actor, int limit) const;

    QFuture<Result<QList<ServerRetention>>> servers(const Actor &actor) const;
    QFuture<Result<RetentionForecast>> previewActivation(const Actor &actor, ServerId server) const;
    QFuture<Result<>> activate(const Actor &actor, ServerId server, std::optional<qint64> typed) const;
    QFuture<Result<>> deactivate(const Actor &actor, ServerId server) const;
    QFuture<Result<>> setParameters(const Actor &actor, ServerId server, const RetentionParameters &before,
                                    const RetentionParameters &after) const;
    QFuture<Result<QByteArray>> timeZone(const Actor &actor) const;
    QFuture<Result<>> setTimeZone(const Actor &actor, const QByteArray &before, const QByteArray &after, std::optional<qint64> typed) const;

    QFuture<Result<RetentionForecast>> simulate(const Actor &actor, const ForecastRequest &request) const;
    QFuture<Result<QList<ForecastRow>>> forecastRows(const Actor &actor, const RetentionForecast &forecast, qsizetype from, int limit) const;
    QFuture<Result<RetentionCalendar>> calendar(const Actor &actor, const ForecastRequest &request) const;
    QFuture<Result<>> exportForecast(const Actor &actor, const RetentionForecast &forecast, const QString &file) const;

    QFuture<Result<qint64>> makeNotices(const Actor &actor) const; // the program's; how many
    QFuture<Result<QList<RetentionNotice>>> notices(const Actor &actor, bool withDismissed) const;
    QFuture<Result<QList<ForecastRow>>> noticeRows(const Actor &actor, NoticeId notice, qsizetype from, int limit) const;
    QFuture<Result<>> dismissNotice(const Actor &actor, NoticeId notice) const;

    QFuture<Result<DeletionPlan>> makePlan(const Actor &actor, ServerId server) const;
    QFuture<Result<QList<DeletionPlan>>> plans(const Actor &actor, std::optional<ServerId> server, int limit) const;
    QFuture<Result<QList<DeletionItem>>> planItems(const Actor &actor, DeletionPlanId plan, int from, int limit) const;
    QFuture<Result<>> discardPlan(const Actor &actor, DeletionPlanId plan) const;
    QFuture<Result<>> confirmPlan(const Actor &actor, DeletionPlanId plan, std::optional<qint64> typed) const;
    QFuture<Result<>> approvePlan(const Actor &actor, DeletionPlanId plan) const;
    QFuture<Result<QList<RetentionGuard>>> guards(const Actor &actor, ServerId server) const;

    QFuture<Result<QList<TrashedRecording>>> trash(const Actor &actor, std::optional<ServerId> server, int from, int limit) const;
    QFuture<Result<QList<CertificateEntry>>> certificateList(const Actor &actor, int from, int limit) const;
    QFuture<Result<IssuedCertificate>> certificate(const Actor &actor, const QByteArray &sha256) const;

private:
    struct Steps; // of one transaction
    template <typename F>
    auto reading(const Actor &actor, F f) const;
    template <typename F>
    auto writing(const Actor &actor, F f) const;

    Database &m_database;
    std::shared_ptr<Visibility> m_visibility;
    AccessControl m_control;
    Genuineness m_isGenuine;
};

} // namespace letopis
