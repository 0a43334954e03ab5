#include "core/transport/sftpcrew.h"

#include "core/base/logging.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <thread>

namespace letopis {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int mostOthers = 3;
// Below, opening one more session takes longer than it saves.
constexpr qint64 worthBytes = 16 << 20;
// A session that fell silent holds the others up until it is given up.
constexpr std::chrono::milliseconds patience{10'000};
// A server that let no more in is asked again after that long; one that refused who we are, never.
constexpr std::chrono::minutes refusalHolds{5};
// Somebody who was asked to touch a key, or to allow the use of one, is not asked four times.
constexpr std::chrono::milliseconds unattendedLogin{4'000};

} // namespace

class SftpCrew::Private
{
public:
    SshEndpoint endpoint;
    ServerCredentials credentials;
    SshTimeouts timeouts;

    void workAsOne(const Work &work, std::stop_token stop)
    {
        std::unique_ptr<SftpSession> session = takeIdle();
        if (!session)
            session = open(stop);
        if (!session)
            return;
        {
            LineWatch::Call call(session->ssh().watch(), stop, std::min(patience, timeouts.inactivity));
            const Result<> worked = work(*session, call);
            if (!worked && worked.error().kind != ErrorKind::Cancelled)
                qCDebug(logTransport, "a further session ended: %s", qPrintable(worked.error().detail));
        }
        keep(std::move(session));
    }

    // Of so many wanted, how many there may be.
    int possible(int wanted)
    {
        const std::lock_guard lock(m_mutex);
        return isRefused() ? std::min(wanted, int(m_idle.size())) : wanted;
    }

    // Those that idled too long to be relied on are let go.
    void dropStale()
    {
        const std::lock_guard lock(m_mutex);
        if (Clock::now() - m_lastUse > timeouts.trustedIdleness)
            m_idle.clear();
        m_lastUse = Clock::now();
    }

private:
    std::unique_ptr<SftpSession> takeIdle()
    {
        const std::lock_guard lock(m_mutex);
        while (!m_idle.empty()) {
            std::unique_ptr<SftpSession> session = std::move(m_idle.front());
            m_idle.pop_front();
            if (session->isUp())
                return session;
        }
        return {};
    }

    void keep(std::unique_ptr<SftpSession> session)
    {
        if (!session->isUp())
            return;
        const std::lock_guard lock(m_mutex);
        m_lastUse = Clock::now();
        m_idle.push_back(std::move(session));
    }

    bool isRefused() const
    {
        return m_isRefusedForGood || (m_refusedAt && Clock::now() - *m_refusedAt < refusalHolds);
    }

    // The first one alone: where the server refuses it, it is not asked three times.
    bool mayOpen(std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        m_tried.wait(lock, stop, [this] { return !m_isTrying || m_isWelcome || isRefused(); });
        if (isRefused() || stop.stop_requested())
            return false;
        m_isTrying = true;
        return true;
    }

    std::unique_ptr<SftpSession> open(std::stop_token stop)
    {
        if (!mayOpen(stop))
            return {};
        auto session = SftpSession::open(endpoint, credentials, timeouts, stop);
        {
            const std::lock_guard lock(m_mutex);
            m_isTrying = false;
            m_isWelcome = m_isWelcome || session;
            if (!session && session.error().kind != ErrorKind::Cancelled) {
                m_isWelcome = false;
                m_isRefusedForGood = m_isRefusedForGood || session.error().kind == ErrorKind::AuthenticationRefused;
                m_refusedAt = Clock::now();
                qCInfo(logTransport, "no further session to this server: %s",
                       qPrintable(errorKindName(session.error().kind)));
            }
        }
        m_tried.notify_all();
        if (!session)
            return {};
        return std::move(session).value();
    }

    std::mutex m_mutex;
    std::condition_variable_any m_tried;
    std::list<std::unique_ptr<SftpSession>> m_idle;
    Clock::time_point m_lastUse;
    bool m_isTrying = false;
    bool m_isWelcome = false;
    bool m_isRefusedForGood = false;
    std::optional<Clock::time_point> m_refusedAt;
};

SftpCrew::SftpCrew(SshEndpoint endpoint, ServerCredentials credentials, const SshTimeouts &timeouts)
    : d(std::make_unique<Private>())
{
    d->endpoint = std::move(endpoint);
    d->credentials = std::move(credentials);
    d->credentials.acceptHostKeySha256.clear(); // recorded by now: a person's answer is for one key, once
    d->timeouts = timeouts;
}

SftpCrew::~SftpCrew() = default;

Result<> SftpCrew::run(int others, const Work &work, const std::function<Result<>()> &own, std::stop_token stop)
{
    d->dropStale();
    std::stop_source ending;
    const std::stop_callback passOn(stop, [&] { ending.request_stop(); });
    std::vector<std::jthread> threads;
    for (int i = d->possible(others); i > 0; --i)
        threads.emplace_back([this, &work, token = ending.get_token()] { d->workAsOne(work, token); });
    const Result<> result = own();
    ending.request_stop();
    return result;
}

int SftpCrew::othersFor(SftpSession &first, qint64 bytes)
{
    if (!first.isLongLine() || first.ssh().loginTime() > unattendedLogin)
        return 0;
    return int(std::min<qint64>(mostOthers, bytes / worthBytes));
}

} // namespace letopis
