#pragma once

#include "core/access/person.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace letopis {

// One person as a line of a table has it; nothing is checked against anybody yet.
struct PeopleCsvRow
{
    int line = 0; // where it begins in the file, from 1
    QString name;
    QString login;
    QString email;
    QString role;
    QString language;
    QStringList groups;
    QStringList externalIds; // "server name:id"
    QString unreadable;      // what of the line breaks the format; then nothing else of it counts

    friend bool operator==(const PeopleCsvRow &, const PeopleCsvRow &) = default;
};

struct PeopleCsv
{
    QList<PeopleCsvRow> rows;
    QStringList ignoredColumns; // headings that name nothing of ours
};

// Why a file as a whole cannot be read (Error::evidence of InvalidInput and TooLarge).
struct PeopleCsvProblem
{
    enum class Kind { Utf16, NotUtf8, NoHeader, NoKnownColumn, ColumnTwice, TooManyLines, TooLarge };
    Kind kind = Kind::NoHeader;
    int line = 1;
    QString text; // of ColumnTwice: the heading
};

constexpr qsizetype maxPeopleCsvLines = 100'000;
constexpr qsizetype maxPeopleCsvBytes = 64 * 1024 * 1024;

// RFC 4180 in UTF-8, with or without BOM; separated by comma, semicolon or tab, whichever the first line has most of. The
// first line names the columns name, login, email, role, language, groups, external_ids: any order, any case, some may be
// missing. Groups and external ids are separated by |, which \| spells inside one. An apostrophe that guards a spreadsheet
// against a formula (core/base/plaintext.h) is taken off.
Result<PeopleCsv> readPeopleCsv(const QByteArray &bytes);

// The same columns, separated by commas, without BOM: who writes a file for spreadsheets puts one before it.
QByteArray writePeopleCsv(const QList<PeopleCsvRow> &rows);

// Drafts as a list to be imported: names and the ids of servers that have a name here; no role, which is then left to the import.
QByteArray csvOfDrafts(const QList<Person> &drafts, const QHash<ServerId, QString> &serverNames);

} // namespace letopis
