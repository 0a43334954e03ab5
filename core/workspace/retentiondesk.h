#pragma once

#include "core/domain/actor.h"
#include "core/retention/deletedrecording.h"
#include "core/retention/deletioncertificate.h"
#include "core/retention/retentionanswers.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that decides when recordings go, and lets them go. Main thread only; nothing blocks. Needs
// Capability::SetRetention where nothing else is said (on the recording, or the policy's folder, where it is about one):
// PermissionDenied with RefusalEvidence. Titles are empty where who asks cannot see the recording.
class RetentionDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Policies, in their order: of the same nearness the first counts.
    virtual QFuture<Result<QList<RetentionPolicy>>> policies(const Actor &actor) = 0;
    // What would go earlier than now, or at all, on the servers that are switched on, if these were the policies.
    virtual QFuture<Result<RetentionForecast>> previewPolicies(const Actor &actor, const QList<RetentionPolicy> &after) = 0;
    // All of them; new ones have no id. Where the preview has recordings, `typed` must be its count: InvalidInput with
    // ConfirmationEvidence. ContentMismatch: those stored are no more `before`. InvalidInput: one is not well formed.
    virtual QFuture<Result<>> setPolicies(const Actor &actor, const QList<RetentionPolicy> &before,
                                          const QList<RetentionPolicy> &after, std::optional<qint64> typed) = 0;

    // One recording. The explanation needs Capability::ViewRecording; the rest, SetRetention on the recordings.
    virtual QFuture<Result<RetentionExplanation>> decisionFor(const Actor &actor, RecordingId recording) = 0;
    // ContentMismatch: what is stored of one of them is no more `before`.
    virtual QFuture<Result<>> setOwn(const Actor &actor, const QList<RecordingId> &recordings,
                                     const std::optional<OwnRetention> &before, const OwnRetention &after) = 0;
    virtual QFuture<Result<>> hold(const Actor &actor, const QList<RecordingId> &recordings, const QString &reason) = 0;
    virtual QFuture<Result<>> release(const Actor &actor, HoldId hold) = 0; // NotFound: none that holds
    virtual QFuture<Result<QList<LegalHold>>> holdsInForce(const Actor &actor, int limit) = 0; // the newest first

    // Servers.
    virtual QFuture<Result<QList<ServerRetention>>> servers(const Actor &actor) = 0; // without those that are removed; by name
    // What would go by the stored policies, at once and in time, once the server is switched on.
    virtual QFuture<Result<RetentionForecast>> previewActivation(const Actor &actor, ServerId server) = 0;
    // InvalidInput with ConfirmationEvidence: `typed` is not the preview's count.
    virtual QFuture<Result<>> activate(const Actor &actor, ServerId server, std::optional<qint64> typed) = 0;
    virtual QFuture<Result<>> deactivate(const Actor &actor, ServerId server) = 0;
    // ContentMismatch as above.
    virtual QFuture<Result<>> setParameters(const Actor &actor, ServerId server, const RetentionParameters &before,
                                            const RetentionParameters &after) = 0;
    // Whose days the policies count: an IANA id.
    virtual QFuture<Result<QByteArray>> timeZone(const Actor &actor) = 0;
    virtual QFuture<Result<>> setTimeZone(const Actor &actor, const QByteArray &before, const QByteArray &after,
                                          std::optional<qint64> typed) = 0;

    // The simulator: changes nothing.
    virtual QFuture<Result<RetentionForecast>> simulate(const Actor &actor, const ForecastRequest &request) = 0;
    virtual QFuture<Result<QList<ForecastRow>>> forecastRows(const Actor &actor, const RetentionForecast &forecast, qsizetype from,
                                                             int limit) = 0;
    virtual QFuture<Result<RetentionCalendar>> calendar(const Actor &actor, const ForecastRequest &request) = 0; // the year from atMs
    // RFC 4180; replaces the file.
    virtual QFuture<Result<>> exportForecast(const Actor &actor, const RetentionForecast &forecast, const QString &file) = 0;

    // Warnings before recordings go.
    virtual QFuture<Result<QList<RetentionNotice>>> notices(const Actor &actor, bool withDismissed) = 0; // the newest first
    virtual QFuture<Result<QList<ForecastRow>>> noticeRows(const Actor &actor, NoticeId notice, qsizetype from, int limit) = 0;
    virtual QFuture<Result<>> dismissNotice(const Actor &actor, NoticeId notice) = 0;

    // Plans. A plan of what is due now; one that is still proposed is discarded. InvalidInput with RetentionStopEvidence: something
    // stops deletion. NotFound: nothing is due.
    virtual QFuture<Result<DeletionPlan>> makePlan(const Actor &actor, ServerId server) = 0;
    virtual QFuture<Result<QList<DeletionPlan>>> plans(const Actor &actor, std::optional<ServerId> server, int limit) = 0; // the newest first
    virtual QFuture<Result<QList<DeletionItem>>> planItems(const Actor &actor, DeletionPlanId plan, int from, int limit) = 0;
    virtual QFuture<Result<>> discardPlan(const Actor &actor, DeletionPlanId plan) = 0; // proposed, or confirmed and not begun; InvalidInput
    // InvalidInput with ConfirmationEvidence: `typed` is not the number of items.
    virtual QFuture<Result<>> confirmPlan(const Actor &actor, DeletionPlanId plan, std::optional<qint64> typed) = 0;
    virtual QFuture<Result<>> approvePlan(const Actor &actor, DeletionPlanId plan) = 0; // another than who proposed and confirmed it
    // What stops deletion on this server now, as far as it is known without asking it.
    virtual QFuture<Result<QList<RetentionGuard>>> guards(const Actor &actor, ServerId server) = 0;

    // What went. The trash: the soonest to go for good first; certificates: the newest first.
    virtual QFuture<Result<QList<TrashedRecording>>> trash(const Actor &actor, std::optional<ServerId> server, int from, int limit) = 0;
    virtual QFuture<Result<QList<CertificateEntry>>> certificateList(const Actor &actor, int from, int limit) = 0;
    // By the SHA-256 of its content. NotFound. Its event is empty where the journal holds it no more.
    virtual QFuture<Result<IssuedCertificate>> certificate(const Actor &actor, const QByteArray &sha256) = 0;

Q_SIGNALS:
    void retentionChanged(); // policies, holds, switches
    void plansChanged();     // also items that ended
    void noticesChanged();
};

} // namespace letopis
