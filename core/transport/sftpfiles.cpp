#include "core/transport/sftpfiles.h"

#include "core/transport/sftptransfer.h"

#include <QUuid>

#include <libssh/sftp.h>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

Result<> writeWhole(SftpSession &session, const QString &path, const QByteArray &content, LineWatch::Call &call)
{
    Result<SftpFile> file = session.open(path, SftpOpen::WriteNew);
    if (!file)
        return file.error();
    for (qsizetype at = 0; at < content.size();) {
        if (const auto interruption = call.interruption(path))
            return *interruption;
        const qsizetype count = std::min<qsizetype>(session.writeSize(), content.size() - at);
        if (sftp_write(file->get(), content.constData() + at, size_t(count)) != count)
            return session.writeFailure(path);
        call.alive();
        at += count;
    }
    if (const Result<> synced = session.syncToDisk(file->get(), path); !synced)
        return synced;
    return session.close(std::move(*file), path);
}

} // namespace

Result<QByteArray> readSmallFile(SftpSession &session, const RemotePath &path, qint64 maxBytes, LineWatch::Call &call)
{
    QByteArray content;
    const ByteSink sink = [&](QByteArrayView bytes) -> Result<> {
        if (content.size() + bytes.size() > maxBytes)
            return Error{ErrorKind::TooLarge, u"the file has more than %1 bytes"_s.arg(maxBytes), path.path, {}};
        content.append(bytes);
        return {};
    };
    ProgressCounters progress;
    // One byte more than is wanted, so that a file of more is told from one of just that many.
    const qint64 length = maxBytes == std::numeric_limits<qint64>::max() ? -1 : maxBytes + 1;
    if (const auto read = readRange(session, path.path, 0, length, sink, progress, call); !read)
        return read.error();
    return content;
}

Result<> writeSmallFile(SftpSession &session, const RemotePath &path, const QByteArray &content, Existing existing,
                        LineWatch::Call &call)
{
    const QString part = partOf(path, QUuid::createUuid().toString(QUuid::Id128)).path;
    const Result<> written = writeWhole(session, part, content, call).and_then([&] {
        return renameRemote(session, part, path.path, existing);
    });
    if (!written && session.isUp()) {
        if (const Result<> removed = session.remove(part); !removed)
            return written;
    }
    return written;
}

Result<> makeRemoteDirectories(SftpSession &session, const RemotePath &directory, LineWatch::Call &call)
{
    QStringList missing;
    for (QString at = directory.path;; at.truncate(std::max<qsizetype>(1, at.lastIndexOf(u'/')))) {
        if (const auto interruption = call.interruption(at))
            return *interruption;
        const Result<RemoteFile> there = session.stat(at);
        if (there && !there->isDirectory)
            return Error{ErrorKind::AlreadyExists, u"is not a directory"_s, at, {}};
        if (there)
            break;
        if (there.error().kind != ErrorKind::NotFound || at == u"/"_s || at == directory.root)
            return there.error();
        missing.prepend(at);
        call.alive();
    }
    for (const QString &path : missing) {
        const Result<> made = session.makeDirectory(path);
        call.alive();
        if (made)
            continue;
        // Somebody else may have been quicker.
        const Result<RemoteFile> there = directory.root.isEmpty() ? session.stat(path) : session.linkStat(path);
        if (!there || !there->isDirectory)
            return made;
    }
    return {};
}

Result<> renameRemote(SftpSession &session, const QString &from, const QString &to, Existing existing)
{
    return existing == Existing::Replace ? session.replace(from, to) : session.renameNew(from, to);
}

} // namespace letopis
