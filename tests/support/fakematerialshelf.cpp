#include "tests/support/fakematerialshelf.h"

#include "tests/support/fakeworkspace.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QUuid>

#include <algorithm>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

namespace {
std::optional<MaterialVersion> versionOf(const QString &localFile)
{
    QFile file(localFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    MaterialVersion version;
    version.fileName = QFileInfo(localFile).fileName();
    version.sizeBytes = file.size();
    version.sha256 = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
    version.mimeType = QMimeDatabase().mimeTypeForFile(localFile).name();
    version.localFile = localFile;
    return version;
}

MaterialVersion *versionIn(Material &material, int number)
{
    const auto found = std::find_if(material.versions.begin(), material.versions.end(),
                                    [number](const MaterialVersion &one) { return one.number == number; });
    return found == material.versions.end() ? nullptr : &*found;
}

Error noSuchMaterial(MaterialId id)
{
    return {ErrorKind::NotFound, u"no such material"_s, QString::number(id.value), {}};
}
} // namespace

MaterialId FakeMaterialShelf::put(RecordingId recording, Material material)
{
    if (!material.id.isValid())
        material.id = MaterialId{m_nextId++};
    m_nextId = std::max(m_nextId, material.id.value + 1);
    if (material.uuid.isEmpty())
        material.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    material.recording = recording;
    if (material.position == 0) {
        for (const Material &other : std::as_const(m_materials))
            material.position += other.recording == recording ? 1 : 0;
    }
    m_materials.insert(material.id, material);
    return material.id;
}

Material *FakeMaterialShelf::material(MaterialId id)
{
    const auto found = m_materials.find(id);
    return found == m_materials.end() ? nullptr : &*found;
}

void FakeMaterialShelf::finishUpload(MaterialId id, JobId job)
{
    Material *one = material(id);
    one->isWaiting = false;
    one->problem.clear();
    for (MaterialVersion &version : one->versions)
        version.isOnServer = true;
    finish(id, job);
}

void FakeMaterialShelf::failUpload(MaterialId id, const QString &problem, JobId job, const Error &error)
{
    material(id)->problem = problem;
    m_workspace.finishJob(job, error);
    Q_EMIT materialsChanged(material(id)->recording);
}

void FakeMaterialShelf::finishFetch(MaterialId id, int version, const QString &localFile, JobId job)
{
    if (MaterialVersion *one = versionIn(*material(id), version))
        one->localFile = localFile;
    finish(id, job);
}

void FakeMaterialShelf::finish(MaterialId id, JobId job)
{
    if (job.isValid())
        m_workspace.finishJob(job);
    Q_EMIT materialsChanged(material(id)->recording);
}

QFuture<Result<QList<Material>>> FakeMaterialShelf::materials(const Actor &, RecordingId id, bool withTrash)
{
    return m_workspace.answer<QList<Material>>(u"materials"_s, [=, this]() -> Result<QList<Material>> {
        if (!m_workspace.entry(id))
            return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(id.value), {}};
        QList<Material> found;
        for (const Material &one : std::as_const(m_materials)) {
            if (one.recording == id && (withTrash || !one.isTrashed))
                found += one;
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Material &a, const Material &b) { return a.position < b.position; });
        return found;
    });
}

JobId FakeMaterialShelf::startAdd(const Actor &actor, RecordingId id, const QStringList &localFiles)
{
    const JobId job = m_workspace.startFakeJob(JobKind::Materials, serverOf(id), QFileInfo(localFiles.value(0)).fileName());
    for (const QString &localFile : localFiles) {
        std::optional<MaterialVersion> version = versionOf(localFile);
        if (!version)
            continue;
        version->addedBy = actor.login;
        version->addedAt = m_now;
        Material added;
        added.name = version->fileName;
        added.versions = {*version};
        added.isWaiting = true;
        put(id, added);
    }
    Q_EMIT materialsChanged(id);
    return job;
}

JobId FakeMaterialShelf::startAddVersion(const Actor &actor, MaterialId id, const QString &localFile)
{
    Material *one = material(id);
    const ServerId server = one ? serverOf(one->recording) : ServerId();
    const JobId job = m_workspace.startFakeJob(JobKind::Materials, server, QFileInfo(localFile).fileName());
    std::optional<MaterialVersion> version = versionOf(localFile);
    if (!one || !version)
        return job;
    version->number = one->newest().number + 1;
    version->addedBy = actor.login;
    version->addedAt = m_now;
    one->versions += *version;
    one->isWaiting = true;
    Q_EMIT materialsChanged(one->recording);
    return job;
}

QFuture<Result<>> FakeMaterialShelf::change(const Actor &, MaterialId id, const MaterialChange &change)
{
    return edit(u"changeMaterial"_s, id, [change](Material &one) -> Result<> {
        if (change.name && change.name->trimmed().isEmpty())
            return Error{ErrorKind::InvalidInput, u"a material needs a name"_s, {}, {}};
        one.name = change.name ? change.name->trimmed() : one.name;
        one.description = change.description.value_or(one.description);
        one.position = change.position.value_or(one.position);
        return {};
    });
}

