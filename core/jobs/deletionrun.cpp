#include "core/jobs/deletionrun.h"

#include "core/base/logging.h"
#include "core/base/turn.h"
#include "core/jobs/deletionwork.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int itemsPerBatch = 100;
constexpr qint64 defaultGraceMs = qint64(30) * 24 * 3'600'000;

bool isListed(const std::optional<RecordingSnapshot> &live)
{
    return live && live->state != PublicationState::Deleted && live->state != PublicationState::Gone;
}

bool isInProcess(const RecordingSnapshot &live)
{
    return live.state == PublicationState::Processing || live.state == PublicationState::Processed;
}

// By the catalog's own reckoning: what somebody else did to it since is a reason to look again.
bool isByRule(const DeletionReason &reason)
{
    return reason.kind == DeletionReason::Kind::Policy || reason.kind == DeletionReason::Kind::OwnDate;
}

QByteArray detailsOf(const DeletionPlan &plan, const DeletionItem &item, const QString &means)
{
    QJsonObject json{{u"plan"_s, plan.uuid},
                     {u"reason"_s, QJsonDocument::fromJson(toJson(item.reason)).object()},
                     {u"title"_s, item.title}};
    if (!means.isEmpty())
        json.insert(u"means"_s, means);
    if (!plan.confirmedBy.isEmpty())
        json.insert(u"confirmedBy"_s, plan.confirmedBy);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString tellProblem(const Error &error)
{
    return errorKindName(error.kind) + u": "_s + error.detail;
}
} // namespace

void DeletionFeed::add(ServerId server, const DeletionItem &ended)
{
    const std::lock_guard lock(m_mutex);
    m_change.server = server;
    m_change.addUpdated({ended.recording});
    if (ended.state == DeletionItem::State::Failed)
        m_report.failed.append({ended.externalId, ended.problem});
    else
        ++(ended.state == DeletionItem::State::Done ? m_report.done : m_report.skipped);
    m_report.freedBytes += std::max<qint64>(0, ended.freedBytes);
}

CatalogChange DeletionFeed::takeChange()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_change, {});
}

DeletionReport DeletionFeed::report() const
{
    const std::lock_guard lock(m_mutex);
    return m_report;
}

DeletionRun::DeletionRun(DeletionPlace place, DeletionTools tools, Actor actor, std::shared_ptr<DeletionFeed> feed)
    : m_place(std::move(place))
    , m_tools(std::move(tools))
    , m_actor(std::move(actor))
    , m_feed(std::move(feed))
{
}

void DeletionRun::reached(const char *moment) const
{
    if (m_tools.reached)
        m_tools.reached(moment);
}

Result<> DeletionRun::checkPlan(const DeletionPlan &plan) const
{
    const QString number = QString::number(plan.id.value);
    if (plan.server != m_place.opened.server.id)
        return Error{ErrorKind::InvalidInput, u"a plan of another server"_s, number, {}};
    if (plan.state == DeletionPlan::State::Finished)
        return {};
    if (plan.state != DeletionPlan::State::Confirmed)
        return Error{ErrorKind::PermissionDenied, u"nobody has confirmed this plan"_s, number, {}};
    if (plan.needsApproval && (plan.approvedBy.isEmpty() || plan.approvedBy == plan.confirmedBy))
        return Error{ErrorKind::PermissionDenied, u"a second person has to approve this plan"_s, number, {}};
    return {};
}

Result<> DeletionRun::execute(DeletionPlanId id, ProgressCounters &progress, std::stop_token stop)
{
    const auto turn = takeTurn(u"%1.delete-%2.lock"_s.arg(m_tools.deletions.databasePath(),
                                                         QString::number(m_place.opened.server.id.value)), stop);
    if (!turn)
        return turn.error();
    const Result<DeletionPlan> plan = waitFor(m_tools.deletions.plan(id));
    if (!plan)
        return plan.error();
    if (const Result<> fine = checkPlan(*plan); !fine || plan->state == DeletionPlan::State::Finished)
        return fine;
    progress.total = plan->itemCount;
    for (;;) {
        const auto items = waitFor(m_tools.deletions.unfinished(id, itemsPerBatch));
        if (!items)
            return items.error();
        if (items->empty())
            return waitFor(m_tools.deletions.finish(m_actor, id));
        for (const DeletionItem &item : *items) {
            if (stop.stop_requested())
                return Error{ErrorKind::Cancelled, {}, {}, {}};
            if (const Result<> done = executeItem(*plan, item, stop); !done)
                return done;
            ++progress.done;
        }
    }
}

