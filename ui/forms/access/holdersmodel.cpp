#include "ui/forms/access/holdersmodel.h"

#include "ui/text/accesstext.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QIcon>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

void HoldersModel::setHolders(const AccessHolders &holders)
{
    beginResetModel();
    m_holders = holders;
    m_isAsked = false;
    endResetModel();
}

void HoldersModel::append(const AccessHolders &holders)
{
    m_isAsked = false;
    if (holders.people.isEmpty()) {
        m_holders.found = m_holders.people.size(); // it was more a moment ago
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(holders.people.size()) - 1);
    m_holders.people += holders.people;
    endInsertRows();
}

bool HoldersModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isAsked && m_holders.people.size() < m_holders.found;
}

void HoldersModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isAsked = true;
    Q_EMIT moreWanted(m_holders.people.size());
}

int HoldersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_holders.people.size());
}

int HoldersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HoldersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AccessHolder &one = holder(index.row());
    if (role == Qt::DecorationRole && index.column() == Name)
        return themedIcon(u"person");
    if (role == Qt::ToolTipRole)
        return plainToolTip(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return principalText(one.person);
    case Login: return one.person.detail;
    case What: return permissionSetText(one.permissions);
    case Through: return holderText(one);
    default: return {};
    }
}

QVariant HoldersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Login: return tr("Login");
    case What: return tr("Permission");
    case Through: return tr("Through");
    default: return {};
    }
}

} // namespace letopis
