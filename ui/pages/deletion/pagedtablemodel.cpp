#include "ui/pages/deletion/pagedtablemodel.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QTableView>

namespace letopis {

QVariant PagedTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QList<Column> all = columns();
    if (orientation != Qt::Horizontal || section < 0 || section >= all.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((all.at(section).isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(all.at(section).title) : QVariant();
}

QVariant PagedTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::ToolTipRole: return plainToolTip(toolTip(index.row(), index.column()));
    case Qt::TextAlignmentRole: return columns().at(index.column()).isNumber ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::DecorationRole: {
        const QString name = icon(index.row(), index.column());
        return name.isEmpty() ? QVariant() : QVariant(themedIcon(name));
    }
    default: return {};
    }
}

void fitColumns(QTableView &table, PagedTableModel &model, const QList<int> &stretched)
{
    QHeaderView *header = table.horizontalHeader();
    const auto fit = [header, stretched] {
        for (int column = 0; column < header->count(); ++column)
            header->setSectionResizeMode(column, stretched.contains(column) ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    };
    fit();
    QObject::connect(&model, &PagedTableModel::pageRead, header, fit); // it measures again only when it is told
}

} // namespace letopis
