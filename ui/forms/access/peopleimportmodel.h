#pragma once

#include "core/access/peopleimport.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

namespace letopis {

// The lines of a planned import, of the kinds that are wanted.
class PeopleImportModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, What, Name, Login, Details, ColumnCount };
    using Kind = PeopleImportPlan::Kind;

    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(const PeopleImportPlan &plan);
    void setShown(const QSet<Kind> &kinds);
    const PeopleImportPlan &plan() const { return m_plan; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void collect();

    PeopleImportPlan m_plan;
    QSet<Kind> m_shown{Kind::Added, Kind::Changed, Kind::Error};
    std::vector<qsizetype> m_rows; // into the plan's lines
};

} // namespace letopis
