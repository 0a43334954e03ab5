#include "ui/forms/servicerightstable.h"

#include "ui/forms/servicerightsmodel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <numeric>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int besideText = 8;
constexpr int aboveText = 6;
constexpr int iconEdge = 16;
constexpr int besideCell = 2 * besideText;            // a cell's own margins
constexpr int besideIcon = iconEdge + 2 * besideText; // what an icon takes from its text
constexpr int comfortable = 150;                      // a column in which notes take two or three lines

QColor lineColor(const QPalette &palette)
{
    QColor color = palette.color(QPalette::Text);
    color.setAlphaF(0.18f);
    return color;
}

// Headers and what lies beside them are flat; cells have room beside their text.
class FlatStyle final : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        return metric == PM_FocusFrameHMargin ? besideText - 1 : QProxyStyle::pixelMetric(metric, option, widget);
    }

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override
    {
        if (element == CE_HeaderEmptyArea)
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        else if (element == CE_Header)
            painter->fillRect(option->rect, option->palette.brush(QPalette::Button));
        else
            QProxyStyle::drawControl(element, option, painter, widget);
    }
};

// A line below each row leads the eye from a right's name to the cells.
class LinedDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->save();
        painter->setPen(lineColor(option.palette));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 2 * aboveText);
    }
};

void toClipboard(const QString &text)
{
    auto *data = new QMimeData; // the clipboard's from now on
    data->setText(text);
    data->setData(u"text/tab-separated-values"_s, text.toUtf8());
    QGuiApplication::clipboard()->setMimeData(data);
}

int longestWord(const QString &text, const QFontMetrics &metrics)
{
    int width = 0;
    for (const QString &word : text.split(QRegularExpression(u"\\s"_s)))
        width = qMax(width, metrics.horizontalAdvance(word));
    return width;
}

// Each column's share of the room: comfortable where that fits; else what they need at least and an equal part of the
// rest; where even that is too much, comfortable again, and one scrolls.
QList<int> shares(const QList<int> &narrow, const QList<int> &wide, int room)
{
    const int leastSum = std::accumulate(narrow.begin(), narrow.end(), 0);
    const int wideSum = std::accumulate(wide.begin(), wide.end(), 0);
    QList<int> widths = wideSum <= room || leastSum > room ? wide : narrow;
    const int sum = std::accumulate(widths.begin(), widths.end(), 0);
    for (int &width : widths)
        width += qMax(0, (room - sum) / static_cast<int>(widths.size()));
    return widths;
}

} // namespace

