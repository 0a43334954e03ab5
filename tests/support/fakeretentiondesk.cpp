#include "tests/support/fakeretentiondesk.h"

#include "tests/support/fakeworkspace.h"

#include <QTimer>

#include <algorithm>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

namespace {
Error missing()
{
    return {ErrorKind::NotFound, u"there is no such thing"_s, {}, {}};
}

Error changed()
{
    return {ErrorKind::ContentMismatch, u"it was changed meanwhile"_s, {}, {}};
}
} // namespace

FakeRetentionDesk::FakeRetentionDesk(FakeWorkspace &workspace)
    : m_workspace(workspace)
{
    setForecast({});
}

void FakeRetentionDesk::tell(void (RetentionDesk::*signal)())
{
    QTimer::singleShot(0, this, signal);
}

void FakeRetentionDesk::setStoredPolicies(const QList<RetentionPolicy> &policies)
{
    m_policies = policies;
    for (RetentionPolicy &policy : m_policies) {
        if (!policy.id.isValid())
            policy.id = {m_nextId++};
    }
}

void FakeRetentionDesk::setForecast(const QList<ForecastRow> &rows)
{
    m_rows = rows;
    m_forecast = {};
    m_forecast.timeZone = m_zone;
    std::vector<ForecastItem> items;
    for (const ForecastRow &row : rows) {
        items.push_back(row.item);
        const qint64 size = std::max<qint64>(0, row.item.sizeBytes);
        if (row.item.policy.value != 0)
            m_forecast.policies.insert(row.item.policy, row.policyName);
        if (row.item.isHeld) {
            ++m_forecast.held;
            m_forecast.heldBytes += size;
        } else if (row.item.step == DeletionStep::Unpublish) {
            ++m_forecast.unpublished;
        } else {
            ++m_forecast.count;
            m_forecast.sizeBytes += size;
            m_forecast.unknownSizes += row.item.sizeBytes < 0 ? 1 : 0;
            m_forecast.viewedLately += row.item.wasViewedLately ? 1 : 0;
        }
    }
    m_forecast.items = std::make_shared<const std::vector<ForecastItem>>(std::move(items));
}

void FakeRetentionDesk::setServer(const ServerRetention &server)
{
    if (ServerRetention *known = this->server(server.server))
        *known = server;
    else
        m_servers += server;
}

void FakeRetentionDesk::putPlan(const DeletionPlan &plan, const QList<DeletionItem> &items)
{
    if (DeletionPlan *known = this->plan(plan.id))
        *known = plan;
    else
        m_plans.prepend(plan);
    m_items[plan.id] = items;
    tell(&RetentionDesk::plansChanged);
}

ServerRetention *FakeRetentionDesk::server(ServerId id)
{
    const auto found = std::find_if(m_servers.begin(), m_servers.end(), [id](const auto &one) { return one.server == id; });
    return found == m_servers.end() ? nullptr : &*found;
}

DeletionPlan *FakeRetentionDesk::plan(DeletionPlanId id)
{
    const auto found = std::find_if(m_plans.begin(), m_plans.end(), [id](const auto &one) { return one.id == id; });
    return found == m_plans.end() ? nullptr : &*found;
}

Result<> FakeRetentionDesk::confirmed(std::optional<qint64> typed) const
{
    if (m_forecast.count == 0 || typed == m_forecast.count)
        return {};
    return Error{ErrorKind::InvalidInput, u"the number of recordings is to be typed"_s, {},
                 ConfirmationEvidence{.expected = m_forecast.count, .typed = typed}};
}

QFuture<Result<QList<RetentionPolicy>>> FakeRetentionDesk::policies(const Actor &)
{
    return m_workspace.answer<QList<RetentionPolicy>>(u"policies"_s, [this] { return m_policies; });
}

QFuture<Result<RetentionForecast>> FakeRetentionDesk::previewPolicies(const Actor &, const QList<RetentionPolicy> &)
{
    return m_workspace.answer<RetentionForecast>(u"previewPolicies"_s, [this] { return m_forecast; });
}

QFuture<Result<>> FakeRetentionDesk::setPolicies(const Actor &, const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after,
                                                 std::optional<qint64> typed)
{
    return m_workspace.answer<void>(u"setPolicies"_s, [=, this]() -> Result<> {
        if (before != m_policies)
            return changed();
        if (!std::all_of(after.begin(), after.end(), [](const auto &policy) { return isWellFormed(policy); }))
            return Error{ErrorKind::InvalidInput, u"a policy is not well formed"_s, {}, {}};
        if (Result<> fine = confirmed(typed); !fine)
            return fine;
        setStoredPolicies(after);
        tell(&RetentionDesk::retentionChanged);
        return {};
    });
}

