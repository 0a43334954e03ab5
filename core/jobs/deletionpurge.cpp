#include "core/jobs/deletionwork.h"
#include "core/jobs/materialsdisk.h"
#include "core/retention/realityfinding.h"

#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int deepestMaterials = 4;

// What was there, less what still is.
QList<DiskTree> goneOf(const QList<DiskTree> &before, const QList<DiskTree> &after)
{
    QList<DiskTree> gone;
    for (DiskTree tree : before) {
        const auto left = std::find_if(after.begin(), after.end(), [&](const DiskTree &one) { return one.tree == tree.tree; });
        if (left != after.end()) {
            tree.files -= left->files;
            tree.bytes -= left->bytes;
        }
        if (left == after.end() || tree.files > 0)
            gone += tree;
    }
    return gone;
}

const DiskTree *treeIn(const QList<DiskTree> &trees, const QString &tree)
{
    const auto found = std::find_if(trees.begin(), trees.end(), [&](const DiskTree &one) { return one.tree == tree; });
    return found == trees.end() ? nullptr : &*found;
}

bool isWhole(const DiskTree &left, const QList<DiskTree> &before)
{
    const DiskTree *was = treeIn(before, left.tree);
    return was && was->files == left.files && was->bytes == left.bytes;
}

// What is still there was not removed: neither its trees nor its files.
void leaveOut(DeletionCertificate &certificate, const DiskRecording &after)
{
    QSet<QString> kept;
    for (const DiskFile &file : after.files)
        kept += file.path;
    QStringList whole;
    for (const DiskTree &tree : after.trees) {
        if (isWhole(tree, certificate.removed))
            whole += (tree.tree == "."_L1 ? certificate.externalId : tree.tree) + u'/';
    }
    certificate.files.removeIf([&](const DiskFile &file) {
        return kept.contains(file.path)
               || std::any_of(whole.begin(), whole.end(), [&](const QString &tree) { return file.path.startsWith(tree); });
    });
    certificate.removed = goneOf(certificate.removed, after.trees);
}

void addOnce(QList<DiskLeft> &remains, const QList<DiskLeft> &more)
{
    for (const DiskLeft &one : more) {
        if (!remains.contains(one))
            remains += one;
    }
}

} // namespace

Result<DeletionOutcome> DeletionRun::purge(Step &step)
{
    if (step.item.externalId.contains(u'/')) // before anything is asked for: our materials' folder would be another's
        return Error{ErrorKind::InvalidInput, u"not a full record ID"_s, step.item.externalId, {}};
    if (const Result<> removed = purgeServer(step); !removed)
        return removed.error();
    if (const Result<> removed = purgeMaterials(step); !removed)
        return removed.error();
    reached("purged the server");
    if (const Result<> removed = purgeLocal(step); !removed)
        return removed.error();
    reached("purged here");
    if (const Result<> read = readBack(step); !read) // a script may have taken it off the server's list
        return read.error();
    Result<DeletionCertificate> certificate = certificateFromJson(step.work.certificate);
    if (!certificate)
        return certificate.error();
    leaveOut(*certificate, step.work.after);
    addOnce(certificate->remains, step.work.left);
    addOnce(certificate->remains, {DiskLeft{u"catalog"_s, u"kept"_s}}); // its entry, with its history
    step.item.freedBytes = certificate->freedBytes();
    DeletionStage stage;
    stage.stage = DeletionStage::Stage::Purged;
    stage.sinceMs = toUtcMs(m_tools.deletions.now());
    stage.byLogin = m_actor.login;
    stage.planUuid = step.plan.uuid;
    DeletionOutcome outcome;
    outcome.state = step.live ? step.live->state : PublicationState::Gone;
    outcome.stage = stage;
    outcome.certificate = *certificate;
    return outcome;
}

Result<> DeletionRun::purgeServer(Step &step)
{
    if (const Result<> deleted = deleteByApi(step); !deleted)
        return deleted;
    const Result<DiskAbility> able = ability(step.stop);
    if (!able)
        return able.error();
    RecordingDisk *disk = able->canPurge() ? m_place.opened.service->recordingDisk() : nullptr;
    if (const Result<> looked = look(step, *able, disk); !looked)
        return looked;
    return disk ? purgeDisk(step, *disk) : Result<>();
}

