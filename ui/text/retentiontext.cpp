#include "ui/text/retentiontext.h"

#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RetentionTr
{
    Q_DECLARE_TR_FUNCTIONS(RetentionText)
};

using Why = RetentionDecision::Why;
using Stage = RetentionFacts::Stage;

constexpr int nearDays = 30;

int plural(qint64 count)
{
    constexpr qint64 million = 1'000'000;
    return static_cast<int>(count < million ? count : million + count % million);
}

QString policyText(const QString &name)
{
    //: A policy whose name the person may not know
    return name.isEmpty() ? RetentionTr::tr("a policy") : RetentionTr::tr("the policy “%1”").arg(name);
}

QString moment(qint64 ms)
{
    return absoluteDate(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
}

QString stayingText(const RetentionDecision &decision)
{
    const QString policy = policyText(decision.policyName);
    switch (decision.why) {
    case Why::NoPolicy: return RetentionTr::tr("It stays: no policy is about it.");
    case Why::OwnNever: return RetentionTr::tr("It stays: that was said of this recording.");
    case Why::KeptAsNewest:
        return RetentionTr::tr("It stays: it is among the newest %n recording(s) of its meeting, and %1 keeps these.", nullptr, decision.keepNewest).arg(policy);
    case Why::RecordedLater: return RetentionTr::tr("It stays: it was recorded after the date of %1.").arg(policy);
    case Why::NoTime: return RetentionTr::tr("It stays: nobody knows when it was recorded.");
    case Why::InProcess: return RetentionTr::tr("It stays: its server is still working on it.");
    case Why::Gone: return RetentionTr::tr("It is no longer on its server.");
    case Why::Policy:
    case Why::OwnDate:
    case Why::Trashed:
    case Why::Purged: break;
    }
    return RetentionTr::tr("It stays: %1 says so.").arg(policy);
}

QString trashText(const RetentionExplanation &why, qint64 nowMs)
{
    if (isHeld(why))
        return RetentionTr::tr("It is in the trash, and a hold keeps it from being deleted for good.");
    if (why.purgeAfterMs <= 0)
        return RetentionTr::tr("It is in the trash, and stays there until somebody restores or deletes it.");
    const QString day = retentionDay(why.purgeAfterMs, why.timeZone);
    if (!why.isServerOn)
        return RetentionTr::tr("It is in the trash and can be restored. Its grace period ends on %1; auto-deletion is off on its server, so nothing happens then.")
            .arg(day);
    if (why.purgeAfterMs <= nowMs)
        return RetentionTr::tr("It is in the trash, its grace period is over: the next plan deletes it for good.");
    return RetentionTr::tr("It is in the trash and can be restored until %1; then it is deleted for good.").arg(day);
}

QString goingText(const RetentionExplanation &why, qint64 nowMs)
{
    const RetentionDecision &decision = why.decision;
    const QString day = retentionDay(decision.dueAtMs, why.timeZone);
    const bool isOverdue = decision.dueAtMs <= nowMs;
    if (isHeld(why))
        return isOverdue ? RetentionTr::tr("It stays while it is held. Without the hold it would go to the trash with the next plan.")
                         : RetentionTr::tr("It stays while it is held. Without the hold it would go to the trash on %1.").arg(day);
    if (!why.isServerOn)
        return isOverdue ? RetentionTr::tr("It stays: auto-deletion is off on its server. Once it is on, it goes to the trash with the next plan.")
                         : RetentionTr::tr("It stays: auto-deletion is off on its server. If it is on by then, it goes to the trash on %1.").arg(day);
    if (isOverdue)
        return RetentionTr::tr("It goes to the trash with the next plan: its date was %1.").arg(day);
    if (decision.unpublishAtMs > nowMs && why.stage == Stage::There)
        //: %1 and %2 are days
        return RetentionTr::tr("It is unpublished on %1 and goes to the trash on %2.").arg(retentionDay(decision.unpublishAtMs, why.timeZone), day);
    if (why.stage == Stage::Unpublished)
        return RetentionTr::tr("It is unpublished already and goes to the trash on %1.").arg(day);
    return RetentionTr::tr("It goes to the trash on %1.").arg(day);
}

// What one policy would do, were it alone.
QString outcomeText(const RetentionDecision &decision, const QByteArray &zone)
{
    if (decision.dueAtMs > 0)
        return RetentionTr::tr("to the trash on %1").arg(retentionDay(decision.dueAtMs, zone));
    switch (decision.why) {
    case Why::KeptAsNewest: return RetentionTr::tr("stays, among the newest %n of its meeting", nullptr, decision.keepNewest);
    case Why::RecordedLater: return RetentionTr::tr("stays, recorded after the policy's date");
    case Why::NoTime: return RetentionTr::tr("stays, nobody knows when it was recorded");
    default: return RetentionTr::tr("stays");
    }
}

} // namespace

