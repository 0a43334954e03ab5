#pragma once

#include "core/access/folderproblem.h"

#include <QString>

namespace letopis {

// Why a change of folders is not made, in a sentence.
QString folderProblemText(const FolderProblem &problem);

} // namespace letopis
