#pragma once

#include "core/journal/retentionbook.h"
#include "core/workspace/retentiondesk.h"

namespace letopis {

// Retention in this profile's catalog.
class LocalRetentionDesk final : public RetentionDesk
{
    Q_OBJECT

public:
    LocalRetentionDesk(Database &database, const std::shared_ptr<Visibility> &visibility,
                       RetentionBook::Genuineness isGenuine = {}, QObject *parent = nullptr);

    // What the catalog knows is fresh: warnings that are due are made.
    void afterSync();

    QFuture<Result<QList<RetentionPolicy>>> policies(const Actor &actor) override;
    QFuture<Result<RetentionForecast>> previewPolicies(const Actor &actor,
                                                       const QList<RetentionPolicy> &after) override;
    QFuture<Result<>> setPolicies(const Actor &actor, const QList<RetentionPolicy> &before,
                                  const QList<RetentionPolicy> &after, std::optional<qint64> typed) override;
    QFuture<Result<RetentionExplanation>> decisionFor(const Actor &actor, RecordingId recording) override;
    QFuture<Result<>> setOwn(const Actor &actor, const QList<RecordingId> &recordings,
                             const std::optional<OwnRetention> &before, const OwnRetention &after) override;
    QFuture<Result<>> hold(const Actor &actor, const QList<RecordingId> &recordings, const QString &reason) override;
    QFuture<Result<>> release(const Actor &actor, HoldId hold) override;
    QFuture<Result<QList<LegalHold>>> holdsInForce(const Actor &actor, int limit) override;
    QFuture<Result<QList<ServerRetention>>> servers(const Actor &actor) override;
    QFuture<Result<RetentionForecast>> previewActivation(const Actor &actor, ServerId server) override;
    QFuture<Result<>> activate(const Actor &actor, ServerId server, std::optional<qint64> typed) override;
    QFuture<Result<>> deactivate(const Actor &actor, ServerId server) override;
    QFuture<Result<>> setParameters(const Actor &actor, ServerId server, const RetentionParameters &before,
                                    const RetentionParameters &after) override;
    QFuture<Result<QByteArray>> timeZone(const Actor &actor) override;
    QFuture<Result<>> setTimeZone(const Actor &actor, const QByteArray &before, const QByteArray &after,
                                  std::optional<qint64> typed) override;
    QFuture<Result<RetentionForecast>> simulate(const Actor &actor, const ForecastRequest &request) override;
    QFuture<Result<QList<ForecastRow>>> forecastRows(const Actor &actor, const RetentionForecast &forecast,
                                                     qsizetype from, int limit) override;
    QFuture<Result<RetentionCalendar>> calendar(const Actor &actor, const ForecastRequest &request) override;
    QFuture<Result<>> exportForecast(const Actor &actor, const RetentionForecast &forecast,
                                     const QString &file) override;
    QFuture<Result<QList<RetentionNotice>>> notices(const Actor &actor, bool withDismissed) override;
    QFuture<Result<QList<ForecastRow>>> noticeRows(const Actor &actor, NoticeId notice, qsizetype from,
                                                   int limit) override;
    QFuture<Result<>> dismissNotice(const Actor &actor, NoticeId notice) override;
    QFuture<Result<DeletionPlan>> makePlan(const Actor &actor, ServerId server) override;
    QFuture<Result<QList<DeletionPlan>>> plans(const Actor &actor, std::optional<ServerId> server, int limit) override;
    QFuture<Result<QList<DeletionItem>>> planItems(const Actor &actor, DeletionPlanId plan, int from,
                                                   int limit) override;
    QFuture<Result<>> discardPlan(const Actor &actor, DeletionPlanId plan) override;
    QFuture<Result<>> confirmPlan(const Actor &actor, DeletionPlanId plan, std::optional<qint64> typed) override;
    QFuture<Result<>> approvePlan(const Actor &actor, DeletionPlanId plan) override;
    QFuture<Result<QList<RetentionGuard>>> guards(const Actor &actor, ServerId server) override;
    QFuture<Result<QList<TrashedRecording>>> trash(const Actor &actor, std::optional<ServerId> server, int from, int limit) override;
    QFuture<Result<QList<CertificateEntry>>> certificateList(const Actor &actor, int from, int limit) override;
    QFuture<Result<IssuedCertificate>> certificate(const Actor &actor, const QByteArray &sha256) override;

private:
    enum class Tells { Retention, Plans, Notices };
    template <typename T>
    QFuture<Result<T>> thenTold(const QFuture<Result<T>> &done, Tells tells);

    RetentionBook m_book;
};

} // namespace letopis
