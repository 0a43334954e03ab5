#include "core/transport/sftpworkers.h"

#include "core/transport/sftppipe.h"

#include <libssh/sftp.h>

#include <unordered_map>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

constexpr quint32 smallestRequest = 512;
// On their way at once. A long line holds more; on a short one more of them only leave the processor's cache.
constexpr qint64 firstWindow = 512 * 1024;
constexpr qint64 shortLineWindow = 2 << 20;
constexpr qint64 longLineWindow = 6 << 20;

constexpr std::chrono::milliseconds collectingPatience{1'000};

qint64 windowOf(const SftpSession &session)
{
    return session.isLongLine() ? longLineWindow : shortLineWindow;
}

// Keeps a session busy with requests for what the board has, until it has no more.
class Lane
{
public:
    Lane(SftpSession &session, const QString &path, RangeBoard &board, qint64 window, LineWatch::Call &call)
        : m_session(session)
        , m_path(path)
        , m_board(board)
        , m_call(call)
        , m_pipe(session, windowOf(session))
        , m_window(window)
    {
    }

    virtual ~Lane()
    {
        // Where the failure is our own, the line is not worth waiting for everything that is still on its way.
        const bool isOwn = m_board.error().has_value();
        if (isOwn)
            m_call.setPatience(collectingPatience);
        m_pipe.collect();
        if (isOwn)
            m_call.resetPatience();
        for (const auto &[id, range] : m_requests)
            m_board.giveBack(range);
    }

    Result<> run()
    {
        for (;;) {
            if (const auto interruption = m_call.interruption(m_path))
                return *interruption;
            while (m_onTheWay < m_window && !m_call.isStopRequested()) {
                const Result<bool> asked = ask();
                if (!asked)
                    return asked.error();
                if (!*asked)
                    break;
            }
            if (m_requests.empty() && !waitForWork())
                return m_call.isStopRequested() ? Error{ErrorKind::Cancelled, {}, m_path, {}} : Result<>();
            if (m_requests.empty())
                continue;
            if (const Result<> taken = takeAnswer(); !taken)
                return taken;
        }
    }

protected:
    // False where there is nothing to ask for at this moment.
    virtual Result<bool> ask() = 0;
    virtual Result<> answered(const TransferRange &range, const SftpPipe::Answer &answer) = 0;

    Result<bool> asked(const Result<quint32> &id, const TransferRange &range)
    {
        if (!id) {
            m_board.giveBack(range);
            return id.error();
        }
        m_requests.emplace(*id, range);
        m_onTheWay += range.length;
        return true;
    }

    bool waitForWork()
    {
        m_call.suspend(); // nothing is expected of the server meanwhile
        const bool isMore = m_board.wait(m_call.stopToken());
        m_call.alive();
        return isMore;
    }

    SftpSession &m_session;
    const QString &m_path;
    RangeBoard &m_board;
    LineWatch::Call &m_call;
    SftpPipe m_pipe;
    qint64 m_window; // bytes that may be on their way

private:
    Result<> takeAnswer()
    {
        const Result<SftpPipe::Answer> answer = m_pipe.next();
        if (!answer)
            return answer.error();
        m_call.alive();
        const auto found = m_requests.find(answer->id);
        const TransferRange range = found->second;
        m_requests.erase(found);
        m_onTheWay -= range.length;
        Result<> taken = answered(range, *answer);
        if (!taken)
            m_board.giveBack(range);
        return taken;
    }

    std::unordered_map<quint32, TransferRange> m_requests;
    qint64 m_onTheWay = 0;
};

class Fetch final : public Lane
{
public:
    Fetch(SftpSession &session, sftp_file file, const QString &path, RangeBoard &board, const BytesAt &put,
          LineWatch::Call &call)
        : Lane(session, path, board, firstWindow, call)
        , m_file(file)
        , m_put(put)
        , m_requestBytes(session.readSize())
    {
    }

protected:
    Result<bool> ask() override
    {
        const std::optional<TransferRange> range = m_board.take(m_requestBytes);
        return range ? asked(m_pipe.askRead(m_file, range->offset, quint32(range->length)), *range) : Result<bool>(false);
    }

    Result<> answered(const TransferRange &range, const SftpPipe::Answer &answer) override
    {
        if (answer.status == SSH_FX_EOF)
            return Error{ErrorKind::ContentMismatch, u"the file became shorter while it was read"_s, m_path, {}};
        if (answer.status)
            return sftpStatusError(*answer.status, u"reading failed with status %1"_s.arg(*answer.status), m_path);
        if (answer.bytes.isEmpty() || answer.bytes.size() > range.length)
            return Error{ErrorKind::BadAnswer, u"an answer of %1 bytes"_s.arg(answer.bytes.size()), m_path, {}};
        m_call.suspend(); // a sink that takes its time is not the server's silence
        const Result<> put = m_put(range.offset, answer.bytes);
        m_call.alive();
        if (!put) {
            m_board.fail(put.error());
            return put;
        }
        m_board.done({range.offset, answer.bytes.size()});
        if (answer.bytes.size() < range.length) {
            // A server may answer with less than was asked, and will again: smaller questions from there on.
            m_requestBytes = std::max<qint64>(smallestRequest, answer.bytes.size());
            m_board.giveBack({range.offset + answer.bytes.size(), range.length - answer.bytes.size()});
        } else {
            m_window = std::min(m_window + m_requestBytes, windowOf(m_session));
        }
        return {};
    }

private:
    sftp_file m_file;
    const BytesAt &m_put;
    qint64 m_requestBytes;
};

class Send final : public Lane
{
public:
    Send(SftpSession &session, sftp_file file, const QString &path, RangeBoard &board, const PieceSource &source,
         const WrittenRange &written, LineWatch::Call &call)
        : Lane(session, path, board, windowOf(session), call)
        , m_file(file)
        , m_source(source)
        , m_written(written)
    {
    }

protected:
    Result<bool> ask() override
    {
        const Result<std::optional<Piece>> piece = m_source(m_session.writeSize());
        if (!piece) {
            m_board.fail(piece.error());
            return piece.error();
        }
        if (!*piece)
            return false;
        Result<bool> sent = asked(m_pipe.askWrite(m_file, (*piece)->range.offset, (*piece)->bytes), (*piece)->range);
        m_call.alive();
        return sent;
    }

    Result<> answered(const TransferRange &range, const SftpPipe::Answer &answer) override
    {
        if (answer.status == SSH_FX_OK) {
            m_board.done(range);
            m_written(range);
            return {};
        }
        const int status = answer.status.value_or(SSH_FX_BAD_MESSAGE);
        return sftpStatusError(status, u"writing failed with status %1"_s.arg(status), m_path);
    }

private:
    sftp_file m_file;
    const PieceSource &m_source;
    const WrittenRange &m_written;
};

} // namespace

Result<> fetchRanges(SftpSession &session, const QString &path, RangeBoard &board, const BytesAt &put,
                     LineWatch::Call &call)
{
    const Result<SftpFile> file = session.open(path, SftpOpen::Read);
    if (!file)
        return file.error();
    return Fetch(session, file->get(), path, board, put, call).run();
}

Result<> sendRanges(SftpSession &session, sftp_file file, const QString &path, RangeBoard &board,
                    const PieceSource &source, const WrittenRange &written, LineWatch::Call &call)
{
    return Send(session, file, path, board, source, written, call).run();
}

} // namespace letopis
