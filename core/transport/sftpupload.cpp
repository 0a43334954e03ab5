#include "core/transport/sftpupload.h"

#include "core/base/sha256.h"
#include "core/transport/sftpfiles.h"
#include "core/transport/sftptransfer.h"
#include "core/transport/sftpworkers.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

// Before going on from what an earlier attempt left, so many places of it are compared: what a server lost in a crash,
// or another file of that name, does not pass. Reading everything back would take as long as sending it again.
constexpr int comparedPlaces = 64;
constexpr qint64 comparedBytes = 16 * 1024;
// A file this small is sent over one session, in order: its part is whole up to its end.
constexpr qint64 alwaysInOrder = mostAhead;
// While the server writes to its disk it sends nothing.
constexpr qint64 slowDiskBytesPerMs = 4'000;

// The local file: read in order for the first time, which is when it is hashed; again what a session gave back.
class Source
{
public:
    explicit Source(const QString &path)
        : m_file(path)
    {
    }

    Result<> open()
    {
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return Error{m_file.exists() ? ErrorKind::PermissionDenied : ErrorKind::NotFound,
                         m_file.errorString(),
                         m_file.fileName(),
                         {}};
        m_size = m_file.size();
        m_modified = QFileInfo(m_file.fileName()).lastModified();
        return {};
    }

    qint64 size() const { return m_size; }

    // Hashes what need not be sent.
    Result<> skipTo(qint64 from, const LineWatch::Call &call)
    {
        while (m_hashedTo < from) {
            if (call.isStopRequested())
                return Error{ErrorKind::Cancelled, {}, m_file.fileName(), {}};
            const TransferRange range{m_hashedTo, std::min<qint64>(1 << 20, from - m_hashedTo)};
            const Result<QByteArray> bytes = at(range);
            if (!bytes)
                return bytes.error();
            hash(range, *bytes);
        }
        return {};
    }

    Result<std::optional<Piece>> next(RangeBoard &board, qint64 maxBytes)
    {
        const std::lock_guard lock(m_mutex); // over both: the hash wants them in the board's order
        const std::optional<TransferRange> range = board.take(maxBytes);
        if (!range)
            return std::optional<Piece>();
        Result<QByteArray> bytes = at(*range);
        if (!bytes)
            return bytes.error();
        hash(*range, *bytes);
        return std::optional<Piece>(Piece{*range, std::move(bytes).value()});
    }

    Result<QByteArray> at(const TransferRange &range)
    {
        QByteArray bytes(qsizetype(range.length), Qt::Uninitialized);
        if (!m_file.seek(range.offset) || m_file.read(bytes.data(), bytes.size()) != bytes.size())
            return changed();
        return bytes;
    }

    // ContentMismatch where it is not the file any more that was opened.
    Result<> checkUnchanged() const
    {
        const QFileInfo now(m_file.fileName());
        return now.size() == m_size && now.lastModified() == m_modified ? Result<>() : changed();
    }

    QByteArray sha256() { return m_hash.result(); }

private:
    void hash(const TransferRange &range, const QByteArray &bytes)
    {
        if (range.offset != m_hashedTo) // given back, and hashed the first time
            return;
        m_hash.add(bytes);
        m_hashedTo = range.end();
    }

    Error changed() const
    {
        return {ErrorKind::ContentMismatch, u"the file was changed while it was sent"_s, m_file.fileName(), {}};
    }

    std::mutex m_mutex;
    QFile m_file;
    qint64 m_size = 0;
    QDateTime m_modified;
    Sha256 m_hash;
    qint64 m_hashedTo = 0;
};

class Upload
{
public:
    Upload(SftpSession &session, SftpCrew &crew, const UploadRequest &request, ProgressCounters &progress,
           LineWatch::Call &call)
        : m_session(session)
        , m_crew(crew)
        , m_request(request)
        , m_progress(progress)
        , m_call(call)
        , m_target(request.remotePath.path)
        , m_part(request.partId.isEmpty() ? m_target + u".part"_s : partOf(request.remotePath, request.partId).path)
        , m_source(request.localPath)
    {
    }

    Result<Transferred> run()
    {
        if (const Result<> ready = m_source.open().and_then([&] { return checkTarget(); }); !ready)
            return ready.error();
        const Result<qint64> from = startingPoint();
        if (!from)
            return from.error();
        if (const Result<> sent = checkSpace().and_then([&] { return send(*from); }); !sent)
            return sent.error();
        const QByteArray sha256 = m_source.sha256();
        const Result<> finished = m_source.checkUnchanged()
                                      .and_then([&] { return checkHash(sha256); })
                                      .and_then([&] { return checkSize(); })
                                      .and_then([&] {
                                          return renameRemote(m_session, m_part, m_target, m_request.existing);
                                      });
        if (!finished && finished.error().kind == ErrorKind::ContentMismatch)
            removePart();
        if (!finished)
            return finished.error();
        return Transferred{m_source.size(), sha256, *from};
    }

private:
    // Sending a whole file only to hear that its name is taken would be a pity.
    Result<> checkTarget()
    {
        if (m_request.existing == Existing::Keep && m_session.linkStat(m_target))
            return Error{ErrorKind::AlreadyExists, u"the name is taken"_s, m_target, {}};
        return {};
    }

