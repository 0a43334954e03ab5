#include "core/jobs/materialsrun.h"

#include "core/jobs/materialsreader.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int materialsPerBatch = 20;
constexpr int attemptsAtDescription = 5;

Error cancelled()
{
    return {ErrorKind::Cancelled, {}, {}, {}};
}

Error tooManyVersions(qsizetype count, const QString &name)
{
    return {ErrorKind::TooLarge, u"%1 versions of all who added some; 100 are the most"_s.arg(count), name, {}};
}

// What was not taken in for being too much is not to be written away either.
Result<> checkKnown(const Material &material, const MaterialDescription &theirs)
{
    const auto unknown = std::count_if(theirs.versions.begin(), theirs.versions.end(), [&](const MaterialVersion &one) {
        return std::none_of(material.versions.begin(), material.versions.end(),
                            [&](const MaterialVersion &ours) { return isSameVersion(one, ours); });
    });
    return unknown == 0 ? Result<>() : Result<>(tooManyVersions(material.versions.size() + unknown, material.name));
}
} // namespace

void MaterialsFeed::add(RecordingId recording)
{
    const std::lock_guard lock(m_mutex);
    if (!m_recordings.contains(recording))
        m_recordings.append(recording);
}

QList<RecordingId> MaterialsFeed::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_recordings, {});
}

MaterialsRun::MaterialsRun(OpenedDisk opened, MaterialRepository materials, Actor actor, std::shared_ptr<MaterialsFeed> feed)
    : m_disk(std::move(opened))
    , m_materials(std::move(materials))
    , m_actor(std::move(actor))
    , m_feed(std::move(feed))
{
}

Result<> MaterialsRun::exchange(MaterialsScope scope, ProgressCounters &progress, std::stop_token stop)
{
    m_hasGoneThrough = false;
    const auto turn = m_materials.store().lock(u"exchange-%1"_s.arg(m_disk.server().value), stop);
    if (!turn)
        return turn.error();
    m_problems = {};
    if (scope == MaterialsScope::Everything) {
        MaterialsReader reader(m_disk, m_materials, m_actor, *m_feed, m_problems);
        if (const Result<> read = reader.read(progress, stop); !read)
            return read;
        m_materials.store().sweep(stop);
    }
    if (const Result<> pushed = pushWaiting(progress, stop); !pushed)
        return pushed;
    m_hasGoneThrough = true;
    return m_problems.first() ? Result<>(*m_problems.first()) : Result<>();
}

Result<> MaterialsRun::pushWaiting(ProgressCounters &progress, std::stop_token stop)
{
    MaterialId after;
    for (;;) {
        const auto due = waitFor(m_materials.due(m_disk.server(), after, materialsPerBatch));
        if (!due)
            return due.error();
        if (due->isEmpty())
            return {};
        for (const StoredMaterial &one : *due) {
            if (stop.stop_requested())
                return cancelled();
            after = one.material.id;
            const Result<> pushed = push(one, progress, stop);
            m_feed->add(one.place.recording);
            if (!pushed && isAboutOneMaterial(pushed.error().kind)) {
                if (const Result<> later = waitFor(m_materials.postpone(after, pushed.error().detail)); !later)
                    return later;
            }
            if (const Result<> noted = m_problems.note(pushed, one.place.externalId); !noted)
                return noted;
        }
    }
}

Result<> MaterialsRun::push(const StoredMaterial &due, ProgressCounters &progress, std::stop_token stop)
{
    if (!isPlainName(due.place.externalId))
        return Error{ErrorKind::InvalidInput, u"the recording's id cannot be a directory"_s, due.place.externalId, {}};
    if (const Result<> made = m_disk.files().makeDirectories(m_disk.folderOf(due.place), stop); !made)
        return made;
    if (const Result<> uploaded = uploadContents(due, progress, stop); !uploaded)
        return uploaded;
    for (int attempt = 0; attempt < attemptsAtDescription; ++attempt) {
        const Result<bool> described = describe(due.material.id, stop);
        if (!described)
            return described.error();
        if (*described)
            return checkComplete(due.material.id);
    }
    return Error{ErrorKind::AlreadyExists, u"others keep writing its description"_s, due.material.name, {}};
}

// One that was added meanwhile has its turn; one that is neither here nor there is said, now that everything else is written.
Result<> MaterialsRun::checkComplete(MaterialId id)
{
    const Result<StoredMaterial> now = waitFor(m_materials.stored(id));
    if (!now)
        return now.error();
    for (const MaterialVersion &version : now->material.versions) {
        if (!version.isOnServer && !m_materials.store().has(version.sha256, version.sizeBytes))
            return Error{ErrorKind::NotFound, u"version %1 is neither here nor on the server"_s.arg(version.number),
                         now->material.name, {}};
    }
    return {};
}

