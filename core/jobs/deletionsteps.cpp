// What DeletionRun does at a server's API: each step but the purge.
#include "core/jobs/deletionwork.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 defaultGraceMs = qint64(30) * 24 * 3'600'000;
} // namespace

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
    if (step.work.means == DeletionStage::Means::None) {
        const Result<DiskAbility> able = ability(step.stop);
        if (!able)
            return able.error();
        // Where the server's delete cannot be undone, it waits for the end of the grace period.
        step.work.means = able->canRestore() ? DeletionStage::Means::ServerTree : DeletionStage::Means::Unpublished;
        if (const Result<> stored = remember(step); !stored)
            return stored.error();
    }
    DeletionStage stage;
    stage.stage = DeletionStage::Stage::Trashed;
    stage.means = step.work.means;
    const bool isByTree = stage.means == DeletionStage::Means::ServerTree;
    const Result<> done = isByTree ? deleteByApi(step) : setPublished(step, false);
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
    outcome.state = isByTree ? PublicationState::Deleted : PublicationState::Unpublished;
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
