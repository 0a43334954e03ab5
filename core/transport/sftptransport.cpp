#include "core/transport/sftptransport.h"

#include "core/transport/sftpsession.h"
#include "core/transport/sftptransfer.h"

namespace letopis {

namespace {

using Clock = std::chrono::steady_clock;

// A NUL would end the path early in libssh.
Result<> checkPath(const QString &path)
{
    if (path.isEmpty() || path.contains(QChar(u'\0')))
        return Error{ErrorKind::InvalidInput, QStringLiteral("not a path"), path, {}};
    return {};
}

} // namespace

class SftpTransport::Private
{
public:
    Private(SshEndpoint endpoint, ServerCredentials credentials, const SshTimeouts &timeouts)
        : m_endpoint(std::move(endpoint))
        , m_credentials(std::move(credentials))
        , m_timeouts(timeouts)
    {
    }

    // Runs work(session, call) → Result<T> on a session that is up, making it first where there is none.
    template <typename T, typename Work>
    Result<T> run(const QString &path, std::stop_token stop, Work work)
    {
        if (const Result<> usable = checkPath(path); !usable)
            return usable.error();
        if (const Result<> ready = makeReady(stop); !ready)
            return ready.error();
        Result<T> result = perform<T>(stop, work);
        if (!m_session->isUp())
            m_session.reset();
        m_lastUse = Clock::now();
        return result;
    }

    Result<> makeReady(std::stop_token stop)
    {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, m_endpoint.host, {}};
        if (m_session && (!m_session->isUp() || !isStillTrusted(stop)))
            m_session.reset();
        if (m_session)
            return {};
        auto session = SftpSession::open(m_endpoint, m_credentials, m_timeouts, stop);
        if (!session)
            return session.error();
        m_session = std::move(session).value();
        m_lastUse = Clock::now();
        return {};
    }

private:
    template <typename T, typename Work>
    Result<T> perform(std::stop_token stop, Work &work)
    {
        LineWatch::Call call(m_session->ssh().watch(), stop, m_timeouts.inactivity);
        Result<T> result = work(*m_session, call);
        if (!result) {
            // A line cut by the watch looks like a lost one from within.
            if (const auto interruption = call.interruption(m_endpoint.host))
                return *interruption;
        }
        return result;
    }

    bool isStillTrusted(std::stop_token stop)
    {
        if (Clock::now() - m_lastUse < m_timeouts.trustedIdleness)
            return true;
        const LineWatch::Call call(m_session->ssh().watch(), stop, m_timeouts.connect);
        return m_session->answers();
    }

    SshEndpoint m_endpoint;
    ServerCredentials m_credentials;
    SshTimeouts m_timeouts;
    std::unique_ptr<SftpSession> m_session;
    Clock::time_point m_lastUse;
};

SftpTransport::SftpTransport(SshEndpoint endpoint, ServerCredentials credentials, SshTimeouts timeouts)
    : d(std::make_unique<Private>(std::move(endpoint), std::move(credentials), timeouts))
{
}

SftpTransport::~SftpTransport() = default;

Result<> SftpTransport::connect(std::stop_token stop)
{
    return d->makeReady(stop);
}

Result<RemoteFile> SftpTransport::stat(const QString &path, std::stop_token stop)
{
    return d->run<RemoteFile>(path, stop, [&](SftpSession &session, LineWatch::Call &) { return session.stat(path); });
}

Result<QList<RemoteFile>> SftpTransport::list(const QString &directory, std::stop_token stop)
{
    return d->run<QList<RemoteFile>>(
        directory, stop, [&](SftpSession &session, LineWatch::Call &call) { return session.list(directory, call); });
}

Result<qint64> SftpTransport::read(const QString &path, qint64 from, qint64 length, const ByteSink &sink,
                                   ProgressCounters &progress, std::stop_token stop)
{
    return d->run<qint64>(path, stop, [&](SftpSession &session, LineWatch::Call &call) {
        return readRange(session, path, from, length, sink, progress, call);
    });
}

Result<qint64> SftpTransport::download(const DownloadRequest &request, ProgressCounters &progress, std::stop_token stop)
{
    return d->run<qint64>(request.remotePath, stop, [&](SftpSession &session, LineWatch::Call &call) {
        return downloadFile(session, request, progress, call);
    });
}

Result<qint64> SftpTransport::upload(const UploadRequest &request, ProgressCounters &progress, std::stop_token stop)
{
    return d->run<qint64>(request.remotePath, stop, [&](SftpSession &session, LineWatch::Call &call) {
        return uploadFile(session, request, progress, call);
    });
}

} // namespace letopis