QFuture<Result<RetentionExplanation>> FakeRetentionDesk::decisionFor(const Actor &, RecordingId recording)
{
    return m_workspace.answer<RetentionExplanation>(u"decisionFor"_s, [=, this] {
        RetentionExplanation why = m_explanations.value(recording);
        why.own = m_owns.value(recording, why.own);
        for (const LegalHold &hold : m_holds) {
            if (hold.recording == recording)
                why.holds.prepend(hold);
        }
        why.decision.isHeld = std::any_of(why.holds.begin(), why.holds.end(), [](const LegalHold &hold) { return hold.isInForce(); });
        if (why.timeZone.isEmpty())
            why.timeZone = m_zone;
        return why;
    });
}

QFuture<Result<>> FakeRetentionDesk::setOwn(const Actor &, const QList<RecordingId> &recordings, const std::optional<OwnRetention> &before,
                                            const OwnRetention &after)
{
    return m_workspace.answer<void>(u"setOwn"_s, [=, this]() -> Result<> {
        for (const RecordingId recording : recordings) {
            if (before && *before != m_owns.value(recording, m_explanations.value(recording).own))
                return changed();
        }
        for (const RecordingId recording : recordings)
            m_owns[recording] = after;
        tell(&RetentionDesk::retentionChanged);
        return {};
    });
}

QFuture<Result<>> FakeRetentionDesk::hold(const Actor &actor, const QList<RecordingId> &recordings, const QString &reason)
{
    return m_workspace.answer<void>(u"hold"_s, [=, this]() -> Result<> {
        if (reason.trimmed().isEmpty())
            return Error{ErrorKind::InvalidInput, u"a hold has a reason"_s, {}, {}};
        for (const RecordingId recording : recordings)
            m_holds += {.id = {m_nextId++}, .recording = recording, .title = m_workspace.detailsOf(recording).row.title, .reason = reason.trimmed(),
                        .setBy = actor.login, .setAtMs = 1, .releasedBy = {}, .releasedAtMs = 0};
        tell(&RetentionDesk::retentionChanged);
        return {};
    });
}

QFuture<Result<>> FakeRetentionDesk::release(const Actor &actor, HoldId hold)
{
    return m_workspace.answer<void>(u"release"_s, [=, this]() -> Result<> {
        for (LegalHold &one : m_holds) {
            if (one.id != hold || !one.isInForce())
                continue;
            one.releasedBy = actor.login;
            one.releasedAtMs = 2;
            tell(&RetentionDesk::retentionChanged);
            return {};
        }
        return missing();
    });
}

QFuture<Result<QList<LegalHold>>> FakeRetentionDesk::holdsInForce(const Actor &, int limit)
{
    return m_workspace.answer<QList<LegalHold>>(u"holdsInForce"_s, [=, this] {
        QList<LegalHold> holds;
        for (const LegalHold &hold : m_holds) {
            if (hold.isInForce())
                holds.prepend(hold);
        }
        return holds.first(std::min<qsizetype>(limit, holds.size()));
    });
}

QFuture<Result<QList<ServerRetention>>> FakeRetentionDesk::servers(const Actor &)
{
    return m_workspace.answer<QList<ServerRetention>>(u"retentionServers"_s, [this] { return m_servers; });
}

QFuture<Result<RetentionForecast>> FakeRetentionDesk::previewActivation(const Actor &, ServerId)
{
    return m_workspace.answer<RetentionForecast>(u"previewActivation"_s, [this] { return m_forecast; });
}

QFuture<Result<>> FakeRetentionDesk::activate(const Actor &actor, ServerId id, std::optional<qint64> typed)
{
    return m_workspace.answer<void>(u"activate"_s, [=, this]() -> Result<> {
        ServerRetention *known = server(id);
        if (!known)
            return missing();
        if (Result<> fine = confirmed(typed); !fine)
            return fine;
        known->isOn = true;
        known->switchedBy = actor.login;
        tell(&RetentionDesk::retentionChanged);
        return {};
    });
}

QFuture<Result<>> FakeRetentionDesk::deactivate(const Actor &actor, ServerId id)
{
    return m_workspace.answer<void>(u"deactivate"_s, [=, this]() -> Result<> {
        ServerRetention *known = server(id);
        if (!known)
            return missing();
        known->isOn = false;
        known->switchedBy = actor.login;
        tell(&RetentionDesk::retentionChanged);
        return {};
    });
}

QFuture<Result<>> FakeRetentionDesk::setParameters(const Actor &, ServerId id, const RetentionParameters &before,
                                                   const RetentionParameters &after)
{
    return m_workspace.answer<void>(u"setParameters"_s, [=, this]() -> Result<> {
        ServerRetention *known = server(id);
        if (!known)
            return missing();
        if (known->parameters != before)
            return changed();
        if (!isWellFormed(after))
            return Error{ErrorKind::InvalidInput, u"the parameters are out of bounds"_s, {}, {}};
        known->parameters = after;
        tell(&RetentionDesk::retentionChanged);
        return {};
    });
}

