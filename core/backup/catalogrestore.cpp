#include "core/backup/catalogrestore.h"

#include "core/backup/backupunpacker.h"
#include "core/backup/catalogswap.h"
#include "core/base/durablefile.h"
#include "core/storage/contentstore.h"

#include <QDir>
#include <QDirIterator>

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
Result<> moveStore(const QString &staged, const QString &store, std::stop_token stop)
{
    if (Result<> made = makeFolder(store); !made)
        return made;
    const ContentStore present(store);
    QDirIterator entries(staged, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        const QString from = entries.next();
        const QByteArray sha256 = QByteArray::fromHex(entries.fileInfo().baseName().toLatin1());
        const QString to = present.pathOf(sha256);
        if (QFileInfo::exists(to) && present.get(sha256))
            continue;
        if (Result<> made = makeFolder(QFileInfo(to).path()); !made)
            return made;
        if (Result<> moved = renameReplacing(from, to); !moved)
            return moved;
    }
    return {};
}

Result<RestoreReport> putInPlace(const RestoreRequest &request, const UnpackedBackup &unpacked, const BackupWorkplace &place,
                                 std::stop_token stop)
{
    RestoreReport report{unpacked.manifest, unpacked.storeFiles, {}, false};
    if (QFileInfo(place.file(u"store"_s)).isDir()) {
        if (Result<> moved = moveStore(place.file(u"store"_s), request.into.store, stop); !moved)
            return moved.error();
    }
    const Result<QString> kept = swapCatalog(place.file(u"catalog.sqlite"_s), request.into.catalog, request.now);
    if (!kept)
        return kept.error();
    report.keptCatalog = *kept;
    // Last, and without a word where it fails: the catalog is restored.
    const bool wantsSettings = unpacked.hasSettings && !request.into.settings.isEmpty() &&
                               QFileInfo(request.into.settings).size() == 0;
    report.areSettingsRestored =
        wantsSettings && renameReplacing(place.file(u"settings.ini"_s), request.into.settings).has_value();
    return report;
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
        unpackBackup({request.backupFile, request.passphrase, (*place)->path(), true}, progress, stop);
    if (!unpacked)
        return unpacked.error();
    return putInPlace(request, *unpacked, **place, stop);
}

} // namespace letopis
