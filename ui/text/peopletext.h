#pragma once

#include "core/access/peoplecsv.h"
#include "core/access/peopleimport.h"
#include "core/access/peoplequery.h"
#include "ui/text/errortext.h"

namespace letopis {

// People and groups in words.

QString personRoleText(Role role);
QString personRoleExplanation(Role role); // one sentence
QString adminSwitchText(AdminSwitch adminSwitch);
QString builtInGroupText(BuiltInGroup group);
QString builtInGroupExplanation(BuiltInGroup group);
QString groupText(const Group &group);               // our own words for built-in ones
QString principalText(const NamedPrincipal &principal);
QString languageText(const QString &code); // "ru", "en", empty: the program's

QString personProblemText(const PersonProblem &problem); // a sentence, for beside its field
QString peopleCount(qint64 count);
QString groupsCount(qint64 count);

// Of the directory's calls: taken names, refusals and guards in their own words; other errors as errorText().
ErrorText peopleErrorText(const Error &error);

QString importKindText(PeopleImportPlan::Kind kind);
// What a line would do, or what is wrong with it.
QString importLineText(const PeopleImportPlan::Line &line);
QString importSummaryText(const PeopleImportPlan &plan); // "3 added, 1 changed, 40 unchanged, 2 errors"

} // namespace letopis
