#include "core/backup/catalogbackup.h"

#include "core/backup/backupmanifest.h"
#include "core/backup/backupunpacker.h"
#include "core/backup/tararchive.h"
#include "core/backup/waitingmaterials.h"
#include "core/base/durablefile.h"
#include "core/base/sha256.h"
#include "core/storage/filestore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QStorageInfo>

#include <functional>
#include <future>
#include <map>
#include <vector>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstSchemaWithMaterials = 2;

struct StoredFile
{
    QByteArray sha256;
    qint64 size = 0;
};

QByteArray entryName(const StoredFile &file)
{
    const QByteArray hex = file.sha256.toHex();
    return "store/" + hex.left(2) + '/' + hex + ".gz";
}

QByteArray entryName(const WaitingMaterial &material)
{
    const QByteArray hex = material.sha256.toHex();
    return "materials/" + hex.left(2) + '/' + hex;
}

// Everything in the store, whoever refers to it: it only ever grows, so that what the snapshot refers to is there.
std::vector<StoredFile> filesIn(const QString &store)
{
    static const QRegularExpression pattern(u"/([0-9a-f]{2})/(\\1[0-9a-f]{62})\\.gz\\z"_s);
    std::vector<StoredFile> files;
    QDirIterator entries(store, {u"*.gz"_s}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        if (const auto match = pattern.match(path); match.hasMatch())
            files.push_back({QByteArray::fromHex(match.captured(2).toLatin1()), entries.fileInfo().size()});
    }
    return files;
}

// One backup being packed.
class Packer
{
public:
    Packer(const BackupRequest &request, const BackupWorkplace &place, ProgressCounters &progress, std::stop_token stop)
        : m_request(request)
        , m_snapshot(place.file(u"catalog.sqlite"_s))
        , m_progress(progress)
        , m_stop(std::move(stop))
    {
    }

    // The snapshot and what is to be packed.
    Result<> prepare()
    {
        if (Result<> roomy = checkRoom(); !roomy)
            return roomy;
        if (Result<> copied = snapshotCatalog(m_request.files.catalog, m_snapshot); !copied)
            return copied;
        const Result<CatalogIdentity> identity = identityOf(m_snapshot);
        if (!identity)
            return identity.error();
        readSettings();
        m_stored = filesIn(m_request.files.store);
        if (Result<> found = findMaterials(identity->schema); !found)
            return found;
        BackupManifest &manifest = m_report.manifest;
        manifest = {.application = m_request.application,
                    .createdAt = m_request.now,
                    .catalogId = identity->catalogId,
                    .schema = identity->schema,
                    .catalogBytes = QFileInfo(m_snapshot).size(),
                    .settingsBytes = m_settings ? m_settings->size() : -1,
                    .storeFiles = std::ssize(m_stored),
                    .storeBytes = 0,
                    .materialFiles = std::ssize(m_materials),
                    .materialBytes = 0,
                    .auditEvents = identity->auditEvents,
                    .auditHead = identity->auditHead};
        for (const StoredFile &file : m_stored)
            manifest.storeBytes += file.size;
        for (const WaitingMaterial &material : m_materials)
            manifest.materialBytes += material.sizeBytes;
        m_progress.total = 2 * (manifest.catalogBytes + manifest.storeBytes + manifest.materialBytes);
        return {};
    }

    const BackupManifest &manifest() const { return m_report.manifest; }

    // What SQLite and the journal's chain say of the very copy that is packed.
    Result<> checkSnapshot(const QString &scratchFile, const std::stop_token &stop) const
    {
        const Result<CatalogIdentity> found = checkCatalog(m_snapshot, scratchFile, stop);
        return found ? Result<>() : Result<>(found.error());
    }

    Result<BackupReport> packInto(const QString &part, const std::shared_ptr<const SaltedKey> &key)
    {
        const Result<std::unique_ptr<BackupFileWriter>> file = BackupFileWriter::createWith(key, part);
        if (!file)
            return file.error();
        const Result<std::unique_ptr<TarWriter>> tar = TarWriter::create(**file, m_request.now, m_progress, m_stop);
        if (!tar)
            return tar.error();
        if (Result<> packed = pack(**tar); !packed)
            return packed.error();
        if (Result<> closed = (*tar)->finish(); !closed)
            return closed.error();
        m_report.isEncrypted = m_request.passphrase.has_value();
        return m_report;
    }

private:
    // Of the snapshot.
    Result<> checkRoom() const
    {
        const QString folder = QFileInfo(m_snapshot).absolutePath();
        const qint64 needed = QFileInfo(m_request.files.catalog).size() + (16LL << 20);
        const QStorageInfo disk(folder);
        if (disk.isValid() && disk.bytesAvailable() < needed) {
            return Error{ErrorKind::DiskFull, u"%1 bytes needed, %2 free"_s.arg(needed).arg(disk.bytesAvailable()), folder,
                         {}};
        }
        return {};
    }

