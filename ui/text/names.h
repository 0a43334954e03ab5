#pragma once

#include "core/domain/jobstatus.h"
#include "core/domain/participant.h"
#include "core/domain/recording.h"
#include "core/domain/recordingquery.h"
#include "core/domain/timeline.h"
#include "core/domain/trust.h"
#include "ui/text/errortext.h"

namespace letopis {

// Names of the domain's values for people.
QString stateText(PublicationState state);
QString stateExplanation(PublicationState state); // one sentence, for tooltips
QString roleText(ConferenceRole role);
QString columnText(RecordingColumn column);
QString formatText(const QString &type); // "presentation" → Presentation; an unknown type as it is
QString timelineText(const TimelineEntry &entry); // "Anna joined"
QString timelineKindText(TimelineKind kind);
QString jobTitle(const JobStatus &job);    // "Syncing bbb.uni.example"
ErrorText jobErrorText(const JobStatus &job); // of a failed one, in the words of its kind
QString jobOutcome(const JobStatus &job);  // of a finished one: what it brought, or why it failed
QString peopleStatusText(RecordingDetails::PeopleStatus status); // why there are no names

// One problem of an untrusted certificate, a sentence about "it".
QString certificateProblemText(CertificateProblem problem, const UntrustedCertificate &certificate);

} // namespace letopis
