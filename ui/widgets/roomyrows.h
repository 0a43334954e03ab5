#pragma once

#include "ui/widgets/plaintable.h"

#include <QStyledItemDelegate>

namespace letopis {

// Rows of trees as high as those of our tables.
class RoomyRows final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return option.widget ? size.expandedTo({0, plainRowHeight(*option.widget)}) : size;
    }
};

} // namespace letopis
