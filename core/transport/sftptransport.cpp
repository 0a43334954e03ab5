#include "core/transport/sftptransport.h"

#include "core/transport/sftpfiles.h"
#include "core/transport/sftpplace.h"
#include "core/transport/sftpsession.h"
#include "core/transport/sftptransfer.h"
#include "core/transport/sftpupload.h"

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

using Clock = std::chrono::steady_clock;

} // namespace

class SftpTransport::Private
{
public:
    Private(SshEndpoint endpoint, ServerCredentials credentials, const SshTimeouts &timeouts)
        : m_endpoint(std::move(endpoint))
        , m_credentials(std::move(credentials))
        , m_timeouts(timeouts)
        , m_crew(m_endpoint, m_credentials, timeouts)
    {
    }

    // Runs work(session, call) → Result<T> on a session that is up, making it first where there is none, and only where
    // the path is what FileTransport allows.
    template <typename T, typename Work>
    Result<T> run(const RemotePath &path, Last last, std::stop_token stop, Work work)
    {
        if (const Result<> usable = checkNames(path); !usable)
            return usable.error();
        return runAnywhere<T>(stop, [&](SftpSession &session, LineWatch::Call &call) -> Result<T> {
            if (const Result<> allowed = refuseLinks(session, path, last); !allowed)
                return allowed.error();
            return work(session, call);
        });
    }

    template <typename T, typename Work>
    Result<T> runAnywhere(std::stop_token stop, Work work)
    {
        if (const Result<> ready = makeReady(stop); !ready)
            return ready.error();
        Result<T> result = perform<T>(stop, work);
        if (!m_session->isUp())
            m_session.reset();
        m_lastUse = Clock::now();
        return result;
    }

    SftpCrew &crew() { return m_crew; }

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
        if (!result && (call.isStopRequested() || result.error().kind == ErrorKind::ConnectionLost)) {
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
    SftpCrew m_crew;
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

Result<RemoteFile> SftpTransport::stat(const RemotePath &path, std::stop_token stop)
{
    return d->run<RemoteFile>(path, Last::Not, stop, [&](SftpSession &session, LineWatch::Call &) {
        return path.root.isEmpty() || path.path == path.root ? session.stat(path.path) : session.linkStat(path.path);
    });
}

Result<QList<RemoteFile>> SftpTransport::list(const RemotePath &directory, std::stop_token stop, int maxNames)
{
    const SftpLinks links = directory.root.isEmpty() ? SftpLinks::Follow : SftpLinks::Show;
    return d->run<QList<RemoteFile>>(directory, Last::Too, stop, [&](SftpSession &session, LineWatch::Call &call) {
        return session.list(directory.path, links, maxNames, call);
    });
}

Result<qint64> SftpTransport::read(const RemotePath &path, qint64 from, qint64 length, const ByteSink &sink,
                                   ProgressCounters &progress, std::stop_token stop)
{
    return d->run<qint64>(path, Last::Too, stop, [&](SftpSession &session, LineWatch::Call &call) {
        return readRange(session, path.path, from, length, sink, progress, call);
    });
}

Result<Transferred> SftpTransport::download(const DownloadRequest &request, ProgressCounters &progress,
                                            std::stop_token stop)
{
    return d->run<Transferred>(request.remotePath, Last::Too, stop, [&](SftpSession &session, LineWatch::Call &call) {
        return downloadFile(session, d->crew(), request, progress, call);
    });
}

Result<Transferred> SftpTransport::upload(const UploadRequest &request, ProgressCounters &progress,
                                          std::stop_token stop)
{
    return d->run<Transferred>(request.remotePath, Last::Too, stop, [&](SftpSession &session, LineWatch::Call &call) {
        return uploadFile(session, d->crew(), request, progress, call);
    });
}

Result<QByteArray> SftpTransport::readAll(const RemotePath &path, qint64 maxBytes, std::stop_token stop)
{
    return d->run<QByteArray>(path, Last::Too, stop, [&](SftpSession &session, LineWatch::Call &call) {
        return readSmallFile(session, path, maxBytes, call);
    });
}

Result<> SftpTransport::writeAll(const RemotePath &path, const QByteArray &content, Existing existing,
                                 std::stop_token stop)
{
    return d->run<void>(path, Last::Too, stop, [&](SftpSession &session, LineWatch::Call &call) {
        return writeSmallFile(session, path, content, existing, call);
    });
}

Result<> SftpTransport::makeDirectories(const RemotePath &directory, std::stop_token stop)
{
    return d->run<void>(directory, Last::Too, stop, [&](SftpSession &session, LineWatch::Call &call) {
        return makeRemoteDirectories(session, directory, call);
    });
}

Result<> SftpTransport::rename(const RemotePath &from, const RemotePath &to, Existing existing, std::stop_token stop)
{
    if (const Result<> usable = checkNames(to); !usable)
        return usable;
    return d->run<void>(from, Last::Not, stop, [&](SftpSession &session, LineWatch::Call &) -> Result<> {
        if (const Result<> allowed = refuseLinks(session, to, Last::Not); !allowed)
            return allowed;
        return renameRemote(session, from.path, to.path, existing);
    });
}

Result<> SftpTransport::removeFile(const RemotePath &path, std::stop_token stop)
{
    return d->run<void>(path, Last::Not, stop,
                        [&](SftpSession &session, LineWatch::Call &) { return session.remove(path.path); });
}

Result<> SftpTransport::removeDirectory(const RemotePath &path, std::stop_token stop)
{
    return d->run<void>(path, Last::Not, stop,
                        [&](SftpSession &session, LineWatch::Call &) { return session.removeDirectory(path.path); });
}

Result<std::optional<qint64>> SftpTransport::freeSpace(const RemotePath &directory, std::stop_token stop)
{
    using Space = std::optional<qint64>;
    return d->run<Space>(directory, Last::Too, stop, [&](SftpSession &session, LineWatch::Call &) -> Result<Space> {
        return session.freeSpace(directory.path);
    });
}

Result<std::unique_ptr<FileTransport>> SftpTransportFactory::create(const ConferenceServer &server,
                                                                    const ServerCredentials &credentials)
{
    if (!server.ssh)
        return Error{ErrorKind::Unsupported, u"the server has no SSH account configured"_s, server.name, {}};
    return std::unique_ptr<FileTransport>(std::make_unique<SftpTransport>(*server.ssh, credentials));
}

} // namespace letopis
