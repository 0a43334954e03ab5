#include "core/base/clock.h"

namespace letopis {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace letopis
