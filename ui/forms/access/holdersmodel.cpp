#include "ui/forms/access/holdersmodel.h"

#include "ui/text/accesstext.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QIcon>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

void HoldersModel::setHolders(const AccessHolders &holders)
{
    beginResetModel();
    m_holders = holders;
    m_keys.clear();
    for (const AccessHolder &holder : holders.people)
        m_keys += (holder.person.name + u'\n' + holder.person.detail).toCaseFolded();
    filter();
    endResetModel();
}

void HoldersModel::setSearch(const QString &text)
{
    beginResetModel();
    m_words = text.simplified().toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    filter();
    endResetModel();
}

void HoldersModel::filter()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        if (std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return m_keys.at(i).contains(word); }))
            m_shown += i;
    }
}

int HoldersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
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
