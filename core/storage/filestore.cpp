#include "core/storage/filestore.h"

#include "core/base/durablefile.h"
#include "core/base/sha256.h"
#include "core/base/turn.h"
#include "core/domain/material.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 chunkBytes = 1024 * 1024;
constexpr qint64 forgottenAfterSeconds = 24 * 60 * 60;
constexpr qint64 givenUpAfterSeconds = 28 * forgottenAfterSeconds;
constexpr int mostOpenedCopies = 1000; // changed ones of one version
constexpr QFile::Permissions readOnly = QFile::ReadOwner | QFile::ReadUser;

Error readError(const QFile &file)
{
    if (!file.exists())
        return {ErrorKind::NotFound, u"the file is missing"_s, file.fileName(), {}};
    return {ErrorKind::PermissionDenied, file.errorString(), file.fileName(), {}};
}

Result<> checkSpace(const QString &directory, qint64 bytes)
{
    const QStorageInfo disk(directory);
    if (disk.isValid() && disk.isReady() && disk.bytesAvailable() < bytes)
        return Error{ErrorKind::DiskFull, u"%1 bytes needed, %2 free"_s.arg(bytes).arg(disk.bytesAvailable()), directory, {}};
    return {};
}

// Reads all of it, hashes it and, where there is a `to`, writes it there.
Result<StoredContent> pump(QFile &from, QFile *to, ProgressCounters &progress, const std::stop_token &stop)
{
    progress.unit = ProgressUnit::Bytes;
    progress.total = from.size();
    progress.done = 0;
    Sha256 hash;
    StoredContent content;
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        const qint64 length = from.read(chunk.data(), chunk.size());
        if (length < 0)
            return readError(from);
        if (length == 0)
            break;
        const QByteArrayView bytes(chunk.constData(), length);
        hash.add(bytes);
        if (to && to->write(bytes.data(), length) != length)
            return writeError(*to);
        content.sizeBytes += length;
        progress.done += length;
    }
    content.sha256 = hash.result();
    return content;
}

// A file that is removed again unless it was kept.
class Part
{
public:
    explicit Part(const QString &path)
        : m_file(path)
    {
    }
    ~Part()
    {
        if (!m_file.fileName().isEmpty())
            m_file.remove();
    }
    Part(const Part &) = delete;
    Part &operator=(const Part &) = delete;

    QFile &file() { return m_file; }
    Result<> open()
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return writeError(m_file);
        return {};
    }
    Result<> keepAs(const QString &path)
    {
        if (Result<> synced = syncToDisk(m_file); !synced)
            return synced;
        m_file.close();
        if (Result<> renamed = renameReplacing(m_file.fileName(), path); !renamed)
            return renamed;
        m_file.setFileName({});
        return {};
    }
    // AlreadyExists: something is there already, and is left.
    Result<> keepAsNew(const QString &path)
    {
        if (!m_file.flush())
            return writeError(m_file);
        m_file.close();
        if (!QFile::rename(m_file.fileName(), path))
            return Error{ErrorKind::AlreadyExists, u"something else has that name"_s, path, {}};
        m_file.setFileName({});
        return {};
    }

private:
    QFile m_file;
};

QDateTime before(qint64 seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(-seconds);
}

// What earlier runs left that were killed.
void removeForgotten(const QString &directory, const QStringList &names, const QDateTime &time)
{
    for (const QFileInfo &file : QDir(directory).entryInfoList(names, QDir::Files | QDir::Hidden)) {
        if (file.lastModified().toUTC() < time)
            QFile::remove(file.filePath());
    }
}

// "notes.pdf", "notes (2).pdf" …
QString numbered(const QString &name, int number)
{
    if (number < 2)
        return name;
    const QFileInfo info(name);
    const QString ending = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return u"%1 (%2)%3"_s.arg(info.completeBaseName()).arg(number).arg(ending);
}

// Empty: it cannot be read.
QByteArray sha256Of(const QString &path, std::stop_token stop)
{
    QFile file(path);
    ProgressCounters progress;
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Result<StoredContent> content = pump(file, nullptr, progress, stop);
    return content ? content->sha256 : QByteArray();
}

// Whether the file is still what it was when it was copied for somebody.
bool holds(const QString &path, const QByteArray &sha256, std::stop_token stop)
{
    return sha256Of(path, stop) == sha256;
}
} // namespace

FileStore::FileStore(QString root)
    : m_root(std::move(root))
{
}

QString FileStore::pathOf(const QByteArray &sha256) const
{
    const QString hex = QString::fromLatin1(sha256.toHex());
    return u"%1/%2/%3"_s.arg(m_root, hex.left(2), hex);
}