Result<> MaterialsRun::uploadContents(const StoredMaterial &due, ProgressCounters &progress, std::stop_token stop)
{
    for (const MaterialVersion &version : due.material.versions) {
        if (version.isOnServer)
            continue;
        if (!m_materials.store().has(version.sha256, version.sizeBytes)) {
            const Result<bool> isThere = m_disk.hasContent(due, version, stop);
            if (!isThere)
                return isThere.error();
            if (!*isThere)
                continue;
        } else if (const Result<> uploaded = upload(due, version, progress, stop); !uploaded) {
            return uploaded;
        }
        if (const Result<> marked = waitFor(m_materials.markOnServer(due.material.id, version)); !marked)
            return marked;
        m_feed->add(due.place.recording);
    }
    return {};
}

Result<> MaterialsRun::upload(const StoredMaterial &due, const MaterialVersion &version, ProgressCounters &progress,
                              std::stop_token stop)
{
    const RemotePath target = m_disk.contentOf(due, version);
    UploadRequest request;
    request.localPath = m_materials.store().pathOf(version.sha256);
    request.remotePath = target;
    request.partId = partIdOf(version);
    request.existing = Existing::Keep;
    request.expectedSha256 = version.sha256;
    Result<Transferred> sent = m_disk.files().upload(request, progress, stop);
    if (!sent && sent.error().kind == ErrorKind::AlreadyExists) {
        // Its name says what it holds, and only what was verified gets that name: of an earlier attempt, or of another profile.
        const Result<RemoteFile> there = m_disk.files().stat(target, stop);
        if (!there)
            return there.error();
        if (there->isRegularFile && there->sizeBytes == version.sizeBytes)
            return {};
        request.existing = Existing::Replace;
        sent = m_disk.files().upload(request, progress, stop);
    }
    return sent ? Result<>() : Result<>(sent.error());
}

Result<bool> MaterialsRun::describe(MaterialId id, std::stop_token stop)
{
    Result<StoredMaterial> stored = waitFor(m_materials.stored(id));
    if (!stored)
        return stored.error();
    const Result<MaterialsDisk::Said> said = m_disk.read(stored->place, stored->material.uuid, stop);
    if (!said)
        return said.error();
    if (said->description) {
        const auto absorbed = waitFor(m_materials.absorb(m_actor, stored->place, *said->description));
        if (!absorbed)
            return absorbed.error();
        stored = absorbed->stored;
        if (const Result<> complete = checkKnown(stored->material, *said->description); !complete)
            return complete.error();
    }
    const MaterialDescription wanted = stored->wanted();
    if (wanted.versions.isEmpty())
        return true; // a version is still to be uploaded
    if (said->description != wanted) {
        const Result<> written = write(*stored, wanted, said->isThere ? Existing::Replace : Existing::Keep, stop);
        if (!written && written.error().kind == ErrorKind::AlreadyExists && !said->isThere)
            return false;
        if (!written)
            return written.error();
    } else if (stored->base == wanted && !stored->sent) {
        return true;
    }
    const Result<> settled = waitFor(m_materials.settle(id, wanted));
    return settled ? Result<bool>(true) : Result<bool>(settled.error());
}

// Never what nobody could read.
Result<> MaterialsRun::write(const StoredMaterial &stored, const MaterialDescription &wanted, Existing existing,
                             std::stop_token stop)
{
    const QByteArray json = toJson(wanted);
    if (wanted.versions.size() > mostMaterialVersions)
        return tooManyVersions(wanted.versions.size(), stored.material.name);
    if (json.size() > mostDescriptionBytes)
        return Error{ErrorKind::TooLarge, u"the description is too large"_s, stored.material.name, {}};
    // From here on it may be there, whatever becomes of the answer.
    if (const Result<> expected = waitFor(m_materials.expect(stored.material.id, wanted)); !expected)
        return expected;
    return m_disk.files().writeAll(m_disk.folderOf(stored.place).child(descriptionFileName(wanted.uuid)), json, existing, stop);
}

Result<> MaterialsRun::fetch(const StoredMaterial &stored, const MaterialVersion &version, ProgressCounters &progress,
                             std::stop_token stop)
{
    if (!isPlainName(stored.place.externalId))
        return Error{ErrorKind::InvalidInput, u"the recording's id cannot be a directory"_s, stored.place.externalId, {}};
    const FileStore &store = m_materials.store();
    // Two that want the same content would write one part.
    const auto turn = store.lock(u"fetch-"_s + QString::fromLatin1(version.sha256.toHex().left(16)), stop);
    if (!turn)
        return turn.error();
    if (!store.has(version.sha256, version.sizeBytes)) {
        const Result<QString> path = store.pathFor(version.sha256);
        if (!path)
            return path.error();
        const Result<Transferred> fetched = m_disk.files().download({.remotePath = m_disk.contentOf(stored, version),
                                                                      .localPath = *path,
                                                                      .expectedSize = version.sizeBytes,
                                                                      .resume = true,
                                                                      .expectedSha256 = version.sha256},
                                                                     progress, stop);
        if (!fetched)
            return fetched.error();
        store.protect(version.sha256);
    }
    m_feed->add(stored.place.recording);
    return waitFor(m_materials.markLocal(version.sha256, true));
}

} // namespace letopis
