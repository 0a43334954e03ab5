#include "core/jobs/materialsrun.h"

#include "core/base/logging.h"

#include <QCryptographicHash>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostFolders = 200'000;      // recordings of one server
constexpr int mostFilesInFolder = 50'000; // of one recording, with parts of broken uploads
constexpr qsizetype mostDescriptions = 2000;
constexpr int materialsPerBatch = 20;
constexpr int attemptsAtDescription = 5;

// Errors that are about one material or recording; the others go on all the same. Anything else is about the line, the account
// or the catalog.
bool concernsOne(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ServerRefused:
    case ErrorKind::BadAnswer:
    case ErrorKind::NotFound:
    case ErrorKind::PermissionDenied:
    case ErrorKind::AlreadyExists:
    case ErrorKind::InvalidInput:
    case ErrorKind::TooLarge:
    case ErrorKind::DiskFull:
    case ErrorKind::ContentMismatch:
    case ErrorKind::Unsupported:
        return true;
    default:
        return false;
    }
}

Error cancelled()
{
    return {ErrorKind::Cancelled, {}, {}, {}};
}

// The same for every attempt at one upload, another for each profile that adds the same content.
QString partIdOf(const MaterialVersion &version)
{
    const QByteArray who = version.addedBy.toUtf8() + '\n' + QByteArray::number(version.addedAt.toMSecsSinceEpoch());
    return QString::fromLatin1(QCryptographicHash::hash(who, QCryptographicHash::Sha256).toHex().left(16));
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

RemotePath materialsBelow(const OpenedDisk &disk)
{
    return disk.materialsRoot.isEmpty() ? RemotePath(disk.server.dataRoot, u"letopis"_s) : RemotePath(disk.materialsRoot, {});
}

MaterialsRun::MaterialsRun(OpenedDisk opened, MaterialRepository materials, Actor actor, std::shared_ptr<MaterialsFeed> feed)
    : m_opened(std::move(opened))
    , m_materials(std::move(materials))
    , m_actor(std::move(actor))
    , m_feed(std::move(feed))
{
}

RemotePath MaterialsRun::folderOf(const MaterialPlace &place) const
{
    return materialsBelow(m_opened).child(place.externalId).child(u"materials"_s);
}

Result<> MaterialsRun::exchange(MaterialsScope scope, ProgressCounters &progress, std::stop_token stop)
{
    const auto turn = m_materials.store().lock(u"exchange-%1"_s.arg(m_opened.server.id.value), stop);
    if (!turn)
        return turn.error();
    m_problem.reset();
    if (scope == MaterialsScope::Everything) {
        if (const Result<> read = readServer(progress, stop); !read)
            return read;
    }
    if (const Result<> pushed = pushWaiting(progress, stop); !pushed)
        return pushed;
    return m_problem ? Result<>(*m_problem) : Result<>();
}

// An error about one thing is remembered and does no more harm.
Result<> MaterialsRun::note(const Result<> &done, const QString &subject)
{
    if (done || !concernsOne(done.error().kind))
        return done;
    qCWarning(logSync).noquote() << "materials of" << subject << errorKindName(done.error().kind) << done.error().detail;
    if (!m_problem)
        m_problem = done.error();
    return {};
}

Result<> MaterialsRun::readServer(ProgressCounters &progress, std::stop_token stop)
{
    const Result<QList<MaterialPlace>> all = places(stop);
    if (!all)
        return all.error();
    progress.unit = ProgressUnit::Items;
    progress.done = 0;
    progress.total = all->size();
    for (const MaterialPlace &place : *all) {
        if (stop.stop_requested())
            return cancelled();
        if (const Result<> read = note(readFolder(place, stop), place.externalId); !read)
            return read;
        ++progress.done;
    }
    return {};
}

// The recordings of the catalog that have a directory there.
Result<QList<MaterialPlace>> MaterialsRun::places(std::stop_token stop)
{
    const Result<QList<RemoteFile>> entries = m_opened.files->list(materialsBelow(m_opened), stop, mostFolders);
    if (!entries && entries.error().kind == ErrorKind::NotFound)
        return QList<MaterialPlace>();
    if (!entries)
        return entries.error();
    QStringList names;
    for (const RemoteFile &entry : *entries) {
        if (entry.isDirectory && isPlainName(entry.name))
            names += entry.name;
    }
    return waitFor(m_materials.placesNamed(m_opened.server.id, names));
}

Result<> MaterialsRun::readFolder(const MaterialPlace &place, std::stop_token stop)
{
    const Result<QList<RemoteFile>> entries = m_opened.files->list(folderOf(place), stop, mostFilesInFolder);
    if (!entries && entries.error().kind == ErrorKind::NotFound)
        return {};
    if (!entries)
        return entries.error();
    QStringList uuids;
    for (const RemoteFile &entry : *entries) {
        const QString uuid = entry.isRegularFile ? uuidOfDescription(entry.name) : QString();
        if (!uuid.isEmpty())
            uuids += uuid;
    }
    if (uuids.size() > mostDescriptions)
        return Error{ErrorKind::TooLarge, u"%1 materials"_s.arg(uuids.size()), place.externalId, {}};
    const auto known = waitFor(m_materials.stored(place.recording));
    if (!known)
        return known.error();
    QStringList lost;
    QHash<QString, MaterialId> agreed; // both sides had agreed on their descriptions
    for (const StoredMaterial &one : *known) {
        if (!one.base)
            continue;
        agreed.insert(one.material.uuid, one.material.id);
        if (!uuids.contains(one.material.uuid))
            lost += one.material.uuid;
    }
    for (const QString &uuid : uuids) {
        if (const Result<> read = readDescription(place, uuid, agreed.contains(uuid), lost, stop); !read)
            return read;
    }
    for (const QString &uuid : lost) { // what this profile has of it is written again
        if (const Result<> forgotten = waitFor(m_materials.forgetBase(agreed.value(uuid))); !forgotten)
            return forgotten;
    }
    return {};
}

Result<> MaterialsRun::readDescription(const MaterialPlace &place, const QString &uuid, bool isKnown, QStringList &lost,
                                       std::stop_token stop)
{
    const Result<Said> said = read(place, uuid, stop);
    if (!said)
        return note(said.error(), uuid);
    if (!said->description && isKnown)
        lost += uuid;
    else if (!said->description && said->isThere)
        return note(Error{ErrorKind::BadAnswer, u"a description that cannot be read"_s, uuid, {}}, uuid);
    if (!said->description)
        return {};
    const auto absorbed = waitFor(m_materials.absorb(m_actor, place, *said->description));
    if (!absorbed)
        return absorbed.error();
    if (absorbed->isChanged)
        m_feed->add(place.recording);
    return {};
}

Result<MaterialsRun::Said> MaterialsRun::read(const MaterialPlace &place, const QString &uuid, std::stop_token stop)
{
    const Result<QByteArray> json =
        m_opened.files->readAll(folderOf(place).child(descriptionFileName(uuid)), mostDescriptionBytes, stop);
    if (!json && json.error().kind == ErrorKind::NotFound)
        return Said{};
    if (!json && json.error().kind == ErrorKind::TooLarge)
        return Said{.isThere = true, .description = {}};
    if (!json)
        return json.error();
    const Result<MaterialDescription> description = descriptionFromJson(*json, uuid);
    if (description)
        return Said{.isThere = true, .description = *description};
    if (description.error().kind == ErrorKind::Unsupported)
        return description.error(); // a newer Letopis wrote it
    qCWarning(logSync).noquote() << "unreadable description" << uuid << description.error().detail;
    return Said{.isThere = true, .description = {}};
}

Result<> MaterialsRun::pushWaiting(ProgressCounters &progress, std::stop_token stop)
{
    MaterialId after;
    for (;;) {
        const auto due = waitFor(m_materials.due(m_opened.server.id, after, materialsPerBatch));
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
            if (!pushed && concernsOne(pushed.error().kind)) {
                if (const Result<> later = waitFor(m_materials.postpone(after, pushed.error().detail)); !later)
                    return later;
            }
            if (const Result<> noted = note(pushed, one.place.externalId); !noted)
                return noted;
        }
    }
}

