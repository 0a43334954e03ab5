#include "ui/forms/retention/forecastlistmodel.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "ui/text/dates.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QIcon>
#include <QThreadPool>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pageSize = 200;

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

} // namespace

ForecastListModel::ForecastListModel(const Clock &clock, QObject *parent) : QAbstractTableModel(parent), m_clock(clock) {}

void ForecastListModel::setRows(const QByteArray &timeZone, qsizetype count, Page page)
{
    beginResetModel();
    ++m_generation;
    m_timeZone = timeZone;
    m_count = count;
    m_page = std::move(page);
    m_rows.clear();
    m_isReading = false;
    m_hasFormer = false;
    endResetModel();
    fetchMore({});
}

int ForecastListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ForecastListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool ForecastListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_page && !m_isReading && m_rows.size() < m_count;
}

void ForecastListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isReading = true;
    whenDone(m_page(m_rows.size(), pageSize), this, [this, generation = m_generation](const Result<QList<ForecastRow>> &rows) {
        if (generation != m_generation)
            return;
        m_isReading = false;
        if (rows)
            return onPage(*rows);
        m_count = m_rows.size(); // asked for again only when somebody wants it
        Q_EMIT failed(rows.error());
    });
}

void ForecastListModel::onPage(const QList<ForecastRow> &rows)
{
    if (rows.isEmpty()) {
        m_count = m_rows.size(); // fewer than were told of
    } else {
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(m_rows.size() + rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
        m_hasFormer = m_hasFormer || std::any_of(rows.begin(), rows.end(), [](const ForecastRow &row) { return row.item.formerDueAtMs > 0; });
    }
    Q_EMIT pageRead();
}

QString ForecastListModel::text(const ForecastRow &row, int column) const
{
    const ForecastItem &item = row.item;
    switch (column) {
    case Title: return row.title.isEmpty() ? tr("A recording you cannot see") : row.title;
    case Goes:
        if (item.isHeld)
            return tr("Held");
        return item.step == DeletionStep::Trash ? retentionDay(item.dueAtMs, m_timeZone)
                                                : u"%1, %2"_s.arg(retentionDay(item.dueAtMs, m_timeZone), stepText(item.step).toLower());
    case Former: return item.formerDueAtMs > 0 ? retentionDay(item.formerDueAtMs, m_timeZone) : tr("never");
    case Size: return sizeText(item.sizeBytes);
    case Reason: return reasonText(item.reason, row.policyName);
    case LastView: return item.lastViewedAtMs > 0 ? relativeDate(utc(item.lastViewedAtMs), m_clock.now()) : tr("never");
    default: return {};
    }
}

QString ForecastListModel::toolTip(const ForecastRow &row, int column) const
{
    if (column == Title)
        return row.externalId.isEmpty() ? text(row, column) : text(row, column) + u'\n' + row.externalId;
    if (column == Goes && row.item.isHeld)
        return tr("A hold keeps it.");
    if (column == LastView && row.item.lastViewedAtMs > 0)
        return absoluteDate(utc(row.item.lastViewedAtMs));
    return text(row, column);
}

QVariant ForecastListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ForecastRow &one = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(one, index.column());
    case Qt::ToolTipRole: return plainToolTip(toolTip(one, index.column()));
    case Qt::DecorationRole: return index.column() == Goes && one.item.isHeld ? QVariant(themedIcon(u"hold")) : QVariant();
    case Qt::TextAlignmentRole: return index.column() == Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default: return {};
    }
}

QVariant ForecastListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Size ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return tr("Recording");
    case Goes: return tr("Goes");
    case Former: return tr("Until now");
    case Size: return tr("Size");
    case Reason: return tr("Why");
    case LastView: return tr("Last viewed");
    default: return {};
    }
}

QFuture<Result<RetentionForecast>> inOrder(const RetentionForecast &forecast, ForecastOrder order)
{
    auto promise = std::make_shared<QPromise<Result<RetentionForecast>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, forecast, order] {
        RetentionForecast sorted = forecast;
        std::vector<ForecastItem> items = forecast.items ? *forecast.items : std::vector<ForecastItem>();
        std::stable_sort(items.begin(), items.end(), [order](const ForecastItem &one, const ForecastItem &other) {
            switch (order) {
            case ForecastOrder::Size: return one.sizeBytes > other.sizeBytes;
            case ForecastOrder::LastView: return one.lastViewedAtMs > other.lastViewedAtMs;
            case ForecastOrder::Due: break;
            }
            return one.dueAtMs < other.dueAtMs;
        });
        sorted.items = std::make_shared<const std::vector<ForecastItem>>(std::move(items));
        promise->addResult(Result<RetentionForecast>(std::move(sorted)));
        promise->finish();
    });
    return promise->future();
}

} // namespace letopis
