#include "app/cli/retentionanswer.h"

#include "app/cli/text.h"
#include "ui/text/quantities.h"

#include <QDateTime>
#include <QTimeZone>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Field = RetentionCondition::Field;

QString iso(qint64 ms)
{
    return ms <= 0 ? QString() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

// The day that something happens on, in the catalog's zone.
QString dayIn(const QByteArray &zone, qint64 ms)
{
    const QTimeZone known(zone);
    return ms <= 0 ? QString() : QDateTime::fromMSecsSinceEpoch(ms, known.isValid() ? known : QTimeZone::utc()).date().toString(Qt::ISODate);
}

QJsonValue number(qint64 value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QString sizeCell(qint64 bytes)
{
    return bytes < 0 ? QString() : sizeText(bytes);
}

QString stepText(DeletionStep step)
{
    switch (step) {
    case DeletionStep::Unpublish: return Cli::tr("unpublish");
    case DeletionStep::Trash: return Cli::tr("trash");
    case DeletionStep::Restore: return Cli::tr("restore");
    case DeletionStep::Purge: return Cli::tr("delete for good");
    }
    return {};
}

QString whyText(const RetentionDecision &decision)
{
    using Why = RetentionDecision::Why;
    switch (decision.why) {
    case Why::NoPolicy: return Cli::tr("no policy is about it");
    case Why::Policy: return Cli::tr("policy “%1”").arg(decision.policyName);
    case Why::KeptAsNewest: return Cli::tr("among the newest of its meeting, which “%1” keeps").arg(decision.policyName);
    case Why::RecordedLater: return Cli::tr("recorded after the date of “%1”").arg(decision.policyName);
    case Why::NoTime: return Cli::tr("nobody knows when it was recorded");
    case Why::OwnDate: return Cli::tr("a date of its own");
    case Why::OwnNever: return Cli::tr("never, as was said of it");
    case Why::InProcess: return Cli::tr("the server is still working on it");
    case Why::Gone: return Cli::tr("it is no longer on its server");
    case Why::Trashed: return Cli::tr("it is in the trash");
    case Why::Purged: return Cli::tr("it was deleted for good");
    }
    return {};
}

QString reasonText(const ForecastRow &row)
{
    switch (row.item.reason) {
    case DeletionReason::Kind::Policy: return row.policyName;
    case DeletionReason::Kind::OwnDate: return Cli::tr("a date of its own");
    case DeletionReason::Kind::GraceOver: return Cli::tr("end of the grace period");
    case DeletionReason::Kind::Manual:
    case DeletionReason::Kind::Mend: break;
    }
    return {};
}

QJsonObject decisionJson(const RetentionDecision &decision, const QByteArray &zone)
{
    return {{u"why"_s, retentionWhyName(decision.why)},
            {u"policy"_s, decision.policyName},
            {u"dueAt"_s, jsonTime(decision.dueAtMs)},
            {u"dueOn"_s, dayIn(zone, decision.dueAtMs)},
            {u"unpublishAt"_s, jsonTime(decision.unpublishAtMs)},
            {u"held"_s, decision.isHeld}};
}

QString scopeText(const ShownPolicy &shown)
{
    const RetentionScope &scope = shown.policy.scope;
    switch (scope.kind) {
    case RetentionScope::Kind::Meeting: return Cli::tr("meeting %1 of %2").arg(scope.meetingId, shown.server);
    case RetentionScope::Kind::Folder: return shown.folder;
    case RetentionScope::Kind::Server: return shown.server;
    case RetentionScope::Kind::Filter: break;
    }
    QStringList parts;
    if (scope.server.isValid())
        parts += shown.server;
    for (const RetentionCondition &condition : scope.conditions)
        parts += conditionText(condition);
    return parts.join(u"; "_s);
}
} // namespace

QJsonValue jsonTime(qint64 ms)
{
    return ms <= 0 ? QJsonValue() : QJsonValue(iso(ms));
}

QString conditionText(const RetentionCondition &condition)
{
    switch (condition.field) {
    case Field::ShorterThan: return u"shorter-than %1"_s.arg(double(condition.number) / 60'000);
    case Field::FewerThan: return u"fewer-than %1"_s.arg(condition.number);
    case Field::NeverViewed: return u"never-viewed"_s;
    case Field::State: return u"state %1"_s.arg(publicationStateName(condition.state));
    case Field::MetadataKey:
        return u"metadata:%1 %2 %3"_s.arg(condition.key, retentionMatchName(condition.match), condition.text);
    case Field::Title:
    case Field::Meeting:
    case Field::MeetingId:
    case Field::Owner: break;
    }
    return u"%1 %2 %3"_s.arg(retentionFieldName(condition.field), retentionMatchName(condition.match), condition.text);
}

namespace {
std::optional<RetentionCondition> textCondition(const QString &what, const QString &rest)
{
    const qsizetype colon = what.indexOf(u':');
    const qsizetype space = rest.indexOf(u' ');
    const auto field = retentionFieldFromName(colon < 0 ? what : what.first(colon));
    const auto match = retentionMatchFromName(space < 0 ? rest : rest.first(space));
    if (!field || !match || space < 0)
        return {};
    return RetentionCondition{.field = *field, .key = colon < 0 ? QString() : what.sliced(colon + 1), .match = *match,
                              .text = rest.sliced(space + 1).trimmed(), .number = 0, .state = PublicationState::Published};
}
} // namespace

std::optional<RetentionCondition> retentionConditionFromText(const QString &text)
{
    const QString said = text.trimmed();
    const QString what = said.section(u' ', 0, 0);
    const QString rest = said.section(u' ', 1).trimmed();
    RetentionCondition condition;
    if (what == u"never-viewed" && rest.isEmpty()) {
        condition.field = Field::NeverViewed;
    } else if (what == u"shorter-than" || what == u"fewer-than") {
        bool isNumber = false;
        const double value = rest.toDouble(&isNumber);
        condition.field = what == u"fewer-than" ? Field::FewerThan : Field::ShorterThan;
        condition.number = !isNumber || value > 1e6 ? 0 : qint64(condition.field == Field::FewerThan ? value : value * 60'000);
    } else if (what == u"state") {
        const auto state = publicationStateFromName(rest);
        if (!state)
            return {};
        condition.field = Field::State;
        condition.state = *state;
    } else if (const auto texts = textCondition(what, rest)) {
        condition = *texts;
    } else {
        return {};
    }
    return isWellFormed(condition) ? std::optional(condition) : std::nullopt;
}

QString ruleText(const RetentionRule &rule)
{
    QStringList parts;
    switch (rule.kind) {
    case RetentionRule::Kind::AfterRecording: parts += Cli::tr("%n day(s) after the recording", nullptr, rule.days); break;
    case RetentionRule::Kind::AfterLastView: parts += Cli::tr("%n day(s) after the last view", nullptr, rule.days); break;
    case RetentionRule::Kind::OnDate: parts += Cli::tr("on %1").arg(rule.date.toString(Qt::ISODate)); break;
    case RetentionRule::Kind::Never: parts += Cli::tr("never"); break;
    }
    if (rule.keepNewest > 0)
        parts += Cli::tr("the newest %n of a meeting stay", nullptr, rule.keepNewest);
    if (rule.unpublishDays > 0)
        parts += Cli::tr("unpublished %n day(s) before", nullptr, rule.unpublishDays);
    return parts.join(u"; "_s);
}

QJsonObject policyJson(const ShownPolicy &shown)
{
    QJsonArray conditions;
    for (const RetentionCondition &condition : shown.policy.scope.conditions)
        conditions += conditionText(condition);
    return {{u"position"_s, shown.position},
            {u"id"_s, shown.policy.uuid},
            {u"name"_s, shown.policy.name},
            {u"isEnabled"_s, shown.policy.isEnabled},
            {u"scope"_s, retentionScopeName(shown.policy.scope.kind)},
            {u"server"_s, shown.server},
            {u"folder"_s, shown.folder},
            {u"meetingId"_s, shown.policy.scope.meetingId},
            {u"conditions"_s, conditions},
            {u"rule"_s, toJson(shown.policy.rule)}};
}

Grid policyTable(const QList<ShownPolicy> &policies)
{
    Grid grid{.columns = {{Cli::tr("No."), u"position"_s, true}, {Cli::tr("Name"), u"name"_s, false, true}, {Cli::tr("Recordings"), u"scope"_s, false, true},
                          {Cli::tr("Go"), u"rule"_s, false, true}, {Cli::tr("Enabled"), u"isEnabled"_s}},
              .rows = {}};
    for (const ShownPolicy &shown : policies) {
        grid.rows += {QString::number(shown.position), shown.policy.name, scopeText(shown), ruleText(shown.policy.rule),
                      shown.policy.isEnabled ? Cli::tr("yes") : Cli::tr("no")};
    }
    return grid;
}

QJsonObject forecastJson(const RetentionForecast &forecast, const QList<ForecastRow> &rows)
{
    QJsonArray items;
    for (const ForecastRow &row : rows) {
        items += QJsonObject{{u"id"_s, row.item.recording.value},
                             {u"recordId"_s, row.externalId},
                             {u"title"_s, row.title},
                             {u"step"_s, deletionStepName(row.item.step)},
                             {u"reason"_s, deletionReasonName(row.item.reason)},
                             {u"policy"_s, row.policyName},
                             {u"dueAt"_s, jsonTime(row.item.dueAtMs)},
                             {u"dueOn"_s, dayIn(forecast.timeZone, row.item.dueAtMs)},
                             {u"formerDueAt"_s, jsonTime(row.item.formerDueAtMs)},
                             {u"sizeBytes"_s, number(row.item.sizeBytes)},
                             {u"lastViewedAt"_s, jsonTime(row.item.lastViewedAtMs)},
                             {u"viewedLately"_s, row.item.wasViewedLately},
                             {u"held"_s, row.item.isHeld}};
    }
    return {{u"at"_s, jsonTime(forecast.atMs)},
            {u"timeZone"_s, QString::fromLatin1(forecast.timeZone)},
            {u"count"_s, forecast.count},
            {u"sizeBytes"_s, forecast.sizeBytes},
            {u"unknownSizes"_s, forecast.unknownSizes},
            {u"unpublished"_s, forecast.unpublished},
            {u"held"_s, forecast.held},
            {u"heldBytes"_s, forecast.heldBytes},
            {u"viewedLately"_s, forecast.viewedLately},
            {u"dueNow"_s, forecast.dueNow},
            {u"items"_s, items}};
}

Grid forecastTable(const QList<ForecastRow> &rows)
{
    Grid grid{.columns = {{Cli::tr("ID"), u"id"_s, true}, {Cli::tr("Title"), u"title"_s, false, true}, {Cli::tr("Step"), u"step"_s},
                          {Cli::tr("When"), u"dueAt"_s}, {Cli::tr("Size"), u"size"_s, true}, {Cli::tr("Why"), u"reason"_s, false, true},
                          {Cli::tr("Last viewed"), u"lastViewedAt"_s}},
              .rows = {}};
    for (const ForecastRow &row : rows) {
        grid.rows += {QString::number(row.item.recording.value), row.title, row.item.isHeld ? Cli::tr("held") : stepText(row.item.step),
                      iso(row.item.dueAtMs), sizeCell(row.item.sizeBytes), reasonText(row), iso(row.item.lastViewedAtMs)};
    }
    return grid;
}

QString forecastSummary(const RetentionForecast &forecast)
{
    QStringList parts{Cli::tr("%n recording(s) would go, %1.", nullptr, int(std::min<qint64>(forecast.count, 1'000'000'000))).arg(sizeText(forecast.sizeBytes))};
    if (forecast.unpublished > 0)
        parts += Cli::tr("Only unpublished: %1.").arg(forecast.unpublished);
    if (forecast.held > 0)
        parts += Cli::tr("Held: %1.").arg(forecast.held);
    if (forecast.viewedLately > 0)
        parts += Cli::tr("Viewed lately: %1.").arg(forecast.viewedLately);
    return parts.join(u' ');
}

QJsonObject calendarJson(const RetentionCalendar &calendar)
{
    QJsonArray days;
    for (const CalendarDay &day : calendar.days) {
        days += QJsonObject{{u"day"_s, day.day.toString(Qt::ISODate)}, {u"unpublished"_s, day.unpublished}, {u"trashed"_s, day.trashed},
                            {u"trashedBytes"_s, day.trashedBytes}, {u"purged"_s, day.purged}, {u"purgedBytes"_s, day.purgedBytes}};
    }
    return {{u"from"_s, calendar.from.toString(Qt::ISODate)}, {u"until"_s, calendar.until.toString(Qt::ISODate)},
            {u"nowBytes"_s, calendar.nowBytes}, {u"days"_s, days}};
}

Grid calendarTable(const RetentionCalendar &calendar)
{
    Grid grid{.columns = {{Cli::tr("Day"), u"day"_s}, {Cli::tr("Unpublished"), u"unpublished"_s, true}, {Cli::tr("To the trash"), u"trashed"_s, true},
                          {Cli::tr("Size"), u"trashedBytes"_s, true}, {Cli::tr("For good"), u"purged"_s, true}, {Cli::tr("Freed"), u"purgedBytes"_s, true}},
              .rows = {}};
    for (const CalendarDay &day : calendar.days) {
        grid.rows += {day.day.toString(Qt::ISODate), QString::number(day.unpublished), QString::number(day.trashed), sizeText(day.trashedBytes),
                      QString::number(day.purged), sizeText(day.purgedBytes)};
    }
    return grid;
}

QJsonObject explanationJson(const RetentionExplanation &why)
{
    QJsonArray policies, holds;
    for (const RetentionTraceLine &line : why.policies) {
        QJsonObject one = decisionJson(line.decision, why.timeZone);
        one.insert(u"scope"_s, retentionScopeName(line.scope));
        one.insert(u"decides"_s, line.decides);
        policies += one;
    }
    for (const LegalHold &hold : why.holds)
        holds += holdJson(hold);
    QJsonObject own{{u"kind"_s, ownRetentionName(why.own.kind)}, {u"date"_s, why.own.date.toString(Qt::ISODate)},
                    {u"setBy"_s, why.ownSetBy}, {u"setAt"_s, jsonTime(why.ownSetAtMs)}};
    return {{u"decision"_s, decisionJson(why.decision, why.timeZone)},
            {u"own"_s, own},
            {u"policies"_s, policies},
            {u"holds"_s, holds},
            {u"isServerOn"_s, why.isServerOn},
            {u"purgeAfter"_s, jsonTime(why.purgeAfterMs)},
            {u"timeZone"_s, QString::fromLatin1(why.timeZone)}};
}

Grid explanationTable(const RetentionExplanation &why)
{
    const auto goes = [&](const RetentionDecision &decision) {
        return decision.dueAtMs > 0 ? dayIn(why.timeZone, decision.dueAtMs) : Cli::tr("never");
    };
    Grid grid{.columns = {{Cli::tr("What"), u"what"_s}, {Cli::tr("Answer"), u"answer"_s, false, true}}, .rows = {}};
    grid.rows += {Cli::tr("Goes"), goes(why.decision)};
    grid.rows += {Cli::tr("Why"), whyText(why.decision)};
    if (why.decision.unpublishAtMs > 0)
        grid.rows += {Cli::tr("Unpublished"), dayIn(why.timeZone, why.decision.unpublishAtMs)};
    if (!why.isServerOn)
        grid.rows += {Cli::tr("But"), Cli::tr("retention is off on its server")};
    for (const LegalHold &hold : why.holds) {
        if (hold.isInForce())
            grid.rows += {Cli::tr("Held"), u"%1: %2 (%3)"_s.arg(iso(hold.setAtMs), hold.reason, hold.setBy)};
    }
    for (const RetentionTraceLine &line : why.policies) {
        if (!line.decides)
            grid.rows += {Cli::tr("Also about it"), u"%1: %2"_s.arg(line.name, goes(line.decision))};
    }
    return grid;
}

QJsonObject holdJson(const LegalHold &hold)
{
    return {{u"id"_s, hold.id.value},           {u"recording"_s, hold.recording.value}, {u"title"_s, hold.title},
            {u"reason"_s, hold.reason},         {u"setBy"_s, hold.setBy},               {u"setAt"_s, jsonTime(hold.setAtMs)},
            {u"releasedBy"_s, hold.releasedBy}, {u"releasedAt"_s, jsonTime(hold.releasedAtMs)}};
}

Grid holdTable(const QList<LegalHold> &holds)
{
    Grid grid{.columns = {{Cli::tr("Hold"), u"id"_s, true}, {Cli::tr("Recording"), u"recording"_s, true}, {Cli::tr("Title"), u"title"_s, false, true},
                          {Cli::tr("Reason"), u"reason"_s, false, true}, {Cli::tr("Set by"), u"setBy"_s}, {Cli::tr("Set"), u"setAt"_s}},
              .rows = {}};
    for (const LegalHold &hold : holds)
        grid.rows += {QString::number(hold.id.value), QString::number(hold.recording.value), hold.title, hold.reason, hold.setBy, iso(hold.setAtMs)};
    return grid;
}

QJsonObject serverRetentionJson(const ServerRetention &server)
{
    QJsonObject json = toJson(server.parameters);
    json.insert(u"server"_s, server.name);
    json.insert(u"isOn"_s, server.isOn);
    json.insert(u"switchedBy"_s, server.switchedBy);
    json.insert(u"switchedAt"_s, jsonTime(server.switchedAtMs));
    return json;
}

Grid serverRetentionTable(const QList<ServerRetention> &servers)
{
    Grid grid{.columns = {{Cli::tr("Server"), u"server"_s, false, true}, {Cli::tr("Retention"), u"isOn"_s}, {Cli::tr("Warnings, days"), u"warningDays"_s},
                          {Cli::tr("Grace, days"), u"graceDays"_s, true}, {Cli::tr("Limit of a run"), u"limit"_s}, {Cli::tr("Two people"), u"twoPeoplePurge"_s}},
              .rows = {}};
    for (const ServerRetention &server : servers) {
        QStringList warnings;
        for (const int days : server.parameters.warningDays)
            warnings += QString::number(days);
        grid.rows += {server.name, server.isOn ? Cli::tr("on") : Cli::tr("off"), warnings.join(u", "_s), QString::number(server.parameters.graceDays),
                      u"%1 % / %2"_s.arg(server.parameters.limitPercent).arg(server.parameters.limitCount),
                      server.parameters.twoPeoplePurge ? Cli::tr("yes") : Cli::tr("no")};
    }
    return grid;
}

QJsonObject noticeJson(const RetentionNotice &notice)
{
    return {{u"id"_s, notice.id.value},     {u"server"_s, notice.serverName},    {u"days"_s, notice.stageDays},
            {u"madeAt"_s, jsonTime(notice.madeAtMs)}, {u"count"_s, notice.count}, {u"sizeBytes"_s, notice.sizeBytes},
            {u"firstDueAt"_s, jsonTime(notice.firstDueAtMs)}, {u"lastDueAt"_s, jsonTime(notice.lastDueAtMs)},
            {u"dismissedBy"_s, notice.dismissedBy}};
}

Grid noticeTable(const QList<RetentionNotice> &notices)
{
    Grid grid{.columns = {{Cli::tr("Notice"), u"id"_s, true}, {Cli::tr("Server"), u"server"_s, false, true}, {Cli::tr("Days"), u"days"_s, true},
                          {Cli::tr("Recordings"), u"count"_s, true}, {Cli::tr("Size"), u"size"_s, true}, {Cli::tr("From"), u"firstDueAt"_s},
                          {Cli::tr("To"), u"lastDueAt"_s}},
              .rows = {}};
    for (const RetentionNotice &notice : notices)
        grid.rows += {QString::number(notice.id.value), notice.serverName, QString::number(notice.stageDays), QString::number(notice.count),
                      sizeText(notice.sizeBytes), iso(notice.firstDueAtMs), iso(notice.lastDueAtMs)};
    return grid;
}

QJsonObject guardJson(const RetentionGuard &guard)
{
    return {{u"kind"_s, retentionGuardName(guard.kind)}, {u"ours"_s, jsonTime(guard.oursMs)}, {u"theirs"_s, jsonTime(guard.theirsMs)}};
}

QString retentionGuardText(const RetentionGuard &guard)
{
    using Kind = RetentionGuard::Kind;
    switch (guard.kind) {
    case Kind::ClockWentBack:
        return Cli::tr("This computer's clock says %1, and the catalog already knows of %2.").arg(iso(guard.oursMs), iso(guard.theirsMs));
    case Kind::ClocksDiffer:
        return Cli::tr("This computer's clock says %1, the server's %2.").arg(iso(guard.oursMs), iso(guard.theirsMs));
    case Kind::CatalogNotSynced:
        return guard.theirsMs > 0 ? Cli::tr("The catalog was last synced at %1: sync first.").arg(iso(guard.theirsMs))
                                  : Cli::tr("The catalog was never synced with this server: sync first.");
    case Kind::CatalogRestored: return Cli::tr("The catalog is not the one that was last written: it was restored from a backup, or is an old copy.");
    case Kind::SwitchedOff: return Cli::tr("Retention is off on this server.");
    }
    return {};
}

} // namespace letopis::cli