QFuture<Result<QByteArray>> FakeRetentionDesk::timeZone(const Actor &)
{
    return m_workspace.answer<QByteArray>(u"timeZone"_s, [this] { return m_zone; });
}

QFuture<Result<>> FakeRetentionDesk::setTimeZone(const Actor &, const QByteArray &before, const QByteArray &after, std::optional<qint64>)
{
    return m_workspace.answer<void>(u"setTimeZone"_s, [=, this]() -> Result<> {
        if (before != m_zone)
            return changed();
        m_zone = after;
        tell(&RetentionDesk::retentionChanged);
        return {};
    });
}

QFuture<Result<RetentionForecast>> FakeRetentionDesk::simulate(const Actor &, const ForecastRequest &request)
{
    m_lastRequest = request;
    m_lastSimulated = request;
    return m_workspace.answer<RetentionForecast>(u"simulate"_s, [this, request] {
        RetentionForecast forecast = m_forecast;
        forecast.atMs = request.atMs;
        return forecast;
    });
}

QList<ForecastRow> FakeRetentionDesk::page(qsizetype from, int limit) const
{
    const qsizetype begin = std::min(std::max<qsizetype>(0, from), m_rows.size());
    return m_rows.mid(begin, limit);
}

QFuture<Result<QList<ForecastRow>>> FakeRetentionDesk::forecastRows(const Actor &, const RetentionForecast &, qsizetype from, int limit)
{
    return m_workspace.answer<QList<ForecastRow>>(u"forecastRows"_s, [=, this] { return page(from, limit); });
}

QFuture<Result<RetentionCalendar>> FakeRetentionDesk::calendar(const Actor &, const ForecastRequest &request)
{
    m_lastRequest = request;
    return m_workspace.answer<RetentionCalendar>(u"calendar"_s, [this] { return m_calendar; });
}

QFuture<Result<>> FakeRetentionDesk::exportForecast(const Actor &, const RetentionForecast &, const QString &file)
{
    return m_workspace.answer<void>(u"exportForecast"_s, [=, this]() -> Result<> {
        m_exportedTo = file;
        return {};
    });
}

QFuture<Result<QList<RetentionNotice>>> FakeRetentionDesk::notices(const Actor &, bool withDismissed)
{
    return m_workspace.answer<QList<RetentionNotice>>(u"notices"_s, [=, this] {
        QList<RetentionNotice> notices = m_notices;
        notices.removeIf([=](const RetentionNotice &notice) { return !withDismissed && !notice.dismissedBy.isEmpty(); });
        return notices;
    });
}

QFuture<Result<QList<ForecastRow>>> FakeRetentionDesk::noticeRows(const Actor &, NoticeId, qsizetype from, int limit)
{
    return m_workspace.answer<QList<ForecastRow>>(u"noticeRows"_s, [=, this] { return page(from, limit); });
}

QFuture<Result<>> FakeRetentionDesk::dismissNotice(const Actor &actor, NoticeId notice)
{
    return m_workspace.answer<void>(u"dismissNotice"_s, [=, this]() -> Result<> {
        for (RetentionNotice &one : m_notices) {
            if (one.id != notice)
                continue;
            one.dismissedBy = actor.login;
            tell(&RetentionDesk::noticesChanged);
            return {};
        }
        return missing();
    });
}

QFuture<Result<DeletionPlan>> FakeRetentionDesk::makePlan(const Actor &actor, ServerId server)
{
    return m_workspace.answer<DeletionPlan>(u"makePlan"_s, [=, this]() -> Result<DeletionPlan> {
        if (!m_guards.isEmpty())
            return Error{ErrorKind::InvalidInput, u"deletion is stopped"_s, {}, RetentionStopEvidence{m_guards}};
        if (m_forecast.count + m_forecast.unpublished == 0)
            return missing();
        DeletionPlan made;
        made.id = {m_nextId++};
        made.server = server;
        made.createdBy = actor.login;
        made.needsConfirmation = true;
        QList<DeletionItem> items;
        for (const ForecastRow &row : m_rows) {
            if (row.item.isHeld)
                continue;
            DeletionItem item;
            item.position = int(items.size()) + 1;
            item.recording = row.item.recording;
            item.externalId = row.externalId;
            item.title = row.title;
            item.step = row.item.step;
            item.reason = {.kind = row.item.reason, .policy = row.item.policy, .policyName = row.policyName};
            item.dueAtMs = row.item.dueAtMs;
            item.sizeBytes = row.item.sizeBytes;
            items += item;
        }
        made.itemCount = items.size();
        made.sizeBytes = m_forecast.sizeBytes;
        putPlan(made, items);
        return made;
    });
}