QString retentionDay(const QDate &day)
{
    //: Format of a day, as QLocale::toString takes it
    return day.isValid() ? QLocale().toString(day, RetentionTr::tr("d MMMM yyyy")) : QString();
}

QDate retentionDate(qint64 ms, const QByteArray &timeZone)
{
    if (ms <= 0)
        return {};
    const QTimeZone zone(timeZone);
    return QDateTime::fromMSecsSinceEpoch(ms, zone.isValid() ? zone : QTimeZone::utc()).date();
}

QString retentionDay(qint64 ms, const QByteArray &timeZone)
{
    return retentionDay(retentionDate(ms, timeZone));
}

QString retentionSentence(const RetentionExplanation &why, qint64 nowMs)
{
    if (why.stage == Stage::Purged || why.decision.why == Why::Purged)
        return RetentionTr::tr("It was deleted for good.");
    if (why.stage == Stage::Trashed || why.decision.why == Why::Trashed)
        return trashText(why, nowMs);
    if (why.decision.dueAtMs > 0)
        return goingText(why, nowMs);
    const QString staying = stayingText(why.decision);
    return isHeld(why) ? staying + u' ' + RetentionTr::tr("A hold forbids its deletion, too.") : staying;
}

QString decisionText(const RetentionExplanation &why)
{
    const RetentionDecision &decision = why.decision;
    if (decision.why == Why::OwnDate || decision.why == Why::OwnNever) {
        if (why.ownSetBy.isEmpty() || why.ownSetAtMs <= 0)
            return RetentionTr::tr("What was said of this recording decides; it beats every policy.");
        //: %1 is a login, %2 a date
        return RetentionTr::tr("What %1 said of this recording on %2 decides; it beats every policy.").arg(why.ownSetBy, moment(why.ownSetAtMs));
    }
    const auto decided = std::find_if(why.policies.begin(), why.policies.end(), [](const RetentionTraceLine &line) { return line.decides; });
    if (decided == why.policies.end())
        return {};
    const QString policy = policyText(decided->name);
    switch (decided->scope) {
    case RetentionScope::Kind::Meeting: return RetentionTr::tr("The nearest decides: %1, which is about its meeting.").arg(policy);
    case RetentionScope::Kind::Filter: return RetentionTr::tr("The nearest decides: %1, whose filter it fits.").arg(policy);
    case RetentionScope::Kind::Folder: return RetentionTr::tr("The nearest decides: %1, which is about its folder.").arg(policy);
    case RetentionScope::Kind::Server: return RetentionTr::tr("The nearest decides: %1, which is about its server.").arg(policy);
    }
    return {};
}

QStringList traceTexts(const RetentionExplanation &why)
{
    QStringList lines;
    for (const RetentionTraceLine &line : why.policies) {
        //: A policy nobody told the name of
        const QString name = line.name.isEmpty() ? RetentionTr::tr("Policy") : RetentionTr::tr("“%1”").arg(line.name);
        //: %1: a policy's name; %2: Meeting, Filter, Folder, Server; %3: what it would do
        QString text = RetentionTr::tr("%1 (%2): %3").arg(name, scopeKindText(line.scope).toLower(), outcomeText(line.decision, why.timeZone));
        if (line.decides)
            text += u". "_s + RetentionTr::tr("Decides.");
        lines += text;
    }
    return lines;
}

bool isHeld(const RetentionExplanation &why)
{
    return why.decision.isHeld || std::any_of(why.holds.begin(), why.holds.end(), [](const LegalHold &hold) { return hold.isInForce(); });
}

QString retentionBadge(const RetentionExplanation &why, qint64 nowMs)
{
    if (why.stage == Stage::Purged)
        return RetentionTr::tr("Deleted for good");
    if (isHeld(why))
        return RetentionTr::tr("Held");
    if (why.stage == Stage::Trashed)
        return why.purgeAfterMs > 0 ? RetentionTr::tr("In the trash until %1").arg(retentionDay(why.purgeAfterMs, why.timeZone)) : RetentionTr::tr("In the trash");
    if (!why.isServerOn || why.decision.dueAtMs <= 0)
        return {};
    const qint64 days = retentionDate(nowMs, why.timeZone).daysTo(retentionDate(why.decision.dueAtMs, why.timeZone));
    if (days > nearDays)
        return {};
    return days > 0 ? RetentionTr::tr("To the trash in %n day(s)", nullptr, static_cast<int>(days)) : RetentionTr::tr("To the trash with the next plan");
}