Result<> DeletionRun::executeItem(const DeletionPlan &plan, const DeletionItem &item, std::stop_token stop)
{
    if (!m_isGuardAsked && item.step != DeletionStep::Restore && m_tools.guard) {
        if (const Result<> allowed = m_tools.guard(plan, item, *m_place.opened.service, stop); !allowed)
            return allowed;
        m_isGuardAsked = true;
    }
    const Result<DeletionSubject> subject = waitFor(m_tools.deletions.subject(item.recording));
    if (!subject)
        return subject.error();
    Work work;
    Step step{plan, item, *subject, {}, work, item.state == DeletionItem::State::Running, stop};
    if (const Result<> read = readBack(step); !read) {
        if (!concernsOneRecording(read.error().kind))
            return read;
        step.item.problem = tellProblem(read.error());
        return end(plan, step.item, DeletionItem::State::Failed, {});
    }
    if (!step.isResumed) {
        step.item.refusal = refusalOf(step);
        if (step.item.refusal != DeletionRefusal::None)
            return end(plan, step.item, DeletionItem::State::Skipped, {});
    }
    work.wasPublished = step.live && step.live->state == PublicationState::Published;
    reached("before begin");
    const auto begun = waitFor(m_tools.deletions.begin(plan.id, item, work.json()));
    if (!begun)
        return begun.error();
    if (begun->refusal != DeletionRefusal::None) {
        step.item.refusal = begun->refusal;
        return end(plan, step.item, DeletionItem::State::Skipped, {});
    }
    work = Work::from(begun->work);
    reached("begun");
    const Result<DeletionOutcome> outcome = perform(step);
    reached("performed");
    if (outcome)
        return end(plan, step.item, step.item.refusal == DeletionRefusal::None ? DeletionItem::State::Done : DeletionItem::State::Skipped,
                   *outcome);
    if (outcome.error().kind == ErrorKind::InvalidInput) {
        step.item.refusal = DeletionRefusal::UnsafeId;
        return end(plan, step.item, DeletionItem::State::Skipped, {});
    }
    if (!concernsOneRecording(outcome.error().kind))
        return outcome.error();
    qCWarning(logSync).noquote() << deletionStepName(item.step) << item.externalId << errorKindName(outcome.error().kind)
                                 << outcome.error().detail;
    step.item.problem = tellProblem(outcome.error());
    return end(plan, step.item, DeletionItem::State::Failed, {});
}

Result<> DeletionRun::end(const DeletionPlan &plan, DeletionItem item, DeletionItem::State state, const DeletionOutcome &outcome)
{
    item.state = state;
    const Result<DeletionItem> ended = waitFor(m_tools.deletions.end(m_actor, plan, item, outcome));
    if (!ended)
        return ended.error();
    m_feed->add(plan.server, *ended);
    reached("ended");
    return {};
}

// Before anything is begun: what the server says now, against the plan. Whether the plan's reason still holds in the catalog is asked
// in the transaction that begins the item.
DeletionRefusal DeletionRun::refusalOf(const Step &step) const
{
    const bool isInTrash = step.subject.stage && step.subject.stage->stage == DeletionStage::Stage::Trashed;
    const bool isPurged = step.subject.stage && step.subject.stage->stage == DeletionStage::Stage::Purged;
    if (step.live && isInProcess(*step.live) && step.item.reason.kind != DeletionReason::Kind::Mend)
        return DeletionRefusal::Changed;
    switch (step.item.step) {
    case DeletionStep::Unpublish:
        if (!step.live || step.live->state != PublicationState::Published)
            return DeletionRefusal::AlreadyThere;
        break;
    case DeletionStep::Trash:
        if (isInTrash || !isListed(step.live))
            return DeletionRefusal::AlreadyThere;
        // Somebody else published or unpublished it since: their reason may be one to keep it.
        if (isByRule(step.item.reason) && step.live->state != step.subject.state)
            return DeletionRefusal::Changed;
        break;
    case DeletionStep::Restore:
        if (isPurged && !step.live)
            return DeletionRefusal::Unrestorable;
        if (!isInTrash && isListed(step.live))
            return DeletionRefusal::AlreadyThere;
        break;
    case DeletionStep::Purge:
        // Brought back on the server, by somebody who did not ask us.
        if (step.item.reason.kind == DeletionReason::Kind::GraceOver && step.live
            && step.live->state == PublicationState::Published)
            return DeletionRefusal::Changed;
        break;
    }
    return DeletionRefusal::None;
}

Result<DeletionOutcome> DeletionRun::perform(Step &step)
{
    switch (step.item.step) {
    case DeletionStep::Unpublish: return unpublish(step);
    case DeletionStep::Trash: return trash(step);
    case DeletionStep::Restore: return restore(step);
    case DeletionStep::Purge: return purge(step);
    }
    return Error{ErrorKind::Internal, u"no such step"_s, {}, {}};
}

Result<> DeletionRun::readBack(Step &step)
{
    const auto found = m_place.opened.service->fetchRecordings({step.item.externalId}, step.stop);
    if (!found)
        return found.error();
    step.live.reset();
    for (const RecordingSnapshot &one : *found) {
        if (one.externalId == step.item.externalId
            && (!step.live || publicationRank(one.state) > publicationRank(step.live->state)))
            step.live = one;
    }
    return {};
}

Result<> DeletionRun::setPublished(Step &step, bool isPublished)
{
    const PublicationState wanted = isPublished ? PublicationState::Published : PublicationState::Unpublished;
    if (step.live && step.live->state == wanted)
        return {};
    if (const Result<> set = m_place.opened.service->setPublished(step.item.externalId, isPublished, step.stop); !set)
        return set;
    reached("asked the server");
    if (const Result<> read = readBack(step); !read)
        return read;
    if (step.live && step.live->state == wanted)
        return {};
    return Error{ErrorKind::ServerRefused,
                 u"the server says that it did, and still describes the recording as %1"_s.arg(
                     step.live ? publicationStateName(step.live->state) : u"gone"_s),
                 step.item.externalId, {}};
}