WrappingHeader::WrappingHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
    setHighlightSections(false);
    setSectionsClickable(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void WrappingHeader::setNamesWidth(int width)
{
    m_namesWidth = width;
    updateSize();
}

void WrappingHeader::updateSize()
{
    if (orientation() == Qt::Vertical)
        resizeSections(ResizeToContents);
    Q_EMIT geometriesChanged();
}

QFont WrappingHeader::fontOf(int logicalIndex) const
{
    const QVariant own = model()->headerData(logicalIndex, orientation(), Qt::FontRole);
    return own.isValid() ? own.value<QFont>() : font();
}

int WrappingHeader::heightFor(int logicalIndex, int width) const
{
    const QString text = model()->headerData(logicalIndex, orientation()).toString();
    const QRect room(0, 0, qMax(1, width - 2 * besideText), 10'000);
    return QFontMetrics(fontOf(logicalIndex)).boundingRect(room, Qt::TextWordWrap, text).height() + 2 * aboveText;
}

QSize WrappingHeader::sectionSizeFromContents(int logicalIndex) const
{
    const int width = orientation() == Qt::Vertical ? m_namesWidth : sectionSize(logicalIndex);
    return {width, heightFor(logicalIndex, width)};
}

QSize WrappingHeader::sizeHint() const
{
    if (orientation() == Qt::Vertical)
        return {m_namesWidth, 0};
    int height = 0;
    for (int section = 0; section < count(); ++section)
        height = qMax(height, heightFor(section, sectionSize(section)));
    return {0, height};
}

void WrappingHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    const QVariant background = model()->headerData(logicalIndex, orientation(), Qt::BackgroundRole);
    const bool isVertical = orientation() == Qt::Vertical;
    painter->fillRect(rect, background.isValid() ? background.value<QBrush>()
                                                 : palette().brush(isVertical ? QPalette::Base : QPalette::Button));
    painter->setPen(lineColor(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (isVertical)
        painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->setPen(palette().color(isVertical ? QPalette::Text : QPalette::ButtonText));
    painter->setFont(fontOf(logicalIndex));
    const auto alignment = (isLeftToRight() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    painter->drawText(rect.adjusted(besideText, 0, -besideText, 0), int(alignment) | Qt::TextWordWrap,
                      model()->headerData(logicalIndex, orientation()).toString());
    painter->restore();
}

ServiceRightsTable::ServiceRightsTable(ServiceRightsModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_roles(new WrappingHeader(Qt::Horizontal, this))
    , m_names(new WrappingHeader(Qt::Vertical, this))
{
    setHorizontalHeader(m_roles);
    setVerticalHeader(m_names);
    auto *flat = new FlatStyle(QApplication::style()->name());
    flat->setParent(this);
    setStyle(flat);
    m_roles->setStyle(flat);
    m_names->setStyle(flat);
    for (auto *const corner : findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly))
        corner->setStyle(flat);
    setItemDelegate(new LinedDelegate(this));
    setModel(&model);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setCornerButtonEnabled(false);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setIconSize({iconEdge, iconEdge});
    m_roles->setSectionResizeMode(QHeaderView::Fixed);
    m_names->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(&model, &QAbstractItemModel::modelReset, this, &ServiceRightsTable::arrange);
}

// The longest word decides, so that none is broken; `isWide`: a short text stays on one line.
int ServiceRightsTable::widthNeeded(int column, bool isWide) const
{
    QFont bold = font();
    bold.setBold(true);
    int width = longestWord(m_model.headerData(column, Qt::Horizontal).toString(), QFontMetrics(bold)) + besideCell;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, column);
        const QString text = index.data().toString();
        const int beside = besideCell + (index.data(Qt::DecorationRole).isNull() ? 0 : besideIcon);
        width = qMax(width, longestWord(text, fontMetrics()) + beside);
        if (isWide)
            width = qMax(width, qMin(comfortable, fontMetrics().boundingRect(text).width() + beside));
    }
    return width + 2;
}

void ServiceRightsTable::arrange()
{
    clearSpans();
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    const int names = std::clamp(width() * 36 / 100, 180, 380);
    m_names->setNamesWidth(names);
    QList<int> narrow;
    QList<int> wide;
    for (int column = 0; column < columns; ++column) {
        narrow += widthNeeded(column, false);
        wide += widthNeeded(column, true);
    }
    const int room = width() - names - verticalScrollBar()->sizeHint().width() - 2 * frameWidth();
    const QList<int> widths = shares(narrow, wide, room);
    for (int column = 0; column < columns; ++column)
        m_roles->resizeSection(column, widths.at(column));
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.isSection(row) && columns > 1)
            setSpan(row, 0, 1, columns);
    }
    m_roles->updateSize();
    m_names->updateSize();
}

void ServiceRightsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrange();
}

void ServiceRightsTable::selectFirst(int column)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!m_model.isSection(row)) {
            setCurrentIndex(m_model.index(row, qMax(0, column)));
            scrollToTop(); // its section belongs to it
            return;
        }
    }
}

void ServiceRightsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelected();
    else
        QTableView::keyPressEvent(event);
}

void ServiceRightsTable::copySelected() const
{
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    if (selected.size() == 1) {
        toClipboard(selected.first().data().toString());
        return;
    }
    QList<int> rows;
    QList<int> columns;
    for (const QModelIndex &index : selected) {
        rows += index.row();
        columns += index.column();
    }
    for (QList<int> *const list : {&rows, &columns}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    if (!rows.isEmpty())
        toClipboard(m_model.tabSeparated(rows, columns));
}

void ServiceRightsTable::copyAll() const
{
    QList<int> rows(m_model.rowCount());
    QList<int> columns(m_model.columnCount());
    std::iota(rows.begin(), rows.end(), 0);
    std::iota(columns.begin(), columns.end(), 0);
    toClipboard(m_model.tabSeparated(rows, columns));
}

} // namespace letopis
