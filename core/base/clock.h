#pragma once

#include <QDateTime>

namespace letopis {

// The only source of "now" for rules, journal and scheduling. UTC.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;
};

// Thread-safe.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
};

} // namespace letopis
