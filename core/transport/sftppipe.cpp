#include "core/transport/sftppipe.h"

#include <QtEndian>

#include <libssh/sftp.h>

#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

// Larger than any answer to a request of ours.
constexpr qsizetype maxPacket = 512 * 1024;
// One read from libssh; smaller than its own receive window, so that it does not change it.
constexpr qsizetype plainRead = 256 * 1024;

template <typename Number>
void append(QByteArray &to, Number number)
{
    const Number bytes = qToBigEndian(number);
    to.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

} // namespace

SftpPipe::SftpPipe(SftpSession &session, qsizetype receiveWindow)
    : m_session(session)
    , m_window(std::max(receiveWindow, plainRead))
    , m_buffer(m_window + maxPacket, Qt::Uninitialized)
    , m_sinceGrowth(m_window)
{
}

SftpPipe::~SftpPipe()
{
    collect();
}

QByteArray SftpPipe::header(quint8 type, quint32 id, sftp_file file, qint64 offset, qsizetype extra)
{
    const size_t handleSize = ssh_string_len(file->handle);
    QByteArray bytes;
    bytes.reserve(qsizetype(handleSize) + 32);
    append(bytes, quint32(1 + 4 + 4 + handleSize + 8 + 4 + size_t(extra)));
    append(bytes, type);
    append(bytes, id);
    append(bytes, quint32(handleSize));
    bytes.append(static_cast<const char *>(ssh_string_data(file->handle)), qsizetype(handleSize));
    append(bytes, quint64(offset));
    return bytes;
}

Result<> SftpPipe::send(QByteArrayView bytes)
{
    if (ssh_channel_write(m_session.handle()->channel, bytes.data(), quint32(bytes.size())) != bytes.size())
        return m_session.ssh().lineError();
    return {};
}

Result<quint32> SftpPipe::askRead(sftp_file file, qint64 offset, quint32 length)
{
    const quint32 id = ++m_session.handle()->id_counter;
    QByteArray request = header(SSH_FXP_READ, id, file, offset, 0);
    append(request, length);
    if (const Result<> sent = send(request); !sent)
        return sent.error();
    m_waiting.insert(id);
    return id;
}

Result<quint32> SftpPipe::askWrite(sftp_file file, qint64 offset, QByteArrayView bytes)
{
    const quint32 id = ++m_session.handle()->id_counter;
    QByteArray request = header(SSH_FXP_WRITE, id, file, offset, bytes.size());
    append(request, quint32(bytes.size()));
    if (const Result<> sent = send(request).and_then([&] { return send(bytes); }); !sent)
        return sent.error();
    m_waiting.insert(id);
    return id;
}

Error SftpPipe::badAnswer(const QString &what)
{
    m_waiting.clear();
    m_session.ssh().watch().shutDown(); // nobody knows any more where the next answer begins
    return {ErrorKind::BadAnswer, what, m_session.ssh().host(), {}};
}

// libssh 0.10 lets the server send about 1.3 MB ahead, unless it is asked for more at once: now and then it is. Later
// versions begin with more and pass over it.
Result<> SftpPipe::receiveMore()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.constData() + m_begin, size_t(m_end - m_begin));
        m_end -= m_begin;
        m_begin = 0;
    }
    const bool isGrowing = m_sinceGrowth >= m_window / 4;
    const qsizetype most = std::min(isGrowing ? m_window : plainRead, m_buffer.size() - m_end);
    ssh_channel channel = m_session.handle()->channel;
    const int got = ssh_channel_read(channel, m_buffer.data() + m_end, quint32(most), 0);
    if (got < 0 || (got == 0 && (ssh_channel_is_eof(channel) || !m_session.isUp())))
        return m_session.ssh().lineError();
    m_sinceGrowth = (isGrowing ? 0 : m_sinceGrowth) + got;
    m_end += got;
    return {};
}

Result<QByteArrayView> SftpPipe::packet()
{
    qsizetype needed = 4;
    for (;;) {
        if (m_end - m_begin >= 4)
            needed = 4 + qsizetype(qFromBigEndian<quint32>(m_buffer.constData() + m_begin));
        if (needed > maxPacket)
            return badAnswer(u"an answer is too large"_s);
        if (m_end - m_begin >= needed && needed > 4)
            break;
        if (needed == 4 && m_end - m_begin >= 4)
            return badAnswer(u"an answer is empty"_s);
        if (const Result<> more = receiveMore(); !more)
            return more.error();
    }
    const QByteArrayView content(m_buffer.constData() + m_begin + 4, needed - 4);
    m_begin += needed;
    return content;
}

Result<SftpPipe::Answer> SftpPipe::next()
{
    const Result<QByteArrayView> content = packet();
    if (!content)
        return content.error();
    if (content->size() < 9)
        return badAnswer(u"an answer is too short"_s);
    const quint8 type = quint8(content->front());
    const quint32 number = qFromBigEndian<quint32>(content->data() + 5);
    Answer answer{qFromBigEndian<quint32>(content->data() + 1), {}, {}};
    if (m_waiting.erase(answer.id) == 0)
        return badAnswer(u"an answer to nothing that was asked"_s);
    if (type == SSH_FXP_STATUS) {
        answer.status = int(number);
    } else if (type == SSH_FXP_DATA && qsizetype(number) == content->size() - 9) {
        answer.bytes = content->sliced(9);
    } else {
        return badAnswer(u"an answer of another kind"_s);
    }
    return answer;
}

void SftpPipe::collect()
{
    while (!m_waiting.empty() && m_session.isUp()) {
        if (const Result<Answer> dropped = next(); !dropped)
            return;
    }
}

} // namespace letopis
