#pragma once

#include "core/base/result.h"
#include "core/retention/retentionanswers.h"
#include "ui/forms/access/accessparts.h"

#include <functional>

class QWidget;

namespace letopis {

// Asks, telling what would become of the recording, then releases the hold. `done` comes once, unless `parent` is gone; Cancelled: the
// person went back.
void askToRelease(const AccessParts &parts, QWidget *parent, const LegalHold &hold, const std::function<void(const Result<> &)> &done);

} // namespace letopis
