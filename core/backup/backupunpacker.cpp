#include "core/backup/backupunpacker.h"

#include "core/backup/backupfileformats.h"
#include "core/backup/tararchive.h"
#include "core/base/durablefile.h"
#include "core/base/sha256.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QStorageInfo>

#include <algorithm>
#include <map>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestText = 64 * 1024;           // manifest.json, SHA256SUMS
constexpr qint64 largestSettings = 16 * 1024 * 1024;
constexpr qint64 spareDisk = 16 * 1024 * 1024;
constexpr qint64 alwaysAllowed = 1LL << 30; // a small file may become this large
constexpr qint64 mostRatio = 1000;          // SQLite pages shrink to a fifth, sometimes to a thirtieth

class Unpacker
{
public:
    Unpacker(const UnpackRequest &request, TarReader &tar, qint64 fileBytes)
        : m_request(request)
        , m_tar(tar)
        , m_fileBytes(fileBytes)
    {
    }

    Result<UnpackedBackup> run(ProgressCounters &progress)
    {
        for (;;) {
            const Result<std::optional<TarEntry>> entry = m_tar.next();
            if (!entry)
                return entry.error();
            if (!*entry)
                break;
            if (Result<> taken = take(**entry, progress); !taken)
                return taken.error();
        }
        if (!m_areSumsSeen)
            return damaged(u"it is not complete"_s);
        if (Result<> whole = m_tar.finish(); !whole)
            return whole.error();
        return m_found;
    }

private:
    bool keepsStores() const { return m_request.kept == Unpacked::Everything; }
    static Error damaged(const QString &how) { return damagedBackup({}, how); }

    Result<> take(const TarEntry &entry, ProgressCounters &progress)
    {
        if (m_areSumsSeen || m_sums.contains(entry.name))
            return damaged(u"an entry too many"_s);
        if (m_sums.empty())
            return entry.name == "manifest.json" ? takeManifest(entry, progress) : Result<>(damaged(u"no manifest"_s));
        if (entry.name == "catalog.sqlite" && entry.size == m_found.manifest.catalogBytes)
            return takeFile(entry, u"catalog.sqlite"_s);
        if (entry.name == "settings.ini" && entry.size == m_found.manifest.settingsBytes && entry.size <= largestSettings) {
            m_found.hasSettings = true;
            return takeFile(entry, u"settings.ini"_s);
        }
        if (entry.name == "SHA256SUMS")
            return takeSums(entry);
        return takeContent(entry);
    }

    Result<QByteArray> readText(const TarEntry &entry)
    {
        if (entry.size > longestText)
            return damaged(u"an entry too large"_s);
        QByteArray text;
        Result<> read = m_tar.read([&text](QByteArrayView bytes) -> Result<> {
            if (text.size() + bytes.size() > longestText)
                return damaged(u"an entry too large"_s);
            text.append(bytes);
            return {};
        });
        return read ? Result<QByteArray>(text) : Result<QByteArray>(read.error());
    }

    Result<> takeManifest(const TarEntry &entry, ProgressCounters &progress)
    {
        const Result<QByteArray> text = readText(entry);
        if (!text)
            return text.error();
        const Result<BackupManifest> manifest = manifestFromJson(*text);
        if (!manifest)
            return manifest.error();
        m_found.manifest = *manifest;
        m_sums[entry.name] = QCryptographicHash::hash(*text, QCryptographicHash::Sha256);
        progress.total = progress.done + manifest->catalogBytes + manifest->storeBytes + manifest->materialBytes;
        return checkRoom();
    }

    Result<> checkRoom() const
    {
        const BackupManifest &manifest = m_found.manifest;
        const qint64 stores = manifest.storeBytes + manifest.materialBytes;
        const qint64 all = manifest.catalogBytes + stores;
        if (all > std::max(alwaysAllowed, m_fileBytes * mostRatio))
            return Error{ErrorKind::TooLarge, u"the backup would unpack to %1 bytes"_s.arg(all), {}, {}};
        if (m_request.kept == Unpacked::Nothing)
            return {};
        const qint64 written = manifest.catalogBytes + (keepsStores() ? stores : 0) + spareDisk;
        const QStorageInfo disk(m_request.folder);
        if (disk.isValid() && disk.bytesAvailable() < written) {
            return Error{ErrorKind::DiskFull, u"%1 bytes needed, %2 free"_s.arg(written).arg(disk.bytesAvailable()),
                         m_request.folder, {}};
        }
        return {};
    }

