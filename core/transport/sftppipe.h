#pragma once

#include "core/transport/sftpsession.h"

#include <set>

namespace letopis {

// Reads and writes with many requests on their way at once: one at a time waits a round trip for each. libssh 0.10 has
// this for reads only, within a receive window made for short lines; here requests and answers go over the channel as
// they are (draft-ietf-secsh-filexfer-02, 6). While one exists, no other call may use the session; destroying it
// collects the answers still on their way, so that the session stays usable.
class SftpPipe
{
public:
    // receiveWindow: how many bytes the server may have on their way to us.
    SftpPipe(SftpSession &session, qsizetype receiveWindow);
    ~SftpPipe();
    SftpPipe(const SftpPipe &) = delete;
    SftpPipe &operator=(const SftpPipe &) = delete;

    struct Answer
    {
        quint32 id = 0;
        std::optional<int> status; // an SSH_FX_ code; none: data
        QByteArrayView bytes;      // valid until the next call
    };

    // Each returns the request's id.
    Result<quint32> askRead(sftp_file file, qint64 offset, quint32 length);
    Result<quint32> askWrite(sftp_file file, qint64 offset, QByteArrayView bytes);
    // Waits for any answer. BadAnswer ends the session.
    Result<Answer> next();
    void collect();

private:
    QByteArray header(quint8 type, quint32 id, sftp_file file, qint64 offset, qsizetype extra);
    Result<> send(QByteArrayView bytes);
    Result<QByteArrayView> packet();
    Result<> receiveMore();
    Error badAnswer(const QString &what);

    SftpSession &m_session;
    qsizetype m_window;
    std::set<quint32> m_waiting;
    QByteArray m_buffer; // the unread bytes are [m_begin, m_end)
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    qsizetype m_sinceGrowth;
};

} // namespace letopis
