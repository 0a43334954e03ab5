#pragma once

#include "core/access/accessanswers.h"

#include <QAbstractTableModel>

namespace letopis {

// Who can see something, with what and through what; read page by page as one scrolls.
class HoldersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Login, What, Through, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setHolders(const AccessHolders &holders); // the first page
    void append(const AccessHolders &holders);     // the next one
    const AccessHolder &holder(int row) const { return m_holders.people.at(row); }
    const AccessHolders &holders() const { return m_holders; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted(qsizetype offset);

private:
    AccessHolders m_holders;
    bool m_isAsked = false; // for the next page
};

} // namespace letopis
