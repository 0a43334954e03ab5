#pragma once

#include "core/base/result.h"
#include "core/retention/retentionanswers.h"

#include <QAbstractTableModel>
#include <QFuture>

#include <functional>

namespace letopis {

class Clock;

// Recordings that would go, read page by page as they are scrolled to.
class ForecastListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, Goes, Former, Size, Reason, LastView, ColumnCount };
    using Page = std::function<QFuture<Result<QList<ForecastRow>>>(qsizetype from, int limit)>;

    explicit ForecastListModel(const Clock &clock, QObject *parent = nullptr);

    void setRows(const QByteArray &timeZone, qsizetype count, Page page);
    const ForecastRow &row(int row) const { return m_rows.at(row); }
    bool hasFormer() const { return m_hasFormer; } // of what was read: some would have gone later

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void pageRead();
    void failed(const letopis::Error &error);

private:
    QString text(const ForecastRow &row, int column) const;
    QString toolTip(const ForecastRow &row, int column) const;
    void onPage(const QList<ForecastRow> &rows);

    const Clock &m_clock;
    QByteArray m_timeZone;
    qsizetype m_count = 0;
    Page m_page;
    QList<ForecastRow> m_rows;
    quint64 m_generation = 0;
    bool m_isReading = false;
    bool m_hasFormer = false;
};

// The same forecast in another order; sorted in another thread.
QFuture<Result<RetentionForecast>> inOrder(const RetentionForecast &forecast, ForecastOrder order);

} // namespace letopis