Result<QString> FileStore::pathFor(const QByteArray &sha256) const
{
    const QString path = pathOf(sha256);
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::PermissionDenied, u"cannot make the folder"_s, folder, {}};
    return path;
}

bool FileStore::has(const QByteArray &sha256, qint64 sizeBytes) const
{
    const QFileInfo file(pathOf(sha256));
    return file.isFile() && file.size() == sizeBytes;
}

void FileStore::remove(const QByteArray &sha256) const
{
    QFile file(pathOf(sha256));
    file.setPermissions(readOnly | QFile::WriteOwner); // Windows removes nothing that is read-only
    file.remove();
}

void FileStore::protect(const QByteArray &sha256) const
{
    QFile(pathOf(sha256)).setPermissions(readOnly);
}

Result<StoredContent> FileStore::put(const QString &localFile, ProgressCounters &progress, std::stop_token stop) const
{
    // A pipe or a device would have no end.
    const QFileInfo info(localFile);
    if (info.exists() && !info.isFile())
        return Error{ErrorKind::InvalidInput, u"not a plain file"_s, localFile, {}};
    QFile source(localFile);
    if (!source.open(QIODevice::ReadOnly))
        return readError(source);
    const QString incoming = m_root + u"/incoming"_s;
    if (!QDir().mkpath(incoming))
        return Error{ErrorKind::PermissionDenied, u"cannot make the folder"_s, incoming, {}};
    removeForgotten(incoming, {u"*.part"_s}, before(forgottenAfterSeconds));
    if (Result<> space = checkSpace(incoming, source.size()); !space)
        return space.error();
    Part part(u"%1/%2.part"_s.arg(incoming, QUuid::createUuid().toString(QUuid::Id128)));
    if (Result<> opened = part.open(); !opened)
        return opened.error();
    Result<StoredContent> content = pump(source, &part.file(), progress, stop);
    if (!content)
        return content;
    const Result<QString> path = pathFor(content->sha256);
    if (!path)
        return path.error();
    part.file().setPermissions(readOnly);
    if (Result<> kept = part.keepAs(*path); !kept)
        return kept.error();
    return content;
}

Result<> FileStore::verify(const QByteArray &sha256, ProgressCounters &progress, std::stop_token stop) const
{
    QFile file(pathOf(sha256));
    if (!file.open(QIODevice::ReadOnly))
        return readError(file);
    const Result<StoredContent> content = pump(file, nullptr, progress, stop);
    if (!content)
        return content.error();
    if (content->sha256 != sha256)
        return Error{ErrorKind::ContentMismatch, u"the stored file was changed"_s, file.fileName(), {}};
    return {};
}

Result<> FileStore::saveAs(const QByteArray &sha256, const QString &target, ProgressCounters &progress,
                           std::stop_token stop) const
{
    QFile source(pathOf(sha256));
    if (!source.open(QIODevice::ReadOnly))
        return readError(source);
    const QFileInfo place(target);
    if (place.isDir())
        return Error{ErrorKind::InvalidInput, u"a folder is in the file's place"_s, target, {}};
    if (Result<> space = checkSpace(place.absolutePath(), source.size()); !space)
        return space;
    Part part(u"%1/.%2.part"_s.arg(place.absolutePath(), QUuid::createUuid().toString(QUuid::Id128)));
    if (Result<> opened = part.open(); !opened)
        return opened;
    const Result<StoredContent> content = pump(source, &part.file(), progress, stop);
    if (!content)
        return content.error();
    if (content->sha256 != sha256)
        return Error{ErrorKind::ContentMismatch, u"the stored file was changed"_s, source.fileName(), {}};
    return part.keepAs(target);
}

Result<QString> FileStore::openable(const QByteArray &sha256, const QString &name) const
{
    const QString folder = u"%1/open/%2"_s.arg(m_root, QString::fromLatin1(sha256.toHex()));
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::PermissionDenied, u"cannot make the folder"_s, folder, {}};
    QFile source(pathOf(sha256));
    if (!source.open(QIODevice::ReadOnly))
        return readError(source);
    const QString safe = safeFileName(name);
    for (int number = 1; number <= mostOpenedCopies; ++number) {
        const QString path = folder + u'/' + numbered(safe, number);
        const QFileInfo there(path);
        if (there.exists() || there.isSymLink()) {
            if (there.isFile() && !there.isSymLink() && there.size() == source.size() && holds(path, sha256, {}))
                return path;
            continue; // a program saved there: that is somebody's work
        }
        const Result<> copied = copyTo(source, sha256, path);
        if (copied || copied.error().kind != ErrorKind::AlreadyExists)
            return copied ? Result<QString>(path) : Result<QString>(copied.error());
    }
    return Error{ErrorKind::AlreadyExists, u"too many changed copies"_s, folder, {}};
}