    void readSettings()
    {
        QFile file(m_request.files.settings);
        if (!m_request.files.settings.isEmpty() && file.size() <= (16 << 20) && file.open(QIODevice::ReadOnly))
            m_settings = file.readAll();
    }

    Result<> pack(TarWriter &tar)
    {
        if (Result<> added = addBytes(tar, "manifest.json", toJson(m_report.manifest)); !added)
            return added;
        if (m_settings) {
            if (Result<> added = addBytes(tar, "settings.ini", *m_settings); !added)
                return added;
        }
        if (Result<> added = addCatalog(tar); !added)
            return added;
        for (const StoredFile &file : m_stored) {
            const QString path = m_request.files.store + QString::fromLatin1(entryName(file).sliced(5));
            const Result<bool> added = addContent(tar, entryName(file), path, file.sha256, file.size);
            if (!added)
                return added.error();
            if (!*added)
                m_report.damagedFiles += QString::fromLatin1(entryName(file));
        }
        const FileStore materials(m_request.files.materials);
        for (const WaitingMaterial &one : m_materials) {
            const Result<bool> added = addContent(tar, entryName(one), materials.pathOf(one.sha256), one.sha256, one.sizeBytes);
            if (!added)
                return added.error();
            if (!*added)
                m_report.lostMaterials += one.fileName;
        }
        QByteArray sums;
        for (const auto &[name, sum] : m_sums)
            sums += sum.toHex() + "  " + name + '\n';
        return tar.add("SHA256SUMS", sums);
    }

    Result<> addBytes(TarWriter &tar, const QByteArray &name, const QByteArray &bytes)
    {
        m_sums[name] = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        return tar.add(name, bytes);
    }

    Result<> addCatalog(TarWriter &tar)
    {
        QFile file(m_snapshot);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return Error{ErrorKind::PermissionDenied, file.errorString(), m_snapshot, {}};
        Sha256 hash;
        Result<> added = tar.add("catalog.sqlite", file, m_report.manifest.catalogBytes, [&hash](QByteArrayView bytes) {
            hash.add(bytes);
            return Result<>();
        });
        m_sums["catalog.sqlite"] = hash.result();
        return added;
    }

    // Read twice: an entry's size and content cannot be taken back once they are in the archive. False: missing or damaged.
    Result<bool> addContent(TarWriter &tar, const QByteArray &name, const QString &path, const QByteArray &sha256, qint64 size)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || file.size() != size)
            return false;
        const Result<QByteArray> found = hashOf(file);
        if (!found)
            return found.error();
        if (*found != sha256 || !file.seek(0))
            return false;
        const Result<> added = tar.add(name, file, size);
        return added ? Result<bool>(true) : Result<bool>(added.error());
    }

    Result<QByteArray> hashOf(QFile &file) const
    {
        Sha256 hash;
        QByteArray piece(std::clamp<qint64>(file.size(), 1, 1 << 20), Qt::Uninitialized);
        for (;;) {
            if (m_stop.stop_requested())
                return Error{ErrorKind::Cancelled, {}, {}, {}};
            const qint64 got = file.read(piece.data(), piece.size());
            if (got <= 0)
                return hash.result();
            hash.add(QByteArrayView(piece.constData(), got));
        }
    }

    Result<> findMaterials(qint64 schema)
    {
        if (m_request.files.materials.isEmpty() || schema < firstSchemaWithMaterials)
            return {};
        Result<std::vector<WaitingMaterial>> waiting = waitingMaterials(m_snapshot);
        if (!waiting)
            return waiting.error();
        m_materials = std::move(*waiting);
        return {};
    }

    const BackupRequest &m_request;
    const QString m_snapshot;
    ProgressCounters &m_progress;
    std::stop_token m_stop;
    std::optional<QByteArray> m_settings;
    std::vector<StoredFile> m_stored;
    std::vector<WaitingMaterial> m_materials;
    std::map<QByteArray, QByteArray> m_sums;
    BackupReport m_report;
};

// Removes a part that came to nothing.
struct PartGuard
{
    QString path;
    ~PartGuard() { QFile::remove(path); }
};

// Work beside this thread's, asked to stop where this thread fails first, and waited for in any case.
template <typename T>
class Beside
{
public:
    template <typename F>
    Beside(const std::stop_token &stop, F work)
        : m_pass(stop, [this] { m_stop.request_stop(); })
        , m_future(std::async(std::launch::async, [work = std::move(work), own = m_stop.get_token()] { return work(own); }))
    {
    }
    ~Beside() { m_stop.request_stop(); }
    T take() { return m_future.get(); }

private:
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_pass;
    std::future<T> m_future; // its destructor waits
};

