#pragma once

#include "core/access/filingrule.h"
#include "core/access/folderproblem.h"
#include "ui/text/errortext.h"

#include <QString>

namespace letopis {

// Why a change of folders is not made, in a sentence.
QString folderProblemText(const FolderProblem &problem);
// An error of the folder library.
ErrorText folderErrorText(const Error &error);
// "Server is bbb.uni; meeting contains maths": when a rule takes a recording; `server`: the name of rule.server.
QString filingRuleText(const FilingRule &rule, const QString &server);
QString filingFieldText(FilingRule::Field field);
QString filingMatchText(FilingRule::Match match);

} // namespace letopis
