#include "core/jobs/materialsreader.h"

#include "core/base/logging.h"
#include "core/jobs/materialsrun.h"

#include <QUuid>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostFolders = 200'000;      // recordings of one server
constexpr int mostFilesInFolder = 50'000; // of one recording, with parts of broken uploads
constexpr qsizetype mostDescriptions = 2000;
// An upload that is cut goes on within hours. One that was not touched for so long was given up.
constexpr qint64 partsKeptSeconds = 7 * 24 * 60 * 60;

Error cancelled()
{
    return {ErrorKind::Cancelled, {}, {}, {}};
}
} // namespace

Result<> MaterialsReader::read(ProgressCounters &progress, std::stop_token stop)
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
        if (const Result<> read = m_problems.note(readFolder(place, stop), place.externalId); !read)
            return read;
        ++progress.done;
    }
    return {};
}

// The recordings of the catalog that have a directory there, and those that had one.
Result<QList<MaterialPlace>> MaterialsReader::places(std::stop_token stop)
{
    const Result<QList<RemoteFile>> entries = m_disk.files().list(m_disk.root(), stop, mostFolders);
    if (!entries && entries.error().kind != ErrorKind::NotFound)
        return entries.error();
    QStringList names;
    for (const RemoteFile &entry : entries.value_or({})) {
        if (entry.isDirectory && isPlainName(entry.name))
            names += entry.name;
    }
    const auto here = waitFor(m_materials.placesNamed(m_disk.server(), names));
    const auto remembered = waitFor(m_materials.placesOnServer(m_disk.server()));
    if (!here || !remembered)
        return here ? remembered.error() : here.error();
    QList<MaterialPlace> all = *here;
    const QSet<QString> found(names.begin(), names.end());
    for (const MaterialPlace &place : *remembered) {
        if (!found.contains(place.externalId) && isPlainName(place.externalId))
            all += place;
    }
    if (all.size() > here->size() && (!entries || entries->isEmpty())) {
        const Result<> mounted = m_disk.checkMounted(stop);
        if (!mounted && !m_disk.isElsewhere())
            return mounted.error();
        if (!mounted) { // or new: what is added now goes there, and what was elsewhere follows at the next exchange
            if (const Result<> noted = m_problems.note(mounted, m_disk.root().path); !noted)
                return noted.error();
            return *here;
        }
    }
    return all;
}

Result<> MaterialsReader::readFolder(const MaterialPlace &place, std::stop_token stop)
{
    const Result<QList<RemoteFile>> entries = m_disk.files().list(m_disk.folderOf(place), stop, mostFilesInFolder);
    if (!entries && entries.error().kind != ErrorKind::NotFound)
        return entries.error();
    Folder folder{place, {}, {}};
    QStringList uuids;
    for (const RemoteFile &entry : entries.value_or({})) {
        if (!entry.isRegularFile)
            continue;
        folder.sizes.insert(entry.name, entry.sizeBytes);
        if (const QString uuid = uuidOfDescription(entry.name); !uuid.isEmpty())
            uuids += uuid;
    }
    if (uuids.size() > mostDescriptions)
        return Error{ErrorKind::TooLarge, u"%1 materials"_s.arg(uuids.size()), place.externalId, {}};
    const auto known = waitFor(m_materials.stored(place.recording));
    if (!known)
        return known.error();
    for (const StoredMaterial &one : *known)
        folder.known.insert(one.material.uuid, one);
    for (const QString &uuid : std::as_const(uuids)) {
        if (const Result<> read = readDescription(folder, uuid, stop); !read)
            return read;
    }
    // On a server that cannot rename over a file there is none for a moment, while somebody writes it.
    for (const StoredMaterial &missing : QList<StoredMaterial>(folder.known.values())) {
        if (!missing.base)
            continue;
        if (const Result<> read = readDescription(folder, missing.material.uuid, stop); !read)
            return read;
    }
    for (const StoredMaterial &undescribed : std::as_const(folder.known)) {
        if (const Result<> checked = checkContents(folder, undescribed, false, stop); !checked)
            return checked;
    }
    return m_problems.note(sweep(place, entries.value_or({}), stop), place.externalId);
}

// Takes the material out of `known` where its description says something.
Result<> MaterialsReader::readDescription(Folder &folder, const QString &uuid, std::stop_token stop)
{
    const Result<MaterialsDisk::Said> said = m_disk.read(folder.place, uuid, stop);
    if (!said) {
        folder.known.remove(uuid);
        return m_problems.note(said.error(), uuid);
    }
    const auto known = folder.known.constFind(uuid);
    const bool wasAgreedOn = known != folder.known.constEnd() && known->base;
    if (!said->description && !wasAgreedOn && said->isThere)
        return m_problems.note(Error{ErrorKind::BadAnswer, u"a description that cannot be read"_s, uuid, {}}, uuid);
    if (!said->description)
        return {};
    folder.known.remove(uuid);
    const auto absorbed = waitFor(m_materials.absorb(m_actor, folder.place, *said->description));
    if (!absorbed)
        return absorbed.error();
    if (absorbed->isChanged)
        m_feed.add(folder.place.recording);
    return checkContents(folder, absorbed->stored, true, stop);
}

