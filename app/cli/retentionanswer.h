#pragma once

#include "app/cli/output.h"
#include "core/retention/retentionanswers.h"

#include <QJsonArray>

namespace letopis::cli {

// Retention under the JSON keys that docs/cli.md promises. Times are ISO 8601 in UTC, days ISO 8601 in the catalog's zone; what is
// not known is null.

QJsonValue jsonTime(qint64 ms);

// A policy with what it takes to tell of it.
struct ShownPolicy
{
    qsizetype position = 0; // from 1
    RetentionPolicy policy;
    QString server; // name
    QString folder; // path
};
QJsonObject policyJson(const ShownPolicy &policy);
Grid policyTable(const QList<ShownPolicy> &policies);
// "title contains exam", "metadata:gl-listed is true", "shorter-than 5" (minutes), "fewer-than 3", "never-viewed", "state published":
// what is printed can be typed again.
QString conditionText(const RetentionCondition &condition);
std::optional<RetentionCondition> retentionConditionFromText(const QString &text);
QString ruleText(const RetentionRule &rule);

QJsonObject forecastJson(const RetentionForecast &forecast, const QList<ForecastRow> &rows);
Grid forecastTable(const QList<ForecastRow> &rows);
QString forecastSummary(const RetentionForecast &forecast);
QJsonObject calendarJson(const RetentionCalendar &calendar);
Grid calendarTable(const RetentionCalendar &calendar);

QJsonObject explanationJson(const RetentionExplanation &why);
Grid explanationTable(const RetentionExplanation &why);
QJsonObject holdJson(const LegalHold &hold);
Grid holdTable(const QList<LegalHold> &holds);
QJsonObject serverRetentionJson(const ServerRetention &server);
Grid serverRetentionTable(const QList<ServerRetention> &servers);
QJsonObject noticeJson(const RetentionNotice &notice);
Grid noticeTable(const QList<RetentionNotice> &notices);
QJsonObject guardJson(const RetentionGuard &guard);

// Why nothing may be deleted, in a sentence each.
QString retentionGuardText(const RetentionGuard &guard);

} // namespace letopis::cli
