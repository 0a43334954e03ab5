#include "ui/pages/deletion/deletionmodels.h"

#include "core/base/clock.h"
#include "ui/text/dates.h"
#include "ui/text/deletiontext.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"

namespace letopis {

namespace {

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

} // namespace

QList<PagedTableModel::Column> PlanListModel::columns() const
{
    return {{tr("Made")}, {tr("Server")}, {tr("Recordings"), true}, {tr("Size"), true}, {tr("State")}, {tr("Made by")}};
}

QString PlanListModel::text(int at, int column) const
{
    const DeletionPlan &plan = row(at);
    switch (column) {
    case Made: return relativeDate(utc(plan.createdAtMs), m_clock.now());
    case Server: return m_names.value(plan.server);
    case Recordings: return numberText(plan.itemCount);
    case Size: return plan.sizeBytes > 0 ? sizeText(plan.sizeBytes) : sizeText(-1);
    case State: return planStateText(plan);
    case MadeBy: return plan.createdBy.isEmpty() ? tr("Auto-deletion") : plan.createdBy;
    default: return {};
    }
}

QString PlanListModel::toolTip(int at, int column) const
{
    return column == Made ? absoluteDate(utc(row(at).createdAtMs)) : text(at, column);
}

QList<PagedTableModel::Column> PlanItemModel::columns() const
{
    return {{tr("Recording")}, {tr("What happens")}, {tr("Why")}, {tr("Size"), true}, {tr("Last viewed")}, {tr("Result")}};
}

QString PlanItemModel::text(int at, int column) const
{
    const DeletionItem &item = row(at);
    switch (column) {
    case Title: return item.title.isEmpty() ? tr("A recording you cannot see") : item.title;
    case Step: return stepText(item.step);
    case Why: return reasonText(item.reason.kind, item.reason.policyName);
    case Size: return sizeText(item.sizeBytes);
    case LastView: return item.lastViewedAtMs > 0 ? relativeDate(utc(item.lastViewedAtMs), m_clock.now()) : tr("never");
    case Result: return itemStateText(item);
    default: return {};
    }
}

QString PlanItemModel::toolTip(int at, int column) const
{
    const DeletionItem &item = row(at);
    if (column == Title)
        return text(at, column) + u'\n' + item.externalId;
    if (column == LastView && item.lastViewedAtMs > 0)
        return absoluteDate(utc(item.lastViewedAtMs));
    return text(at, column);
}

QString PlanItemModel::icon(int at, int column) const
{
    if (column != Result)
        return {};
    switch (row(at).state) {
    case DeletionItem::State::Done: return QStringLiteral("check");
    case DeletionItem::State::Skipped: return row(at).refusal == DeletionRefusal::Held ? QStringLiteral("hold") : QStringLiteral("information");
    case DeletionItem::State::Failed: return QStringLiteral("error");
    case DeletionItem::State::Planned:
    case DeletionItem::State::Running: break;
    }
    return {};
}

QList<PagedTableModel::Column> TrashListModel::columns() const
{
    return {{tr("Recording")}, {tr("Server")}, {tr("Deleted")}, {tr("Can be restored until")}, {tr("Where it is")}, {tr("Size"), true}, {tr("By")}};
}

QString TrashListModel::text(int at, int column) const
{
    const TrashedRecording &one = row(at);
    switch (column) {
    case Title: return one.title.isEmpty() ? tr("A recording you cannot see") : one.title;
    case Server: return m_names.value(one.server);
    case Since: return relativeDate(utc(one.sinceMs), m_clock.now());
    case Until: return trashUntilText(one, m_clock.now().toMSecsSinceEpoch());
    case Place: return trashPlaceText(one);
    case Size: return sizeText(one.sizeBytes);
    case By: return one.byLogin.isEmpty() ? tr("Auto-deletion") : one.byLogin;
    default: return {};
    }
}

QString TrashListModel::toolTip(int at, int column) const
{
    const TrashedRecording &one = row(at);
    if (column == Title)
        return text(at, column) + u'\n' + one.externalId;
    if (column == Since)
        return absoluteDate(utc(one.sinceMs));
    if (column == Until && one.purgeAfterMs > 0)
        return absoluteDate(utc(one.purgeAfterMs));
    return text(at, column);
}

QString TrashListModel::icon(int at, int column) const
{
    return column == Until && row(at).isHeld ? QStringLiteral("hold") : QString();
}

QList<PagedTableModel::Column> CertificateListModel::columns() const
{
    return {{tr("Recording")}, {tr("Server")}, {tr("Deleted for good")}, {tr("Freed"), true}, {tr("By")}};
}

QString CertificateListModel::text(int at, int column) const
{
    const CertificateEntry &one = row(at);
    switch (column) {
    case Title: return one.title.isEmpty() ? tr("A recording you cannot see") : one.title;
    case Server: return m_names.value(one.server);
    case Issued: return relativeDate(utc(one.issuedAtMs), m_clock.now());
    case Freed: return sizeText(one.freedBytes);
    case By: return one.purgedBy;
    default: return {};
    }
}

QString CertificateListModel::toolTip(int at, int column) const
{
    if (column == Title)
        return text(at, column) + u'\n' + row(at).externalId;
    return column == Issued ? absoluteDate(utc(row(at).issuedAtMs)) : text(at, column);
}

QList<PagedTableModel::Column> SimulationModel::columns() const
{
    return {{tr("Recording")}, {tr("Server")}, {tr("Goes")}, {tr("Size"), true}, {tr("Why")}, {tr("Last viewed")}};
}

QString SimulationModel::text(int at, int column) const
{
    const ForecastRow &one = row(at);
    const ForecastItem &item = one.item;
    switch (column) {
    case Title: return one.title.isEmpty() ? tr("A recording you cannot see") : one.title;
    case Server: return m_names.value(item.server);
    case Goes:
        if (item.isHeld)
            return tr("Held, so it stays");
        //: %1: a day, %2: what happens then, such as "unpublish"
        return item.step == DeletionStep::Trash ? retentionDay(item.dueAtMs, m_zone) : tr("%1, %2").arg(retentionDay(item.dueAtMs, m_zone), stepText(item.step).toLower());
    case Size: return sizeText(item.sizeBytes);
    case Why: return reasonText(item.reason, one.policyName);
    case LastView: return item.lastViewedAtMs > 0 ? relativeDate(utc(item.lastViewedAtMs), m_clock.now()) : tr("never");
    default: return {};
    }
}

QString SimulationModel::toolTip(int at, int column) const
{
    const ForecastItem &item = row(at).item;
    if (column == Title)
        return text(at, column) + u'\n' + row(at).externalId;
    if (column == Goes && item.isHeld)
        return tr("A hold keeps it. Without the hold it would go on %1.").arg(retentionDay(item.dueAtMs, m_zone));
    if (column == LastView && item.lastViewedAtMs > 0)
        return item.wasViewedLately ? tr("Watched lately: %1").arg(absoluteDate(utc(item.lastViewedAtMs))) : absoluteDate(utc(item.lastViewedAtMs));
    return text(at, column);
}

QString SimulationModel::icon(int at, int column) const
{
    if (column == Goes && row(at).item.isHeld)
        return QStringLiteral("hold");
    return column == LastView && row(at).item.wasViewedLately ? QStringLiteral("warning") : QString();
}

} // namespace letopis
