#include "ui/widgets/plaintable.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QProxyStyle>

namespace letopis {

namespace {

// Room on both sides of every cell: right-aligned figures would touch the left-aligned text of the next column.
class RoomyStyle final : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        constexpr int cellMargin = 7;
        if (metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin)
            return cellMargin;
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
};

} // namespace

void makeRoomy(QAbstractItemView &view, QHeaderView &header)
{
    auto *roomy = new RoomyStyle(QApplication::style()->name());
    roomy->setParent(&view);
    view.setStyle(roomy);
    header.setStyle(roomy);
}

int plainRowHeight(const QWidget &view)
{
    return view.fontMetrics().height() + 12;
}

PlainTable::PlainTable(QWidget *parent) : QTableView(parent)
{
    makeRoomy(*this, *horizontalHeader());
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    // One height for all rows: asking each for its own would read a million of them.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(plainRowHeight(*this));
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableView::doubleClicked, this, &PlainTable::opened);
}

void PlainTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRow();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier
        && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void PlainTable::copyRow() const
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    QStringList cells;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            cells.append(current.siblingAtColumn(column).data().toString());
    }
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

} // namespace letopis
