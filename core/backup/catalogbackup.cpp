#include "core/backup/catalogbackup.h"

#include "core/backup/backupname.h"
#include "core/backup/backupunpacker.h"
#include "core/backup/tararchive.h"
#include "core/base/durablefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QStorageInfo>

#include <map>
#include <vector>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

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
        BackupManifest &manifest = m_report.manifest;
        manifest = {.application = m_request.application,
                    .createdAt = m_request.now,
                    .catalogId = identity->catalogId,
                    .schema = identity->schema,
                    .catalogBytes = QFileInfo(m_snapshot).size(),
                    .settingsBytes = m_settings ? m_settings->size() : -1,
                    .storeFiles = std::ssize(m_stored),
                    .storeBytes = 0,
                    .auditEvents = identity->auditEvents,
                    .auditHead = identity->auditHead};
        for (const StoredFile &file : m_stored)
            manifest.storeBytes += file.size;
        m_progress.total = 2 * (manifest.catalogBytes + manifest.storeBytes);
        return {};
    }

    const BackupManifest &manifest() const { return m_report.manifest; }

    Result<BackupReport> packInto(const QString &part)
    {
        const Result<std::unique_ptr<BackupFileWriter>> file = 
            BackupFileWriter::create(part, m_request.passphrase, m_request.keyCost);
        if (!file)
            return file.error();
        const Result<std::unique_ptr<TarWriter>> tar = TarWriter::create(**file, m_request.now, m_progress, m_stop);
        if (!tar)
            return tar.error();
        if (Result<> packed = pack(**tar); !packed)
            return packed.error();
        if (Result<> closed = (*tar)->finish(); !closed)
            return closed.error();
        QFile::remove(m_snapshot); // the check needs the room again
        m_report.isEncrypted = m_request.passphrase.has_value();
        return m_report;
    }

private:
    // The snapshot, and again when it is checked; never both at once.
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
            if (Result<> added = addStored(tar, file); !added)
                return added;
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
        QCryptographicHash hash(QCryptographicHash::Sha256);
        Result<> added = tar.add("catalog.sqlite", file, m_report.manifest.catalogBytes, [&hash](QByteArrayView bytes) {
            hash.addData(bytes);
            return Result<>();
        });
        m_sums["catalog.sqlite"] = hash.result();
        return added;
    }

    // Read twice: an entry's size and content cannot be taken back once they are in the archive.
    Result<> addStored(TarWriter &tar, const StoredFile &stored)
    {
        const QByteArray name = entryName(stored);
        QFile file(m_request.files.store + QString::fromLatin1(name.sliced(5)));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const bool isWhole = file.open(QIODevice::ReadOnly) && file.size() == stored.size && hash.addData(&file) &&
                             hash.result() == stored.sha256 && file.seek(0);
        if (!isWhole) {
            m_report.damagedFiles += QString::fromLatin1(name);
            return {};
        }
        return tar.add(name, file, stored.size);
    }

    const BackupRequest &m_request;
    const QString m_snapshot;
    ProgressCounters &m_progress;
    std::stop_token m_stop;
    std::optional<QByteArray> m_settings;
    std::vector<StoredFile> m_stored;
    std::map<QByteArray, QByteArray> m_sums;
    BackupReport m_report;
};

// Removes a part that came to nothing.
struct PartGuard
{
    QString path;
    ~PartGuard() { QFile::remove(path); }
};

Result<BackupReport> packAndCheck(const BackupRequest &request, const BackupWorkplace &place, Packer &packer,
                                  ProgressCounters &progress, std::stop_token stop)
{
    if (QFileInfo::exists(request.backupFile))
        return Error{ErrorKind::AlreadyExists, u"there is a file of this name"_s, request.backupFile, {}};
    const PartGuard part{request.backupFile + u".part"_s};
    QFile::remove(part.path);
    Result<BackupReport> report = packer.packInto(part.path);
    if (!report)
        return report;
    const Result<UnpackedBackup> checked =
        unpackBackup({part.path, request.passphrase, place.path(), false}, progress, stop);
    if (!checked)
        return checked.error();
    if (Result<> named = renameReplacing(part.path, request.backupFile); !named)
        return named.error();
    report->file = request.backupFile;
    report->fileBytes = checked->fileBytes;
    return report;
}

} // namespace

Result<BackupReport> createBackup(const BackupRequest &request, ProgressCounters &progress, std::stop_token stop)
{
    progress.unit = ProgressUnit::Bytes;
    const Result<std::unique_ptr<BackupWorkplace>> place = BackupWorkplace::beside(request.files.catalog);
    if (!place)
        return place.error();
    Packer packer(request, **place, progress, stop);
    if (Result<> prepared = packer.prepare(); !prepared)
        return prepared.error();
    return packAndCheck(request, **place, packer, progress, stop);
}

Result<BackupReport> createBackupIn(const QString &folder, BackupRequest request, ProgressCounters &progress,
                                    std::stop_token stop)
{
    progress.unit = ProgressUnit::Bytes;
    if (!QFileInfo::exists(folder) && !QDir().mkpath(folder))
        return Error{ErrorKind::PermissionDenied, u"cannot make the folder"_s, folder, {}};
    const Result<std::unique_ptr<BackupWorkplace>> place = BackupWorkplace::beside(request.files.catalog);
    if (!place)
        return place.error();
    Packer packer(request, **place, progress, stop);
    if (Result<> prepared = packer.prepare(); !prepared)
        return prepared.error();
    const BackupName name{packer.manifest().catalogId, request.now, request.passphrase.has_value()};
    request.backupFile = folder + u'/' + name.fileName();
    return packAndCheck(request, **place, packer, progress, stop);
}

Result<BackupReport> verifyBackup(const QString &backupFile, const std::optional<SecretText> &passphrase,
                                  ProgressCounters &progress, std::stop_token stop)
{
    const Result<std::unique_ptr<BackupWorkplace>> place = BackupWorkplace::temporary();
    if (!place)
        return place.error();
    const Result<UnpackedBackup> checked = unpackBackup({backupFile, passphrase, (*place)->path(), false}, progress, stop);
    if (!checked)
        return checked.error();
    BackupReport report{backupFile, checked->manifest, checked->fileBytes, checked->isEncrypted, {}};
    report.manifest.storeFiles = checked->storeFiles;
    return report;
}

} // namespace letopis
