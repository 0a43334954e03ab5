#pragma once

#include "core/domain/actor.h"

#include <functional>

class QUrl;

namespace letopis {

class Clock;
class Questions;
class Workspace;

// What the windows of the journal are made over; outlives them.
struct AuditParts
{
    Workspace &workspace;
    Actor actor;
    Questions &questions;
    const Clock &clock;
    std::function<bool(const QUrl &url)> openUrl = {}; // with the person's program for it; false: there is none
};

} // namespace letopis
