// LocalMaterialShelf: copies that programs opened, and what servers keep, and where.
#include "core/base/whendone.h"
#include "core/workspace/local/localmaterialshelf.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isVersionOf(const Material &material, const QByteArray &sha256)
{
    return std::any_of(material.versions.begin(), material.versions.end(),
                       [&sha256](const MaterialVersion &one) { return one.sha256 == sha256; });
}

QList<ChangedCopy> changedCopiesOf(const FileStore &store, const QList<Material> &materials, CopyDigests &digests)
{
    QList<ChangedCopy> found;
    for (const Material &material : materials) {
        for (const MaterialVersion &version : material.versions) {
            for (const OpenedCopy &copy : store.openedCopies(version.sha256, version.fileName, digests)) {
                // Two versions may have one content.
                const bool isKnown = std::any_of(found.begin(), found.end(),
                                                 [&copy](const ChangedCopy &one) { return one.file == copy.file; });
                if (!isKnown && !isVersionOf(material, copy.sha256))
                    found += {material.id, material.name, copy.file, copy.sizeBytes, copy.changedAt};
            }
        }
    }
    return found;
}

Result<> discarded(const ChangedCopy &copy)
{
    const QFileInfo now(copy.file);
    if (!now.exists())
        return {};
    if (now.size() != copy.sizeBytes || now.lastModified().toUTC() != copy.changedAt)
        return Error{ErrorKind::ContentMismatch, u"a program has saved into it again"_s, copy.name, {}};
    if (QFile file(copy.file); !file.remove())
        return Error{ErrorKind::PermissionDenied, file.errorString(), copy.file, {}};
    return {};
}

} // namespace

QFuture<Result<QList<ChangedCopy>>> LocalMaterialShelf::changedCopies(const Actor &actor, RecordingId id)
{
    const auto found = m_gate.pass(actor, Capability::EditMaterials, id, [=, this] { return m_materials.materials(id, false); });
    return chain(found, this, [this](const QList<Material> &materials) {
        return m_parts.pool.run([materials, store = m_materials.store(), digests = m_digests] {
            return Result<QList<ChangedCopy>>(changedCopiesOf(store, materials, *digests));
        });
    });
}

QFuture<Result<>> LocalMaterialShelf::discardCopy(const Actor &actor, const ChangedCopy &copy)
{
    const auto material = chain(require(actor, Capability::EditMaterials, copy.material), this,
                                [=, this] { return m_materials.material(copy.material); });
    const auto known = chain(material, this, [=, this](const Material &one) { return changedCopies(actor, one.recording); });
    return chain(known, this, [=, this](const QList<ChangedCopy> &copies) {
        // Of this material: another's may be work that somebody else is to decide about.
        const bool isOurs = std::any_of(copies.begin(), copies.end(), [&copy](const ChangedCopy &one) {
            return one.material == copy.material && one.file == copy.file;
        });
        if (isOurs || (!QFileInfo::exists(copy.file) && m_materials.store().isOpenedCopy(copy.file)))
            return m_parts.pool.run([copy] { return discarded(copy); });
        return readyFuture(Result<>(Error{ErrorKind::InvalidInput, u"no changed copy of this material"_s, copy.name, {}}));
    });
}

QFuture<Result<qint64>> LocalMaterialShelf::countWaiting(const Actor &actor, ServerId server)
{
    return m_gate.pass(actor, Capability::ManageServers, [=, this] { return m_materials.countWaiting(server); });
}

QFuture<Result<>> LocalMaterialShelf::setServerFolder(const Actor &actor, const QString &folder)
{
    return m_gate.pass(actor, Capability::ManageServers, [=, this] {
        if (!folder.isEmpty() && !folder.startsWith(u'/'))
            return readyFuture(Result<>(Error{ErrorKind::InvalidInput, u"the path is not absolute"_s, folder, {}}));
        m_parts.setServerFolder(folder);
        return readyFuture(Result<>());
    });
}

} // namespace letopis
