#pragma once

#include "core/workspace/retentiondesk.h"

namespace letopis::test {

class FakeWorkspace;

// Retention in memory, for windows. Policies, choices, holds, switches and plans are kept and confirmed as the real one does; what
// would go is what a test puts. Calls may be scripted to fail under their own names: "setPolicies", "activate", "simulate" ….
class FakeRetentionDesk final : public RetentionDesk
{
    Q_OBJECT

public:
    explicit FakeRetentionDesk(FakeWorkspace &workspace);

    // Scripts.
    void setStoredPolicies(const QList<RetentionPolicy> &policies);
    QList<RetentionPolicy> storedPolicies() const { return m_policies; }
    void setForecast(const QList<ForecastRow> &rows);   // of every preview and simulation; sums are computed
    void setCalendar(const RetentionCalendar &calendar) { m_calendar = calendar; }
    void setExplanation(RecordingId recording, const RetentionExplanation &why) { m_explanations[recording] = why; }
    void setServer(const ServerRetention &server); // adds or replaces
    void setNotices(const QList<RetentionNotice> &notices) { m_notices = notices; }
    void putPlan(const DeletionPlan &plan, const QList<DeletionItem> &items); // adds or replaces, by its id
    void setGuards(const QList<RetentionGuard> &guards) { m_guards = guards; } // makePlan() then stops
    void setTrash(const QList<TrashedRecording> &trash); // says plansChanged(), as what fills it does
    void addCertificate(const CertificateEntry &entry, const IssuedCertificate &issued); // the newest first; the key is the content's sum
    QList<LegalHold> allHolds() const { return m_holds; }
    OwnRetention ownOf(RecordingId recording) const { return m_owns.value(recording); }
    ForecastRequest lastRequest() const { return m_lastRequest; } // of both
    ForecastRequest lastSimulated() const { return m_lastSimulated; }
    QString exportedTo() const { return m_exportedTo; }
    void announce() { Q_EMIT retentionChanged(); }

    QFuture<Result<QList<RetentionPolicy>>> policies(const Actor &actor) override;
    QFuture<Result<RetentionForecast>> previewPolicies(const Actor &actor, const QList<RetentionPolicy> &after) override;
    QFuture<Result<>> setPolicies(const Actor &actor, const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after,
                                  std::optional<qint64> typed) override;
    QFuture<Result<RetentionExplanation>> decisionFor(const Actor &actor, RecordingId recording) override;
    QFuture<Result<>> setOwn(const Actor &actor, const QList<RecordingId> &recordings, const std::optional<OwnRetention> &before,
                             const OwnRetention &after) override;
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
    QFuture<Result<QList<ForecastRow>>> forecastRows(const Actor &actor, const RetentionForecast &forecast, qsizetype from,
                                                     int limit) override;
    QFuture<Result<RetentionCalendar>> calendar(const Actor &actor, const ForecastRequest &request) override;
    QFuture<Result<>> exportForecast(const Actor &actor, const RetentionForecast &forecast, const QString &file) override;
    QFuture<Result<QList<RetentionNotice>>> notices(const Actor &actor, bool withDismissed) override;
    QFuture<Result<QList<ForecastRow>>> noticeRows(const Actor &actor, NoticeId notice, qsizetype from, int limit) override;
    QFuture<Result<>> dismissNotice(const Actor &actor, NoticeId notice) override;
    QFuture<Result<DeletionPlan>> makePlan(const Actor &actor, ServerId server) override;
    QFuture<Result<QList<DeletionPlan>>> plans(const Actor &actor, std::optional<ServerId> server, int limit) override;
    QFuture<Result<QList<DeletionItem>>> planItems(const Actor &actor, DeletionPlanId plan, int from, int limit) override;
    QFuture<Result<>> discardPlan(const Actor &actor, DeletionPlanId plan) override;
    QFuture<Result<>> confirmPlan(const Actor &actor, DeletionPlanId plan, std::optional<qint64> typed) override;
    QFuture<Result<>> approvePlan(const Actor &actor, DeletionPlanId plan) override;
    QFuture<Result<QList<RetentionGuard>>> guards(const Actor &actor, ServerId server) override;
    QFuture<Result<QList<TrashedRecording>>> trash(const Actor &actor, std::optional<ServerId> server, int from, int limit) override;
    QFuture<Result<QList<CertificateEntry>>> certificateList(const Actor &actor, int from, int limit) override;
    QFuture<Result<IssuedCertificate>> certificate(const Actor &actor, const QByteArray &sha256) override;

private:
    Result<> confirmed(std::optional<qint64> typed) const;
    ServerRetention *server(ServerId id);
    DeletionPlan *plan(DeletionPlanId id);
    QList<ForecastRow> page(qsizetype from, int limit) const;
    void tell(void (RetentionDesk::*signal)()); // later, as the real one does

    FakeWorkspace &m_workspace;
    QList<RetentionPolicy> m_policies;
    QList<ForecastRow> m_rows;
    RetentionForecast m_forecast;
    RetentionCalendar m_calendar;
    QHash<RecordingId, RetentionExplanation> m_explanations;
    QHash<RecordingId, OwnRetention> m_owns;
    QList<LegalHold> m_holds;
    QList<ServerRetention> m_servers;
    QList<RetentionNotice> m_notices;
    QList<DeletionPlan> m_plans;
    QHash<DeletionPlanId, QList<DeletionItem>> m_items;
    QList<RetentionGuard> m_guards;
    QList<TrashedRecording> m_trash;
    QList<CertificateEntry> m_certificates;
    QHash<QByteArray, IssuedCertificate> m_issued;
    QByteArray m_zone = "Europe/Moscow";
    ForecastRequest m_lastRequest;
    ForecastRequest m_lastSimulated;
    QString m_exportedTo;
    qint64 m_nextId = 1;
};

} // namespace letopis::test
