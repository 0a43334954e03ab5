#include "core/transport/sftpreader.h"

#include <libssh/sftp.h>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

// Measured: larger requests or more of them gain nothing on loopback; fewer lose on long lines.
constexpr quint32 largestRequest = 32 * 1024;
constexpr quint32 smallestRequest = 512;
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
    , m_requestBytes(largestRequest)
    , m_chunk(largestRequest, Qt::Uninitialized)
    , m_scrap(largestRequest, Qt::Uninitialized)
{
}

SftpReader::~SftpReader()
{
    collect();
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
        if (!ask(m_next, quint32(std::min<qint64>(m_requestBytes, m_end - m_next)), request))
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

// libssh 0.10 waits for the next packet before it looks for the answer among those that already came: answers must be
// awaited in the order of their requests.
void SftpReader::collect()
{
    while (!m_requests.empty() && m_session.isUp()) {
        m_file->eof = 0; // set by an answer past the end; would stop the collecting
        const Request request = m_requests.front();
        m_requests.pop_front();
        sftp_async_read(m_file, m_scrap.data(), request.length, request.id);
    }
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
    if (quint32(*got) < request.length) {
        // A server may answer with less than was asked, and will again: smaller questions from there on.
        collect();
        m_requestBytes = std::max(smallestRequest, quint32(*got));
        m_next = request.offset + *got;
    } else {
        m_window = std::min(m_window + 1, fullWindow);
    }
    return QByteArrayView(m_chunk.constData(), qsizetype(*got));
}

} // namespace letopis
