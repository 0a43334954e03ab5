#include "ui/widgets/skeletonrows.h"

#include <QPainter>

#include <array>

namespace letopis {

SkeletonRows::SkeletonRows(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Loading…"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void SkeletonRows::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    constexpr std::array widths{0.46, 0.31, 0.4, 0.25, 0.37}; // of the first column, so that rows look like titles
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor bar = palette().color(QPalette::Text);
    const int rowHeight = fontMetrics().height() + 12;
    const int barHeight = fontMetrics().height() / 2;
    for (int row = 0; row < 12; ++row) {
        bar.setAlphaF(0.12F * static_cast<float>(12 - row) / 12.0F);
        painter.setBrush(bar);
        const int top = 8 + row * rowHeight + (rowHeight - barHeight) / 2;
        const auto width = static_cast<int>(this->width() * widths[static_cast<size_t>(row) % widths.size()]);
        painter.drawRoundedRect(QRect(8, top, width, barHeight), 4, 4);
        painter.drawRoundedRect(QRect(this->width() * 55 / 100, top, this->width() / 8, barHeight), 4, 4);
        painter.drawRoundedRect(QRect(this->width() * 75 / 100, top, this->width() / 6, barHeight), 4, 4);
    }
}

} // namespace letopis
