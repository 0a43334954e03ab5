#include "core/transport/partfile.h"

#include "core/base/durablefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

bool isDiskFullCode(int code)
{
#ifdef EDQUOT
    if (code == EDQUOT)
        return true;
#endif
    return code == ENOSPC;
}

std::optional<PartOrigin> readNote(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> words = file.read(100).simplified().split(' ');
    if (words.size() != 2)
        return {};
    return PartOrigin{words[0].toLongLong(), words[1].toLongLong()};
}

bool writeNote(const QString &name, const PartOrigin &origin)
{
    QSaveFile file(name);
    const QByteArray text = QByteArray::number(origin.sizeBytes) + ' ' + QByteArray::number(origin.modifiedMs) + '\n';
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

} // namespace

PartFile::PartFile(const QString &target)
    : m_target(target)
    , m_part(target + u".part"_s)
{
}

Error PartFile::failure(const QString &what) const
{
    const int code = errno;
    const bool isFull = isDiskFullCode(code) || m_part.error() == QFileDevice::ResourceError;
    return {isFull ? ErrorKind::DiskFull : ErrorKind::PermissionDenied,
            what + u": "_s + m_part.errorString(),
            m_part.fileName(),
            {}};
}

Result<qint64> PartFile::open(bool resume, const PartOrigin &origin, const std::function<bool()> &goOn)
{
    const QString directory = QFileInfo(m_target).absolutePath();
    if (!QDir().mkpath(directory))
        return Error{ErrorKind::PermissionDenied, u"the directory cannot be made"_s, directory, {}};
    const std::optional<PartOrigin> known = readNote(noteName());
    if (resume && known && *known == origin && QFileInfo(m_part.fileName()).size() <= origin.sizeBytes &&
        QFile::exists(m_part.fileName()))
        return reuse(goOn);
    errno = 0;
    // The note first: a part without the right note is never gone on from.
    if (!m_part.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return failure(u"the file cannot be made"_s);
    if (!writeNote(noteName(), origin))
        return failure(u"the note beside the file cannot be written"_s);
    return 0;
}

Result<qint64> PartFile::reuse(const std::function<bool()> &goOn)
{
    errno = 0;
    if (!m_part.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return failure(u"the file cannot be opened"_s);
    QByteArray block(1 << 20, Qt::Uninitialized);
    for (qint64 got = 0; (got = m_part.read(block.data(), block.size())) > 0;) {
        m_hash.add(QByteArrayView(block.constData(), got));
        if (!goOn())
            return Error{ErrorKind::Cancelled, {}, m_target, {}};
    }
    const qint64 size = m_part.size();
    if (!m_part.seek(size))
        return failure(u"the file cannot be gone on with"_s);
    return size;
}

Result<> PartFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        errno = 0;
        const qint64 written = m_part.write(bytes.data(), bytes.size());
        if (written <= 0)
            return failure(u"writing failed"_s);
        m_hash.add(bytes.first(written));
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<QByteArray> PartFile::finish(const QByteArray &expectedSha256)
{
    const QByteArray sha256 = m_hash.result();
    if (!expectedSha256.isEmpty() && sha256 != expectedSha256) {
        discard();
        return Error{ErrorKind::ContentMismatch, u"the SHA-256 differs from the one promised"_s, m_target, {}};
    }
    if (const Result<> synced = syncToDisk(m_part); !synced)
        return synced.error();
    m_part.close();
    if (const Result<> renamed = renameReplacing(m_part.fileName(), m_target); !renamed)
        return renamed.error();
    QFile::remove(noteName());
    return sha256;
}

void PartFile::discard()
{
    m_part.close();
    m_part.remove();
    QFile::remove(noteName());
}

} // namespace letopis
