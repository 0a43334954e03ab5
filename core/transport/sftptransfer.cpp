#include "core/transport/sftptransfer.h"

#include "core/transport/partfile.h"
#include "core/transport/sftpfiles.h"
#include "core/transport/sftpreader.h"

#include <libssh/sftp.h>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

// How much of an upload's end is compared before going on from it.
constexpr qint64 comparedTail = 64 * 1024;

// Only regular files: opening a pipe or a device would hang the server's side.
Result<RemoteFile> statFile(SftpSession &session, const QString &path)
{
    Result<RemoteFile> file = session.stat(path);
    if (file && !file->isRegularFile)
        return Error{
            ErrorKind::InvalidInput, file->isDirectory ? u"is a directory"_s : u"is not a regular file"_s, path, {}};
    return file;
}

// Streams [from, end) to the sink.
Result<> stream(SftpSession &session, const QString &path, qint64 from, qint64 end, const ByteSink &sink,
                LineWatch::Call &call)
{
    if (from >= end)
        return {};
    const Result<SftpFile> file = session.open(path, SftpOpen::Read);
    if (!file)
        return file.error();
    SftpReader reader(session, file->get(), path, from, end);
    for (;;) {
        if (const auto interruption = call.interruption(path))
            return *interruption;
        const Result<QByteArrayView> bytes = reader.next();
        if (!bytes)
            return bytes.error();
        if (bytes->isEmpty())
            return {};
        call.suspend(); // a sink that takes its time is not the server's silence
        const Result<> taken = sink(*bytes);
        call.alive();
        if (!taken)
            return taken.error();
    }
}

PartOrigin originOf(const RemoteFile &file)
{
    return {file.sizeBytes, file.modifiedAt.isValid() ? file.modifiedAt.toMSecsSinceEpoch() : 0};
}

void beginBytes(ProgressCounters &progress, qint64 done, qint64 total)
{
    progress.unit = ProgressUnit::Bytes;
    progress.total = total;
    progress.done = done;
}

class Upload
{
public:
    Upload(SftpSession &session, const UploadRequest &request, ProgressCounters &progress, LineWatch::Call &call)
        : m_session(session)
        , m_request(request)
        , m_progress(progress)
        , m_call(call)
        , m_target(request.remotePath.path)
        , m_part(request.partId.isEmpty() ? m_target + u".part"_s : partOf(request.remotePath, request.partId).path)
        , m_local(request.localPath)
    {
    }

    Result<Transferred> run()
    {
        if (!m_local.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return Error{m_local.exists() ? ErrorKind::PermissionDenied : ErrorKind::NotFound,
                         m_local.errorString(),
                         m_request.localPath,
                         {}};
        const qint64 size = m_local.size();
        const Result<qint64> from = startingPoint(size);
        if (!from)
            return from.error();
        Result<SftpFile> file = m_session.open(m_part, *from > 0 ? SftpOpen::WriteOn : SftpOpen::WriteNew);
        if (!file)
            return file.error();
        beginBytes(m_progress, *from, size);
        const auto sent = send(file->get(), *from, size)
                              .and_then([&] { return m_session.syncToDisk(file->get(), m_part); })
                              .and_then([&] { return m_session.close(std::move(*file), m_part); })
                              .and_then([&] { return checkSize(size); })
                              .and_then([&] { return renameRemote(m_session, m_part, m_target, m_request.existing); });
        if (!sent)
            return sent.error();
        return Transferred{size, {}, *from};
    }

private:
    // Where to go on from; 0 where what is there is not the beginning of this file.
    Result<qint64> startingPoint(qint64 size)
    {
        if (!m_request.resume)
            return 0;
        const Result<RemoteFile> there = m_session.stat(m_part);
        if (!there)
            return there.error().kind == ErrorKind::NotFound ? Result<qint64>(0) : there.error();
        if (!there->isRegularFile || there->sizeBytes > size || there->sizeBytes == 0)
            return 0;
        QByteArray remoteTail;
        const qint64 from = std::max<qint64>(0, there->sizeBytes - comparedTail);
        const Result<> read = stream(
            m_session, m_part, from, there->sizeBytes,
            [&](QByteArrayView bytes) -> Result<> {
                remoteTail.append(bytes);
                return {};
            },
            m_call);
        if (!read)
            return read.error();
        const bool isSame = m_local.seek(from) && m_local.read(remoteTail.size()) == remoteTail;
        return isSame ? there->sizeBytes : 0;
    }

    Result<> send(sftp_file file, qint64 from, qint64 size)
    {
        if (!m_local.seek(from))
            return Error{ErrorKind::ContentMismatch, m_local.errorString(), m_request.localPath, {}};
        sftp_seek64(file, quint64(from));
        QByteArray block(qsizetype(m_session.writeSize()), Qt::Uninitialized);
        while (from < size) {
            if (const auto interruption = m_call.interruption(m_part))
                return *interruption;
            const qint64 got = m_local.read(block.data(), std::min<qint64>(block.size(), size - from));
            if (got <= 0)
                return Error{ErrorKind::ContentMismatch,
                             u"the file became shorter while it was sent"_s,
                             m_request.localPath,
                             {}};
            if (sftp_write(file, block.constData(), size_t(got)) != got)
                return m_session.writeFailure(m_part);
            m_call.alive();
            from += got;
            m_progress.done = from;
            m_progress.bytesReceived += got;
        }
        return {};
    }

    Result<> checkSize(qint64 size)
    {
        const Result<RemoteFile> there = m_session.stat(m_part);
        if (!there)
            return there.error();
        if (there->sizeBytes != size)
            return Error{ErrorKind::ContentMismatch,
                         u"the server holds %1 bytes of %2"_s.arg(there->sizeBytes).arg(size),
                         m_target,
                         {}};
        return {};
    }

    SftpSession &m_session;
    const UploadRequest &m_request;
    ProgressCounters &m_progress;
    LineWatch::Call &m_call;
    QString m_target;
    QString m_part;
    QFile m_local;
};

} // namespace