Result<> MaterialsReader::checkContents(const Folder &folder, const StoredMaterial &stored, bool isDescribed,
                                        std::stop_token stop)
{
    const bool isKnownAsLost = !stored.base || stored.base->behind == MaterialDescription::allBehind;
    LostMaterial lost{.isDescriptionLost = !isDescribed && !isKnownAsLost, .contents = {}};
    QList<int> missing;
    for (const MaterialVersion &version : stored.material.versions) {
        const QString name = contentFileName(stored.material.uuid, version.sha256);
        if (!version.isOnServer || folder.sizes.value(name, -1) == version.sizeBytes)
            continue;
        if (isDescribed) { // somebody may have uploaded it since the folder was listed
            const Result<bool> isThere = m_disk.hasContent(stored, version, stop);
            if (!isThere)
                return isThere.error();
            if (*isThere)
                continue;
        }
        const bool isHere = m_materials.store().has(version.sha256, version.sizeBytes);
        if (!isHere)
            missing += version.number;
        // Described and not here: the description is right, and whoever has the file writes it again.
        if (isHere || !isDescribed)
            lost.contents.insert(version.sha256);
    }
    if (lost.isDescriptionLost || !lost.contents.isEmpty()) {
        m_feed.add(folder.place.recording);
        if (const Result<> marked = waitFor(m_materials.lose(stored.material.id, lost)); !marked)
            return marked;
    }
    return isDescribed ? tellMissing(stored, missing) : Result<>(); // else the upload says so
}

Result<> MaterialsReader::tellMissing(const StoredMaterial &stored, const QList<int> &missing)
{
    if (missing.isEmpty() && (stored.material.isWaiting || stored.material.problem.isEmpty()))
        return {};
    QStringList numbers;
    for (const int number : missing)
        numbers += QString::number(number);
    const QString problem = missing.isEmpty()
                                ? QString()
                                : u"version %1 is gone from the server, and not here"_s.arg(numbers.join(u", "_s));
    if (problem != stored.material.problem)
        m_feed.add(stored.place.recording);
    if (const Result<> told = waitFor(m_materials.tellProblem(stored.material.id, problem)); !told)
        return told;
    if (missing.isEmpty())
        return {};
    return m_problems.note(Error{ErrorKind::NotFound, problem, stored.material.name, {}}, stored.place.externalId);
}

// Parts of uploads that nobody goes on with. A part that grows is young by the server's own clock, whatever this computer's says.
Result<> MaterialsReader::sweep(const MaterialPlace &place, const QList<RemoteFile> &entries, std::stop_token stop)
{
    QList<RemoteFile> parts = entries;
    parts.removeIf([](const RemoteFile &one) { return !one.isRegularFile || !isPartOfMaterial(one.name); });
    const auto isForgotten = [](const RemoteFile &part, const QDateTime &now) {
        return part.modifiedAt.isValid() && part.modifiedAt.secsTo(now) > partsKeptSeconds;
    };
    const QDateTime here = m_materials.now();
    if (std::none_of(parts.begin(), parts.end(), [&](const RemoteFile &part) { return isForgotten(part, here); }))
        return {};
    const RemotePath folder = m_disk.folderOf(place);
    const Result<QDateTime> there = timeOnServer(folder, stop);
    if (!there)
        return there.error();
    for (const RemoteFile &part : std::as_const(parts)) {
        if (!isForgotten(part, std::min(here, *there)))
            continue;
        qCInfo(logSync).noquote() << "removing a forgotten part" << part.name;
        const Result<> removed = m_disk.files().removeFile(folder.child(part.name), stop);
        if (!removed && removed.error().kind != ErrorKind::NotFound)
            return removed;
    }
    return {};
}

// By the time of a file that is written for it, named as a part: cut off here, it is swept like one.
Result<QDateTime> MaterialsReader::timeOnServer(const RemotePath &folder, std::stop_token stop)
{
    const QString target = descriptionFileName(QUuid::createUuid().toString(QUuid::WithoutBraces));
    const RemotePath file = partOf(folder.child(target), QUuid::createUuid().toString(QUuid::Id128));
    if (const Result<> written = m_disk.files().writeAll(file, "x", Existing::Keep, stop); !written)
        return written.error();
    const Result<RemoteFile> there = m_disk.files().stat(file, stop);
    const Result<> removed = m_disk.files().removeFile(file, stop);
    if (!there || !removed)
        return there ? removed.error() : there.error();
    return there->modifiedAt;
}

} // namespace letopis
