#include "core/transport/sftpreader.h"

#include <libssh/sftp.h>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

// Measured: larger requests or more of them gain nothing on loopback; fewer lose on long lines.
constexpr quint32 requestBytes = 32 * 1024;
constexpr size_t firstWindow = 16;
constexpr size_t fullWindow = 64;

} // namespace

SftpReader::SftpReader(SftpSession &session, sftp_file file, QString path, qint64 from, qint64 end)
    : m_session(session)
    , m_file(file)
    , m_path(std::move(path))
    , m_next(from)
    , m_end(end)
    , m_window(firstWindow)
    , m_chunk(requestBytes, Qt::Uninitialized)
{
}

SftpReader::~SftpReader()
{
    while (!m_requests.empty() && m_session.isUp()) {
        m_file->eof = 0; // set by an answer past the end; would stop the collecting
        const Request request = m_requests.front();
        m_requests.pop_front();
        sftp_async_read(m_file, m_chunk.data(), request.length, request.id);
    }
}

bool SftpReader::ask(qint64 offset, quint32 length, Request &request)
{
    sftp_seek64(m_file, quint64(offset));
    const int id = sftp_async_read_begin(m_file, length);
    if (id < 0)
        return false;
    request = {quint32(id), offset, length};
    return true;
}

Result<> SftpReader::askAhead()
{
    while (m_next < m_end && m_requests.size() < m_window) {
        Request request;
        if (!ask(m_next, quint32(std::min<qint64>(requestBytes, m_end - m_next)), request))
            return m_session.failure(m_path);
        m_requests.push_back(request);
        m_next += request.length;
    }
    return {};
}

Result<int> SftpReader::answer(const Request &request, char *to)
{
    m_file->eof = 0;
    const int got = sftp_async_read(m_file, to, request.length, request.id);
    if (got < 0)
        return m_session.failure(m_path);
    if (got == 0)
        return Error{ErrorKind::ContentMismatch, u"the file became shorter while it was read"_s, m_path, {}};
    return got;
}

// A server may answer with less than was asked: the rest is asked for again.
Result<> SftpReader::complete(const Request &request, quint32 got)
{
    while (got < request.length) {
        Request rest;
        if (!ask(request.offset + got, request.length - got, rest))
            return m_session.failure(m_path);
        const Result<int> more = answer(rest, m_chunk.data() + got);
        if (!more)
            return more.error();
        got += quint32(*more);
    }
    return {};
}

Result<QByteArrayView> SftpReader::next()
{
    if (const Result<> asked = askAhead(); !asked)
        return asked.error();
    if (m_requests.empty())
        return QByteArrayView();
    const Request request = m_requests.front();
    m_requests.pop_front();
    const Result<int> got = answer(request, m_chunk.data());
    if (!got)
        return got.error();
    if (const Result<> completed = complete(request, quint32(*got)); !completed)
        return completed.error();
    m_window = std::min(m_window + 1, fullWindow);
    return QByteArrayView(m_chunk.constData(), qsizetype(request.length));
}

} // namespace letopis
