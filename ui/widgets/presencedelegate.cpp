#include "ui/widgets/presencedelegate.h"

#include "ui/models/participantmodel.h"

#include <QPainter>

namespace letopis {

void PresenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index); // background, selection, focus
    const auto parts = index.data(ParticipantModel::PresenceRole).value<QList<PresencePart>>();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor ink = option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor track = ink;
    track.setAlphaF(0.15F);
    const QColor fill = isSelected ? ink : option.palette.color(QPalette::Highlight);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const QRectF bar(option.rect.left() + 6, option.rect.center().y() - 3, option.rect.width() - 12, 7);
    painter->setBrush(track);
    painter->drawRoundedRect(bar, 3.5, 3.5);
    // Where it was recorded the ground is darker, and a line runs below.
    const auto recorded = index.data(ParticipantModel::RecordedRole).value<QList<PresencePart>>();
    for (const PresencePart &part : recorded) {
        const double left = bar.left() + part.from * bar.width();
        const double width = qMax(1.0, (part.to - part.from) * bar.width());
        painter->fillRect(QRectF(left, bar.top(), width, bar.height()), track);
        QColor line = ink;
        line.setAlphaF(0.55F);
        painter->fillRect(QRectF(left, bar.bottom() + 2, width, 1.5), line);
    }
    painter->setBrush(fill);
    for (const PresencePart &part : parts) {
        // A minute of a long meeting must still be seen.
        const double width = qMax(3.0, (part.to - part.from) * bar.width());
        const double left = qMin(bar.left() + part.from * bar.width(), bar.right() - width);
        painter->drawRoundedRect(QRectF(left, bar.top(), width, bar.height()), 3, 3);
    }
    painter->restore();
}

QSize PresenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {160, QStyledItemDelegate::sizeHint(option, index).height()};
}

} // namespace letopis
