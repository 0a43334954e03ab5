#pragma once

#include "core/access/accesslink.h"

#include <QAbstractTableModel>

namespace letopis {

class Clock;

// Links with what holds for them now; narrowed by words of the label, the recording or who made it.
class LinkListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Label, Recording, State, Ends, Uses, Password, Download, MadeBy, ColumnCount };

    explicit LinkListModel(const Clock &clock, QObject *parent = nullptr);

    void setLinks(const QList<AccessLink> &links);
    void setSearch(const QString &text);
    const AccessLink &link(int row) const { return m_links.at(m_shown.at(row)); }
    int rowOf(LinkId link) const; // -1: not shown
    qsizetype count() const { return m_links.size(); } // of all
    AccessLink::State stateOf(const AccessLink &link) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void filter();
    QString textOf(const AccessLink &link, int column) const;
    QString toolTipOf(const AccessLink &link, int column) const;

    const Clock &m_clock;
    QList<AccessLink> m_links;
    QList<qsizetype> m_shown;
    QStringList m_words;
};

} // namespace letopis
