#include "core/jobs/deletionrun.h"

#include "core/base/logging.h"
#include "core/base/turn.h"
#include "core/jobs/deletionwork.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int itemsPerBatch = 100;

bool isBroughtBack(const std::optional<RecordingSnapshot> &live, const std::optional<DeletionStage> &stage)
{
    const bool isOnlyUnpublished = stage && stage->means == DeletionStage::Means::Unpublished;
    return isListed(live) && (live->state == PublicationState::Published || !isOnlyUnpublished);
}

// Retention took it from the public, and nothing else.
bool isToBeOpened(const std::optional<RecordingSnapshot> &live, const std::optional<DeletionStage> &stage)
{
    return stage && stage->stage == DeletionStage::Stage::Unpublished && stage->wasPublished && live
           && live->state == PublicationState::Unpublished;
}

// By the catalog's own reckoning: what somebody else did to it since is a reason to look again.
bool isByRule(const DeletionReason &reason)
{
    return reason.kind == DeletionReason::Kind::Policy || reason.kind == DeletionReason::Kind::OwnDate;
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
    if (const Result<DeletionRefusal> refusal = refusalNow(step); !refusal) {
        return refusal.error();
    } else if (*refusal != DeletionRefusal::None) {
        step.item.refusal = *refusal;
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
    return concernsOneRecording(outcome.error().kind) ? endFailed(step, outcome.error()) : outcome.error();
}

// It was begun: something may be gone, and that is told whatever became of the rest.
Result<> DeletionRun::endFailed(Step &step, const Error &error)
{
    qCWarning(logSync).noquote() << deletionStepName(step.item.step) << step.item.recording.value << errorKindName(error.kind) << error.detail;
    step.item.problem = tellProblem(error);
    QJsonObject details = QJsonDocument::fromJson(detailsOf(step.plan, step.item, {})).object();
    details.insert(u"step"_s, deletionStepName(step.item.step));
    details.insert(u"problem"_s, step.item.problem);
    QJsonArray removed;
    for (const DiskTree &tree : step.work.removed)
        removed += QJsonObject{{u"tree"_s, tree.tree}, {u"files"_s, tree.files}, {u"bytes"_s, tree.bytes}};
    if (!removed.isEmpty())
        details.insert(u"removed"_s, removed);
    DeletionOutcome outcome;
    if (step.live)
        outcome.state = step.live->state;
    outcome.action = u"deletion.itemFailed"_s;
    outcome.details = QJsonDocument(details).toJson(QJsonDocument::Compact);
    return end(step.plan, step.item, DeletionItem::State::Failed, outcome);
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

Result<DeletionRefusal> DeletionRun::refusalNow(const Step &step)
{
    const bool isMend = step.item.reason.kind == DeletionReason::Kind::Mend;
    if (isMend && isListed(step.live) && !isInProcess(*step.live)) // also where it was begun: something serves it now
        return DeletionRefusal::Changed;
    if (step.isResumed)
        return DeletionRefusal::None;
    const DeletionRefusal refusal = refusalOf(step);
    if (refusal != DeletionRefusal::None || !isMend || step.item.step != DeletionStep::Purge)
        return refusal;
    const Result<bool> isLeftOver = isStillLeftOver(step);
    if (!isLeftOver)
        return isLeftOver.error();
    return *isLeftOver ? DeletionRefusal::None : DeletionRefusal::Changed;
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
        if (!isInTrash && isListed(step.live) && !isToBeOpened(step.live, step.subject.stage))
            return DeletionRefusal::AlreadyThere;
        break;
    case DeletionStep::Purge:
        // Brought back on the server, by somebody who did not ask us.
        if (step.item.reason.kind == DeletionReason::Kind::GraceOver && isBroughtBack(step.live, step.subject.stage))
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

} // namespace letopis