// From here on it is known what was there, however often the rest is begun.
Result<> DeletionRun::look(Step &step, const DiskAbility &able, RecordingDisk *disk)
{
    DeletionCertificate certificate;
    if (!step.work.certificate.isEmpty()) {
        const Result<DeletionCertificate> before = certificateFromJson(step.work.certificate);
        if (!before)
            return before.error();
        certificate = *before;
        // What the first attempt removed there nobody could tell from what it left.
        if (certificate.isDiskKnown && !disk)
            return Error{ErrorKind::ServerRefused, u"the server's script was there when it was begun: "_s + diskObstacleName(able.againstPurge),
                         step.item.externalId, {}};
    }
    const bool isFirst = step.work.certificate.isEmpty() || (disk && !certificate.isDiskKnown);
    certificate.server = m_place.opened.server.name;
    certificate.host = m_place.opened.server.apiUrl.host();
    certificate.externalId = step.item.externalId;
    certificate.title = step.item.title;
    certificate.startedAtMs = step.subject.startedAtMs;
    certificate.planUuid = step.plan.uuid;
    certificate.step = deletionStepName(step.item.step);
    certificate.reason = step.item.reason;
    certificate.confirmedBy = step.plan.confirmedBy;
    certificate.approvedBy = step.plan.approvedBy;
    certificate.isDiskKnown = disk != nullptr;
    certificate.remains.clear();
    if (!disk)
        certificate.remains += DiskLeft{u"disk"_s, diskObstacleName(able.againstPurge)};
    if (disk && isFirst) {
        const Result<DiskRecording> there = disk->manifest(step.item.externalId, step.stop);
        if (!there)
            return there.error();
        certificate.removed = there->trees;
        certificate.files = there->files;
    }
    step.work.certificate = toJson(certificate);
    const Result<> stored = remember(step);
    if (stored)
        reached("looked");
    return stored;
}

// A mend rests on a comparison of any age: somebody may have brought the recording back since, or the server gone on with it.
Result<bool> DeletionRun::isStillLeftOver(const Step &step)
{
    const Result<DiskAbility> able = ability(step.stop);
    if (!able)
        return able.error();
    RealitySighting seen;
    if (step.live)
        seen.api = step.live->state;
    seen.catalog = step.subject.state;
    seen.isInTrash = step.subject.stage && step.subject.stage->stage == DeletionStage::Stage::Trashed;
    seen.isPurged = step.subject.stage && step.subject.stage->stage == DeletionStage::Stage::Purged;
    if (seen.isInTrash)
        return false;
    RecordingDisk *disk = able->canPurge() ? m_place.opened.service->recordingDisk() : nullptr;
    const Result<DiskRecording> there = disk ? disk->inspect(step.item.externalId, step.stop) : Result<DiskRecording>(DiskRecording());
    if (!there)
        return there.error().kind == ErrorKind::InvalidInput ? Result<bool>(true) : Result<bool>(there.error()); // told as an unsafe id
    for (const DiskTree &tree : there->trees)
        seen.sees(tree.tree, tree.tree.startsWith("recording/status/"_L1), tree.changedAtMs);
    const auto kind = judge(seen, disk != nullptr, toUtcMs(m_tools.deletions.now()));
    if (kind && kind != RealityKind::NotOnServer)
        return mendOf(*kind) == RealityMend::Purge;
    const bool isKnownToBeGone = step.subject.state == PublicationState::Deleted || step.subject.state == PublicationState::Gone;
    const bool isNowhere = !step.live && (seen.trees & ~quint32(RealitySighting::Events)) == 0; // our materials alone
    return (isNowhere && isKnownToBeGone) || (!disk && step.live && step.live->state == PublicationState::Deleted);
}