Result<> MaterialsRun::push(const StoredMaterial &due, ProgressCounters &progress, std::stop_token stop)
{
    if (!isPlainName(due.place.externalId))
        return Error{ErrorKind::InvalidInput, u"the recording's id cannot be a directory"_s, due.place.externalId, {}};
    if (const Result<> made = m_opened.files->makeDirectories(folderOf(due.place), stop); !made)
        return made;
    if (const Result<> uploaded = uploadContents(due, progress, stop); !uploaded)
        return uploaded;
    for (int attempt = 0; attempt < attemptsAtDescription; ++attempt) {
        const Result<bool> described = describe(due.material.id, stop);
        if (!described)
            return described.error();
        if (*described)
            return {};
    }
    return Error{ErrorKind::AlreadyExists, u"others keep writing its description"_s, due.material.name, {}};
}

Result<> MaterialsRun::uploadContents(const StoredMaterial &due, ProgressCounters &progress, std::stop_token stop)
{
    for (const MaterialVersion &version : due.material.versions) {
        if (version.isOnServer)
            continue;
        if (const Result<> uploaded = upload(due, version, progress, stop); !uploaded)
            return uploaded;
        if (const Result<> marked = waitFor(m_materials.markOnServer(due.material.id, version)); !marked)
            return marked;
        m_feed->add(due.place.recording);
    }
    return {};
}

