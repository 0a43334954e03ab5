#pragma once

#include "core/retention/retentionanswers.h"
#include "ui/text/errortext.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace letopis {

// Auto-deletion in words. Days are those of the catalog's time zone, as core counts them.

QString retentionDay(const QDate &day);                      // "23 November 2026"; empty: none
QDate retentionDate(qint64 ms, const QByteArray &timeZone);  // the day a moment falls on; invalid: 0
QString retentionDay(qint64 ms, const QByteArray &timeZone);

// Policies.
QString scopeKindText(RetentionScope::Kind kind);            // "Folder"
QString scopeText(const RetentionScope &scope, const QString &server, const QString &folder); // names of what it holds
QString conditionFieldText(RetentionCondition::Field field);
QString conditionMatchText(RetentionCondition::Match match);
QString conditionText(const RetentionCondition &condition);
QString ruleText(const RetentionRule &rule);                 // "90 days after the recording; the newest 3 of each meeting stay"

// One recording.
QString retentionSentence(const RetentionExplanation &why, qint64 nowMs); // what happens to it, and when
QString decisionText(const RetentionExplanation &why);       // which policy or choice decided, and why
QStringList traceTexts(const RetentionExplanation &why);     // every policy that is about it, and what it would do
QString retentionBadge(const RetentionExplanation &why, qint64 nowMs); // "Goes in 5 days"; empty: nothing is near
bool isHeld(const RetentionExplanation &why);
QString holdText(const LegalHold &hold);                     // "Held since … by …"; without the reason
QString ownText(const OwnRetention &own);

// What goes.
QString stepText(DeletionStep step);                         // "To the trash"
QString reasonText(DeletionReason::Kind reason, const QString &policyName);
QString deletionRefusalText(DeletionRefusal refusal);        // why an item was not done
QString forecastText(const RetentionForecast &forecast);     // how much would go, in sentences
QString noticeText(const RetentionNotice &notice, const QByteArray &timeZone);

// Servers.
QString switchText(const ServerRetention &server);           // what on or off means here
QString warningDaysText(const QList<int> &days);             // "30, 7, 1"
QString limitText(const RetentionParameters &parameters);
QString guardText(const RetentionGuard &guard);              // why nothing is deleted now
QString guardAdvice(const RetentionGuard &guard);            // and what to do about it

// Of an error that has such evidence; errorText() asks it.
std::optional<ErrorText> retentionEvidenceText(const Error &error);
// Of the retention desk.
ErrorText retentionErrorText(const Error &error);

} // namespace letopis
