#pragma once

#include "core/base/whendone.h"

#include <QAbstractTableModel>
#include <QFuture>
#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <utility>

namespace letopis {

// A table whose rows are read page by page as they are scrolled to. What PagedRows below tells.
class PagedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    struct Column
    {
        QString title;
        bool isNumber = false; // aligned to the right
    };

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(columns().size()); }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void pageRead();
    void aboutToReplace(); // rows are others afterwards
    void replaced();
    void failed(const letopis::Error &error);

protected:
    static constexpr int pageSize = 200;

    virtual QList<Column> columns() const = 0;
    virtual QString text(int row, int column) const = 0;
    virtual QString toolTip(int row, int column) const { return text(row, column); }
    virtual QString icon(int, int) const { return {}; } // of themedIcon()
};

// One column takes what the others leave; these are as wide as what was read.
void fitColumns(QTableView &table, PagedTableModel &model, const QList<int> &stretched);

template<typename Row>
class PagedRows : public PagedTableModel
{
public:
    using PagedTableModel::PagedTableModel;
    using Page = std::function<QFuture<Result<QList<Row>>>(int from, int limit)>;

    void setPage(Page page)
    {
        m_page = std::move(page);
        Q_EMIT aboutToReplace();
        beginResetModel();
        m_rows.clear();
        m_isWhole = !m_page;
        endResetModel();
        Q_EMIT replaced();
        ++m_generation;
        m_isReading = false;
        fetchMore({});
    }
    // What was read so far, anew.
    void refresh()
    {
        if (!m_page)
            return;
        ++m_generation;
        m_isReading = true;
        const int limit = std::max(pageSize, static_cast<int>(m_rows.size()));
        whenDone(m_page(0, limit), this, [this, limit, generation = m_generation](const Result<QList<Row>> &rows) {
            if (generation != m_generation)
                return;
            m_isReading = false;
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            m_isWhole = rows->size() < limit;
            take(*rows);
            Q_EMIT pageRead();
        });
    }
    const Row &row(int row) const { return m_rows.at(row); }
    const QList<Row> &rows() const { return m_rows; }
    bool isWhole() const { return m_isWhole; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_page && !m_isWhole && !m_isReading; }
    void fetchMore(const QModelIndex &parent) override
    {
        if (!canFetchMore(parent))
            return;
        m_isReading = true;
        whenDone(m_page(static_cast<int>(m_rows.size()), pageSize), this, [this, generation = m_generation](const Result<QList<Row>> &rows) {
            if (generation == m_generation)
                onPage(rows);
        });
    }

private:
    void onPage(const Result<QList<Row>> &rows)
    {
        m_isReading = false;
        m_isWhole = !rows || rows->size() < pageSize; // a failure is asked again only by refresh()
        if (!rows) {
            Q_EMIT failed(rows.error());
            return;
        }
        if (!rows->isEmpty()) {
            const int first = rowCount();
            beginInsertRows({}, first, first + static_cast<int>(rows->size()) - 1);
            m_rows += *rows;
            endInsertRows();
        }
        Q_EMIT pageRead();
    }
    // Where nothing but cells changed the view keeps its place.
    void take(const QList<Row> &rows)
    {
        if (rows.size() == m_rows.size() && !rows.isEmpty() && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const Row &a, const Row &b) { return keyOf(a) == keyOf(b); })) {
            m_rows = rows;
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            return;
        }
        Q_EMIT aboutToReplace();
        beginResetModel();
        m_rows = rows;
        endResetModel();
        Q_EMIT replaced();
    }

    Page m_page;
    QList<Row> m_rows;
    quint64 m_generation = 0;
    bool m_isReading = false;
    bool m_isWhole = true;
};

// What is chosen stays chosen when the rows become others. What is gone is not chosen any more, and nothing else instead:
// the next command would act on a row that nobody picked.
template<typename Row>
void keepSelection(QTableView &table, PagedRows<Row> &model)
{
    using Key = decltype(keyOf(std::declval<const Row &>()));
    const auto kept = std::make_shared<std::set<Key>>();
    QObject::connect(&model, &PagedTableModel::aboutToReplace, &table, [&table, &model, kept] {
        kept->clear();
        for (const QModelIndex &index : table.selectionModel()->selectedRows())
            kept->insert(keyOf(model.row(index.row())));
    });
    QObject::connect(&model, &PagedTableModel::replaced, &table, [&table, &model, kept] {
        QItemSelection chosen;
        for (int row = 0; !kept->empty() && row < model.rowCount(); ++row) {
            if (kept->contains(keyOf(model.row(row))))
                chosen.select(model.index(row, 0), model.index(row, 0));
        }
        constexpr auto wholeRows = QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
        if (!chosen.isEmpty())
            table.selectionModel()->setCurrentIndex(chosen.indexes().first(), QItemSelectionModel::NoUpdate);
        table.selectionModel()->select(chosen, wholeRows);
    });
}

} // namespace letopis
