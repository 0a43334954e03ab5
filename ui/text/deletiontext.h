#pragma once

#include "core/domain/jobstatus.h"
#include "core/retention/deletedrecording.h"
#include "core/retention/deletioncertificate.h"
#include "core/retention/realityfinding.h"
#include "core/retention/retentionanswers.h"
#include "ui/text/errortext.h"

namespace letopis {

// Deletion in words: plans, the trash, certificates, and how servers differ from the catalog. Plain text.

// Plans.
QString planStateText(const DeletionPlan &plan);                            // "Waits for the number to be typed"
// What to do with it next, and who may; `isBegun`: some of its items have ended.
QString planAdvice(const DeletionPlan &plan, const QString &login, bool isBegun);
QString planSizeText(const DeletionPlan &plan);                             // "12 recordings, 3.4 GB"
QString itemStateText(const DeletionItem &item);                            // "Stays: it is held."
QString deletionReportText(const DeletionReport &report);                   // of a job that ended
QString planStepsText(DeletionStep step);                                   // what the step does and whether it can be undone

ErrorText byHandErrorText(const Error &error);   // of what somebody asks for by hand
ErrorText mendErrorText(const Error &error);     // of ServerReality::planMend()
ErrorText makePlanErrorText(const Error &error); // of RetentionDesk::makePlan()
ErrorText approvalErrorText(const Error &error);
ErrorText planErrorText(const Error &error); // of reading, confirming, discarding and carrying out

// What went.
QString trashPlaceText(const TrashedRecording &recording);                  // "In the server's trash"
QString trashUntilText(const TrashedRecording &recording, qint64 nowMs);    // "12 January 2027, in 4 days"
QString certificateText(const IssuedCertificate &issued);                   // all of it, for reading
ErrorText certificateErrorText(const Error &error);                         // of reading or verifying one

// Servers against the catalog.
QString realityKindText(RealityKind kind);                                  // "Left in the server's trash"
QString realityKindSentence(RealityKind kind);                              // what it means, and what to do about it
QString realityMendText(RealityMend mend);                                  // "Delete what is left"
QString realityReportText(const RealityReport &report);                     // when, over what, and how much was found

} // namespace letopis
