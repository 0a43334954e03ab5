#pragma once

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace letopis::cli {

enum class OutputFormat { Table, Json, Csv };

std::optional<OutputFormat> outputFormatFromName(const QString &name);

// Rows for people or for a spreadsheet; cells as the server sent them, the writers make them safe.
struct Grid
{
    struct Column
    {
        QString heading;          // people's; the CSV has `key`
        QString key;              // stable
        bool isNumber = false;    // right-aligned; never guarded in CSV
        bool canShrink = false;   // gives way where the terminal is narrow
        QString (*shown)(const QString &name) = nullptr; // where cells are stable names: the word people read, never in CSV
    };

    QList<Column> columns;
    QList<QStringList> rows;
};

// Aligned columns under headings. `columns`: the terminal's, or nothing to cut nowhere.
QString asTable(const Grid &grid, std::optional<int> columns);

// For Grid::Column::shown, of cells that flagName() made: "yes", "no"; or "yes" and nothing.
QString flagName(bool is); // "true", "false"
QString yesNoText(const QString &flag);
QString yesText(const QString &flag);

// RFC 4180, UTF-8, with CRLF. A text cell that a spreadsheet would take for a formula (it begins with = + - @)
// gets an apostrophe before it, as OWASP advises; control characters are escaped as in tables.
QByteArray csvHeading(const Grid &grid);
QByteArray csvRows(const Grid &grid);

// One line. Characters that steer a terminal are written as \uXXXX, which JSON readers turn back.
QByteArray asJsonLine(const QJsonObject &object);

} // namespace letopis::cli