Result<qint64> readRange(SftpSession &session, const QString &path, qint64 from, qint64 length, const ByteSink &sink,
                         ProgressCounters &progress, LineWatch::Call &call)
{
    if (from < 0 || length < -1)
        return Error{ErrorKind::InvalidInput, u"a range before the file"_s, path, {}};
    const Result<RemoteFile> file = statFile(session, path);
    if (!file)
        return file.error();
    const qint64 left = std::max<qint64>(0, file->sizeBytes - from);
    const qint64 end = from + (length < 0 ? left : std::min(left, length));
    const ByteSink counted = [&](QByteArrayView bytes) {
        progress.bytesReceived += bytes.size();
        return sink(bytes);
    };
    if (const Result<> streamed = stream(session, path, from, end, counted, call); !streamed)
        return streamed.error();
    return file->sizeBytes;
}

Result<Transferred> downloadFile(SftpSession &session, const DownloadRequest &request, ProgressCounters &progress,
                            LineWatch::Call &call)
{
    const QString &path = request.remotePath.path;
    const Result<RemoteFile> before = statFile(session, path);
    if (!before)
        return before.error();
    const qint64 size = before->sizeBytes;
    if (request.expectedSize >= 0 && size != request.expectedSize)
        return Error{ErrorKind::ContentMismatch,
                     u"the file has %1 bytes, not %2"_s.arg(size).arg(request.expectedSize),
                     path,
                     {}};
    PartFile part(request.localPath);
    const Result<qint64> from = part.open(request.resume, originOf(*before), [&] {
        call.alive();
        return !call.isStopRequested();
    });
    if (!from)
        return from.error();
    beginBytes(progress, *from, size);
    const ByteSink toFile = [&](QByteArrayView bytes) {
        progress.done += bytes.size();
        progress.bytesReceived += bytes.size();
        return part.write(bytes);
    };
    if (const Result<> streamed = stream(session, path, *from, size, toFile, call); !streamed)
        return streamed.error();
    const Result<RemoteFile> after = statFile(session, path);
    if (!after)
        return after.error();
    if (originOf(*after) != originOf(*before)) {
        part.discard();
        return Error{ErrorKind::ContentMismatch, u"the file was changed while it was downloaded"_s, path, {}};
    }
    const Result<QByteArray> sha256 = part.finish(request.expectedSha256);
    if (!sha256)
        return sha256.error();
    return Transferred{size, *sha256, *from};
}

Result<Transferred> uploadFile(SftpSession &session, const UploadRequest &request, ProgressCounters &progress,
                          LineWatch::Call &call)
{
    return Upload(session, request, progress, call).run();
}

} // namespace letopis
