#pragma once

#include "core/transport/sftpsession.h"

#include <deque>

namespace letopis {

// Reads [from, end) of an open remote file in order, with many requests in flight: one at a time waits a round trip for
// every 32 KiB. Destroying it collects the answers still on their way, so that the session stays usable.
class SftpReader
{
public:
    SftpReader(SftpSession &session, sftp_file file, QString path, qint64 from, qint64 end);
    ~SftpReader();
    SftpReader(const SftpReader &) = delete;
    SftpReader &operator=(const SftpReader &) = delete;

    // The next bytes, valid until the next call; empty at the end. ContentMismatch where the file ends earlier.
    Result<QByteArrayView> next();

private:
    struct Request
    {
        quint32 id = 0;
        qint64 offset = 0;
        quint32 length = 0;
    };

    bool ask(qint64 offset, quint32 length, Request &request);
    Result<> askAhead();
    Result<int> answer(const Request &request, char *to);
    void collect();

    SftpSession &m_session;
    sftp_file m_file;
    QString m_path;
    qint64 m_next; // the first byte not yet asked for
    qint64 m_end;
    size_t m_window;
    std::deque<Request> m_requests;
    quint32 m_requestBytes;
    QByteArray m_chunk;
    QByteArray m_scrap; // answers nobody wants any more
};

} // namespace letopis
