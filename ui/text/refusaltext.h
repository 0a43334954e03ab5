#pragma once

#include "core/access/accesspreview.h"
#include "core/access/capability.h"
#include "ui/text/errortext.h"

namespace letopis {

// Why something may not be done, in a sentence: for tool tips and messages. Empty for Refusal::None.
QString refusalText(const RefusalEvidence &evidence);
// Why a change is not made whoever asks; `subject`: whom or what it is about, of a cycle the groups' names.
QString guardText(AccessGuard guard, const QString &subject = {});
// "Staff → Maths → Staff", from the names as core joins them.
QString cycleText(const QStringList &groups);

// errorText(), but refusals and guards in their own words.
ErrorText accessErrorText(const Error &error);

} // namespace letopis
