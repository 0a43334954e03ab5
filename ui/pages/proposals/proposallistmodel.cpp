#include "ui/pages/proposals/proposallistmodel.h"

#include "core/base/clock.h"
#include "ui/text/accesstext.h"
#include "ui/text/dates.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QIcon>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

ProposalListModel::ProposalListModel(const Clock &clock, QObject *parent) : QAbstractTableModel(parent), m_clock(clock) {}

void ProposalListModel::setProposals(const GrantProposals &proposals)
{
    beginResetModel();
    m_proposals = proposals;
    endResetModel();
}

int ProposalListModel::rowOf(RecordingId recording, const Principal &person) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (proposal(row).recording == recording && proposal(row).person.principal == person)
            return row;
    }
    return -1;
}

int ProposalListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_proposals.proposals.size());
}

int ProposalListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProposalListModel::textOf(const GrantProposal &proposal, int column) const
{
    switch (column) {
    case Who: return principalText(proposal.person);
    case Recording: return proposal.recordingTitle.isEmpty() ? tr("Untitled") : proposal.recordingTitle;
    case Meeting: return relativeDate(QDateTime::fromMSecsSinceEpoch(proposal.startedAtMs, Qt::UTC), m_clock.now());
    case What: return permissionText(Permission::Manage);
    case Why: return tr("Moderated the meeting");
    default: return {};
    }
}

QString ProposalListModel::toolTipOf(const GrantProposal &proposal, int column) const
{
    switch (column) {
    case Who: return proposal.person.detail.isEmpty() ? textOf(proposal, column) : u"%1 (%2)"_s.arg(textOf(proposal, column), proposal.person.detail);
    case Meeting: return absoluteDate(QDateTime::fromMSecsSinceEpoch(proposal.startedAtMs, Qt::UTC));
    default: return textOf(proposal, column);
    }
}

QVariant ProposalListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GrantProposal &one = proposal(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(one, index.column());
    case Qt::ToolTipRole: return plainToolTip(toolTipOf(one, index.column()));
    case Qt::DecorationRole: return index.column() == Who ? QVariant(themedIcon(u"person")) : QVariant();
    default: return {};
    }
}

QVariant ProposalListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Who: return tr("Person");
    case Recording: return tr("Recording");
    case Meeting: return tr("Meeting");
    case What: return tr("Permission");
    case Why: return tr("Why");
    default: return {};
    }
}

} // namespace letopis
