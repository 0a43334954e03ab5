#pragma once

#include "core/domain/actor.h"
#include "core/domain/server.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that compares what a server's API says, what lies on its disk and what the catalog holds. Main thread
// only; nothing blocks. Needs Capability::ManageServers where nothing else is said: PermissionDenied with RefusalEvidence.
class ServerReality : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
};

} // namespace letopis