Result<> DeletionRun::purgeDisk(Step &step, RecordingDisk &disk)
{
    // Looking may have taken minutes.
    const Result<bool> held = waitFor(m_tools.deletions.isHeld(step.item.recording));
    if (!held)
        return held.error();
    if (*held)
        return Error{ErrorKind::PermissionDenied, u"it is held since the plan was begun"_s, step.item.externalId, {}};
    const Result<DiskRecording> purged = disk.purge(step.item.externalId, step.stop);
    if (!purged)
        return purged.error();
    step.work.removed = purged->trees;
    step.work.left = purged->left;
    reached("purged the disk");
    const auto isBusy = [](const DiskLeft &left) { return left.why == "busy"_L1; };
    if (std::any_of(purged->left.begin(), purged->left.end(), isBusy))
        return Error{ErrorKind::ServerRefused, u"the server is about to process it"_s, step.item.externalId, {}};
    const Result<DeletionCertificate> certificate = certificateFromJson(step.work.certificate);
    if (!certificate)
        return certificate.error();
    Result<DiskRecording> after = disk.inspect(step.item.externalId, step.stop);
    const auto isPart = [&](const DiskTree &tree) { return !isWhole(tree, certificate->removed); };
    if (after && std::any_of(after->trees.begin(), after->trees.end(), isPart))
        after = disk.manifest(step.item.externalId, step.stop); // which files stay
    if (!after)
        return after.error();
    step.work.after = *after;
    for (const DiskTree &tree : after->trees) {
        const auto told = [&](const DiskLeft &left) { return left.tree == tree.tree; };
        if (std::none_of(step.work.left.begin(), step.work.left.end(), told))
            step.work.left += DiskLeft{tree.tree, u"denied"_s};
    }
    const auto isServed = [](const DiskLeft &left) {
        return left.why == "denied"_L1 && (left.tree.startsWith("published/"_L1) || left.tree.startsWith("unpublished/"_L1));
    };
    if (std::any_of(step.work.left.begin(), step.work.left.end(), isServed))
        return Error{ErrorKind::PermissionDenied, u"the server's script could not remove all of it"_s, step.item.externalId, {}};
    return {};
}

// Ours were written by the account that we log in with: the same one removes them.
Result<> DeletionRun::purgeMaterials(Step &step)
{
    if (!m_place.disk)
        return {};
    Result<DeletionCertificate> certificate = certificateFromJson(step.work.certificate);
    if (!certificate)
        return certificate.error();
    const RemotePath folder = materialsBelow(*m_place.disk).child(step.item.externalId);
    const Result<> removed = removeMaterialTree(folder, 0, *certificate, step.stop);
    if (!removed && !concernsOneRecording(removed.error().kind) && removed.error().kind != ErrorKind::InvalidInput)
        return removed;
    if (!removed)
        addOnce(certificate->remains, {DiskLeft{u"materials"_s, errorKindName(removed.error().kind)}});
    step.work.certificate = toJson(*certificate);
    return remember(step);
}

Result<> DeletionRun::removeMaterialTree(const RemotePath &directory, int depth, DeletionCertificate &certificate, std::stop_token stop)
{
    FileTransport &files = *m_place.disk->files;
    const auto listed = files.list(directory, stop, 100'000);
    if (!listed)
        return listed.error().kind == ErrorKind::NotFound ? Result<>() : Result<>(listed.error());
    for (const RemoteFile &file : *listed) {
        const RemotePath path = directory.child(file.name);
        const bool isInside = file.isDirectory && depth < deepestMaterials;
        const Result<> removed =
            isInside ? removeMaterialTree(path, depth + 1, certificate, stop) : files.removeFile(path, stop);
        if (!removed && removed.error().kind != ErrorKind::NotFound)
            return removed;
        if (!isInside && removed) {
            ++certificate.materialFiles;
            certificate.materialBytes += file.sizeBytes;
        }
    }
    const Result<> removed = files.removeDirectory(directory, stop);
    return removed || removed.error().kind == ErrorKind::NotFound ? Result<>() : removed;
}

Result<> DeletionRun::purgeLocal(Step &step)
{
    Result<DeletionCertificate> certificate = certificateFromJson(step.work.certificate);
    if (!certificate)
        return certificate.error();
    const auto add = [&](const Result<RemovedFiles> &removed, const QString &what) {
        if (!removed) {
            addOnce(certificate->remains, {DiskLeft{what, errorKindName(removed.error().kind)}});
            return;
        }
        certificate->localFiles += removed->files;
        certificate->localBytes += removed->bytes;
        addOnce(certificate->remains, removed->remains);
    };
    if (m_tools.removeLocalMedia)
        add(m_tools.removeLocalMedia(m_place.opened.server, step.subject), u"localMedia"_s);
    if (m_tools.materials) {
        const auto removed = waitFor(m_tools.materials->removeContentsOf(step.item.recording));
        QList<DiskLeft> kept;
        if (removed && removed->changedCopies > 0) // somebody's work is theirs to throw away
            kept += DiskLeft{u"savedFiles"_s, u"%1 copies of materials changed by a person"_s.arg(removed->changedCopies)};
        add(removed ? Result<RemovedFiles>(RemovedFiles{removed->files, removed->bytes, kept}) : Result<RemovedFiles>(removed.error()),
            u"localMaterials"_s);
    }
    step.work.certificate = toJson(*certificate);
    return remember(step);
}

} // namespace letopis
