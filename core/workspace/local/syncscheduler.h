#pragma once

#include "core/base/clock.h"
#include "core/domain/server.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace letopis {

// Starts each server's periodic sync when it is due. A failed one waits a whole interval before the next try; the retries
// of the job itself are the runner's.
class SyncScheduler : public QObject
{
    Q_OBJECT

public:
    SyncScheduler(const Clock &clock, std::function<void(ServerId)> startSync, QObject *parent = nullptr);

    void start();
    // The servers as they are now; looks at once.
    void setServers(const QList<ConferenceServer> &servers);

private:
    void startDue();

    const Clock &m_clock;
    const std::function<void(ServerId)> m_startSync;
    QList<ConferenceServer> m_servers;
    QHash<ServerId, QDateTime> m_lastAttempts;
    QTimer m_timer;
};

} // namespace letopis
