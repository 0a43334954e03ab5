#pragma once

#include <QStyledItemDelegate>

namespace letopis {

// Draws ParticipantModel::PresenceRole as a bar over the meeting's length: filled where the person was there,
// and underlined where it was recorded (RecordedRole).
class PresenceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace letopis