QFuture<Result<QList<DeletionPlan>>> FakeRetentionDesk::plans(const Actor &, std::optional<ServerId> server, int limit)
{
    return m_workspace.answer<QList<DeletionPlan>>(u"plans"_s, [=, this] {
        QList<DeletionPlan> plans = m_plans;
        plans.removeIf([=](const DeletionPlan &plan) { return server && plan.server != *server; });
        return plans.first(std::min<qsizetype>(limit, plans.size()));
    });
}

QFuture<Result<QList<DeletionItem>>> FakeRetentionDesk::planItems(const Actor &, DeletionPlanId plan, int from, int limit)
{
    return m_workspace.answer<QList<DeletionItem>>(u"planItems"_s, [=, this] {
        const QList<DeletionItem> items = m_items.value(plan);
        return items.mid(std::min<qsizetype>(std::max(0, from), items.size()), limit);
    });
}

QFuture<Result<>> FakeRetentionDesk::discardPlan(const Actor &, DeletionPlanId id)
{
    return m_workspace.answer<void>(u"discardPlan"_s, [=, this]() -> Result<> {
        DeletionPlan *known = plan(id);
        if (!known)
            return missing();
        known->state = DeletionPlan::State::Discarded;
        tell(&RetentionDesk::plansChanged);
        return {};
    });
}

QFuture<Result<>> FakeRetentionDesk::confirmPlan(const Actor &actor, DeletionPlanId id, std::optional<qint64> typed)
{
    return m_workspace.answer<void>(u"confirmPlan"_s, [=, this]() -> Result<> {
        DeletionPlan *known = plan(id);
        if (!known)
            return missing();
        if (typed != known->itemCount)
            return Error{ErrorKind::InvalidInput, u"the number of recordings is to be typed"_s, {},
                         ConfirmationEvidence{.expected = known->itemCount, .typed = typed}};
        known->confirmedBy = actor.login;
        known->state = known->needsApproval ? DeletionPlan::State::Proposed : DeletionPlan::State::Confirmed;
        tell(&RetentionDesk::plansChanged);
        return {};
    });
}

QFuture<Result<>> FakeRetentionDesk::approvePlan(const Actor &actor, DeletionPlanId id)
{
    return m_workspace.answer<void>(u"approvePlan"_s, [=, this]() -> Result<> {
        DeletionPlan *known = plan(id);
        if (!known)
            return missing();
        if (actor.login == known->confirmedBy || actor.login == known->createdBy)
            return Error{ErrorKind::PermissionDenied, u"another approves a plan"_s, {}, {}};
        known->approvedBy = actor.login;
        known->state = DeletionPlan::State::Confirmed;
        tell(&RetentionDesk::plansChanged);
        return {};
    });
}

QFuture<Result<QList<RetentionGuard>>> FakeRetentionDesk::guards(const Actor &, ServerId)
{
    return m_workspace.answer<QList<RetentionGuard>>(u"guards"_s, [this] { return m_guards; });
}

void FakeRetentionDesk::setTrash(const QList<TrashedRecording> &trash)
{
    m_trash = trash;
    tell(&RetentionDesk::plansChanged);
}

void FakeRetentionDesk::addCertificate(const CertificateEntry &entry, const IssuedCertificate &issued)
{
    CertificateEntry added = entry;
    added.sha256 = certificateSha256(issued.json);
    m_certificates += added;
    m_issued.insert(added.sha256, issued);
}

QFuture<Result<QList<TrashedRecording>>> FakeRetentionDesk::trash(const Actor &, std::optional<ServerId> server, int from, int limit)
{
    return m_workspace.answer<QList<TrashedRecording>>(u"trash"_s, [=, this] {
        QList<TrashedRecording> trash = m_trash;
        trash.removeIf([=](const TrashedRecording &one) { return server && one.server != *server; });
        return trash.mid(from, limit);
    });
}

QFuture<Result<QList<CertificateEntry>>> FakeRetentionDesk::certificateList(const Actor &, int from, int limit)
{
    return m_workspace.answer<QList<CertificateEntry>>(u"certificateList"_s, [=, this] { return m_certificates.mid(from, limit); });
}

QFuture<Result<IssuedCertificate>> FakeRetentionDesk::certificate(const Actor &, const QByteArray &sha256)
{
    return m_workspace.answer<IssuedCertificate>(u"certificate"_s, [=, this]() -> Result<IssuedCertificate> {
        if (!m_issued.contains(sha256))
            return missing();
        return m_issued.value(sha256);
    });
}

} // namespace letopis::test
