#include "ui/forms/attendancepages.h"

#include "core/base/durablefile.h"
#include "core/base/plaintext.h"
#include "ui/text/attendancetext.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double bodyPoints = 9;
constexpr double headPoints = 8; // of the table: its words are longer than what is below them
constexpr double titlePoints = 15;
constexpr double edgePoints = 8; // of the lines above and below the page
constexpr qsizetype longestCell = 300;
constexpr qsizetype longestNote = 600;
constexpr int pdfResolution = 300;
// Name, role, first join, last leave, minutes, percent, notes: percent of the width.
constexpr double columnWidths[] = {24, 14, 9, 13, 14, 11, 15};
constexpr int firstNumber = 2; // columns of times and figures
constexpr int lastNumber = 5;

QString cellText(const QString &text, qsizetype longest)
{
    const QString plain = visibleControls(text, true);
    return plain.size() <= longest ? plain : plain.left(longest) + u'…';
}

void insertTitle(QTextCursor &cursor, const AttendanceReport &report, const AttendanceReportText &text)
{
    QTextCharFormat heading;
    heading.setFontPointSize(titlePoints);
    heading.setFontWeight(QFont::Bold);
    QTextBlockFormat block;
    block.setBottomMargin(4);
    cursor.setBlockFormat(block);
    cursor.insertText(cellText(report.title, longestCell), heading);
    QTextCharFormat plain;
    plain.setFontPointSize(bodyPoints + 1);
    block.setBottomMargin(10);
    cursor.insertBlock(block, plain);
    cursor.insertText(text.heading + u" · "_s + text.facts.join(u" · "_s), plain);
}

// Lengths are in pixels of 96 to the inch: the layout scales them to the device.
QTextTableFormat tableFormat()
{
    QTextTableFormat format;
    format.setHeaderRowCount(1); // painted again on every page
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QList<QTextLength> widths;
    for (const double width : columnWidths)
        widths += QTextLength(QTextLength::PercentageLength, width);
    format.setColumnWidthConstraints(widths);
    format.setCellPadding(4);
    format.setCellSpacing(0);
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(QColor(0xa0, 0xa0, 0xa0));
    return format;
}

void fillRow(QTextTable &table, int row, const QStringList &cells, const QTextCharFormat &format)
{
    for (int column = 0; column < table.columns(); ++column) {
        const qsizetype longest = column == table.columns() - 1 ? longestNote : longestCell;
        QTextCursor cursor = table.cellAt(row, column).firstCursorPosition();
        if (column >= firstNumber && column <= lastNumber) {
            QTextBlockFormat right;
            right.setAlignment(Qt::AlignRight);
            cursor.mergeBlockFormat(right);
        }
        cursor.insertText(cellText(cells.at(column), longest), format);
    }
}

void fill(QTextDocument &document, const AttendanceReport &report, ServerKind service)
{
    const AttendanceReportText text = attendanceReportText(report);
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    insertTitle(cursor, report, text);
    QTextTable *table = cursor.insertTable(static_cast<int>(report.rows.size()) + 1, static_cast<int>(text.columns.size()),
                                           tableFormat());
    QTextCharFormat head;
    head.setFontPointSize(headPoints);
    head.setFontWeight(QFont::Bold);
    fillRow(*table, 0, text.columns, head);
    for (int column = 0; column < table->columns(); ++column) {
        QTextTableCell cell = table->cellAt(0, column);
        QTextTableCellFormat shaded = cell.format().toTableCellFormat();
        shaded.setBackground(QColor(0xec, 0xec, 0xec));
        cell.setFormat(shaded);
    }
    QTextCharFormat plain;
    plain.setFontPointSize(bodyPoints);
    for (qsizetype row = 0; row < report.rows.size(); ++row)
        fillRow(*table, static_cast<int>(row) + 1, attendanceReportCells(report.rows.at(row), service), plain);
    cursor.endEditBlock();
}

// The lines above and below the table's part of a page.
void paintEdges(QPainter &painter, const QRectF &page, const AttendanceReport &report, int number, int count)
{
    const AttendanceReportText text = attendanceReportText(report);
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double half = page.width() / 2;
    const QString title = metrics.elidedText(cellText(report.title, longestCell).simplified(), Qt::ElideRight, page.width() * 0.7);
    painter.drawText(QRectF(page.left(), page.top(), page.width() * 0.72, metrics.height()), Qt::AlignLeft | Qt::TextSingleLine,
                     title);
    painter.drawText(QRectF(page.left() + half, page.top(), half, metrics.height()), Qt::AlignRight | Qt::TextSingleLine,
                     text.facts.value(0));
    const double below = page.bottom() - metrics.height();
    painter.drawText(QRectF(page.left(), below, half, metrics.height()), Qt::AlignLeft, text.heading);
    painter.drawText(QRectF(page.left() + half, below, half, metrics.height()), Qt::AlignRight,
                     text.pageOf.arg(number).arg(count));
}

} // namespace

AttendancePages::AttendancePages(AttendanceReport report, ServerKind service)
    : m_report(std::move(report)), m_service(service)
{
}

Result<int> AttendancePages::paint(QPagedPaintDevice &device) const
{
    QPainter painter;
    if (!painter.begin(&device))
        return Error{ErrorKind::Internal, u"nothing can be painted on this device"_s, {}, {}};
    const double pixelsPerPoint = device.logicalDpiY() / 72.0;
    QFont edge = painter.font();
    edge.setPointSizeF(edgePoints);
    painter.setFont(edge);
    const double edgeHeight = QFontMetricsF(edge, &device).height() + 8 * pixelsPerPoint;
    const QRectF page(0, 0, device.width(), device.height());
    const QRectF body = page.adjusted(0, edgeHeight, 0, -edgeHeight);

    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.documentLayout()->setPaintDevice(&device);
    document.setDocumentMargin(0);
    document.setPageSize(body.size());
    fill(document, m_report, m_service);

    const int count = document.pageCount();
    for (int number = 1; number <= count; ++number) {
        if (number > 1 && !device.newPage())
            return Error{ErrorKind::Internal, u"a page could not be begun"_s, {}, {}};
        painter.setPen(Qt::black); // paper is white in every theme
        paintEdges(painter, page, m_report, number, count);
        painter.save();
        painter.translate(body.left(), body.top() - (number - 1) * body.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, Qt::black);
        context.clip = QRectF(0, (number - 1) * body.height(), body.width(), body.height());
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
    }
    if (!painter.end())
        return Error{ErrorKind::Internal, u"the pages could not be finished"_s, {}, {}};
    return count;
}

Result<int> AttendancePages::savePdf(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeError(file);
    Result<int> pages = 0;
    {
        QPdfWriter writer(&file);
        writer.setResolution(pdfResolution);
        writer.setTitle(cellText(m_report.title, longestCell));
        writer.setCreator(u"Letopis %1"_s.arg(QCoreApplication::applicationVersion()));
        writer.setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Portrait, {15, 15, 15, 15}, QPageLayout::Millimeter});
        pages = paint(writer);
    }
    if (!pages)
        return pages.error();
    if (!file.commit())
        return writeError(file);
    return pages;
}

} // namespace letopis
