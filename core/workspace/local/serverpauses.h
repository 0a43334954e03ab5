#pragma once

#include "core/base/clock.h"
#include "core/domain/server.h"

#include <QHash>

namespace letopis {

// Servers that are left alone for a while after they could not be reached: by what starts by itself, not by what a person
// asks for. Main thread.
class ServerPauses
{
public:
    explicit ServerPauses(const Clock &clock)
        : m_clock(clock)
    {
    }

    void begin(ServerId server) { m_until.insert(server, m_clock.now().addSecs(pauseSeconds)); }
    void end(ServerId server) { m_until.remove(server); }
    bool isPaused(ServerId server) const { return m_until.contains(server) && m_clock.now() < m_until.value(server); }

private:
    static constexpr qint64 pauseSeconds = 300;

    const Clock &m_clock;
    QHash<ServerId, QDateTime> m_until;
};

} // namespace letopis