// A file of its own: what programs do to it never reaches the store.
Result<> FileStore::copyTo(QFile &source, const QByteArray &sha256, const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (Result<> space = checkSpace(folder, source.size()); !space)
        return space;
    Part part(u"%1/.%2.part"_s.arg(folder, QUuid::createUuid().toString(QUuid::Id128)));
    if (Result<> opened = part.open(); !opened)
        return opened;
    part.file().setPermissions(readOnly | QFile::WriteOwner | QFile::WriteUser);
    ProgressCounters progress;
    source.seek(0);
    const Result<StoredContent> content = pump(source, &part.file(), progress, {});
    if (!content)
        return content.error();
    if (content->sha256 != sha256)
        return Error{ErrorKind::ContentMismatch, u"the stored file was changed"_s, source.fileName(), {}};
    return part.keepAsNew(path);
}

QByteArray CopyDigests::digestOf(const QString &file)
{
    const QFileInfo info(file);
    const QDateTime changedAt = info.lastModified().toUTC();
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_known.constFind(file);
        if (known != m_known.constEnd() && known->sizeBytes == info.size() && known->changedAt == changedAt)
            return known->sha256;
    }
    const QByteArray sha256 = sha256Of(file, {});
    const std::lock_guard lock(m_mutex);
    m_known.insert(file, {info.size(), changedAt, sha256}); // of the time before: what came while it was read is read again
    return sha256;
}

QList<OpenedCopy> FileStore::openedCopies(const QByteArray &sha256, const QString &name, CopyDigests &digests) const
{
    const QDir folder(u"%1/open/%2"_s.arg(m_root, QString::fromLatin1(sha256.toHex())));
    const QString safe = safeFileName(name);
    const QStringList there = folder.entryList(QDir::Files | QDir::NoSymLinks);
    QList<OpenedCopy> copies;
    for (int number = 1; number <= mostOpenedCopies && !there.isEmpty(); ++number) {
        const QFileInfo file(folder.filePath(numbered(safe, number)));
        if (!there.contains(file.fileName()))
            continue;
        const QByteArray digest = digests.digestOf(file.filePath());
        if (!digest.isEmpty())
            copies += {file.filePath(), file.size(), file.lastModified().toUTC(), digest};
    }
    return copies;
}

bool FileStore::isOpenedCopy(const QString &file) const
{
    const QString opened = QDir::cleanPath(QFileInfo(m_root + u"/open"_s).absoluteFilePath()) + u'/';
    const QString clean = QDir::cleanPath(QFileInfo(file).absoluteFilePath());
    return clean.startsWith(opened) && clean.mid(opened.size()).count(u'/') == 1;
}

FileStore::RemovedCopies FileStore::removeOpenedCopies(const QByteArray &sha256) const
{
    const QString folder = u"%1/open/%2"_s.arg(m_root, QString::fromLatin1(sha256.toHex()));
    RemovedCopies removed;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks)) {
        const qint64 bytes = file.size();
        const bool isUnfinished = file.fileName().startsWith(u'.') && file.fileName().endsWith(u".part");
        if (!isUnfinished && !holds(file.filePath(), sha256, {})) {
            ++removed.changed;
        } else if (QFile::remove(file.filePath())) {
            ++removed.files;
            removed.bytes += bytes;
        }
    }
    QDir().rmdir(folder); // where it is empty
    return removed;
}

void FileStore::sweep(std::stop_token stop) const
{
    const QDateTime time = before(givenUpAfterSeconds);
    for (const QString &name : QDir(m_root).entryList({u"??"_s}, QDir::Dirs | QDir::NoDotAndDotDot))
        removeForgotten(m_root + u'/' + name, {u"*.part"_s, u"*.part.*"_s}, time);
    const QString opened = m_root + u"/open"_s;
    for (const QString &name : QDir(opened).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = opened + u'/' + name;
        removeForgotten(folder, {u".*.part"_s}, before(forgottenAfterSeconds));
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks)) {
            if (stop.stop_requested())
                return;
            if (file.lastModified().toUTC() >= time)
                continue;
            const QByteArray sha256 = sha256Of(file.filePath(), stop);
            if (!sha256.isEmpty() && has(sha256, file.size())) // else it may be the only one
                QFile::remove(file.filePath());
        }
        QDir().rmdir(folder); // where it is empty
    }
}

Result<std::unique_ptr<QLockFile>> FileStore::lock(const QString &name, std::stop_token stop) const
{
    if (!QDir().mkpath(m_root))
        return Error{ErrorKind::PermissionDenied, u"cannot make the folder"_s, m_root, {}};
    return takeTurn(u"%1/%2.lock"_s.arg(m_root, name), stop);
}

} // namespace letopis
