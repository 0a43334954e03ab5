#pragma once

#include "core/access/grantproposal.h"

#include <QAbstractTableModel>

namespace letopis {

class Clock;

// Open proposals: whom to give what on which recording, and why.
class ProposalListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Who, Recording, Meeting, What, Why, ColumnCount };

    explicit ProposalListModel(const Clock &clock, QObject *parent = nullptr);

    void setProposals(const GrantProposals &proposals);
    const GrantProposals &proposals() const { return m_proposals; }
    const GrantProposal &proposal(int row) const { return m_proposals.proposals.at(row); }
    int rowOf(RecordingId recording, const Principal &person) const; // -1: not there

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const GrantProposal &proposal, int column) const;
    QString toolTipOf(const GrantProposal &proposal, int column) const;

    const Clock &m_clock;
    GrantProposals m_proposals;
};

} // namespace letopis
