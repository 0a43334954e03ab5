#include "core/backup/catalogrestore.h"

#include "core/backup/backupmanifest.h"
#include "core/backup/backupunpacker.h"
#include "core/backup/catalogsummary.h"
#include "core/backup/catalogswap.h"
#include "core/base/durablefile.h"
#include "core/storage/contentstore.h"
#include "core/storage/filestore.h"
#include "core/storage/restoremark.h"
#include "core/storage/row.h"

#include <QDir>
#include <QDirIterator>

#include <functional>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QFile::Permissions ownerFolder = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

Result<> makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir() || QDir().mkdir(path, ownerFolder))
        return {};
    return Error{ErrorKind::PermissionDenied, u"cannot make the folder"_s, path, {}};
}

// A file that is there and whole stays; one that the disk has damaged is put right.
Result<> moveContents(const QString &staged, const std::function<bool(const QByteArray &sha256)> &isThere,
                      const std::function<QString(const QByteArray &sha256)> &pathOf,
                      const std::function<void(const QByteArray &sha256)> &moved, const std::stop_token &stop)
{
    QDirIterator entries(staged, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        const QString from = entries.next();
        const QByteArray sha256 = QByteArray::fromHex(entries.fileInfo().baseName().toLatin1());
        if (isThere(sha256))
            continue;
        const QString to = pathOf(sha256);
        if (Result<> made = makeFolder(QFileInfo(to).path()); !made)
            return made;
        if (Result<> put = renameReplacing(from, to); !put)
            return put;
        if (moved)
            moved(sha256);
    }
    return {};
}

Result<> moveStore(const QString &staged, const QString &store, const std::stop_token &stop)
{
    if (Result<> made = makeFolder(store); !made)
        return made;
    const ContentStore present(store);
    const auto pathOf = [&present](const QByteArray &sha256) { return present.pathOf(sha256); };
    const auto isThere = [&](const QByteArray &sha256) {
        return QFileInfo::exists(pathOf(sha256)) && present.get(sha256).has_value();
    };
    return moveContents(staged, isThere, pathOf, {}, stop);
}

Result<> moveMaterials(const QString &staged, const QString &folder, const std::stop_token &stop)
{
    if (Result<> made = makeFolder(folder); !made)
        return made;
    const FileStore present(folder);
    const auto isThere = [&](const QByteArray &sha256) {
        ProgressCounters progress;
        const bool isWhole = present.verify(sha256, progress, stop).has_value();
        if (!isWhole)
            present.remove(sha256); // what is read-only is in the way on Windows
        return isWhole;
    };
    const auto pathOf = [&present](const QByteArray &sha256) { return present.pathOf(sha256); };
    const auto protect = [&present](const QByteArray &sha256) { present.protect(sha256); };
    return moveContents(staged, isThere, pathOf, protect, stop);
}

// From a folder as unpackBackup() fills it, in an order that may be broken off and begun again.
Result<RestoreReport> putInPlace(const QString &folder, const CatalogFiles &into, RestoreReport report, const QDateTime &now,
                                 const std::stop_token &stop)
{
    if (QFileInfo(folder + u"/store"_s).isDir()) {
        if (Result<> moved = moveStore(folder + u"/store"_s, into.store, stop); !moved)
            return moved.error();
    }
    if (QFileInfo(folder + u"/materials"_s).isDir() && !into.materials.isEmpty()) {
        if (Result<> moved = moveMaterials(folder + u"/materials"_s, into.materials, stop); !moved)
            return moved.error();
    }
    if (QFileInfo::exists(folder + u"/catalog.sqlite"_s)) {
        // Before it: a crash in between must not make the older catalog look like a forgery.
        const BackupManifest &manifest = report.manifest;
        if (Result<> marked = writeRestoreMark(into.catalog, {manifest.auditEvents, manifest.auditHead, toUtcMs(manifest.createdAt)}); !marked)
            return marked.error();
        const Result<QString> kept = swapCatalog(folder + u"/catalog.sqlite"_s, into.catalog, now);
        if (!kept)
            return kept.error();
        report.keptCatalog = *kept;
    }
    // Last, and without a word where it fails: the catalog is restored.
    const QString settings = folder + u"/settings.ini"_s;
    const bool wantsSettings = QFileInfo::exists(settings) && !into.settings.isEmpty() && QFileInfo(into.settings).size() == 0;
    report.areSettingsRestored = wantsSettings && renameReplacing(settings, into.settings).has_value();
    return report;
}

