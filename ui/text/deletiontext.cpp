#include "ui/text/deletiontext.h"

#include "core/access/capability.h"
#include "ui/text/dates.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"

#include <QCoreApplication>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DeletionTr
{
    Q_DECLARE_TR_FUNCTIONS(DeletionText)
};

int plural(qint64 count)
{
    constexpr qint64 million = 1'000'000;
    return static_cast<int>(count < million ? count : million + count % million);
}

bool isSame(const QString &login, const QString &other)
{
    return login.compare(other, Qt::CaseInsensitive) == 0;
}

// "diskFull: detail", as the plan keeps it: the sentence of its kind.
QString problemText(const QString &problem)
{
    const QString name = problem.section(u':', 0, 0);
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
        if (errorKindName(static_cast<ErrorKind>(kind)) == name)
            return errorText({static_cast<ErrorKind>(kind), {}, {}, {}}).sentence;
    }
    return problem;
}

bool isRefusal(const Error &error)
{
    return std::any_cast<RefusalEvidence>(&error.evidence) != nullptr;
}

} // namespace

QString planStateText(const DeletionPlan &plan)
{
    switch (plan.state) {
    case DeletionPlan::State::Proposed:
        return plan.needsApproval && !plan.confirmedBy.isEmpty() ? DeletionTr::tr("Waits for approval") : DeletionTr::tr("Waits for confirmation");
    case DeletionPlan::State::Confirmed: return DeletionTr::tr("Ready to be carried out");
    case DeletionPlan::State::Finished: return DeletionTr::tr("Carried out");
    case DeletionPlan::State::Discarded: return DeletionTr::tr("Discarded");
    }
    return {};
}

QString planAdvice(const DeletionPlan &plan, const QString &login, bool isBegun)
{
    switch (plan.state) {
    case DeletionPlan::State::Proposed: break;
    case DeletionPlan::State::Confirmed:
        return isBegun ? DeletionTr::tr("It was interrupted. Carry it out again: what is done stays done, the rest follows.")
                       : DeletionTr::tr("Nothing was deleted yet. Carry it out: exactly these recordings, each looked at anew just before.");
    case DeletionPlan::State::Finished: return DeletionTr::tr("Every recording has its result below.");
    case DeletionPlan::State::Discarded: return DeletionTr::tr("Nothing of it happens. Make a new plan instead.");
    }
    if (plan.confirmedBy.isEmpty())
        return DeletionTr::tr("Nothing was deleted yet. Look at the recordings, then confirm the plan by typing their number.");
    if (isSame(login, plan.confirmedBy) || isSame(login, plan.createdBy))
        return DeletionTr::tr("Deletion for good needs two people here. Another administrator has to sign in and approve the plan.");
    //: %1 is a login
    return DeletionTr::tr("%1 confirmed it. Look at the recordings, then approve it: they are deleted for good.").arg(plan.confirmedBy);
}

QString planSizeText(const DeletionPlan &plan)
{
    const QString count = recordingsCount(plan.itemCount);
    //: %1: "12 recordings", %2: a size
    return plan.sizeBytes > 0 ? DeletionTr::tr("%1, %2").arg(count, sizeText(plan.sizeBytes)) : count;
}

QString itemStateText(const DeletionItem &item)
{
    switch (item.state) {
    case DeletionItem::State::Planned: return DeletionTr::tr("Not begun");
    case DeletionItem::State::Running: return DeletionTr::tr("Begun");
    case DeletionItem::State::Done:
        return item.freedBytes > 0 ? DeletionTr::tr("Done, %1 freed").arg(sizeText(item.freedBytes)) : DeletionTr::tr("Done");
    case DeletionItem::State::Skipped: return DeletionTr::tr("Not done. %1").arg(deletionRefusalText(item.refusal));
    case DeletionItem::State::Failed: return DeletionTr::tr("Failed. %1").arg(problemText(item.problem));
    }
    return {};
}

QString deletionReportText(const DeletionReport &report)
{
    QStringList parts{DeletionTr::tr("%1 recording(s) done.", nullptr, plural(report.done)).arg(numberText(report.done))};
    if (report.freedBytes > 0)
        parts += DeletionTr::tr("Freed on the server: %1.").arg(sizeText(report.freedBytes));
    if (report.skipped > 0)
        parts += DeletionTr::tr("%1 left as they are.", nullptr, plural(report.skipped)).arg(numberText(report.skipped));
    if (!report.failed.isEmpty())
        parts += DeletionTr::tr("%1 failed.", nullptr, plural(report.failed.size())).arg(numberText(report.failed.size()));
    return parts.join(u' ');
}

