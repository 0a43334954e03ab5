#include "app/cli/output.h"

#include "app/cli/celltext.h"
#include "app/cli/text.h"
#include "core/base/plaintext.h"

#include <QJsonDocument>

#include <algorithm>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int narrowestColumn = 12;

QList<int> naturalWidths(const Grid &grid, const QList<QStringList> &cells)
{
    QList<int> widths;
    for (const Grid::Column &column : grid.columns)
        widths += displayWidth(column.heading);
    for (const QStringList &row : cells) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    return widths;
}

// Takes columns from the widest shrinkable one until the line fits, or nothing more can be taken.
void shrink(QList<int> &widths, const Grid &grid, int available)
{
    int excess = -available;
    for (const int width : widths)
        excess += width + 2;
    excess -= 2;
    while (excess > 0) {
        qsizetype widest = -1;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            if (grid.columns[i].canShrink && widths[i] > narrowestColumn && (widest < 0 || widths[i] > widths[widest]))
                widest = i;
        }
        if (widest < 0)
            return;
        --widths[widest];
        --excess;
    }
}

QString padded(const QString &cell, int width, bool toTheRight)
{
    const QString shown = elided(cell, width);
    const QString space(std::max(0, width - displayWidth(shown)), u' ');
    return toTheRight ? space + shown : shown + space;
}

QString line(const Grid &grid, const QStringList &cells, const QList<int> &widths)
{
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const bool isLast = i + 1 == cells.size();
        text += isLast && !grid.columns[i].isNumber ? elided(cells[i], widths[i])
                                                    : padded(cells[i], widths[i], grid.columns[i].isNumber);
        text += isLast ? u"\n"_s : u"  "_s;
    }
    return text;
}

} // namespace

std::optional<OutputFormat> outputFormatFromName(const QString &name)
{
    if (name == "table"_L1)
        return OutputFormat::Table;
    if (name == "json"_L1)
        return OutputFormat::Json;
    if (name == "csv"_L1)
        return OutputFormat::Csv;
    return std::nullopt;
}

QString asTable(const Grid &grid, std::optional<int> columns)
{
    QList<QStringList> cells;
    cells.reserve(grid.rows.size());
    for (const QStringList &row : grid.rows) {
        QStringList safe;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const auto shown = i < grid.columns.size() ? grid.columns[i].shown : nullptr;
            safe += terminalSafe(shown ? shown(row[i]) : row[i]);
        }
        cells += safe;
    }
    QList<int> widths = naturalWidths(grid, cells);
    if (columns)
        shrink(widths, grid, *columns);
    QStringList headings;
    for (const Grid::Column &column : grid.columns)
        headings += column.heading;
    QString text = line(grid, headings, widths);
    for (const QStringList &row : std::as_const(cells))
        text += line(grid, row, widths);
    return text;
}

QString flagName(bool is)
{
    return is ? u"true"_s : u"false"_s;
}

QString yesNoText(const QString &flag)
{
    return flag == "true"_L1 ? Cli::tr("yes") : Cli::tr("no");
}

QString yesText(const QString &flag)
{
    return flag == "true"_L1 ? Cli::tr("yes") : QString();
}

QByteArray csvHeading(const Grid &grid)
{
    QByteArrayList keys;
    for (const Grid::Column &column : grid.columns)
        keys += csvCell(column.key, false);
    return keys.join(',') + "\r\n";
}

QByteArray csvRows(const Grid &grid)
{
    QByteArray csv;
    for (const QStringList &row : grid.rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            csv += (i > 0 ? "," : "") + csvCell(row[i], grid.columns[i].isNumber);
        csv += "\r\n";
    }
    return csv;
}

QByteArray asJsonLine(const QJsonObject &object)
{
    // Outside strings compact JSON is printable ASCII, so escaping the whole line touches only what is inside them. C0
    // controls are escaped already; terminalSafe() writes the rest (DEL, C1, bidirectional overrides) in the same form.
    return terminalSafe(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))).toUtf8();
}

} // namespace letopis::cli