    // Where to go on from; 0 where what is there is not the beginning of this file.
    Result<qint64> startingPoint()
    {
        const Result<RemoteFile> there = m_session.linkStat(m_part);
        if (!there)
            return there.error().kind == ErrorKind::NotFound ? Result<qint64>(0) : there.error();
        if (!there->isRegularFile) // a link would lead the bytes elsewhere
            return Error{ErrorKind::InvalidInput, u"is not a regular file"_s, m_part, {}};
        m_bytesThere = there->sizeBytes;
        if (!m_request.resume || there->sizeBytes > m_source.size())
            return 0;
        const qint64 holes = m_source.size() <= alwaysInOrder ? 0 : mostAhead;
        const qint64 from = std::max<qint64>(0, there->sizeBytes - holes);
        const Result<bool> isSame = isBeginning(from);
        if (!isSame)
            return isSame.error();
        return *isSame ? from : 0;
    }

    Result<bool> isBeginning(qint64 length)
    {
        if (length == 0)
            return true;
        RangeBoard board(length, length, mostAhead);
        const qint64 count = std::clamp<qint64>(length / comparedBytes, 1, comparedPlaces);
        const qint64 bytes = std::min(length, comparedBytes);
        for (qint64 i = 1; i <= count; ++i)
            board.giveBack({(length / count) * i - bytes + (i == count ? length % count : 0), bytes});
        bool isSame = true;
        const BytesAt compare = [&](qint64 offset, QByteArrayView remote) -> Result<> {
            const Result<QByteArray> local = m_source.at({offset, remote.size()});
            if (!local)
                return local.error();
            isSame = isSame && *local == remote;
            return {};
        };
        if (const Result<> fetched = fetchRanges(m_session, m_part, board, compare, m_call); !fetched)
            return fetched.error();
        return isSame;
    }

    Result<> checkSpace()
    {
        const std::optional<qint64> left = m_session.freeSpace(m_request.remotePath.parent().path);
        if (left && *left < m_source.size() - m_bytesThere)
            return Error{ErrorKind::DiskFull, u"the server has room for %1 bytes"_s.arg(*left), m_target, {}};
        return {};
    }

    Result<> send(qint64 from)
    {
        Result<SftpFile> file = m_session.open(m_part, from > 0 ? SftpOpen::WriteOn : SftpOpen::WriteNew);
        if (!file)
            return file.error();
        m_call.suspend();
        const Result<> skipped = m_source.skipTo(from, m_call);
        m_call.alive();
        if (!skipped)
            return skipped;
        m_progress.unit = ProgressUnit::Bytes;
        m_progress.total = m_source.size();
        m_progress.done = from;
        if (const Result<> sent = sendWithAll(file->get(), from); !sent)
            return sent.error().kind == ErrorKind::ServerRefused ? m_session.writeFailure(sent.error(), m_target) : sent;
        m_call.setPatience(std::chrono::milliseconds(60'000 + m_source.size() / slowDiskBytesPerMs));
        const Result<> synced = m_session.syncToDisk(file->get(), m_part);
        m_call.resetPatience();
        if (!synced)
            return synced;
        return m_session.close(std::move(*file), m_part);
    }

    Result<> sendWithAll(sftp_file file, qint64 from)
    {
        const qint64 end = m_source.size();
        if (from >= end)
            return {};
        RangeBoard board(from, end, mostAhead);
        const PieceSource source = [&](qint64 maxBytes) { return m_source.next(board, maxBytes); };
        const WrittenRange written = [&](const TransferRange &range) {
            m_progress.done += range.length;
            m_progress.bytesReceived += range.length;
        };
        const SftpCrew::Work other = [&](SftpSession &session, LineWatch::Call &call) -> Result<> {
            const Result<SftpFile> part = session.open(m_part, SftpOpen::WriteOn);
            if (!part)
                return part.error();
            return sendRanges(session, part->get(), m_part, board, source, written, call);
        };
        const auto own = [&] { return sendRanges(m_session, file, m_part, board, source, written, m_call); };
        const int others = end <= alwaysInOrder ? 0 : SftpCrew::othersFor(m_session, end - from);
        const Result<> sent = m_crew.run(others, other, own, m_call.stopToken());
        if (const std::optional<Error> error = board.error())
            return *error;
        return sent;
    }

    Result<> checkHash(const QByteArray &sha256) const
    {
        if (m_request.expectedSha256.isEmpty() || m_request.expectedSha256 == sha256)
            return {};
        return Error{ErrorKind::ContentMismatch,
                     u"the SHA-256 differs from the one promised"_s,
                     m_request.localPath,
                     {}};
    }

    Result<> checkSize()
    {
        const Result<RemoteFile> there = m_session.stat(m_part);
        if (!there)
            return there.error();
        if (there->sizeBytes != m_source.size())
            return Error{ErrorKind::ContentMismatch,
                         u"the server holds %1 bytes of %2"_s.arg(there->sizeBytes).arg(m_source.size()),
                         m_target,
                         {}};
        return {};
    }

    void removePart()
    {
        if (const Result<> removed = m_session.remove(m_part); !removed)
            return; // it is never gone on from with other bytes anyway
    }

    SftpSession &m_session;
    SftpCrew &m_crew;
    const UploadRequest &m_request;
    ProgressCounters &m_progress;
    LineWatch::Call &m_call;
    QString m_target;
    QString m_part;
    qint64 m_bytesThere = 0; // in the part, of whatever worth
    Source m_source;
};

} // namespace

Result<Transferred> uploadFile(SftpSession &session, SftpCrew &crew, const UploadRequest &request,
                               ProgressCounters &progress, LineWatch::Call &call)
{
    return Upload(session, crew, request, progress, call).run();
}

} // namespace letopis
