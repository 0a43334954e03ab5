#pragma once

#include "core/workspace/retentiondesk.h"

namespace letopis::test {

class FakeRetentionDesk final : public RetentionDesk
{
    Q_OBJECT

public:
    using RetentionDesk::RetentionDesk;
};

} // namespace letopis::test
