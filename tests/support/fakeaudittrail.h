#pragma once

#include "core/workspace/audittrail.h"

namespace letopis::test {

class FakeAuditTrail final : public AuditTrail
{
    Q_OBJECT

public:
    using AuditTrail::AuditTrail;
};

} // namespace letopis::test
