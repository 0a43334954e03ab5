#include "core/jobs/materialsdisk.h"

#include "core/base/logging.h"

#include <QCryptographicHash>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

RemotePath materialsBelow(const OpenedDisk &disk)
{
    return disk.materialsRoot.isEmpty() ? RemotePath(disk.server.dataRoot, u"letopis"_s) : RemotePath(disk.materialsRoot, {});
}

bool isAboutOneMaterial(ErrorKind kind)
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

QString partIdOf(const MaterialVersion &version)
{
    const QByteArray who = version.addedBy.toUtf8() + '\n' + QByteArray::number(version.addedAt.toMSecsSinceEpoch());
    return QString::fromLatin1(QCryptographicHash::hash(who, QCryptographicHash::Sha256).toHex().left(16));
}

Result<> MaterialsProblems::note(const Result<> &done, const QString &subject)
{
    if (done || !isAboutOneMaterial(done.error().kind))
        return done;
    qCWarning(logSync).noquote() << "materials of" << subject << errorKindName(done.error().kind) << done.error().detail;
    if (!m_first)
        m_first = done.error();
    return {};
}

RemotePath MaterialsDisk::folderOf(const MaterialPlace &place) const
{
    return root().child(place.externalId).child(u"materials"_s);
}

RemotePath MaterialsDisk::contentOf(const StoredMaterial &stored, const MaterialVersion &version) const
{
    return folderOf(stored.place).child(contentFileName(stored.material.uuid, version.sha256));
}

Result<MaterialsDisk::Said> MaterialsDisk::read(const MaterialPlace &place, const QString &uuid, std::stop_token stop) const
{
    const Result<QByteArray> json = files().readAll(folderOf(place).child(descriptionFileName(uuid)), mostDescriptionBytes, stop);
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

Result<bool> MaterialsDisk::hasContent(const StoredMaterial &stored, const MaterialVersion &version, std::stop_token stop) const
{
    const Result<RemoteFile> there = files().stat(contentOf(stored, version), stop);
    if (!there && there.error().kind == ErrorKind::NotFound)
        return false;
    if (!there)
        return there.error();
    return there->isRegularFile && there->sizeBytes == version.sizeBytes;
}

Result<> MaterialsDisk::checkMounted(std::stop_token stop) const
{
    // A folder configured elsewhere has nothing beside it that would tell: an empty one is a mount point, most likely.
    if (!m_opened.materialsRoot.isEmpty())
        return Error{ErrorKind::NotFound,
                     u"the folder of materials is empty: is its disk mounted? Once anything is in it, what is missing is written again"_s,
                     root().path, {}};
    for (const QString &place : {u"recording/raw"_s, u"events"_s}) {
        const Result<RemoteFile> there = files().stat(RemotePath(m_opened.server.dataRoot + u'/' + place), stop);
        if (there && there->isDirectory)
            return {};
        if (!there && there.error().kind == ErrorKind::PermissionDenied) // the account may not look, but there it is
            return {};
        if (!there && there.error().kind != ErrorKind::NotFound)
            return there.error();
    }
    return Error{ErrorKind::NotFound, u"neither materials nor recordings are below the data root: is its disk mounted?"_s,
                 m_opened.server.dataRoot, {}};
}

} // namespace letopis