Result<> MaterialsRun::upload(const StoredMaterial &due, const MaterialVersion &version, ProgressCounters &progress,
                              std::stop_token stop)
{
    const FileStore &store = m_materials.store();
    if (!store.has(version.sha256, version.sizeBytes))
        return Error{ErrorKind::NotFound, u"the copy in this profile is gone"_s, version.fileName, {}};
    const RemotePath target = folderOf(due.place).child(contentFileName(due.material.uuid, version.sha256));
    UploadRequest request;
    request.localPath = store.pathOf(version.sha256);
    request.remotePath = target;
    request.partId = partIdOf(version);
    request.existing = Existing::Keep;
    request.expectedSha256 = version.sha256;
    Result<Transferred> sent = m_opened.files->upload(request, progress, stop);
    if (!sent && sent.error().kind == ErrorKind::AlreadyExists) {
        // Its name says what it holds, and only what was verified gets that name: of an earlier attempt, or of another profile.
        const Result<RemoteFile> there = m_opened.files->stat(target, stop);
        if (!there)
            return there.error();
        if (there->isRegularFile && there->sizeBytes == version.sizeBytes)
            return {};
        request.existing = Existing::Replace;
        sent = m_opened.files->upload(request, progress, stop);
    }
    return sent ? Result<>() : Result<>(sent.error());
}

Result<bool> MaterialsRun::describe(MaterialId id, std::stop_token stop)
{
    Result<StoredMaterial> stored = waitFor(m_materials.stored(id));
    if (!stored)
        return stored.error();
    const Result<Said> said = read(stored->place, stored->material.uuid, stop);
    if (!said)
        return said.error();
    if (said->description) {
        const auto absorbed = waitFor(m_materials.absorb(m_actor, stored->place, *said->description));
        if (!absorbed)
            return absorbed.error();
        stored = absorbed->stored;
    }
    const MaterialDescription wanted = stored->wanted();
    if (wanted.versions.isEmpty())
        return true; // a version was added meanwhile and is still to be uploaded
    if (said->description != wanted) {
        const QByteArray json = toJson(wanted);
        if (json.size() > mostDescriptionBytes)
            return Error{ErrorKind::TooLarge, u"the description is too large"_s, stored->material.name, {}};
        const Result<> written = m_opened.files->writeAll(folderOf(stored->place).child(descriptionFileName(wanted.uuid)), json,
                                                          said->isThere ? Existing::Replace : Existing::Keep, stop);
        if (!written && written.error().kind == ErrorKind::AlreadyExists && !said->isThere)
            return false;
        if (!written)
            return written.error();
    }
    const Result<> settled = waitFor(m_materials.settle(id, wanted));
    return settled ? Result<bool>(true) : Result<bool>(settled.error());
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
        const RemotePath source = folderOf(stored.place).child(contentFileName(stored.material.uuid, version.sha256));
        const Result<Transferred> fetched = m_opened.files->download({.remotePath = source,
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