using KeyResult = Result<std::shared_ptr<const SaltedKey>>;

KeyResult keyOf(const BackupRequest &request)
{
    if (!request.passphrase)
        return std::shared_ptr<const SaltedKey>();
    return SaltedKey::make(*request.passphrase, request.keyCost);
}

// Packs the copy while SQLite checks it, then reads back what lies on the disk.
Result<BackupReport> packAndCheck(const BackupRequest &request, const BackupWorkplace &place, Packer &packer,
                                  const std::shared_ptr<const SaltedKey> &key, ProgressCounters &progress,
                                  std::stop_token stop)
{
    if (QFileInfo::exists(request.backupFile))
        return Error{ErrorKind::AlreadyExists, u"there is a file of this name"_s, request.backupFile, {}};
    const PartGuard part{request.backupFile + u".part"_s};
    QFile::remove(part.path);
    Beside<Result<>> check(stop, [&packer, scratch = place.file(u"fresh.sqlite"_s)](const std::stop_token &either) {
        return packer.checkSnapshot(scratch, either);
    });
    Result<BackupReport> report = packer.packInto(part.path, key);
    if (!report)
        return report;
    const Result<UnpackedBackup> readBack =
        unpackBackup({part.path, request.passphrase, place.path(), Unpacked::Nothing, key}, progress, stop);
    if (!readBack)
        return readBack.error();
    if (readBack->manifest != report->manifest)
        return Error{ErrorKind::ContentMismatch, u"not what was packed"_s, part.path, {}};
    if (Result<> sound = check.take(); !sound)
        return sound.error();
    if (Result<> named = renameReplacing(part.path, request.backupFile); !named)
        return named.error();
    report->file = request.backupFile;
    report->fileBytes = readBack->fileBytes;
    return report;
}

// The file's name, once it is known whose backup it is.
using NameFile = std::function<QString(const BackupManifest &)>;

Result<BackupReport> create(BackupRequest request, const NameFile &nameFile, ProgressCounters &progress, std::stop_token stop)
{
    progress.unit = ProgressUnit::Bytes;
    const Result<std::unique_ptr<BackupWorkplace>> place = BackupWorkplace::beside(request.files.catalog);
    if (!place)
        return place.error();
    Beside<KeyResult> key(stop, [&request](const std::stop_token &) { return keyOf(request); });
    Packer packer(request, **place, progress, stop);
    if (Result<> prepared = packer.prepare(); !prepared)
        return prepared.error();
    const KeyResult derived = key.take();
    if (!derived)
        return derived.error();
    request.backupFile = nameFile(packer.manifest());
    return packAndCheck(request, **place, packer, *derived, progress, stop);
}

} // namespace

Result<BackupReport> createBackup(const BackupRequest &request, ProgressCounters &progress, std::stop_token stop)
{
    return create(request, [&request](const BackupManifest &) { return request.backupFile; }, progress, std::move(stop));
}

Result<BackupReport> createBackupIn(const QString &folder, BackupRequest request, ProgressCounters &progress,
                                    std::stop_token stop)
{
    if (!QFileInfo::exists(folder) && !QDir().mkpath(folder))
        return Error{ErrorKind::PermissionDenied, u"cannot make the folder"_s, folder, {}};
    const bool isEncrypted = request.passphrase.has_value();
    const auto name = [folder, isEncrypted, now = request.now](const BackupManifest &manifest) {
        return folder + u'/' + BackupName{manifest.catalogId, now, isEncrypted}.fileName();
    };
    return create(std::move(request), name, progress, std::move(stop));
}

Result<BackupReport> verifyBackup(const QString &backupFile, const std::optional<SecretText> &passphrase,
                                  ProgressCounters &progress, std::stop_token stop, const QString &catalogFile)
{
    const Result<std::unique_ptr<BackupWorkplace>> place =
        BackupWorkplace::beside(catalogFile.isEmpty() ? backupFile : catalogFile, u"backup-check"_s);
    if (!place)
        return place.error();
    const Result<UnpackedBackup> checked = unpackBackup({backupFile, passphrase, (*place)->path(), Unpacked::Catalog}, progress, stop);
    if (!checked)
        return checked.error();
    BackupReport report{backupFile, checked->manifest, checked->fileBytes, checked->isEncrypted, {}, {}};
    report.manifest.storeFiles = checked->storeFiles;
    report.manifest.materialFiles = checked->materialFiles;
    return report;
}

} // namespace letopis
