#pragma once

#include "core/domain/actor.h"
#include "core/domain/recordinginformation.h"

#include <QWidget>

#include <functional>

namespace letopis {

class Workspace;

// Asks which side of a conflict stays, and decides it so. Where the server's value has changed since it was shown, nothing is
// decided and the new one is asked about. `done` gets what became of it, unless the person puts it off; its owner is `page`,
// which is gone no later than the workspace.
void askAboutConflict(Workspace &workspace, const Actor &actor, const FieldEditState &edit, const FieldDefinition &definition,
                      QWidget *page, std::function<void(const Result<> &)> done);

} // namespace letopis