QString pendingFolder(const QString &catalogFile)
{
    return QFileInfo(catalogFile).absolutePath() + u"/restore-pending"_s;
}

Result<> writeManifest(const QString &path, const BackupManifest &manifest)
{
    QFile file(path);
    const QByteArray json = toJson(manifest);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        return writeError(file);
    return syncToDisk(file);
}

} // namespace

Result<RestoreReport> restoreBackup(const RestoreRequest &request, ProgressCounters &progress, std::stop_token stop)
{
    const Result<std::unique_ptr<BackupWorkplace>> place = BackupWorkplace::beside(request.into.catalog);
    if (!place)
        return place.error();
    if (!request.replacesCatalog) {
        const Result<bool> isEmpty = isEmptyCatalog(request.into.catalog);
        if (!isEmpty)
            return isEmpty.error();
        if (!*isEmpty)
            return Error{ErrorKind::AlreadyExists, u"the profile has a catalog"_s, request.into.catalog, {}};
    }
    const Result<UnpackedBackup> unpacked =
        unpackBackup({request.backupFile, request.passphrase, (*place)->path(), Unpacked::Everything}, progress, stop);
    if (!unpacked)
        return unpacked.error();
    return putInPlace((*place)->path(), request.into, {unpacked->manifest, unpacked->storeFiles, unpacked->materialFiles, {}, false},
                      request.now, stop);
}

Result<std::shared_ptr<StagedRestore>> stageRestore(const RestoreRequest &request, ProgressCounters &progress,
                                                    std::stop_token stop)
{
    Result<std::unique_ptr<BackupWorkplace>> place = BackupWorkplace::beside(request.into.catalog, u"restore"_s);
    if (!place)
        return place.error();
    const Result<UnpackedBackup> unpacked =
        unpackBackup({request.backupFile, request.passphrase, (*place)->path(), Unpacked::Everything}, progress, stop);
    if (!unpacked)
        return unpacked.error();
    auto staged = std::make_shared<StagedRestore>();
    RestorePreview &preview = staged->preview;
    preview.manifest = unpacked->manifest;
    preview.manifest.storeFiles = unpacked->storeFiles;
    preview.manifest.materialFiles = unpacked->materialFiles;
    const QString catalog = (*place)->file(u"catalog.sqlite"_s);
    const Result<CatalogSummary> theirs = summaryOf(catalog);
    if (!theirs)
        return theirs.error();
    preview.backup = *theirs;
    preview.isPresentEmpty = isEmptyCatalog(request.into.catalog).value_or(false);
    // The present one may be damaged: that is a reason to restore, not a hindrance.
    preview.present = summaryOf(request.into.catalog).value_or({});
    preview.relation = relationOf(catalog, request.into.catalog).value_or(CatalogRelation::Unrelated);
    staged->place = std::move(*place);
    return staged;
}

Result<> keepForNextStart(StagedRestore &staged, const QString &catalogFile)
{
    if (Result<> written = writeManifest(staged.place->file(u"manifest.json"_s), staged.preview.manifest); !written)
        return written;
    return staged.place->moveTo(pendingFolder(catalogFile));
}

std::optional<BackupManifest> pendingRestore(const QString &catalogFile)
{
    QFile file(pendingFolder(catalogFile) + u"/manifest.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Result<BackupManifest> manifest = manifestFromJson(file.readAll());
    return manifest ? std::optional(*manifest) : std::nullopt;
}

void dropPendingRestore(const QString &catalogFile)
{
    // The manifest first: without it nothing is pending, whatever else is left.
    QFile::remove(pendingFolder(catalogFile) + u"/manifest.json"_s);
    QDir(pendingFolder(catalogFile)).removeRecursively();
}

Result<std::optional<RestoreReport>> finishPendingRestore(const CatalogFiles &into, const QDateTime &now)
{
    const std::optional<BackupManifest> manifest = pendingRestore(into.catalog);
    if (!manifest)
        return std::optional<RestoreReport>();
    const RestoreReport begun{*manifest, manifest->storeFiles, manifest->materialFiles, {}, false};
    const Result<RestoreReport> done = putInPlace(pendingFolder(into.catalog), into, begun, now, {});
    if (!done)
        return done.error();
    dropPendingRestore(into.catalog);
    return std::optional(*done);
}

} // namespace letopis
