#pragma once

#include "core/domain/audit.h"
#include "ui/text/errortext.h"

namespace letopis {

// Whether the journal holds, in words: what was found, and what to do next.

QString auditBreakText(const AuditBreak &found);   // the first place, named
QString auditBreakAdvice(const AuditBreak &found); // what that may mean, and the next step
ErrorText auditVerdictText(const AuditVerdict &verdict, bool wasAnchorGiven);
ErrorText catalogAgeText(const CatalogAgeReport &report); // empty where all is well

QString eventsCount(qint64 count);
QString segmentText(const AuditSegment &segment);      // "Events 1 to 500"
QString segmentStateText(const AuditSegment &segment); // "Sealed", "Stored", "Dropped"
QString auditFormatExplanation(AuditFileFormat format);

// Of the journal's calls; other errors as errorText().
ErrorText auditErrorText(const Error &error);

} // namespace letopis