QFuture<Result<>> FakeMaterialShelf::setOrder(const Actor &, RecordingId id, const QList<MaterialId> &order)
{
    return m_workspace.answer<void>(u"setMaterialOrder"_s, [=, this]() -> Result<> {
        for (qsizetype i = 0; i < order.size(); ++i) {
            Material *one = material(order[i]);
            if (!one || one->recording != id)
                return noSuchMaterial(order[i]);
            one->isWaiting |= one->position != int(i);
            one->position = int(i);
        }
        Q_EMIT materialsChanged(id);
        return {};
    });
}

QFuture<Result<>> FakeMaterialShelf::moveToTrash(const Actor &, MaterialId id)
{
    return edit(u"moveMaterialToTrash"_s, id, [this](Material &one) -> Result<> {
        one.isTrashed = true;
        one.trashedAt = m_now;
        return {};
    });
}

QFuture<Result<>> FakeMaterialShelf::restore(const Actor &, MaterialId id)
{
    return edit(u"restoreMaterial"_s, id, [](Material &one) -> Result<> {
        one.isTrashed = false;
        one.trashedAt = {};
        return {};
    });
}

QFuture<Result<>> FakeMaterialShelf::edit(const QString &call, MaterialId id, std::function<Result<>(Material &)> how)
{
    return m_workspace.answer<void>(call, [=, this]() -> Result<> {
        Material *one = material(id);
        if (!one)
            return noSuchMaterial(id);
        if (const Result<> edited = how(*one); !edited)
            return edited;
        one->isWaiting = true;
        Q_EMIT materialsChanged(one->recording);
        return {};
    });
}

JobId FakeMaterialShelf::startFetch(const Actor &, MaterialId id, int version, const QString &saveAs)
{
    Material *one = material(id);
    MaterialVersion *found = one ? versionIn(*one, version) : nullptr;
    const QString subject = !saveAs.isEmpty() ? saveAs : found ? found->fileName : QString();
    const JobId job = m_workspace.startFakeJob(JobKind::Materials, one ? serverOf(one->recording) : ServerId(), subject);
    if (found && !saveAs.isEmpty() && !found->localFile.isEmpty())
        QFile::copy(found->localFile, saveAs);
    return job;
}

QFuture<Result<QString>> FakeMaterialShelf::localCopy(const Actor &, MaterialId id, int version)
{
    return m_workspace.answer<QString>(u"materialLocalCopy"_s, [=, this]() -> Result<QString> {
        Material *one = material(id);
        const MaterialVersion *found = one ? versionIn(*one, version) : nullptr;
        if (!found)
            return noSuchMaterial(id);
        if (found->localFile.isEmpty())
            return Error{ErrorKind::NotFound, u"it has to be fetched first"_s, found->fileName, {}};
        return found->localFile;
    });
}

JobId FakeMaterialShelf::startExchange(const Actor &, ServerId server)
{
    return m_workspace.startFakeJob(JobKind::Materials, server);
}

QFuture<Result<QList<ChangedCopy>>> FakeMaterialShelf::changedCopies(const Actor &, RecordingId id)
{
    return m_workspace.answer<QList<ChangedCopy>>(u"changedCopies"_s, [=, this]() -> Result<QList<ChangedCopy>> {
        QList<ChangedCopy> found;
        for (const ChangedCopy &copy : std::as_const(m_changedCopies)) {
            const Material *one = material(copy.material);
            if (one && one->recording == id && !one->isTrashed)
                found += copy;
        }
        return found;
    });
}

QFuture<Result<>> FakeMaterialShelf::discardCopy(const Actor &, const ChangedCopy &copy)
{
    return m_workspace.answer<void>(u"discardCopy"_s, [=, this]() -> Result<> {
        m_changedCopies.removeIf([&](const ChangedCopy &one) { return one.file == copy.file; });
        return {};
    });
}

QFuture<Result<qint64>> FakeMaterialShelf::countWaiting(const Actor &, ServerId server)
{
    return m_workspace.answer<qint64>(u"countWaitingMaterials"_s, [=, this] {
        return Result<qint64>(std::count_if(m_materials.cbegin(), m_materials.cend(), [&](const Material &one) {
            return one.isWaiting && serverOf(one.recording) == server;
        }));
    });
}

QFuture<Result<>> FakeMaterialShelf::setServerFolder(const Actor &, const QString &folder)
{
    return m_workspace.answer<void>(u"setServerFolder"_s, [=, this]() -> Result<> {
        m_serverFolder = folder;
        return {};
    });
}

ServerId FakeMaterialShelf::serverOf(RecordingId recording) const
{
    const FakeWorkspace::Entry *entry = m_workspace.entry(recording);
    return entry ? entry->details.row.server : ServerId();
}

} // namespace letopis::test
