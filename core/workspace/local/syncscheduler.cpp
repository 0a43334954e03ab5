#include "core/workspace/local/syncscheduler.h"

namespace letopis {

using namespace std::chrono_literals;

SyncScheduler::SyncScheduler(const Clock &clock, std::function<void(ServerId)> startSync, QObject *parent)
    : QObject(parent), m_clock(clock), m_startSync(std::move(startSync))
{
    m_timer.setInterval(30s);
    connect(&m_timer, &QTimer::timeout, this, &SyncScheduler::startDue);
}

void SyncScheduler::start()
{
    m_timer.start();
    startDue();
}

void SyncScheduler::setServers(const QList<ConferenceServer> &servers)
{
    m_servers = servers;
    if (m_timer.isActive())
        startDue();
}

void SyncScheduler::startDue()
{
    const QDateTime now = m_clock.now();
    for (const ConferenceServer &server : std::as_const(m_servers)) {
        if (server.isRemoved || server.syncIntervalMinutes <= 0)
            continue;
        // A time in the future was taken before the clock was set back: it says nothing.
        QDateTime last;
        for (const QDateTime &past : {server.lastSyncAt, m_lastAttempts.value(server.id)}) {
            if (past.isValid() && past <= now && (!last.isValid() || past > last))
                last = past;
        }
        if (last.isValid() && last.secsTo(now) < server.syncIntervalMinutes * 60)
            continue;
        m_lastAttempts[server.id] = now;
        m_startSync(server.id);
    }
}

} // namespace letopis
