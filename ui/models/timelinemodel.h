#pragma once

#include "core/domain/timeline.h"

#include <QAbstractTableModel>

namespace letopis {

// What happened in one meeting, in order.
class TimelineModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, PlaybackTime, Event, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(const QList<TimelineEntry> &entries);
    const TimelineEntry &entry(int row) const { return m_entries.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<TimelineEntry> m_entries;
};

} // namespace letopis
