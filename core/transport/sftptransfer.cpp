#include "core/transport/sftptransfer.h"

#include "core/transport/orderedsink.h"
#include "core/transport/partfile.h"
#include "core/transport/queuedsink.h"
#include "core/transport/sftpworkers.h"

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

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

Result<> fetchWithAll(SftpSession &session, SftpCrew &crew, const QString &path, qint64 from, qint64 end,
                      const ByteSink &sink, LineWatch::Call &call)
{
    if (from >= end)
        return {};
    RangeBoard board(from, end, mostAhead);
    OrderedSink ordered(from, sink);
    const BytesAt put = [&](qint64 offset, QByteArrayView bytes) { return ordered.put(offset, bytes); };
    const SftpCrew::Work work = [&](SftpSession &any, LineWatch::Call &anyCall) {
        return fetchRanges(any, path, board, put, anyCall);
    };
    const int others = SftpCrew::othersFor(session, end - from);
    const Result<> own = crew.run(others, work, [&] { return work(session, call); }, call.stopToken());
    if (const std::optional<Error> error = board.error())
        return *error;
    return own;
}

// Of a download: the remote file as it was, and the local part that becomes it.
class Download
{
public:
    Download(SftpSession &session, SftpCrew &crew, const DownloadRequest &request, ProgressCounters &progress,
             LineWatch::Call &call)
        : m_session(session)
        , m_crew(crew)
        , m_request(request)
        , m_path(request.remotePath.path)
        , m_progress(progress)
        , m_call(call)
        , m_part(request.localPath)
    {
    }

    Result<Transferred> run()
    {
        const Result<RemoteFile> before = statFile(m_session, m_path);
        if (!before)
            return before.error();
        const qint64 size = before->sizeBytes;
        if (m_request.expectedSize >= 0 && size != m_request.expectedSize)
            return Error{ErrorKind::ContentMismatch,
                         u"the file has %1 bytes, not %2"_s.arg(size).arg(m_request.expectedSize),
                         m_path,
                         {}};
        const Result<qint64> from = openPart(originOf(*before));
        if (!from)
            return from.error();
        beginBytes(m_progress, *from, size);
        if (const Result<> fetched = fetch(*from, size); !fetched)
            return fetched.error();
        if (const Result<> same = checkUnchanged(originOf(*before)); !same)
            return same.error();
        m_call.suspend(); // the local disk's turn
        const Result<QByteArray> sha256 = m_part.finish(m_request.expectedSha256);
        m_call.alive();
        if (!sha256)
            return sha256.error();
        return Transferred{size, *sha256, *from};
    }

private:
    Result<qint64> openPart(const PartOrigin &origin)
    {
        m_call.suspend();
        const Result<qint64> from =
            m_part.open(m_request.resume, origin, [this] { return !m_call.isStopRequested(); });
        m_call.alive();
        return from;
    }

    Result<> fetch(qint64 from, qint64 size)
    {
        const ByteSink toFile = [this](QByteArrayView bytes) {
            m_progress.done += bytes.size();
            m_progress.bytesReceived += bytes.size();
            return m_part.write(bytes);
        };
        QueuedSink queued(toFile);
        const ByteSink toQueue = [&](QByteArrayView bytes) { return queued.put(bytes); };
        const Result<> fetched = fetchWithAll(m_session, m_crew, m_path, from, size, toQueue, m_call);
        m_call.suspend(); // the local disk's turn
        const Result<> written = queued.finish();
        m_call.alive();
        return written ? fetched : written;
    }

    Result<> checkUnchanged(const PartOrigin &before)
    {
        const Result<RemoteFile> after = statFile(m_session, m_path);
        if (!after)
            return after.error();
        if (originOf(*after) == before)
            return {};
        m_part.discard();
        return Error{ErrorKind::ContentMismatch, u"the file was changed while it was downloaded"_s, m_path, {}};
    }

    SftpSession &m_session;
    SftpCrew &m_crew;
    const DownloadRequest &m_request;
    const QString &m_path;
    ProgressCounters &m_progress;
    LineWatch::Call &m_call;
    PartFile m_part;
};

} // namespace

Result<RemoteFile> statFile(SftpSession &session, const QString &path)
{
    Result<RemoteFile> file = session.stat(path);
    if (file && !file->isRegularFile)
        return Error{
            ErrorKind::InvalidInput, file->isDirectory ? u"is a directory"_s : u"is not a regular file"_s, path, {}};
    return file;
}

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
    if (from >= end)
        return file->sizeBytes;
    const ByteSink counted = [&](QByteArrayView bytes) {
        progress.bytesReceived += bytes.size();
        return sink(bytes);
    };
    RangeBoard board(from, end, mostAhead);
    OrderedSink ordered(from, counted);
    const BytesAt put = [&](qint64 offset, QByteArrayView bytes) { return ordered.put(offset, bytes); };
    if (const Result<> fetched = fetchRanges(session, path, board, put, call); !fetched)
        return fetched.error();
    return file->sizeBytes;
}

Result<Transferred> downloadFile(SftpSession &session, SftpCrew &crew, const DownloadRequest &request,
                                 ProgressCounters &progress, LineWatch::Call &call)
{
    return Download(session, crew, request, progress, call).run();
}

} // namespace letopis
