#pragma once

#include "core/access/accesslink.h"
#include "ui/text/errortext.h"

#include <QLocale>

namespace letopis {

// Links to recordings in words.

QString linkStateText(AccessLink::State state);
QString linkUsesText(const AccessLink &link); // "2 of 5", "2"
QString linkEndText(const AccessLink &link, const QLocale &locale = QLocale());
QString linkProblemText(LinkProblem problem, const LinkPolicy &policy); // a sentence, for beside its field
QString linkPolicyProblemText(LinkPolicyProblem problem);
QString daysText(int days); // "30 days", "without end"

// Of the calls about links; other errors as errorText().
ErrorText linkErrorText(const Error &error, const LinkPolicy &policy = {});

// What is true wherever links are made, as long as no service answers for them.
QString linksReachText(const LinkPolicy &policy);
QString tokenOnceText();

} // namespace letopis
