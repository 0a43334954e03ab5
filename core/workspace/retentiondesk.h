#pragma once

#include "core/domain/actor.h"
#include "core/retention/deletionplan.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that decides when recordings go, and lets them go. Main thread only; nothing blocks. Needs
// Capability::SetRetention where nothing else is said: PermissionDenied with RefusalEvidence.
class RetentionDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void retentionChanged(); // policies, holds, switches
    void plansChanged();     // also items that ended
};

} // namespace letopis
