#pragma once

#include "core/access/accessanswers.h"

#include <QAbstractTableModel>

namespace letopis {

// Who can see something, with what and through what; narrowed by words of the name or the login.
class HoldersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Login, What, Through, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setHolders(const AccessHolders &holders);
    void setSearch(const QString &text); // each word is part of the name or the login
    const AccessHolder &holder(int row) const { return m_holders.people.at(m_shown.at(row)); }
    const AccessHolders &holders() const { return m_holders; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void filter();

    AccessHolders m_holders;
    QStringList m_keys; // what is searched in, of each
    QList<qsizetype> m_shown;
    QStringList m_words;
};

} // namespace letopis
