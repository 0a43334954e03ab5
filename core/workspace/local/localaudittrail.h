#pragma once

#include "core/workspace/audittrail.h"

namespace letopis {

class LocalAuditTrail final : public AuditTrail
{
    Q_OBJECT

public:
    using AuditTrail::AuditTrail;
};

} // namespace letopis