QString planStepsText(DeletionStep step)
{
    switch (step) {
    case DeletionStep::Unpublish: return DeletionTr::tr("The address opens nothing any more. Nothing is deleted: it can be published again.");
    case DeletionStep::Trash: return DeletionTr::tr("Nobody can watch any more. Restoring is possible until the grace period ends.");
    case DeletionStep::Restore: return DeletionTr::tr("Back from the trash: what was published is published again.");
    case DeletionStep::Purge:
        return DeletionTr::tr("On the server, on its disk where that can be reached, and on this computer. This cannot be undone; a certificate says what was removed.");
    }
    return {};
}

ErrorText byHandErrorText(const Error &error)
{
    if (error.kind == ErrorKind::PermissionDenied && !isRefusal(error)) {
        const QString which = error.subject.isEmpty() ? DeletionTr::tr("One of the recordings is held.") : DeletionTr::tr("“%1” is held.").arg(error.subject);
        return {which, DeletionTr::tr("While somebody holds a recording nothing deletes it. End the hold in its auto-deletion tab, or leave it out.")};
    }
    const bool isStopped = std::any_cast<RetentionStopEvidence>(&error.evidence) != nullptr;
    if (error.kind == ErrorKind::InvalidInput && !isStopped && !std::any_cast<ConfirmationEvidence>(&error.evidence))
        return {DeletionTr::tr("These recordings are not of one server."), DeletionTr::tr("A plan is for one server: choose the recordings of each server by themselves.")};
    return planErrorText(error);
}

ErrorText mendErrorText(const Error &error)
{
    if (error.kind == ErrorKind::InvalidInput && !error.evidence.has_value())
        return {DeletionTr::tr("The server is no more as it was when it was compared."), DeletionTr::tr("Compare it with the catalog again, then choose what to mend.")};
    return byHandErrorText(error);
}

ErrorText makePlanErrorText(const Error &error)
{
    if (error.kind == ErrorKind::NotFound)
        return {DeletionTr::tr("Nothing is due now."), DeletionTr::tr("The simulator shows what goes later, and what would go with other policies.")};
    return planErrorText(error);
}

ErrorText approvalErrorText(const Error &error)
{
    if (error.kind == ErrorKind::PermissionDenied && !isRefusal(error))
        return {DeletionTr::tr("Who made or confirmed a plan cannot approve it."), DeletionTr::tr("Another administrator has to sign in and approve it.")};
    return planErrorText(error);
}

ErrorText planErrorText(const Error &error)
{
    if (const auto *stop = std::any_cast<RetentionStopEvidence>(&error.evidence); stop && !stop->guards.isEmpty()) {
        QStringList sentences;
        QStringList advice;
        for (const RetentionGuard &guard : stop->guards) {
            sentences += guardText(guard);
            advice += guardAdvice(guard);
        }
        return {sentences.join(u' '), advice.join(u' ')};
    }
    if (const auto *number = std::any_cast<ConfirmationEvidence>(&error.evidence))
        return {DeletionTr::tr("The plan has %n recording(s), another number was typed.", nullptr, plural(number->expected)), {}};
    if (error.kind == ErrorKind::InvalidInput)
        return {DeletionTr::tr("The plan changed meanwhile."), DeletionTr::tr("Look at it again.")};
    return retentionErrorText(error);
}

QString trashPlaceText(const TrashedRecording &recording)
{
    return recording.isInServerTree ? DeletionTr::tr("In the server's trash") : DeletionTr::tr("Unpublished on the server");
}

QString trashUntilText(const TrashedRecording &recording, qint64 nowMs)
{
    if (recording.isHeld)
        return DeletionTr::tr("while it is held");
    if (recording.purgeAfterMs <= 0)
        return DeletionTr::tr("without an end");
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(recording.purgeAfterMs, Qt::UTC);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC);
    if (until <= now)
        return DeletionTr::tr("its time is over");
    const auto days = static_cast<int>(localDate(now).daysTo(localDate(until)));
    //: %1 is a day, %2 "in 4 days"
    return DeletionTr::tr("%1, %2").arg(retentionDay(localDate(until)), days > 0 ? DeletionTr::tr("in %n day(s)", nullptr, days) : DeletionTr::tr("today"));
}

} // namespace letopis
