#pragma once

#include "core/domain/actor.h"
#include "core/domain/auditevent.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that shows the journal and proves that nobody changed it. Main thread only; nothing blocks. Needs
// Capability::SeeReports where nothing else is said: PermissionDenied with RefusalEvidence.
class AuditTrail : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
};

} // namespace letopis
