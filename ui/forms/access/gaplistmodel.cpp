#include "ui/forms/access/gaplistmodel.h"

#include "ui/forms/access/grantauthority.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QIcon>

namespace letopis {

GapListModel::GapListModel(GrantAuthority &authority, QObject *parent) : QAbstractTableModel(parent), m_authority(authority)
{
    connect(&authority, &GrantAuthority::changed, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void GapListModel::setRows(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

std::optional<QString> GapListModel::reason(int row) const
{
    const Row &one = m_rows.at(row);
    return one.person ? m_authority.reasonAgainst(one.person->principal) : one.whyNot;
}

int GapListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GapListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString GapListModel::textOf(int row, int column) const
{
    const Row &one = m_rows.at(row);
    switch (column) {
    case Who: return one.person ? principalText(*one.person) : one.name;
    case Login: return one.person ? one.person->detail : QString();
    case Note: {
        const QString why = reason(row).value_or(QString());
        const bool isContact = one.person && one.person->detail.isEmpty();
        return why.isEmpty() && isContact ? tr("A contact: access waits until they have a login") : why;
    }
    default: return {};
    }
}

QVariant GapListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return textOf(index.row(), index.column());
    case Qt::ToolTipRole: return plainToolTip(textOf(index.row(), index.column()));
    case Qt::DecorationRole: return index.column() == Who ? QVariant(themedIcon(u"person")) : QVariant();
    default: return {};
    }
}

QVariant GapListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Who: return tr("Person");
    case Login: return tr("Login");
    case Note: return tr("Note");
    default: return {};
    }
}

} // namespace letopis