    // Into a file of the folder, or nowhere; returns the SHA-256.
    Result<QByteArray> copy(const TarEntry &entry, const QString &path)
    {
        QFile file(path);
        if (!path.isEmpty() &&
            !file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner))
            return writeError(file);
        Sha256 hash;
        qint64 size = 0;
        Result<> read = m_tar.read([&](QByteArrayView bytes) -> Result<> {
            size += bytes.size();
            if (size > entry.size)
                return damaged(u"an entry larger than it says"_s);
            hash.add(bytes);
            if (file.isOpen() && file.write(bytes.data(), bytes.size()) != bytes.size())
                return writeError(file);
            return {};
        });
        if (!read)
            return read.error();
        if (size != entry.size)
            return damaged(u"an entry smaller than it says"_s);
        if (file.isOpen() && keepsStores()) { // else nobody needs it after a power cut
            if (Result<> synced = syncToDisk(file); !synced)
                return synced.error();
        }
        return hash.result();
    }

    Result<> takeFile(const TarEntry &entry, const QString &name)
    {
        const Result<QByteArray> sum = copy(entry, m_request.kept == Unpacked::Nothing ? QString() : m_request.folder + u'/' + name);
        if (!sum)
            return sum.error();
        m_sums[entry.name] = *sum;
        return {};
    }

    // store/ab/<64 digits>.gz or materials/ab/<64 digits>, named by its SHA-256: a name with any other meaning does not get
    // here.
    Result<> takeContent(const TarEntry &entry)
    {
        static const QRegularExpression pattern(
            u"\\A(?:(store)|materials)/([0-9a-f]{2})/(\\2[0-9a-f]{62})(?(1)\\.gz)\\z"_s);
        const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(entry.name));
        if (!match.hasMatch() || !isPromised(entry, match.captured(1).isEmpty()))
            return damaged(u"an entry that does not belong there"_s);
        QString path;
        if (keepsStores()) {
            path = m_request.folder + u'/' + QString::fromLatin1(entry.name);
            const QString folder = QFileInfo(path).path();
            if (!QDir().mkpath(folder))
                return Error{ErrorKind::PermissionDenied, u"cannot make the folder"_s, folder, {}};
            if (QFile::exists(path))
                return damaged(u"an entry twice"_s);
        }
        const Result<QByteArray> sum = copy(entry, path);
        if (!sum)
            return sum.error();
        if (sum->toHex() != match.captured(3).toLatin1())
            return damaged(u"a stored file is not what its name says"_s);
        return {};
    }

    // Counts it; false where it is more than the manifest says.
    bool isPromised(const TarEntry &entry, bool isMaterial)
    {
        qint64 &files = isMaterial ? m_found.materialFiles : m_found.storeFiles;
        qint64 &bytes = isMaterial ? m_materialBytes : m_storeBytes;
        const BackupManifest &manifest = m_found.manifest;
        bytes += entry.size;
        ++files;
        return files <= (isMaterial ? manifest.materialFiles : manifest.storeFiles) &&
               bytes <= (isMaterial ? manifest.materialBytes : manifest.storeBytes);
    }

    // The last entry, as sha256sum writes it.
    Result<> takeSums(const TarEntry &entry)
    {
        const Result<QByteArray> text = readText(entry);
        if (!text)
            return text.error();
        QByteArray expected;
        for (const auto &[name, sum] : m_sums)
            expected += sum.toHex() + "  " + name + '\n';
        const bool isComplete = m_sums.contains("catalog.sqlite") &&
                                m_found.hasSettings == (m_found.manifest.settingsBytes >= 0);
        if (!isComplete || *text != expected)
            return damaged(u"a checksum differs"_s);
        m_areSumsSeen = true;
        return {};
    }

    const UnpackRequest &m_request;
    TarReader &m_tar;
    const qint64 m_fileBytes;
    UnpackedBackup m_found;
    std::map<QByteArray, QByteArray> m_sums; // by name, of what is not named by its sum
    qint64 m_storeBytes = 0;
    qint64 m_materialBytes = 0;
    bool m_areSumsSeen = false;
};

Result<> compareWithManifest(const CatalogIdentity &identity, const BackupManifest &manifest)
{
    const CatalogIdentity promised{manifest.schema, manifest.auditEvents, manifest.auditHead, manifest.catalogId};
    if (identity == promised)
        return {};
    return damagedBackup({}, u"its catalog is not the one that was packed"_s);
}

Result<UnpackedBackup> unpack(const UnpackRequest &request, ProgressCounters &progress, std::stop_token stop)
{
    const Result<bool> isEncrypted = isEncryptedBackup(request.backupFile);
    if (!isEncrypted)
        return isEncrypted.error();
    const Result<std::unique_ptr<BackupFileReader>> file = BackupFileReader::open(request.backupFile, request.passphrase, request.knownKey);
    if (!file)
        return file.error();
    const Result<std::unique_ptr<TarReader>> tar = TarReader::create(**file, progress, stop);
    if (!tar)
        return tar.error();
    Result<UnpackedBackup> unpacked = Unpacker(request, **tar, (*file)->fileSize()).run(progress);
    if (!unpacked)
        return unpacked;
    unpacked->isEncrypted = *isEncrypted;
    unpacked->fileBytes = (*file)->fileSize();
    if (request.kept == Unpacked::Nothing)
        return unpacked;
    const Result<CatalogIdentity> identity =
        checkCatalog(request.folder + u"/catalog.sqlite"_s, request.folder + u"/fresh.sqlite"_s, stop);
    if (!identity)
        return identity.error();
    if (Result<> same = compareWithManifest(*identity, unpacked->manifest); !same)
        return same.error();
    return unpacked;
}

} // namespace

Result<UnpackedBackup> unpackBackup(const UnpackRequest &request, ProgressCounters &progress, std::stop_token stop)
{
    progress.unit = ProgressUnit::Bytes;
    Result<UnpackedBackup> unpacked = unpack(request, progress, stop);
    if (unpacked) {
        progress.done = progress.total.load(); // that was a bound: of what was left out, and without the small entries
        return unpacked;
    }
    Error error = unpacked.error();
    if (error.kind != ErrorKind::DiskFull)
        error.subject = request.backupFile;
    return error;
}

} // namespace letopis