QString holdText(const LegalHold &hold)
{
    if (hold.setBy.isEmpty())
        return RetentionTr::tr("Held since %1").arg(moment(hold.setAtMs));
    if (hold.isInForce())
        //: %1 is a date, %2 a login
        return RetentionTr::tr("Held since %1 by %2").arg(moment(hold.setAtMs), hold.setBy);
    //: Two dates, each with a login
    return RetentionTr::tr("Held from %1 (%2) to %3 (%4)").arg(moment(hold.setAtMs), hold.setBy, moment(hold.releasedAtMs), hold.releasedBy);
}

QString ownText(const OwnRetention &own)
{
    switch (own.kind) {
    case OwnRetention::Kind::AsPolicySays: return RetentionTr::tr("As the policies say");
    case OwnRetention::Kind::OnDate: return RetentionTr::tr("On %1").arg(retentionDay(own.date));
    case OwnRetention::Kind::Never: return RetentionTr::tr("Never");
    }
    return {};
}

QString stepText(DeletionStep step)
{
    switch (step) {
    case DeletionStep::Unpublish: return RetentionTr::tr("Unpublish");
    case DeletionStep::Trash: return RetentionTr::tr("To the trash");
    case DeletionStep::Restore: return RetentionTr::tr("Restore");
    case DeletionStep::Purge: return RetentionTr::tr("Delete for good");
    }
    return {};
}

QString reasonText(DeletionReason::Kind reason, const QString &policyName)
{
    switch (reason) {
    case DeletionReason::Kind::Policy: return policyName.isEmpty() ? RetentionTr::tr("A policy") : policyName;
    case DeletionReason::Kind::OwnDate: return RetentionTr::tr("Its own date");
    case DeletionReason::Kind::GraceOver: return RetentionTr::tr("End of the grace period");
    case DeletionReason::Kind::Manual: return RetentionTr::tr("By hand");
    case DeletionReason::Kind::Mend: return RetentionTr::tr("Left over on the server");
    }
    return {};
}

QString deletionRefusalText(DeletionRefusal refusal)
{
    switch (refusal) {
    case DeletionRefusal::None: return {};
    case DeletionRefusal::Held: return RetentionTr::tr("It is held.");
    case DeletionRefusal::NotDue: return RetentionTr::tr("It is no longer due: a policy, a date or a view changed that.");
    case DeletionRefusal::Changed: return RetentionTr::tr("It changed on the server since the plan was made.");
    case DeletionRefusal::AlreadyThere: return RetentionTr::tr("It was like that already.");
    case DeletionRefusal::Unrestorable: return RetentionTr::tr("Nothing is left to restore it from.");
    case DeletionRefusal::UnsafeId: return RetentionTr::tr("Its ID is none that may be sent to the server's disk.");
    }
    return {};
}

QString forecastText(const RetentionForecast &forecast)
{
    QStringList parts;
    if (forecast.count == 0)
        parts += RetentionTr::tr("No recording would go.");
    else if (forecast.sizeBytes > 0)
        parts += RetentionTr::tr("%1 recording(s) would go: %2.", nullptr, plural(forecast.count)).arg(numberText(forecast.count), sizeText(forecast.sizeBytes));
    else
        parts += RetentionTr::tr("%1 recording(s) would go.", nullptr, plural(forecast.count)).arg(numberText(forecast.count));
    if (forecast.dueNow > 0)
        parts += RetentionTr::tr("At once: %1.").arg(numberText(forecast.dueNow));
    if (forecast.viewedLately > 0)
        parts += RetentionTr::tr("Viewed in the last week: %1.").arg(numberText(forecast.viewedLately));
    if (forecast.unpublished > 0)
        parts += RetentionTr::tr("Only unpublished: %1.").arg(numberText(forecast.unpublished));
    if (forecast.held > 0)
        parts += RetentionTr::tr("Held, so they stay: %1.").arg(numberText(forecast.held));
    if (forecast.unknownSizes > 0)
        parts += RetentionTr::tr("Of unknown size: %1.").arg(numberText(forecast.unknownSizes));
    return parts.join(u' ');
}

QString noticeText(const RetentionNotice &notice, const QByteArray &timeZone)
{
    const QString first = retentionDay(notice.firstDueAtMs, timeZone);
    const QString last = retentionDay(notice.lastDueAtMs, timeZone);
    const QString when = first == last ? first : RetentionTr::tr("%1 to %2").arg(first, last);
    //: %1: a number of recordings; %2: a server; %3: days
    return RetentionTr::tr("%1 recording(s) of %2 go to the trash: %3.", nullptr, plural(notice.count)).arg(numberText(notice.count), notice.serverName, when);
}

} // namespace letopis
