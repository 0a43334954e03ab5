#pragma once

#include "core/access/accesspreview.h"
#include "core/access/capability.h"
#include "ui/text/errortext.h"

#include <optional>

namespace letopis {

// Why something may not be done, in a sentence: for tool tips and messages. Empty for Refusal::None.
QString refusalText(const RefusalEvidence &evidence);
// Why a change is not made whoever asks; `subject`: whom or what it is about, of a cycle the groups' names.
QString guardText(AccessGuard guard, const QString &subject = {});
// "Staff → Maths → Staff": the way up that the change would close, as core names it, and back to where it begins.
QString cycleText(const QStringList &groups);

// In these words, where the error is a refusal or a guard.
std::optional<ErrorText> refusalErrorText(const Error &error);

} // namespace letopis
