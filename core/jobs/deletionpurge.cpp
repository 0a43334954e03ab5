#include "core/jobs/deletionwork.h"
#include "core/jobs/materialsdisk.h"

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
    if (step.work.certificate.isEmpty()) {
        DeletionCertificate certificate;
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
        if (disk) {
            const Result<DiskRecording> there = disk->manifest(step.item.externalId, step.stop);
            if (!there)
                return there.error();
            certificate.removed = there->trees;
            certificate.files = there->files;
        } else {
            certificate.remains += DiskLeft{u"disk"_s, diskObstacleName(able->againstPurge)};
        }
        step.work.certificate = toJson(certificate);
        // From here on it is known what was there, however often the rest is begun.
        if (const Result<> stored = remember(step); !stored)
            return stored;
        reached("looked");
    }
    return disk ? purgeDisk(step, *disk) : Result<>();
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
    reached("purged the disk");
    const auto isBusy = [](const DiskLeft &left) { return left.why == "busy"_L1; };
    if (std::any_of(purged->left.begin(), purged->left.end(), isBusy))
        return Error{ErrorKind::ServerRefused, u"the server is about to process it"_s, step.item.externalId, {}};
    const Result<DiskRecording> after = disk.inspect(step.item.externalId, step.stop);
    if (!after)
        return after.error();
    Result<DeletionCertificate> certificate = certificateFromJson(step.work.certificate);
    if (!certificate)
        return certificate.error();
    certificate->removed = goneOf(certificate->removed, after->trees);
    certificate->remains.removeIf([](const DiskLeft &left) { return left.tree != "disk"_L1; });
    addOnce(certificate->remains, purged->left);
    for (const DiskTree &tree : after->trees) {
        const auto told = [&](const DiskLeft &left) { return left.tree == tree.tree; };
        if (std::none_of(certificate->remains.begin(), certificate->remains.end(), told))
            certificate->remains += DiskLeft{tree.tree, u"denied"_s};
    }
    const auto isServed = [](const DiskLeft &left) {
        return left.why == "denied"_L1 && (left.tree.startsWith("published/"_L1) || left.tree.startsWith("unpublished/"_L1));
    };
    if (std::any_of(certificate->remains.begin(), certificate->remains.end(), isServed))
        return Error{ErrorKind::PermissionDenied, u"the server's script could not remove all of it"_s, step.item.externalId, {}};
    step.work.certificate = toJson(*certificate);
    return remember(step);
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
        add(removed ? Result<RemovedFiles>(RemovedFiles{removed->files, removed->bytes, {}}) : Result<RemovedFiles>(removed.error()),
            u"localMaterials"_s);
    }
    step.work.certificate = toJson(*certificate);
    return remember(step);
}

} // namespace letopis
