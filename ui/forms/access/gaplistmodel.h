#pragma once

#include "core/access/group.h"

#include <QAbstractTableModel>

#include <optional>

namespace letopis {

class GrantAuthority;

// People whom attendance and access see differently, and why one of them cannot be given anything.
class GapListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Who, Login, Note, ColumnCount };
    struct Row
    {
        std::optional<NamedPrincipal> person; // nothing: an attendee whom Letopis does not know
        QString name;
        QString whyNot; // of those who are not known
    };

    explicit GapListModel(GrantAuthority &authority, QObject *parent = nullptr);

    void setRows(const QList<Row> &rows);
    const Row &row(int row) const { return m_rows.at(row); }
    // Why this one cannot be given anything. Empty: they can. Nothing: not known yet, dataChanged() comes.
    std::optional<QString> reason(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(int row, int column) const;

    GrantAuthority &m_authority;
    QList<Row> m_rows;
};

} // namespace letopis