Result<> DeletionRun::deleteByApi(Step &step)
{
    if (!isListed(step.live) || isInProcess(*step.live))
        return {};
    const Result<> deleted = m_place.opened.service->deleteRecording(step.item.externalId, step.stop);
    if (!deleted && deleted.error().kind != ErrorKind::NotFound) // an attempt whose answer was lost has done it
        return deleted;
    reached("asked the server");
    if (const Result<> read = readBack(step); !read)
        return read;
    if (!isListed(step.live))
        return {};
    return Error{ErrorKind::ServerRefused,
                 u"the server says that it deleted the recording, and still describes it as %1"_s.arg(
                     publicationStateName(step.live->state)),
                 step.item.externalId, {}};
}

Result<DiskAbility> DeletionRun::ability(std::stop_token stop)
{
    if (m_ability)
        return *m_ability;
    RecordingDisk *disk = m_place.opened.service->recordingDisk();
    if (!disk)
        return DiskAbility{.againstRestore = DiskObstacle::NoAccount, .againstPurge = DiskObstacle::NoAccount, .detail = {},
                           .account = {}, .root = {}};
    const Result<DiskAbility> probed = disk->probe(stop);
    if (probed)
        m_ability = *probed;
    return probed;
}

Result<DeletionOutcome> DeletionRun::unpublish(Step &step)
{
    if (const Result<> done = setPublished(step, false); !done)
        return done.error();
    DeletionStage stage;
    stage.stage = DeletionStage::Stage::Unpublished;
    stage.wasPublished = true;
    stage.sinceMs = toUtcMs(m_tools.deletions.now());
    stage.byLogin = m_actor.login;
    stage.planUuid = step.plan.uuid;
    DeletionOutcome outcome;
    outcome.state = PublicationState::Unpublished;
    outcome.stage = stage;
    outcome.action = u"recording.unpublished"_s;
    outcome.details = detailsOf(step.plan, step.item, {});
    return outcome;
}

Result<DeletionOutcome> DeletionRun::trash(Step &step)
{
    const Result<DiskAbility> able = ability(step.stop);
    if (!able)
        return able.error();
    DeletionStage stage;
    stage.stage = DeletionStage::Stage::Trashed;
    // Where the server's delete cannot be undone, it waits for the end of the grace period.
    stage.means = able->canRestore() ? DeletionStage::Means::ServerTree : DeletionStage::Means::Unpublished;
    const Result<> done = able->canRestore() ? deleteByApi(step) : setPublished(step, false);
    if (!done)
        return done.error();
    stage.wasPublished = step.work.wasPublished
                         || (step.subject.stage && step.subject.stage->stage == DeletionStage::Stage::Unpublished
                             && step.subject.stage->wasPublished);
    stage.sinceMs = toUtcMs(m_tools.deletions.now());
    stage.purgeAfterMs = stage.sinceMs + (m_tools.graceMs ? m_tools.graceMs(step.plan.server) : defaultGraceMs);
    stage.byLogin = m_actor.login;
    stage.planUuid = step.plan.uuid;
    DeletionOutcome outcome;
    outcome.state = able->canRestore() ? PublicationState::Deleted : PublicationState::Unpublished;
    outcome.stage = stage;
    outcome.action = u"recording.trashed"_s;
    outcome.details = detailsOf(step.plan, step.item, deletionMeansName(stage.means));
    return outcome;
}

Result<DeletionOutcome> DeletionRun::restore(Step &step)
{
    if (!isListed(step.live)) {
        const Result<DiskAbility> able = ability(step.stop);
        if (!able)
            return able.error();
        RecordingDisk *disk = m_place.opened.service->recordingDisk();
        if (!disk || !able->canRestore()) {
            step.item.refusal = DeletionRefusal::Unrestorable;
            return DeletionOutcome{};
        }
        if (const Result<> restored = disk->restore(step.item.externalId, step.stop); !restored)
            return restored.error();
        reached("restored");
        if (const Result<> read = readBack(step); !read)
            return read.error();
        if (!isListed(step.live)) {
            step.item.refusal = DeletionRefusal::Unrestorable;
            return DeletionOutcome{};
        }
    }
    const bool shallBePublished = step.subject.stage && step.subject.stage->wasPublished;
    if (shallBePublished) {
        if (const Result<> published = setPublished(step, true); !published)
            return published.error();
    }
    DeletionOutcome outcome;
    outcome.state = step.live->state;
    outcome.clearsStage = true;
    outcome.action = u"recording.restored"_s;
    outcome.details = detailsOf(step.plan, step.item, {});
    return outcome;
}

Result<> DeletionRun::remember(const Step &step)
{
    return waitFor(m_tools.deletions.remember(step.plan.id, step.item.position, step.work.json()));
}

} // namespace letopis
