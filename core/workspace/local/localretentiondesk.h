#pragma once

#include "core/workspace/retentiondesk.h"

namespace letopis {

class LocalRetentionDesk final : public RetentionDesk
{
    Q_OBJECT

public:
    using RetentionDesk::RetentionDesk;
};

} // namespace letopis
